"""Parts of years and months, and what is told against the time last spoken of."""

import re
from datetime import date, timedelta
from functools import lru_cache

from realpolitik.core.interval import Interval
from realpolitik.knowledge import tables
from realpolitik.resolving.calendars import (
    easter,
    in_figures,
    month_said,
    months_pattern,
    year_said,
)
from realpolitik.resolving.day_math import month_end, months, on, one_day, unit_at
from realpolitik.resolving.time_words import (
    MONTHS,
    ORDINALS,
    UNIT,
    WD,
    WEEKDAYS,
    Around,
    M,
    N,
    Y,
    number_of,
    year_near,
)

_TENS = {
    "twenties": 1920, "thirties": 1930, "forties": 1940, "fifties": 1950,
    "sixties": 1960, "seventies": 1970, "eighties": 1980, "nineties": 1990,
}  # fmt: skip
_RECENT = 3


def _short_part(m: re.Match[str], _day: date | None, _: Around) -> Interval | None:
    length = 3 if m.group("kind").lower() == "q" else 6
    first = (int(m.group("which")) - 1) * length + 1
    return months(int(m.group("year")), first, length) if first < 12 else None


def _part_of_year(m: re.Match[str], day: date | None, _: Around) -> Interval | None:
    """Read "the first half", "the third quarter": the one that has begun last."""
    if not day:
        return None
    length = 6 if m.group("of") == "half" else 3
    first = (ORDINALS[m.group("part")] - 1) * length + 1
    if first > 12:
        return None
    return months(day.year - (first > day.month), first, length)


def _part_of_month(
    m: re.Match[str], day: date | None, around: Around
) -> Interval | None:
    month = MONTHS[m.group("month")]
    year = int(m.group("year")) if m.group("year") else None
    year = year or year_near(month, 15, day, around)
    if not year:
        return None
    last, part = month_end(year, month), m.group("part")
    if part == "last":
        return Interval(last - timedelta(6), last, "week")
    start = date(year, month, 1 + 7 * (ORDINALS[part] - 1))
    return Interval(start, start + timedelta(6), "week")


def _weekend(m: re.Match[str], day: date | None, around: Around) -> Interval | None:
    """Read "last weekend", "over the weekend": early in a week the one just over."""
    if not day:
        return None
    side = m.group("side")
    saturday = day - timedelta((day.weekday() - 5) % 7)
    ahead = side == "next" or around.future
    ahead = ahead or (side in ("this", "coming") and _RECENT <= day.weekday() < 5)
    if side == "last" and day.weekday() >= 5:
        saturday -= timedelta(7)
    elif ahead:
        saturday = day + timedelta((5 - day.weekday()) % 7)
        if side == "next" and day.weekday() >= 5:
            saturday += timedelta(7)
    return Interval(saturday, saturday + timedelta(1), "interval")


def _day_of_week(m: re.Match[str], day: date | None, _: Around) -> Interval | None:
    if not day:
        return None
    week = unit_at("week", day, {"last": -1, "next": 1}.get(m.group("side"), 0))
    start = week.start or day
    return one_day(start + timedelta(WEEKDAYS[m.group("weekday")]))


def _anniversary(m: re.Match[str], day: date | None, _: Around) -> Interval | None:
    """Read "the 75th anniversary" as the year of what is remembered, as coded."""
    if not day:
        return None
    year = day.year - int(m.group("number"))
    return months(year, 1, 12) if year > 0 else None


def _beside(m: re.Match[str], day: date | None, around: Around) -> Interval | None:
    """Read "the following week", "the year before": against the time spoken of."""
    side = m.group("side")
    base = around.spoken or (day if side in ("previous", "before", "earlier") else None)
    if not base:
        return None
    back = side in ("previous", "before", "earlier")
    return unit_at(m.group("unit"), base, -1 if back else 1)


