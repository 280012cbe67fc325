"""What a page says of the days on which it was published and changed, and where.

What a page declares of itself (meta elements, linked data) is held against what was
found in its text; the words that gave the day are kept as evidence.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from realpolitik.documents.needles import places_of

_DAY = r"\d{4}-\d{2}-\d{2}"
_TIME = rf"{_DAY}(?:T[\d:.]{{4,15}}(?:Z|[+-]\d{{2}}:?\d{{2}})?)?"
_PUBLISHED_NAMES = ("datepublished", "article:published_time")
_PUBLISHED = re.compile(
    rf"""(?:(?P<name>datePublished)["']\s*:
    |(?P<name2>article:published_time)["'][^>]{{0,60}}?content=)
    \s*["'](?P<time>{_TIME})""",
    re.VERBOSE | re.IGNORECASE,
)
_MODIFIED_NAMES = ("datemodified", "modified_time", "og:updated_time", "last-modified")
_MODIFIED = re.compile(
    rf"""(?:dateModified|modified_time|og:updated_time|last-modified)["']?
    [^>]{{0,60}}?["'](?P<time>{_DAY})""",
    re.VERBOSE | re.IGNORECASE,
)
_ADDRESS = re.compile(
    r"""<(?:link[^>]{0,200}?rel=["']?canonical["']?[^>]{0,200}?href|
    meta[^>]{0,200}?property=["']?og:url["']?[^>]{0,200}?content)=["']?
    (?P<address>[^"'\s>]{8,500})""",
    re.VERBOSE | re.IGNORECASE,
)
_IN_ADDRESS = re.compile(
    r"/(?P<y>(?:19|20)\d\d)/(?P<m>[01]?\d)/(?P<d>[0-3]?\d)(?=/|\Z)"
    r"|[-_/](?P<y2>(?:19|20)\d\d)-?(?P<m2>[01]\d)-?(?P<d2>[0-3]\d)(?:\.\w+)?/?\Z"
)
_TIME_NAMES = ("<time",)
_TIME_ELEMENT = re.compile(
    rf"""<time\b[^>]{{0,200}}?datetime=["']?(?P<time>{_TIME})""", re.IGNORECASE
)
_SAME_TIME = timedelta(hours=1)
_NEAR = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class PageDates:
    """The day of publication with the words that gave it, and of the last change."""

    published: date | None = None
    words: str | None = None
    modified: date | None = None


def page_dates(source: str, *, guess: date | None) -> PageDates:
    """Choose between what a page declares and the day found by other means.

    A page is never older than it says: a later day is that of its last change. Pages
    that declare several days (lists of articles) declare none. The day in a page's own
    address stands above one found in its text that is a day off: pages print today's.
    So does the day of its only time element above one whose year the page never
    names: that is the year of the clock.
    """
    if guess and not _names_year(source, guess):
        guess = None
    changed = next(_named(source, _MODIFIED_NAMES, _MODIFIED), None)
    modified = day_of(changed["time"]) if changed else None
    published = _named(source, _PUBLISHED_NAMES, _PUBLISHED)
    found = {match["time"]: match for match in published}
    declared = _declared(found)
    if declared and not (guess and guess < declared[0] and guess not in _days(found)):
        return PageDates(*declared, modified)
    address = _in_address(source)
    if address and (guess is None or abs(guess - address[0]) <= _NEAR):
        return PageDates(*address, modified)
    if guess is None and (marked := _marked(source)):
        return PageDates(*marked, modified)
    words = f"found on the page: {guess.isoformat()}" if guess else None
    return PageDates(guess, words, modified)


def _names_year(source: str, day: date) -> bool:
    """Say whether a year stands in a page: as 2018, 20180518 or 18.05.18."""
    whole = rf"(?<![\w%]){day.year}(?:(?![^\W_])|(?=\d\d))"
    return re.search(rf"{whole}|[-/.'’]{day:%y}\b", source) is not None


def _marked(source: str) -> tuple[date, str] | None:
    """Give the day of the time elements of a page, where all tell the same."""
    times = [m["time"] for m in _named(source, _TIME_NAMES, _TIME_ELEMENT)]
    days = _days(times)
    return (days.pop(), f"time {times[0]}") if len(days) == 1 else None


def _named(
    source: str, names: Sequence[str], pattern: re.Pattern[str]
) -> Iterator[re.Match[str]]:
    """Match a pattern where one of the names that it begins with stands."""
    matches = (pattern.match(source, place) for place in places_of(source, names))
    return (match for match in matches if match is not None)


def day_of(text: str | None) -> date | None:
    """Read the day at the beginning of an ISO time."""
    with suppress(ValueError, TypeError):
        return date.fromisoformat((text or "")[:10])
    return None


def _days(times: Iterable[str]) -> set[date]:
    return {day for day in map(day_of, times) if day}


def _declared(found: Mapping[str, re.Match[str]]) -> tuple[date, str] | None:
    times = _of_one_moment(sorted(found))
    days = _days(times)
    if len(days) != 1:
        return None
    time = times[0]
    name = found[time]["name"] or found[time]["name2"]
    return days.pop(), f"{name} {time}"


def _of_one_moment(times: Sequence[str]) -> list[str]:
    """Of one moment told in two zones keep the local telling: that is the day there.

    >>> _of_one_moment(["2020-12-24T23:59:50+00:00", "2020-12-25T01:59:50+02:00"])
    ['2020-12-25T01:59:50+02:00']
    """
    read = {time: moment for time in times if (moment := _moment(time))}
    if len(read) < 2 or max(read.values()) - min(read.values()) > _SAME_TIME:
        return list(times)
    local = [time for time, moment in read.items() if moment.utcoffset()]
    return local or list(times)


def _moment(time: str) -> datetime | None:
    with suppress(ValueError):
        moment = datetime.fromisoformat(time.replace("Z", "+00:00"))
        return moment if moment.tzinfo else None
    return None


def _in_address(source: str) -> tuple[date, str] | None:
    """Read the day in the address that the page gives as its own."""
    for match in _ADDRESS.finditer(source):
        address = match["address"].split("?", 1)[0]
        if found := _IN_ADDRESS.search(address):
            parts = [found[name] or found[f"{name}2"] for name in "ymd"]
            with suppress(ValueError):
                return date(*map(int, parts)), f"address {address[-60:]}"
    return None
