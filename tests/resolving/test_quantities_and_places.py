import pytest
from hypothesis import given
from hypothesis import strategies as st

from realpolitik.resolving.places import where
from realpolitik.resolving.quantities import how_much

QUANTITIES = [
    ("USD 1.9 billion", 1.9e9, "USD", None),
    ("$300 million", 3e8, "USD", None),
    ("more than 17%", 17, "percent", ">"),
    ("17 percent", 17, "percent", None),
    ("4500 Red Army veterans", 4500, "person", None),
    ("over 500", 500, None, ">"),
    ("nearly 2,000 soldiers", 2000, "person", "<"),
    ("hundreds of people", 200, "person", None),
    ("twenty-four", 24, None, None),
    ("two million barrels", 2e6, "barrel", None),
    ("half a million people", 5e5, "person", None),
    ("a dozen missiles", 12, "missile", None),
    ("two reactors", 2, "reactor", None),
    ("1.1 bln euros", 1.1e9, "EUR", None),
    ("two thirds", 67, "percent", None),
    ("a quarter of a million", 250_000, None, None),
    ("three and a half million", 3.5e6, None, None),
    ("three decades", 30, "year", None),
    ("half an hour", 30, "minute", None),
    ("a week", 1, "week", None),
    ("one in four", 25, "percent", None),
    ("six of the 128 seats", 6, "seat", None),
    ("two F-16s", 2, "aircraft", None),
    ("over 2,000km", 2000, "km", ">"),
    ("RM120,000", 120_000, "MYR", None),
    ("nobody", 0, "person", None),
    ("63 dollars a barrel", 63, "USD/barrel", None),
]


@pytest.mark.parametrize(("words", "value", "unit", "bound"), QUANTITIES)
def test_how_much(
    words: str, value: float, unit: str | None, bound: str | None
) -> None:
    found = how_much(words)
    assert found is not None
    assert found.value == pytest.approx(value)
    assert (found.unit, found.bound) == (unit, bound)


AROUND = [
    ("two", "", " missing airmen.", "person"),
    ("300", "", " Scud specialists to the west", "person"),
    ("eleven", "", " Chinese patrol vessels rode at anchor", "ship"),
    ("three", "", " leaks in the pipeline", "leak"),
    ("138", "The vote was ", " to 9 to recognise it", "vote"),
    ("10th", "", " largest partner", "rank"),
    ("1.5 billion", "It lent ", " next year.", None),
]


@pytest.mark.parametrize(("said", "before", "after", "unit"), AROUND)
def test_what_is_counted_stands_around(
    said: str, before: str, after: str, unit: str | None
) -> None:
    found = how_much(said, after, before)
    assert found is not None
    assert found.unit == unit


def test_a_range_in_words() -> None:
    found = how_much("between three and five percent")
    assert found is not None
    assert (found.value, found.high, found.unit) == (3, 5, "percent")


def test_a_range_has_an_upper_end() -> None:
    found = how_much("15 to 17 percent")
    assert found is not None
    assert (found.value, found.high, found.unit) == (15, 17, "percent")


@pytest.mark.parametrize("words", ["more than missions", "80 to kilometers"])
def test_a_number_that_the_text_has_lost(words: str) -> None:
    found = how_much(words)
    assert found is not None
    assert found.lost


def test_what_is_no_quantity() -> None:
    assert how_much("trade") is None


@given(st.text(max_size=40), st.text(max_size=20))
def test_any_text_can_be_asked_for_its_quantity(said: str, after: str) -> None:
    found = how_much(said, after)
    assert found is None or found.lost or found.value is not None


PLACES = [
    ("Moscow", (), "RUS"),
    ("Tartus, Syria", (), "SYR"),
    ("northern Syria", (), "SYR"),
    ("Idlib province", (), "SYR"),
    ("White House", (), "USA"),
    ("Turkish soil", (), "TUR"),
    ("Tripoli", ("LBN",), "LBN"),
    ("Tripoli", ("LBY",), "LBY"),
    ("South Ossetia", (), "GEO"),
    ("Red Sea", (), None),
]


@pytest.mark.parametrize(("words", "codes", "country"), PLACES)
def test_where(words: str, codes: tuple[str, ...], country: str | None) -> None:
    found = where(words, codes)
    assert found is not None
    assert found.country == country


@pytest.mark.parametrize("words", ["the consulate", "Qwertyville", ""])
def test_what_is_no_known_place(words: str) -> None:
    assert where(words) is None