def _and_a_half(m: re.Match[str], day: date | None, _: Around) -> Interval | None:
    if not day:
        return None
    back = 12 * number_of(m.group("number")) + 6 if m.group("number") else 6
    index = day.year * 12 + day.month - 1 - back
    return months(index // 12, index % 12 + 1, 1) if index >= 12 else None


def _days_joined(m: re.Match[str], day: date | None, around: Around) -> Interval | None:
    """Read "from Monday to Wednesday", "Monday and Tuesday"."""
    if not day:
        return None
    first, last = WEEKDAYS[m.group("first")], WEEKDAYS[m.group("last")]
    length = timedelta((last - first) % 7)
    back = timedelta((day.weekday() - first) % 7)
    start = day - back + (timedelta(7) if around.future and back else timedelta(0))
    return Interval(start, start + length, "interval")


def _that_day(_m: re.Match[str], day: date | None, around: Around) -> Interval | None:
    base = around.spoken or day
    return one_day(base) if base else None


def _short_year(m: re.Match[str], _day: date | None, _: Around) -> Interval | None:
    return months(1900 + int(m.group(1)), 1, 12)


def _end_of_year(m: re.Match[str], day: date | None, _: Around) -> Interval | None:
    return months(day.year, 12, 1) if day else None


def _tens(m: re.Match[str], _day: date | None, _: Around) -> Interval | None:
    first = _TENS[m.group("tens")]
    return Interval(date(first, 1, 1), date(first + 9, 12, 31), "decade")


def _period(m: re.Match[str], _day: date | None, _: Around) -> Interval | None:
    start, end = _periods()[m.group("period")]
    return Interval(date(start, 1, 1), date(end, 12, 31), "interval")


def _easter(m: re.Match[str], day: date | None, _: Around) -> Interval | None:
    if m.group("year"):
        return one_day(easter(int(m.group("year"))))
    return one_day(easter(day.year)) if day else None


def _slashed(m: re.Match[str], _day: date | None, _: Around) -> Interval | None:
    return on(int(m.group(1)), int(m.group(2)), int(m.group(3)))


@lru_cache(maxsize=1)
def _periods() -> dict[str, tuple[int, int]]:
    rows = tables.rows("words/periods.csv")
    return {row["name"]: (int(row["start"]), int(row["end"])) for row in rows}


_WEEKDAY = "(?:" + "|".join(sorted(WEEKDAYS, key=len, reverse=True)) + ")"


@lru_cache(maxsize=1)
def hints() -> re.Pattern[str]:
    """Give a pattern of words without which none of the parts is said: a short way."""
    said = (
        r"/|\bq\d|\bh\d|\b(?:ah|h|sh|ap)$|easter|week|half|quarter|annivers|following|"
        r"previous|before|after|earlier|later|ago|end|the day|'\d|war\b|wwi|ties\b"
    )
    days = rf"{_WEEKDAY}.+{_WEEKDAY}"
    return re.compile(rf"{said}|{days}|{months_pattern()}")


_PART = r"(?P<part>first|second|third|fourth|last)"
_OLD = r"1[0-6]\d\d"
PARTS = [
    (r"\b(\d{4})/(\d{2})/(\d{2})\b", in_figures),
    (r"\b(\d{4})/(\d{1,2})/(\d{1,2})\b", _slashed),
    (rf"(?:\b(?P<number>\d{{1,2}})(?: of)? )?\b{months_pattern()}\b"
     rf"(?:,? (?:(?P<year>{_OLD})|(?P<western>1[7-9]\d\d|20\d\d)))?(?: a\.?h\b)?",
     month_said),
    (rf"\b(?P<year>{_OLD}) ?(?P<era>ah|h|sh|ap)\b", year_said),
    (rf"\beaster(?: sunday)?(?: {Y})?", _easter),
    (rf"\b(?P<kind>q|h)(?P<which>[1-4])(?: of)? {Y}", _short_part),
    (rf"\b{_PART} week (?:of|in) {M}(?: {Y})?", _part_of_month),
    (r"\b(?P<part>first|second|third|fourth) (?P<of>half|quarter)"
     r"(?: of (?:the|this) year)?$", _part_of_year),
    (r"\b(?:(?P<side>last|this|next|coming|the|past) )?weekend\b", _weekend),
    (rf"\b{WD}(?: of)? (?P<side>last|next|this) week\b", _day_of_week),
    (rf"^(?:from )?(?P<first>{_WEEKDAY})(?: and | to | through | until |\s?[-–]\s?)"
     rf"(?P<last>{_WEEKDAY})$", _days_joined),
    (r"\b(?P<number>\d{1,3})(?:st|nd|rd|th) anniversary\b", _anniversary),
    (rf"\b(?P<side>following|previous) {UNIT}", _beside),
    (rf"^(?:the )?{UNIT} (?P<side>before|earlier|previous|after|later)$", _beside),
    (rf"\b(?:{N} years? and a half|(?:a|one) year and a half|half a year|six months) "
     r"(?:ago|earlier)\b", _and_a_half),
    (r"^(?:later? in |rest of |end of |start of )?the day$", _that_day),
    (r"(?:^|\s)'([4-9]\d)$", _short_year),
    (r"\b(?:(?:the )?end of (?:the|this) year|year'?s?[- ]end)\b", _end_of_year),
    (r"(?:^|\bthe )(?:\w+ )?(?P<tens>" + "|".join(_TENS) + r")\b", _tens),
    (r"\b(?P<period>" + "|".join(map(re.escape, _periods())) + r")$", _period),
]  # fmt: skip
"""Patterns and readers, to be tried before those of whole units."""
