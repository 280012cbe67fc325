"""Running text between paragraphs of a page is read, whatever it is marked as."""

import pytest
from document_maker import Maker

FIRST = (
    "Russia and Israel have signed a military pact, and the two sides agreed to hold "
    "regular consultations on Syria in the coming years, as both of them announced."
)
LAST = FIRST.replace("military", "naval").replace("Syria", "Lebanon")
LOOSE = (
    "The software would filter away all of these pages, and upon testing it all of the "
    "famous ones could not be opened by anybody who had not been told of it before."
)
SHORT = "They are not armed, and who killed the police?"
MORE = "It is questionable whether the ministry follows the law in all of its spending."


def page(inner: str) -> str:
    return f"""<html><body><article><p>{FIRST}</p><p>{FIRST[:-1]} too.</p>{inner}
    <p>{LAST}</p><p>{LAST[:-1]} too.</p></article></body></html>"""


@pytest.mark.parametrize(
    ("inner", "expected"),
    [
        (f"<div class='translation'>{LOOSE}</div>", [LOOSE]),
        (f"<div>{LOOSE} <p>{MORE}</p></div>", [LOOSE, MORE]),
        (f"<div><a href='/x'>{LOOSE}</a></div>", []),
        (f"<blockquote>Na eso hai.</blockquote><div>{SHORT}</div>", [SHORT]),
        ("<div>Get our news in your inbox.</div>", []),
    ],
)
def test_loose_prose(make: Maker, inner: str, expected: list[str]) -> None:
    sentences = make.sentences(make(page(inner), "a.html"))
    for text in (FIRST, LAST, *expected):
        assert text in sentences
    assert (LOOSE in sentences) == (LOOSE in expected)


def test_days_and_quotations_within_a_line_stay_in_it(make: Maker) -> None:
    line = "They met on <time datetime='2020-03-05'>5 March</time> and said <q>yes</q> to it."
    sentences = make.sentences(make(page(f"<p>{line}</p>"), "a.html"))
    assert "They met on 5 March and said yes to it." in sentences


def test_words_struck_out_are_told_and_not_read(make: Maker) -> None:
    line = "<p>They met <del>Iran</del><ins>Israel</ins> in <s>Kazan</s> Moscow.</p>"
    document = make(page(line), "a.html")
    assert "They met Israel in Moscow." in make.sentences(document)
    (problem,) = [p for p in document.problems if p.kind == "struck-out"]
    assert problem.note.endswith("(2 times): 'Iran; Kazan'")


def test_a_mark_that_was_never_closed_strikes_nothing_out(make: Maker) -> None:
    document = make(page("<s>"), "a.html")
    assert LAST in make.sentences(document)
    assert "struck-out" not in make.problems(document)
