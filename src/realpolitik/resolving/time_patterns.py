"""How times are said: one pattern a way of saying, and what each means."""

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from functools import lru_cache

from realpolitik.core.interval import Interval
from realpolitik.resolving.day_math import (
    away,
    month_end,
    months,
    on,
    one_day,
    shifted,
    unit_at,
)
from realpolitik.resolving.time_parts import PARTS
from realpolitik.resolving.time_words import (
    HOLIDAYS,
    MONTHS,
    ORDINALS,
    SEASONS,
    UNIT,
    VAGUE_NUMBERS,
    WD,
    WEEKDAYS,
    Around,
    D,
    M,
    N,
    Y,
    number_of,
    year_near,
)

Read = Callable[[re.Match[str], date | None, Around], Interval | None]


def _iso(m: re.Match[str], _day: date | None, _around: Around) -> Interval | None:
    return on(int(m.group(1)), int(m.group(2)), int(m.group(3)))


def _full(m: re.Match[str], day: date | None, around: Around) -> Interval | None:
    month, number = MONTHS[m.group("month")], int(m.group("day"))
    if m.group("year"):
        return on(int(m.group("year")), month, number)
    year = year_near(month, number, day, around)
    return on(year, month, number) if year else None


def _days_of(m: re.Match[str], day: date | None, around: Around) -> Interval | None:
    month = MONTHS[m.group("month")]
    first, last = (int(n) for n in re.findall(r"\b\d{1,2}\b", m.group())[:2])
    year = int(m.group("year")) if m.group("year") else None
    year = year or year_near(month, first, day, around)
    start, end = (on(year, month, n) if year else None for n in (first, last))
    if not start or not end or first > last:
        return None
    return Interval(start.start, end.end, "interval")


def _week_of(m: re.Match[str], day: date | None, around: Around) -> Interval | None:
    found = _full(m, day, around)
    return unit_at("week", found.start, 0) if found and found.start else None


def _month(m: re.Match[str], day: date | None, around: Around) -> Interval | None:
    month = MONTHS[m.group("month")]
    if m.group("year"):
        return months(int(m.group("year")), month, 1)
    if not day:
        return None
    year = year_near(month, min(day.day, 28), day, around) or day.year
    side = m.groupdict().get("side")
    if side == "next":
        year = day.year + (month <= day.month)
    elif side == "last":
        year = day.year - (month >= day.month)
    elif side == "this":
        year = day.year
    return months(year, month, 1)


def _month_beside(
    m: re.Match[str], day: date | None, _around: Around
) -> Interval | None:
    shift = {"last": -1, "next": 1}.get(m.group("side"), 0)
    return months(day.year + shift, MONTHS[m.group("month")], 1) if day else None


def _weekday(m: re.Match[str], day: date | None, _around: Around) -> Interval | None:
    if not day:
        return None
    wanted, side = WEEKDAYS[m.group("weekday")], m.groupdict().get("side")
    back = (day.weekday() - wanted) % 7
    ahead = side is None and _around.future and back > 0
    if ahead or side in ("next", "coming", "this coming"):
        return one_day(day + timedelta((wanted - day.weekday()) % 7 or 7))
    if side == "last" and back == 0:
        back = 7
    return one_day(day - timedelta(back))


def _relative(m: re.Match[str], day: date | None, _around: Around) -> Interval | None:
    if not day:
        return None
    if m.group().endswith("s"):
        return None  # "the coming months" are not counted
    shift = {"last": -1, "past": -1, "previous": -1, "next": 1, "coming": 1}
    by = shift.get(m.group("side"), 0)
    return unit_at(m.group("unit"), day, by)


def _ago(m: re.Match[str], day: date | None, around: Around) -> Interval | None:
    if not day or m.group("number") in VAGUE_NUMBERS:
        return None
    by = number_of(m.group("number"))
    told = m.groupdict().get("told")  # counted from the time told of
    ahead = told == "later" or m.groupdict().get("ahead")
    # "he spoke two days after the raid": the words give the day of the raid
    sign = 1 if ahead else -1
    base = around.spoken if told and around.spoken else day
    return away(m.group("unit"), base, sign * by)


def _span(m: re.Match[str], day: date | None, _around: Around) -> Interval | None:
    if not day or m.group("number") in VAGUE_NUMBERS:
        return None
    number, unit = number_of(m.group("number")), m.group("unit")
    ahead = m.group("side") in ("next", "coming")
    other = shifted(day, unit, number if ahead else -number)
    start, end = (day, other) if ahead else (other, day)
    return Interval(start, end, "interval")


