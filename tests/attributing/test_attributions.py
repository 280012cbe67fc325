"""Who says what: one table of texts, and what holds for any text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from realpolitik.attributing.attributions import attributions
from realpolitik.core.attribution import Attribution
from realpolitik.core.document import Document, RawDocument
from realpolitik.documents.make import make_document

CASES = [
    (
        "Iran said on Monday that Israel had bombed the plant.",
        [("said", "Iran", "said", ["that Israel had bombed the plant"])],
    ),
    (
        "The plant was bombed, Iran's foreign minister said on Monday.",
        [("said", "Iran's foreign minister", "said", ["The plant was bombed"])],
    ),
    (
        "“We will respond,” said Javad Zarif, the foreign minister.",
        [("said", "Javad Zarif", "said", ["“We will respond,”"])],
    ),
    (
        "“We will stay,” the minister said, “as long as we are asked to.”",
        [
            (
                "said",
                "the minister",
                "said",
                ["“We will stay,”", "“as long as we are asked to.”"],
            )
        ],
    ),
    (
        "The treaty, he said, would be signed in May.",
        [("said", "he", "said", ["The treaty", "would be signed in May"])],
    ),
    (
        "According to two Western diplomats, Russia has offered Iran missiles.",
        [
            (
                "said",
                "two Western diplomats",
                "According to",
                ["Russia has offered Iran missiles"],
            )
        ],
    ),
    (
        "Russia has offered missiles, according to diplomats familiar with the talks.",
        [
            (
                "said",
                "diplomats familiar with the talks",
                "according to",
                ["Russia has offered missiles"],
            )
        ],
    ),
    (
        "Ann Ito, 59, a lawyer in Geneva, told reporters that the talks had failed.",
        [
            (
                "said",
                "Ann Ito, 59, a lawyer in Geneva",
                "told",
                ["that the talks had failed"],
            )
        ],
    ),
    (
        "Russia said Ukraine had accused it of shelling, and warned that it would act.",
        [
            ("said", "Russia", "said", ["Ukraine had accused it of shelling"]),
            ("judged", "Ukraine", "had accused", ["it of shelling"]),
            ("said", "Russia", "warned", ["that it would act"]),
        ],
    ),
    (
        "Sanctions were criticised by Beijing.",
        [("judged", "Beijing", "were criticised", ["Sanctions"])],
    ),
    (
        "The Kremlin rejected Kyiv's claim that Russian troops had fled.",
        [
            ("judged", "The Kremlin", "rejected", [
                "Kyiv's claim that Russian troops had fled"
            ]),
            ("said", "Kyiv", "claim", ["that Russian troops had fled"]),
        ],
    ),
    ("The embassy in Minsk was closed on Friday.", []),
    ("Russian plans and claims of the past were forgotten.", []),
    ("The statement was published on Monday.", []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_who_says_what(
    text: str, expected: list[tuple[str, str, str, list[str]]]
) -> None:
    assert [_told(a) for a in attributions(_document(text))] == expected


def test_a_quotation_goes_on_over_sentences() -> None:
    text = "“We will stay,” she said. “We have no choice. It is our land.” Rain fell."
    (found,) = attributions(_document(text))
    assert [part.text for part in found.content] == [
        "“We will stay,”",
        "“We have no choice. It is our land.”",
    ]


def test_a_quotation_goes_on_over_paragraphs() -> None:
    text = "The envoy said:\n\n“There is no deal.\n\n“There will be none.”\n\nHe left."
    (found,) = attributions(_document(text))
    assert _told(found)[3] == ["“There is no deal.\n\n“There will be none.”"] or (
        _told(found)[3] == ["“There is no deal.\n“There will be none.”"]
    )


def test_the_turns_of_a_talk_belong_to_their_speakers() -> None:
    text = "MACRON: We agree on the treaty.\n\nMERZ: We do not.\n\nMACRON: Good."
    found = [_told(a) for a in attributions(_document(text))]
    assert ("said", "MACRON", ":", ["We agree on the treaty."]) in found
    assert ("said", "MERZ", ":", ["We do not."]) in found


def test_a_signed_quotation_belongs_to_its_name() -> None:
    (found,) = attributions(_document("“Peace is near.” ― Ana Ruiz"))
    assert _told(found) == ("said", "Ana Ruiz", "―", ["“Peace is near.”"])


_WORDS = st.sampled_from(
    [
        *("said", "that", "“", "”", '"', "Iran", "the", "minister", ",", ".", "he"),
        *("told", "according", "to", "claims", "’s", "--", "(", ")", ":", "\n\n", "by"),
        *("rejected", "was", "not", "and", "who", "Mr.", "''", "plans", "―"),
    ]
)


@given(st.lists(_WORDS, max_size=40))
def test_spans_are_what_stands_there(words: list[str]) -> None:
    document = _document(f"Iran spoke {' '.join(words)} today.")
    found = attributions(document)
    assert found == attributions(document)
    for told in found:
        for part in (told.source, told.cue, *told.content):
            if part:
                assert document.text[part.start : part.end] == part.text != ""


def _document(text: str) -> Document:
    return make_document(RawDocument("text", text.encode(), "text"))


def _told(found: Attribution) -> tuple[str, str | None, str | None, list[str]]:
    return (
        found.kind,
        found.source.text if found.source else None,
        found.cue.text if found.cue else None,
        [part.text for part in found.content],
    )
