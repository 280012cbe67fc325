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
]


@pytest.mark.parametrize(("words", "value", "unit", "bound"), QUANTITIES)
def test_how_much(
    words: str, value: float, unit: str | None, bound: str | None
) -> None:
    found = how_much(words)
    assert found is not None
    assert found.value == pytest.approx(value)
    assert (found.unit, found.bound) == (unit, bound)


def test_a_range_has_an_upper_end() -> None:
    found = how_much("15 to 17 percent")
    assert found is not None
    assert (found.value, found.high, found.unit) == (15, 17, "percent")


@pytest.mark.parametrize("words", ["more than missions", "80 to kilometers"])
def test_a_number_that_the_text_has_lost(words: str) -> None:
    found = how_much(words)
    assert found is not None
    assert found.lost or found.value is not None


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
