"""Days of other calendars: the Islamic, the Iranian, and Easter.

Islamic months begin with a sighting of the moon, which differs from land to land and
from the tables by a day: a day is given with the one before and the one after.
"""

import re
from datetime import date, timedelta
from functools import lru_cache

from realpolitik.core.interval import Interval
from realpolitik.knowledge import tables
from realpolitik.resolving.time_words import Around

_ISLAMIC_EPOCH = 227_015  # 16 July 622 (Julian), as an ordinal of `date`
_NOWRUZ_1399 = date(2020, 3, 20).toordinal()
_LEAP = (1, 5, 9, 13, 17, 22, 26, 30)
_PERSIAN_YEARS = range(1178, 1634)
_ISLAMIC_YEARS = range(1, 1601)
_DOUBT = timedelta(1)
_FIRST_OF_ISLAMIC = 1421  # written in figures, older years are Iranian


def hijri(year: int, month: int, day: int) -> date:
    """Give a day of the tabular Islamic calendar.

    After Reingold and Dershowitz, Calendrical Calculations, 7.1 (civil epoch).

    >>> hijri(1445, 9, 1)
    datetime.date(2024, 3, 11)
    """
    before = (year - 1) * 354 + (3 + 11 * year) // 30 + 29 * (month - 1) + month // 2
    return date.fromordinal(_ISLAMIC_EPOCH - 1 + before + day)


def persian(year: int, month: int, day: int) -> date:
    """Give a day of the Iranian calendar by its 33-year cycle.

    The cycle agrees with the observed equinox from 1178 to 1633; Borkowski, The Persian
    Calendar for 3000 Years, Earth, Moon and Planets 74 (1996).

    >>> persian(1357, 11, 22)
    datetime.date(1979, 2, 11)
    """
    days = 365 * (year - 1399) + _leaps_before(year) - _leaps_before(1399)
    in_year = 31 * (month - 1) if month <= 7 else 30 * (month - 1) + 6
    return date.fromordinal(_NOWRUZ_1399 + days + in_year + day - 1)


def easter(year: int) -> date:
    """Give Easter Sunday of the Gregorian calendar (Meeus, Jones, Butcher).

    >>> easter(2019)
    datetime.date(2019, 4, 21)
    """
    a, (b, c) = year % 19, divmod(year, 100)
    h = (19 * a + b - b // 4 - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    weekday = (32 + 2 * (b % 4) + 2 * (c // 4) - h - c % 4) % 7
    m = (a + 11 * h + 22 * weekday) // 451
    month, day = divmod(h + weekday - 7 * m + 114, 31)
    return date(year, month, day + 1)


def month_said(m: re.Match[str], day: date | None, around: Around) -> Interval | None:
    """Read "15 Ramadan 1445", "Mehr 1398", and "Ramadan" by the document's day."""
    calendar, month, feast = _entries()[m.group("month")]
    number = int(m.group("number")) if m.group("number") else feast
    if m.group("year"):
        return _days(calendar, int(m.group("year")), month, number)
    if calendar == "persian" and not feast:
        return None  # "Mehr" and "Tir" alone are names
    if m.group("western"):
        return _in_western(calendar, int(m.group("western")), month, number)
    return _nearest(calendar, month, number, day, around) if day else None


def in_figures(m: re.Match[str], _day: date | None, _: Around) -> Interval | None:
    """Read "1403/05/10": Iranian, or Islamic where the year is too late for that."""
    year, month, number = (int(m.group(i)) for i in (1, 2, 3))
    return _days(_calendar_of(year), year, month, number)


def year_said(m: re.Match[str], _day: date | None, _: Around) -> Interval | None:
    """Read "1446 AH" and "1398 SH"."""
    calendar = "hijri" if m.group("era").lower() in ("ah", "h") else "persian"
    year = int(m.group("year"))
    first, after = (_days(calendar, y, 1, 1) for y in (year, year + 1))
    if not first or not after or not first.start or not after.end:
        return None
    return Interval(first.start, after.end - timedelta(1), "interval")


@lru_cache(maxsize=1)
def months_pattern() -> str:
    """Give the pattern of all months and feasts, the longest first."""
    return "(?P<month>" + "|".join(map(re.escape, months_written())) + ")"


def months_written() -> list[str]:
    """Give the names of all months and feasts, the longest first."""
    return sorted(_entries(), key=len, reverse=True)


@lru_cache(maxsize=1)
def _entries() -> dict[str, tuple[str, int, int | None]]:
    return {
        name: (row["calendar"], int(row["month"]), int(row["day"] or 0) or None)
        for row in tables.rows("words/calendars.csv")
        for name in row["names"].split(";")
    }


def _calendar_of(year: int) -> str:
    return "persian" if year < _FIRST_OF_ISLAMIC else "hijri"


def _leaps_before(year: int) -> int:
    cycles, rest = divmod(year, 33)
    return 8 * cycles + sum(leap < rest for leap in _LEAP)


def _days(calendar: str, year: int, month: int, number: int | None) -> Interval | None:
    if year not in (_PERSIAN_YEARS if calendar == "persian" else _ISLAMIC_YEARS):
        return None
    if not 1 <= month <= 12 or (number and not 1 <= number <= 31):
        return None
    read = persian if calendar == "persian" else hijri
    after = (year + 1, 1, 1) if month == 12 else (year, month + 1, 1)
    first, last = read(year, month, number or 1), read(*after) - timedelta(1)
    if number:
        last, kind = first, "day"
    else:
        kind = "interval"
    if calendar == "hijri":
        return Interval(first - _DOUBT, last + _DOUBT, "interval")
    return Interval(first, last, kind)


def _near_years(calendar: str, year: int) -> range:
    first = year - 622
    if calendar == "hijri":
        first = (year - 622) * 33 // 32
    return range(first - 1, first + 3)


def _in_western(
    calendar: str, year: int, month: int, number: int | None
) -> Interval | None:
    found = (_days(calendar, y, month, number) for y in _near_years(calendar, year))
    return next((f for f in found if f and f.start and f.start.year == year), None)


def _nearest(
    calendar: str, month: int, number: int | None, day: date, around: Around
) -> Interval | None:
    found = [_days(calendar, y, month, number) for y in _near_years(calendar, day.year)]
    known = [f for f in found if f and f.start and f.end]
    if around.future:
        known = [f for f in known if f.end and f.end >= day] or known

    def distance(found: Interval) -> int:
        start, end = found.start or day, found.end or day
        return max((start - day).days, (day - end).days, 0)

    return min(known, key=distance, default=None)
