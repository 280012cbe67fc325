import pytest

from realpolitik.core.interval import Interval
from realpolitik.core.quantity import Quantity
from realpolitik.resolving.resolver import Resolver
from realpolitik.resolving.unread import unread
from tests.resolving.resolving_notation import document

CASES = [
    ("They traded for 90 days.", [("time", "90 days"), ("quantity", "90 days")]),
    ("He came two days ago.", [("time", "two days ago")]),
    ("Talks resumed today at 16:15 UTC.", [("time", "today"), ("time", "16:15 UTC")]),
    ("Trade rose 0.2% to $13.6M.", [("quantity", "0.2%"), ("quantity", "$13.6M")]),
    ("Resolution 242 was adopted.", []),
    ("Nothing happened.", []),
    ("It fell on 25 Farvardin 1403.", [("time", "25 Farvardin 1403")]),
    ("It began in Ramadan 1445.", [("time", "Ramadan 1445")]),
    ("It recalls resolution 2334 and paragraphs 4 and 5.", []),
    ("2. The parties agree.", []),
    ("They may march on.", []),
    ("It opened on 3 May 2014.", [("time", "3 May 2014")]),
    ("It lost 12 tanks in 2014.", [("time", "2014"), ("quantity", "12")]),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_what_the_reader_passed_over(
    text: str, expected: list[tuple[str, str]]
) -> None:
    made, mentions = document(text)
    assert [
        (m.kind, m.text) for m in unread(made, mentions, Resolver.load().speaker)
    ] == expected


def test_what_is_read_is_not_given_twice() -> None:
    made, mentions = document("It lost [12 tanks|quantity] in [2014|time].")
    assert unread(made, mentions, Resolver.load().speaker) == ()


def test_what_is_found_has_its_meaning() -> None:
    made, mentions = document("It lost 12 tanks today.")
    day, amount = (
        m.meanings[0] for m in unread(made, mentions, Resolver.load().speaker)
    )
    assert isinstance(day, Interval)
    assert isinstance(amount, Quantity)
    assert str(day.start) == "2020-03-05"
    assert (amount.value, amount.unit) == (12, "tank")