def _first_units(m: re.Match[str], day: date | None, around: Around) -> Interval | None:
    year = _year_of(m, day)
    if not year or m.group("unit") != "month":
        return None
    number = number_of(m.group("number"))
    if m.group("part") == "first":
        return Interval(date(year, 1, 1), month_end(year, number), "interval")
    return Interval(date(year, 13 - number, 1), date(year, 12, 31), "interval")


def _part(m: re.Match[str], day: date | None, _around: Around) -> Interval | None:
    year = _year_of(m, day)
    if not year:
        return None
    which = ORDINALS[m.group("part")]
    length = 6 if m.group("of") == "half" else 3
    name = "interval" if length == 6 else "quarter"
    return replace(months(year, 1 + (which - 1) * length, length), precision=name)


def _year_of(m: re.Match[str], day: date | None) -> int | None:
    if m.groupdict().get("year"):
        return int(m.group("year"))
    if not day:
        return None
    return day.year - (m.groupdict().get("side") == "last")


def _season(m: re.Match[str], day: date | None, _around: Around) -> Interval | None:
    month = SEASONS[m.group("season")]
    year = _year_of(m, day)
    if not year:
        return None
    if not m.group("year") and day:
        if m.group("side") == "last":
            year = day.year - (month + 2 >= day.month)
        elif m.group("side") == "next":
            year = day.year + (month <= day.month)
        else:  # "this winter" in March is the one that began last year
            year = day.year - (month == 12 and day.month <= 6)
    return replace(months(year, month, 3), precision="season")


def _year(m: re.Match[str], _day: date | None, _around: Around) -> Interval | None:
    return months(int(m.group("year")), 1, 12)


def _fiscal(m: re.Match[str], _day: date | None, _around: Around) -> Interval | None:
    first, last = int(m.group(1)), m.group(2)
    end = int(str(first)[: 4 - len(last)] + last)
    if not first < end <= first + 100:
        return None
    return Interval(date(first, 1, 1), date(end, 12, 31), "interval")


def _decade(m: re.Match[str], _day: date | None, _around: Around) -> Interval | None:
    first = int(m.group(2)) if len(m.group(2)) == 4 else 1900 + int(m.group(2))
    start, end = first, first + 9
    if m.group(1) == "early":
        end = first + 3
    elif m.group(1) == "late":
        start = first + 7
    elif m.group(1) == "mid":
        start, end = first + 4, first + 6
    return Interval(date(start, 1, 1), date(end, 12, 31), "decade")


def _century(m: re.Match[str], _day: date | None, _around: Around) -> Interval | None:
    first = (int(m.group(1)) - 1) * 100
    return Interval(date(first, 1, 1), date(first + 99, 12, 31), "century")


def _nearby(m: re.Match[str], day: date | None, _around: Around) -> Interval | None:
    if not day:
        return None
    word = m.group(1)
    if word == "this weekend":
        saturday = day + timedelta((5 - day.weekday()) % 7)
        return Interval(saturday, saturday + timedelta(1), "interval")
    shift = -1 if word in ("yesterday", "last night") else int(word == "tomorrow")
    if word.startswith("day before"):
        shift = -2
    if word.startswith("day after"):
        shift = 2
    return one_day(day + timedelta(shift))


def _holiday(m: re.Match[str], day: date | None, _around: Around) -> Interval | None:
    month, number = HOLIDAYS[m.group(1)]
    if m.group("year"):
        return on(int(m.group("year")), month, number)
    year = year_near(month, number, day, _around)
    return on(year, month, number) if year else None


def _this_part(m: re.Match[str], day: date | None, _around: Around) -> Interval | None:
    return unit_at(m.group("unit"), day, 0) if day else None


def _that_year(m: re.Match[str], day: date | None, around: Around) -> Interval | None:
    base = around.spoken
    return unit_at(m.group("unit"), base, 0) if base else None


def _day_beside(m: re.Match[str], _day: date | None, around: Around) -> Interval | None:
    shift = {"following": 1, "next": 1, "previous": -1, "before": -1, "after": -1}.get(
        m.group("day_side"), 0
    )
    return one_day(around.spoken + timedelta(shift)) if around.spoken else None


def _numeric(m: re.Match[str], _day: date | None, _around: Around) -> Interval | None:
    first, second, year = (int(m.group(i)) for i in (1, 2, 3))
    if second > 12:
        first, second = second, first
    return on(year, second, first)


