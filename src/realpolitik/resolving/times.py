"""When: words for a time, against the document's day, as an interval of days."""

import re
from datetime import date
from functools import lru_cache

from realpolitik.core.interval import Interval
from realpolitik.resolving.time_parts import hints
from realpolitik.resolving.time_patterns import (
    PARTS_OF_YEARS,
    Read,
    compile_all,
    patterns_for,
)
from realpolitik.resolving.time_words import M2, UNIT, Around, M, N

_COMMA = re.compile(r",(?=\s)")
_BARE_DAY = re.compile(r"\d{1,2}(?:st|nd|rd|th)?(?: \d{4})?")
_LEADING = re.compile(rf"^(?:on|in(?! {N} {UNIT})|at|of|during|by the)\s+")
_DAYS_OF = re.compile(
    rf"\b{M} ?\d{{1,2}} ?[-–—/] ?\d{{1,2}}\b|\b\d{{1,2}} ?[-–—/] ?\d{{1,2}} {M2}"
)


def when(words: str, day: date | None, around: Around | None = None) -> Interval | None:
    """Give the days that words mean; None where they give no date ("recently").

    `day` is the document's. Without a day only what is absolute has a meaning.

    >>> when("on Monday", date(2020, 3, 5)).start
    datetime.date(2020, 3, 2)
    """
    around = around or Around()
    text = " ".join(words.lower().replace("’", "'").split())
    text = _COMMA.sub("", text)
    if around.since and not text.startswith("since"):
        text = f"since {text}"
    elif around.between and " and " in text:
        text = f"between {text}"
    text = _LEADING.sub("", text)
    if _DAYS_OF.search(text):
        return _plain(text, day, around)
    for pattern, read in _FRAMES:
        if (match := pattern.search(text)) and (found := read(match, day, around)):
            return found
    return _plain(text, day, around)


def _plain(text: str, day: date | None, around: Around) -> Interval | None:
    for match, read in _said(text):
        if found := read(match, day, around):
            return found
    return None


@lru_cache(maxsize=10_000)
def _said(text: str) -> tuple[tuple[re.Match[str], Read], ...]:
    """Give the ways of saying times that a text has, the surest first."""
    table = patterns_for(text)
    if hints().search(text):
        table = [*PARTS_OF_YEARS, *table]
    found = [(pattern.search(text), read) for pattern, read in table]
    return tuple([(match, read) for match, read in found if match])


def _since(m: re.Match[str], day: date | None, around: Around) -> Interval | None:
    rest = m.group("rest")
    inner = _plain(rest, day, around)
    if inner and day and inner.start and inner.start > day and m.group("past"):
        inner = _plain(f"{rest} {inner.start.year - 1}", day, around)
    return Interval(inner.start, None, inner.precision) if inner else None


def _until(m: re.Match[str], day: date | None, around: Around) -> Interval | None:
    inner = _plain(m.group("rest"), day, around)
    return Interval(None, inner.end, inner.precision) if inner else None


def _after_year(m: re.Match[str], day: date | None, _: Around) -> Interval | None:
    return Interval(date(int(m.group("year")), 1, 1), None, "year")


def _before_year(m: re.Match[str], day: date | None, _: Around) -> Interval | None:
    return Interval(None, date(int(m.group("year")) - 1, 12, 31), "year")


def _between(m: re.Match[str], day: date | None, around: Around) -> Interval | None:
    text, until = m.group("first"), m.group("last")
    month = re.search(M, text)
    if month and _BARE_DAY.fullmatch(until):
        until = f"{month.group('month')} {until}"  # "April 5 to 7 2022"
    last = _plain(until, day, around)
    if not last:
        return None
    if not re.search(rf"\d|{M}", text):
        return None
    if last.end and not re.search(r"\d{4}", text):
        month = re.search(M, m.group("last"))
        if re.fullmatch(r"\d{1,2}", text.strip()) and month:
            text = f"{month.group('month')} {text}"
        if re.search(r"\d{4}", m.group("last")):
            text = f"{text} {last.end.year}"
    first = _plain(text, day, around)
    if not first or not first.start or not last.end or first.start > last.end:
        return None
    return Interval(first.start, last.end, "interval")


_OPEN = r"(?P<past>since)|from|starting|beginning(?! of)|as of|effective"
_TO = "and ending|ending|and|to|until|through|till"
_FRAMES = compile_all(
    [
        (rf"^(?:ever )?(?:{_OPEN})\b(?: in| on)?(?: the| mid-| early| late)? "
         r"(?P<rest>(?!.* (?:to|until|through|ending) ).+)$", _since),
        (r"^(?:by|until|till|before) (?:the )?end of (?P<rest>.+)$", _until),
        (r"^(?:up )?(?:until|till|through) (?P<rest>.*\b(?:\d{4}|year))$", _until),
        (r"^after (?P<year>1\d{3}|20\d\d)$", _after_year),
        (r"^before (?P<year>1\d{3}|20\d\d)$", _before_year),
        (rf"^(?:between|from)? ?(?P<first>.+?)(?: (?:{_TO}) |\s?[-–—]\s?)"
         r"(?P<last>.+)$", _between),
    ]
)  # fmt: skip
