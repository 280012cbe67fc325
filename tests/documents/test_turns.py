"""Who speaks: labelled and unlabelled interviews, and labels that are none."""

import pytest
from document_maker import Maker

PUTIN, NETANYAHU = "Vladimir Putin", "Benjamin Netanyahu"
CASES = [
    (
        "Question: Will you go?\n\nAnswer: We will go.",
        [("question", "Question"), ("answer", None)],
    ),
    (
        "QUESTION: Will you go?\n\nSECRETARY BLINKEN: We will.\n\nAnd we will stay.",
        [
            ("question", "QUESTION"),
            ("answer", "SECRETARY BLINKEN"),
            ("answer", "SECRETARY BLINKEN"),
        ],
    ),
    (
        "THE PRESIDENT: Good day.\n\nQ Thank you. Will you go?\n\nTHE PRESIDENT: Yes.",
        [
            ("paragraph", "THE PRESIDENT"),
            ("question", "Q"),
            ("answer", "THE PRESIDENT"),
        ],
    ),
    (
        f"President of Russia {PUTIN}: Welcome.\n\n{NETANYAHU} (retranslated): Thanks.\n\n"
        f"{PUTIN}: We agree.\n\n{NETANYAHU}: So do we.\n\n* * *\n\nThe talks ended.",
        [
            ("paragraph", f"President of Russia {PUTIN}"),
            ("paragraph", NETANYAHU),
            ("paragraph", PUTIN),
            ("paragraph", NETANYAHU),
            ("boilerplate", None),
            ("paragraph", None),
        ],
    ),
    (
        "Mr. Roe (Chad): Good day.\n\nMs. Doe (France) (spoke in French): Thanks.\n\n"
        "Mr. Lee (retranslated): Yes.\n\nMr. Roe (Chad): We agree.",
        [
            ("paragraph", "Mr. Roe (Chad)"),
            ("paragraph", "Ms. Doe (France)"),
            ("paragraph", "Mr. Lee"),
            ("paragraph", "Mr. Roe (Chad)"),
        ],
    ),
    (
        "Question: Will you go?\n\nAnswer: We will.\n\nRemark: When?\n\nAnswer: Today.",
        [
            ("question", "Question"),
            ("answer", None),
            ("answer", "Remark"),
            ("answer", None),
        ],
    ),
    (
        "Question from Perm: Will you go?\n\nHistory teacher Jane Doe: And when?\n\n"
        "Ann Lee, reporter at Channel One: Where?\n\nJohn Roe: Today.\n\nJohn Roe: Yes.",
        [
            ("question", "Question from Perm"),
            ("answer", "History teacher Jane Doe"),
            ("answer", "Ann Lee, reporter at Channel One"),
            ("answer", "John Roe"),
            ("answer", "John Roe"),
        ],
    ),
    (
        f"{PUTIN}: Welcome.\n\n{NETANYAHU}: Thanks.\n\n(Applause)\n\nWe agree.\n\n"
        f"{PUTIN}: So do we.",
        [
            ("paragraph", PUTIN),
            ("paragraph", NETANYAHU),
            ("heading", None),
            ("paragraph", NETANYAHU),
            ("paragraph", PUTIN),
        ],
    ),
    ("Remark: This is a text.", [("paragraph", None)]),
    ("Note: This is a text.", [("paragraph", None)]),
    ("Moscow agreed on this: a pact.", [("paragraph", None)]),
    ("Background Note: It is old.\n\nThe end is here.", [("paragraph", None)] * 2),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_turns(make: Maker, text: str, expected: list[tuple[str, str | None]]) -> None:
    passages = make(text).passages
    assert [(part.kind, part.speaker) for part in passages] == expected


def test_a_sentence_begins_after_the_label(make: Maker) -> None:
    document = make("QUESTION: Will you go?\n\nMR PRICE: We will.")
    assert make.sentences(document) == ["Will you go?", "We will."]


def test_bold_labels_of_pages(make: Maker) -> None:
    turns = "".join(
        f"<p><b>{name}:</b> We agreed to hold talks on Syria with all the parties.</p>"
        for name in (PUTIN, NETANYAHU)
    )
    document = make(f"<html><body><article>{turns}</article></body></html>", "a.html")
    assert [part.speaker for part in document.passages] == [PUTIN, NETANYAHU]


INTERVIEW = """What follows are excerpts from that interview. What do you want in Syria? \
We want peace there.

Why is it so important for Russia?

We were not just thinking of one man. Why should we be?

You said Iran does a good job. What is its interest in staying there? We are honest.

So you agree? We do."""


def test_questions_without_labels(make: Maker) -> None:
    assert make.kinds(make(INTERVIEW)) == [
        ("paragraph", "What follows are excerpts from that interview."),
        ("question", "What do you want in Syria?"),
        ("answer", "We want peace there."),
        ("question", "Why is it so important for Russia?"),
        ("answer", "We were not just thinking of one man. Why should we be?"),
        (
            "question",
            "You said Iran does a good job. What is its interest in staying there?",
        ),
        ("answer", "We are honest."),
        ("question", "So you agree?"),
        ("answer", "We do."),
    ]


def test_an_article_that_asks_is_no_interview(make: Maker) -> None:
    text = INTERVIEW.replace("interview", "book")
    assert {kind for kind, _ in make.kinds(make(text))} == {"paragraph"}


RETRANSLATED = """<html><body><article><h1>Talks in Sochi</h1>
<p><b>President of Russia Vladimir Putin</b><b>:</b> We are happy to see you here in Sochi.</p>
<p>We are confident that your first visit to Russia will prove very useful to all.</p>
<p><b>President of the Republic of the Sudan </b><b>Omar al-Bashir</b> (retranslated): First,
I would like to thank you for the invitation to come here.</p>
<p><b>Federal Chancellor of Austria Sebastian Kurz</b> (retranslated):Mr President, I thank
you for the opportunity to meet with you here today.</p></article></body></html>"""


def test_a_label_with_an_aside_and_a_name_with_a_particle(make: Maker) -> None:
    document = make(RETRANSLATED, "a.html")
    speakers = [part.speaker for part in document.passages if part.speaker]
    assert speakers == [
        "President of Russia Vladimir Putin",
        "President of Russia Vladimir Putin",
        "President of the Republic of the Sudan Omar al-Bashir",
        "Federal Chancellor of Austria Sebastian Kurz",
    ]


def test_headings_that_run_into_their_paragraph_say_nothing(make: Maker) -> None:
    plain = "The report goes on with what the two sides did in the course of the year."
    parts = ["GENERAL ASSEMBLY", "SECURITY COUNCIL", "ALLIES AND ADVERSARIES"]
    text = "\n\n".join(f"{p}: It met often.\n\n" + f"{plain}\n\n" * 9 for p in parts)
    assert {passage.speaker for passage in make(text).passages} == {None}


def test_a_few_labels_of_a_long_report_are_headings(make: Maker) -> None:
    plain = "The report goes on with what the two sides did in the course of the year."
    heads = ["Web Resource", "Voting Coincidence", "U.S. Isolation", "Annual Trends"]
    text = "\n\n".join(
        f"{head}: It is told.\n\n" + f"{plain}\n\n" * 20 for head in heads
    )
    text += f"Web Resource: It is told.\n\nGoal 14: It was kept.\n\n{plain}"
    assert {passage.speaker for passage in make(text).passages} == {None}