def compile_all(table: list[tuple[str, Read]]) -> list[tuple[re.Pattern[str], Read]]:
    """Compile the patterns of a table."""
    return [(re.compile(pattern), read) for pattern, read in table]


_OF_FIGURES = frozenset(
    [_iso, _days_of, _week_of, _full, _numeric, _fiscal, _decade, _century, _year]
)
_OF_MONTHS = frozenset([_days_of, _week_of, _full, _month, _month_beside])
_FIGURE, _MONTH = re.compile(r"\d"), re.compile(M)
PATTERNS = compile_all(
    [
        (r"\b(\d{4})-(\d{2})-(\d{2})\b", _iso),
        (rf"\b{M} ?\d{{1,2}} ?[-–—/] ?\d{{1,2}}\b,?(?: {Y})?", _days_of),
        (rf"\b\d{{1,2}} ?[-–—/] ?\d{{1,2}} {M},?(?: {Y})?", _days_of),
        (rf"\bweek of {M} {D},?(?: {Y})?", _week_of),
        (rf"\b{D}(?: of)? {M},?(?: {Y})?", _full),
        (rf"\b{M} (?:the )?{D}(?!\d),?(?: {Y})?", _full),
        (r"\b(\d{1,2})[./](\d{1,2})[./](\d{4})\b", _numeric),
        (rf"\b(?P<part>first|second|third|fourth) (?P<of>half|quarter) of "
         rf"(?:{Y}|(?P<side>this|last) year)", _part),
        (rf"\b(?P<part>first|last) {N} {UNIT} of (?:{Y}|(?P<side>this|last) year)",
         _first_units),
        (rf"\b(?P<side>last|next|this)? ?(?P<season>spring|summer|autumn|fall|winter)"
         rf"(?: of)?(?: {Y})?", _season),
        (rf"\b{M}(?: of)? (?P<side>last|next|this) year", _month_beside),
        (rf"\b(?P<side>last|next|this)? ?{M},?(?: of)?(?: {Y})?", _month),
        (rf"\b({'|'.join(sorted(HOLIDAYS, key=len, reverse=True))})(?: {Y})?",
         _holiday),
        (r"\b(\d{4})[-–/](\d{2}|\d{4})\b", _fiscal),
        (r"\b(early|late|mid)?[- ]?(?:the )?'?(\d{4}|\d0)'?s\b", _decade),
        (r"\b(\d{1,2})(?:st|nd|rd|th)[- ]century", _century),
        (rf"(?:\b|\bfy){Y}\b", _year),
        (rf"\b(?P<side>last|next|this coming|coming|this) {WD}", _weekday),
        (rf"\b{WD}", _weekday),
        (r"\b(today|tonight|yesterday|tomorrow|last night|day before yesterday|"
         r"day after tomorrow|this (?:morning|afternoon|evening|weekend)|midnight|noon|"
         r"overnight)\b", _nearby),
        (rf"\b{N} {UNIT} (?:ago|back)", _ago),
        (rf"\b(?P<ahead>in|within) {N} {UNIT}", _ago),
        (rf"\b{N} {UNIT} (?P<ahead>from now)", _ago),
        (rf"\b{N} {UNIT} (?P<told>earlier|later|after)", _ago),
        (rf"\b(?P<side>last|past|next|coming) {N} {UNIT}", _span),
        (r"\b(?:earlier|later|(?:end|start|beginning|middle) of) (?:this|the) "
         rf"{UNIT}", _this_part),
        (rf"\b(?P<side>last|this|next|past|current|coming|previous) {UNIT}",
         _relative),
        (r"\bday (?P<day_side>before|after)\b", _day_beside),
        (rf"\b(?:that|the same) (?:same )?{UNIT}", _that_year),
        (r"\b(?:the )?(?P<day_side>following|next|previous|same) "
         r"(?:day|evening|afternoon|night|morning)\b", _day_beside),
    ]
)  # fmt: skip
PARTS_OF_YEARS = compile_all(PARTS)


def patterns_for(text: str) -> list[tuple[re.Pattern[str], Read]]:
    """Give the patterns that may fit, in their order: without a figure or a month in
    the text those of figures and of months need not be tried.
    """
    return _patterns(bool(_FIGURE.search(text)), bool(_MONTH.search(text)))


@lru_cache(maxsize=4)
def _patterns(figure: bool, month: bool) -> list[tuple[re.Pattern[str], Read]]:
    return [
        (pattern, read)
        for pattern, read in PATTERNS
        if (figure or read not in _OF_FIGURES) and (month or read not in _OF_MONTHS)
    ]
