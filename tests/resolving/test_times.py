from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from realpolitik.resolving.time_words import Around
from realpolitik.resolving.times import when

DAY = date(2020, 3, 5)  # a Thursday
CASES = [
    ("2020-01-30", "2020-01-30", "2020-01-30", "day"),
    ("January 30", "2020-01-30", "2020-01-30", "day"),
    ("30 January 2019", "2019-01-30", "2019-01-30", "day"),
    ("on Monday", "2020-03-02", "2020-03-02", "day"),
    ("Thursday", "2020-03-05", "2020-03-05", "day"),
    ("yesterday", "2020-03-04", "2020-03-04", "day"),
    ("this week", "2020-03-02", "2020-03-08", "week"),
    ("last month", "2020-02-01", "2020-02-29", "month"),
    ("earlier this month", "2020-03-01", "2020-03-31", "month"),
    ("last year", "2019-01-01", "2019-12-31", "year"),
    ("in 2015", "2015-01-01", "2015-12-31", "year"),
    ("three years ago", "2017-01-01", "2017-12-31", "year"),
    ("since April 2019", "2019-04-01", None, "month"),
    ("between 2012 and 2020", "2012-01-01", "2020-12-31", "interval"),
    ("March 3-4", "2020-03-03", "2020-03-04", "interval"),
    ("in the first two months of 2020", "2020-01-01", "2020-02-29", "interval"),
    ("second quarter of 2018", "2018-04-01", "2018-06-30", "quarter"),
    ("the 1990s", "1990-01-01", "1999-12-31", "decade"),
    ("mid-1990s", "1994-01-01", "1996-12-31", "decade"),
    ("2023-24", "2023-01-01", "2024-12-31", "interval"),
]


@pytest.mark.parametrize(("words", "start", "end", "precision"), CASES)
def test_when(words: str, start: str, end: str | None, precision: str) -> None:
    found = when(words, DAY)
    assert found is not None
    assert found.start == date.fromisoformat(start)
    assert found.end == (date.fromisoformat(end) if end else None)
    assert found.precision == precision


@pytest.mark.parametrize("words", ["recently", "soon", "in the past", ""])
def test_words_that_give_no_date(words: str) -> None:
    assert when(words, DAY) is None


@pytest.mark.parametrize("words", ["on Monday", "last year", "today", "May"])
def test_without_a_day_only_what_is_absolute_has_a_meaning(words: str) -> None:
    assert when(words, None) is None
    assert when("30 January 2019", None) is not None


def test_what_lies_ahead_is_looked_for_ahead() -> None:
    found = when("Monday", DAY, Around("They will meet on "))
    assert found is not None
    assert found.start == date(2020, 3, 9)


@given(st.text(max_size=40), st.dates(date(1800, 1, 1), date(2100, 1, 1)))
def test_an_interval_never_ends_before_it_starts(words: str, day: date) -> None:
    found = when(words, day)
    assert not found or not found.start or not found.end or found.start <= found.end
