"""The day of a page: declared, in its address, in its text, and what speaks against."""

from datetime import date

import pytest
from document_maker import Maker

from realpolitik.core.document import RawDocument
from realpolitik.documents.make import make_document
from realpolitik.documents.page_dates import page_dates

META = '<meta property="article:published_time" content="{}">'
LINKED = '<script>{{"datePublished": "{}"}}</script>'
CANONICAL = '<link rel="canonical" href="{}"/>'
PROSE = (
    "Russia and Israel have signed a military pact, and the two sides agreed to hold "
    "regular consultations on Syria in the coming years."
)
CASES = [
    # "May 25–26" in a title is no day of the clock's year
    (
        '<time datetime="2018-05-18"> <i style="font-size:%2026px">',
        "2026-05-25",
        "2018-05-18",
    ),
    ("<p>On 25.05.26 and later", "2026-05-25", "2026-05-25"),
    ("<p>The meeting of May 25–26", "2026-05-25", None),
    (META.format("2020-03-05T10:00:00Z"), None, "2020-03-05"),
    (META.format("2020-03-05T10:00:00Z"), "2020-03-09", "2020-03-05"),
    (META.format("2020-03-05T10:00:00Z"), "2020-03-01", "2020-03-01"),
    (META.format("2020-03-05") + META.format("2020-03-07"), "2020-03-08", "2020-03-08"),
    (
        META.format("2020-12-24T23:59:50+00:00")
        + LINKED.format("2020-12-25T01:59:50+02:00"),
        "2020-12-24",
        "2020-12-25",
    ),
    (
        META.format("2020-12-24T23:59:50+00:00")
        + LINKED.format("2020-12-25T01:59:50+02:00"),
        None,
        "2020-12-25",
    ),
    (
        CANONICAL.format("https://a.example/news/talks-20200113"),
        "2020-01-14",
        "2020-01-13",
    ),
    (
        CANONICAL.format("https://a.example/2020/01/13/talks"),
        "2020-01-12",
        "2020-01-13",
    ),
    (
        CANONICAL.format("https://a.example/2020/01/13/talks") + "<p>1 June 2015",
        "2015-06-01",
        "2015-06-01",
    ),
    (CANONICAL.format("https://a.example/talks-20209913"), "2020-01-14", "2020-01-14"),
    ("", None, None),
]


@pytest.mark.parametrize(("source", "guess", "day"), CASES)
def test_the_day_of_a_page(source: str, guess: str | None, day: str | None) -> None:
    found = page_dates(source, guess=date.fromisoformat(guess) if guess else None)
    assert (str(found.published) if found.published else None) == day
    assert (found.words is None) == (day is None)


def test_the_words_that_date_a_document_are_kept(make: Maker) -> None:
    page = f"<html><head>{META.format('2020-03-05T10:00:00Z')}</head>"
    page += f"<body><article><p>{PROSE}</p><p>{PROSE[:-1]} too.</p></article></body>"
    document = make(page, "a.html")
    assert (document.published, document.dated_by) == (date(2020, 3, 5), "meta")
    assert document.dated_words == "article:published_time 2020-03-05T10:00:00Z"
    text = make(f"Talks in Moscow\n\nMarch 5, 2020\n\n{PROSE}")
    assert (text.dated_by, text.dated_words) == ("text", "March 5, 2020")
    named = make(PROSE, "2020-03-05 talks.txt")
    assert (named.dated_by, named.dated_words) == ("name", "2020-03-05 talks.txt")


def test_a_date_that_is_contradicted_is_doubtful(make: Maker) -> None:
    text = f"Talks in Moscow\n\nMarch 5, 2020\n\n{PROSE}"
    document = make(text, "2018-01-30.txt")
    assert document.published == date(2020, 3, 5)
    (doubt,) = [p.note for p in document.problems if p.kind == "doubtful-date"]
    assert "2018-01-30" in doubt
    assert "doubtful-date" not in make.problems(make(text, "2020-03-06.txt"))
    given = make(text, "2018-01-30.txt", date=date(2019, 1, 1))
    assert "doubtful-date" not in make.problems(given)


def test_no_page_is_younger_than_the_day_it_was_taken() -> None:
    text = f"Talks in Moscow\n\nMarch 5, 2020\n\n{PROSE}".encode()
    raw = RawDocument("a.txt", text, taken=date(2020, 3, 1))
    document = make_document(raw, today=date(2026, 1, 1))
    assert document.published is None
    assert "future-date" in [problem.kind for problem in document.problems]


LEAD = "The president met the prime minister in Moscow and spoke with him of trade."
PAGE = f"""<html><head><meta name="description" content="{LEAD}"></head><body>
<h1>Talks in Moscow</h1><div class="MARK"><p>{LEAD}</p></div>
<article class="body"><p>{PROSE} {PROSE}</p><p>{PROSE[:-1]} too.</p></article></body></html>"""


def test_a_lead_that_the_page_marks_is_read(make: Maker) -> None:
    document = make(PAGE.replace("MARK", "entry-summary"), "a.html")
    assert make.sentences(document).count(LEAD) == 1
    (span,) = [s for s in document.sentences if document.text[s.start : s.end] == LEAD]
    assert any(o.start <= span.start < o.end for o in document.origins)


def test_a_lead_is_read_before_a_body_that_labels_interrupt(make: Maker) -> None:
    label = "Ann Lee<span class='tooltip'>Lee Ann<br>Minister of Trade</span>"
    page = PAGE.replace("MARK", "p-summary").replace("Talks in", "Ann Lee in")
    page = page.replace('"body"><p>', f'"body"><p>{label} opened the talks. ')
    sentences = make.sentences(make(page, "a.html"))
    assert sentences[0] == LEAD
    assert sentences.count(LEAD) == 1


def test_what_stands_above_a_short_article_comes_before_it(make: Maker) -> None:
    lead, body = LEAD, "Both of them spoke with the press of what they had agreed on."
    page = f"""<html><head><title>T</title></head><body><div><a>Events</a>
    <h1>The prime minister of Israel came to Moscow for a day of talks</h1>
    <div><p>{lead}</p></div></div><div class="entry-content"><p>{body}</p></div></body>
    </html>"""
    sentences = make.sentences(make(page, "a.html"))
    assert sentences.index(lead) < sentences.index(body)
