import pytest
from hypothesis import given
from hypothesis.strategies import DataObject, data, from_regex

from realpolitik.resolving.amounts import _RANGE, _TWO_FIGURES
from realpolitik.resolving.time_patterns import PATTERNS, patterns_for


@pytest.mark.parametrize("number", range(len(PATTERNS)))
@given(drawn=data())
def test_no_pattern_is_left_out_of_what_it_fits(number: int, drawn: DataObject) -> None:
    pattern, read = PATTERNS[number]
    assert (pattern, read) in patterns_for(drawn.draw(from_regex(pattern)))


@given(from_regex(_RANGE))
def test_a_range_has_two_figures(said: str) -> None:
    assert _TWO_FIGURES.search(said)
