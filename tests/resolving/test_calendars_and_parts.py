"""Other calendars, parts of years, and what is told against the time spoken of."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from realpolitik.resolving.calendars import easter, hijri, persian
from realpolitik.resolving.time_words import Around
from realpolitik.resolving.times import when

DAY = date(2020, 3, 5)  # a Thursday
CASES = [
    ("15 Ramadan 1445", "2024-03-24", "2024-03-26", "interval"),
    ("Ramadan 1445", "2024-03-10", "2024-04-10", "interval"),
    ("1446 AH", "2024-07-07", "2025-06-27", "interval"),
    ("Eid al-Fitr 2019", "2019-06-04", "2019-06-06", "interval"),
    ("12 Bahman 1357", "1979-02-01", "1979-02-01", "day"),
    ("1403/05/10", "2024-07-31", "2024-07-31", "day"),
    ("Mehr 1398", "2019-09-23", "2019-10-22", "interval"),
    ("Nowruz 2021", "2021-03-21", "2021-03-21", "day"),
    ("Easter 2019", "2019-04-21", "2019-04-21", "day"),
    ("2021/06/01", "2021-06-01", "2021-06-01", "day"),
    ("Christmas 2019", "2019-12-25", "2019-12-25", "day"),
    ("the 75th anniversary", "1945-01-01", "1945-12-31", "year"),
    ("FY2019", "2019-01-01", "2019-12-31", "year"),
    ("Q3 2019", "2019-07-01", "2019-09-30", "quarter"),
    ("H1 2019", "2019-01-01", "2019-06-30", "interval"),
    ("the third quarter", "2019-07-01", "2019-09-30", "quarter"),
    ("the first half of the year", "2020-01-01", "2020-06-30", "interval"),
    ("the first week of March", "2020-03-01", "2020-03-07", "week"),
    ("the last week of March 2019", "2019-03-25", "2019-03-31", "week"),
    ("over the weekend", "2020-02-29", "2020-03-01", "interval"),
    ("this weekend", "2020-03-07", "2020-03-08", "interval"),
    ("next weekend", "2020-03-07", "2020-03-08", "interval"),
    ("this winter", "2019-12-01", "2020-02-29", "season"),
    ("Tuesday next week", "2020-03-10", "2020-03-10", "day"),
    ("Friday last week", "2020-02-28", "2020-02-28", "day"),
    ("from Monday to Wednesday", "2020-03-02", "2020-03-04", "interval"),
    ("a year and a half ago", "2018-09-01", "2018-09-30", "month"),
    ("in two weeks", "2020-03-19", "2020-03-19", "day"),
    ("the eighties", "1980-01-01", "1989-12-31", "decade"),
    ("the end of the year", "2020-12-01", "2020-12-31", "month"),
    ("World War II", "1939-01-01", "1945-12-31", "interval"),
    ("until 2025", None, "2025-12-31", "year"),
    ("before 2015", None, "2014-12-31", "year"),
    ("after 2015", "2015-01-01", None, "year"),
]


@pytest.mark.parametrize(("words", "start", "end", "precision"), CASES)
def test_when(words: str, start: str | None, end: str | None, precision: str) -> None:
    found = when(words, DAY)
    assert found is not None
    assert found.start == (date.fromisoformat(start) if start else None)
    assert found.end == (date.fromisoformat(end) if end else None)
    assert found.precision == precision


SPOKEN = [
    ("the following week", "2019-12-16", "2019-12-22"),
    ("the year before", "2018-01-01", "2018-12-31"),
    ("the previous month", "2019-11-01", "2019-11-30"),
    ("the day after", "2019-12-11", "2019-12-11"),
    ("a week earlier", "2019-12-03", "2019-12-03"),
]


@pytest.mark.parametrize(("words", "start", "end"), SPOKEN)
def test_against_the_time_spoken_of(words: str, start: str, end: str) -> None:
    found = when(words, DAY, Around("", date(2019, 12, 10)))
    assert found is not None
    assert (str(found.start), str(found.end)) == (start, end)


@pytest.mark.parametrize(
    "words",
    ["a few days ago", "the past few years", "the coming months", "in recent weeks", "in his fourth term",
     "Mehr", "several years ago", "the following week"],
)  # fmt: skip
def test_vague_stays_vague(words: str) -> None:
    assert when(words, DAY) is None


@pytest.mark.parametrize(
    "words", ["the weekend", "the third quarter", "75th anniversary", "Ramadan"]
)
def test_without_a_day_these_have_no_meaning(words: str) -> None:
    assert when(words, None) is None


@pytest.mark.parametrize("words", ["1403/05/10", "15 Ramadan 1445", "Q3 2019"])
def test_without_a_day_these_are_absolute(words: str) -> None:
    assert when(words, None) == when(words, DAY)


def test_a_cue_of_the_future_ends_with_what_was_said() -> None:
    found = when("January", date(2006, 8, 19), Around("under plans announced in "))
    assert found is not None
    assert found.start == date(2006, 1, 1)


NEW_YEARS = [(1375, 1996, 20), (1399, 2020, 20), (1400, 2021, 21), (1404, 2025, 21)]


@pytest.mark.parametrize(("year", "western", "march"), NEW_YEARS)
def test_nowruz_falls_on_its_day(year: int, western: int, march: int) -> None:
    assert persian(year, 1, 1) == date(western, 3, march)


@given(st.integers(1200, 1600), st.integers(1, 12))
def test_months_follow_one_another(year: int, month: int) -> None:
    after = (year + 1, 1) if month == 12 else (year, month + 1)
    assert persian(*after, 1) - persian(year, month, 1) in map(timedelta, (29, 30, 31))
    assert hijri(*after, 1) - hijri(year, month, 1) in map(timedelta, (29, 30))


@given(st.integers(1600, 2400))
def test_easter_is_a_sunday_of_spring(year: int) -> None:
    assert easter(year).weekday() == 6
    assert date(year, 3, 22) <= easter(year) <= date(year, 4, 25)


SAID = [
    ("February and June", "between ", "2020-02-01", "2020-06-30"),
    ("April 5 to 7, 2022", "", "2022-04-05", "2022-04-07"),
    ("May of last year", "", "2019-05-01", "2019-05-31"),
    ("November, 12th, 2006", "", "2006-11-12", "2006-11-12"),
    ("from January 1, 2013 and ending December 31, 2017", "", "2013-01-01",
     "2017-12-31"),
    ("twenty-five years ago", "", "1995-01-01", "1995-12-31"),
    ("since talks broke off in April", "", "2019-04-01", "None"),
    ("effective May 1, 2021", "", "2021-05-01", "None"),
]  # fmt: skip


@pytest.mark.parametrize(("words", "before", "start", "end"), SAID)
def test_as_it_is_said(words: str, before: str, start: str, end: str) -> None:
    found = when(words, DAY, Around(before))
    assert found is not None
    assert (str(found.start), str(found.end)) == (start, end)
