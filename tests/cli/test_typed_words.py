"""What users write and what they are told, word by word."""

from datetime import date

import click
import pytest
from hypothesis import given
from hypothesis import strategies as st

from realpolitik.cli import arguments
from realpolitik.cli.problems import problem_lines
from realpolitik.cli.selecting import why_empty
from realpolitik.cli.words import interval_words, one_line, printable, quantity_words
from realpolitik.core.document import Document, Origin
from realpolitik.core.interval import Interval
from realpolitik.core.problem import Problem
from realpolitik.core.quantity import Quantity
from realpolitik.core.selection import Selection
from realpolitik.core.span import Span
from realpolitik.documents.places import raw_place

DAYS = [
    ("2015", date(2015, 1, 1), date(2015, 12, 31)),
    ("2016-02", date(2016, 2, 1), date(2016, 2, 29)),
    ("2015-12", date(2015, 12, 1), date(2015, 12, 31)),
    ("2015-03-01", date(2015, 3, 1), date(2015, 3, 1)),
]


@pytest.mark.parametrize(("words", "first", "last"), DAYS)
def test_days(words: str, first: date, last: date) -> None:
    assert arguments.first_day(words) == first
    assert arguments.last_day(words) == last


def test_the_case_of_a_word_tells_two_types_apart() -> None:
    given = {words: arguments.claim_type(words) for words in ("AID", "aid", "consult")}
    assert given == {"AID": "AID", "aid": "aid", "consult": "CONSULT"}


@pytest.mark.parametrize(
    "words", ["", "15", "2015-13", "2015-02-30", "x", "2015-3-1-1", "9999-12"]
)
def test_no_days(words: str) -> None:
    with pytest.raises(click.BadParameter):
        arguments.day(words)


INTERVALS = [
    (Interval(date(2020, 1, 30), date(2020, 1, 30), "day"), "2020-01-30"),
    (Interval(date(2020, 1, 1), date(2020, 1, 31), "month"), "2020-01"),
    (Interval(date(2012, 1, 1), date(2020, 12, 31), "year"), "2012/2020"),
    (Interval(None, date(2020, 12, 31), "year"), "../2020"),
    (Interval(date(2020, 1, 6), date(2020, 1, 12), "week"), "2020-01-06/2020-01-12"),
    (Interval(None, None, "unknown"), ""),
    (None, ""),
]


@pytest.mark.parametrize(("interval", "words"), INTERVALS)
def test_intervals(interval: Interval | None, words: str) -> None:
    assert interval_words(interval) == words


QUANTITIES = [
    (Quantity(1900000000.0, "USD"), "1,900,000,000 USD"),
    (Quantity(500.0, "person", bound=">"), ">500 person"),
    (Quantity(200.0, approximate=True), "~200"),
    (Quantity(15.0, "percent", high=17.5), "15..17.5 percent"),
    (Quantity(None, lost=True), "(number lost)"),
]


@pytest.mark.parametrize(("quantity", "words"), QUANTITIES)
def test_quantities(quantity: Quantity, words: str) -> None:
    assert quantity_words(quantity) == words


@given(st.text())
def test_no_control_character_reaches_the_screen(text: str) -> None:
    assert len(printable(text)) == len(text)
    assert all(sign.isprintable() or ord(sign) > 159 for sign in one_line(text))


def test_problems_of_one_kind_are_one_line() -> None:
    fused = [Problem("fused-words", f"two words: {n}", n, n + 1) for n in range(3)]
    lines = problem_lines("a.txt", [*fused, Problem("no-date", "none found")])
    assert lines == [
        "a.txt: fused-words (3 times): two words: 0",
        "a.txt: no-date: none found",
    ]


def test_an_empty_answer_names_the_filter_that_excludes_all() -> None:
    selection = Selection(actor="RUS", type="AID")
    assert why_empty(selection, {"--actor": 3, "--type": 0}, 9) == (
        "no claims: of 9 claims in the project none passes --type AID"
    )
    assert why_empty(selection, {"--actor": 3, "--type": 2}, 9) == (
        "no claims: of 9 claims in the project none passes all of "
        "--actor RUS, --type AID together"
    )


@pytest.mark.parametrize("encoding", ["utf-8", "latin-1", "utf-16-le"])
def test_a_span_leads_to_its_bytes(encoding: str) -> None:
    text = "Visité à Москва" if encoding != "latin-1" else "Visité à Moscou"
    raw = b"<p>" + text.encode(encoding) + b"</p>"
    runs = (Origin(0, len(text), 3, len(raw) - 4),)
    document = Document("d", "s", text, "", len(raw), "html", origins=runs)
    place = raw_place(document, Span(5, 8))
    assert place is not None
    assert raw[slice(*place)].decode(encoding) == text[5:8]
    assert raw_place(document, Span(len(text), len(text) + 1)) is None
