"""When a document was published: who says so, and whether it can be believed."""

import re
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from pathlib import PurePosixPath

from realpolitik.core.document import RawDocument
from realpolitik.documents.blocks import Block, Metadata
from realpolitik.documents.passages import UNREAD_KINDS

_MONTHS = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
]
_NAMES = "|".join(f"{month[:3]}(?:{month[3:]})?" for month in _MONTHS) + "|sept"
_DATES = re.compile(
    rf"""\b(?P<iso>(?:19|20)\d{{2}}[-/.]\d{{1,2}}[-/.]\d{{1,2}})\b
    |\b(?P<numbers>\d{{1,2}}[-/.]\d{{1,2}}[-/.](?:19|20)\d{{2}})\b
    |\b(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\.?\s(?:of\s)?(?P<month>{_NAMES})\.?,?\s
        (?P<year>(?:19|20)\d{{2}})\b
    |\b(?P<month2>{_NAMES})\.?\s(?P<day2>\d{{1,2}})(?:st|nd|rd|th)?,?\s
        (?P<year2>(?:19|20)\d{{2}})\b""",
    re.VERBOSE | re.IGNORECASE,
)
_COMPACT = re.compile(r"(?<!\d)((?:19|20)\d{2})[-_.]?(\d{2})[-_.]?(\d{2})(?!\d)")
_HEAD_LINES = 12
_HEAD_CHARACTERS = 120
_TAIL_LINES = 2
_SHORT = 100
_EARLIEST = 1900
_EXCERPT = 80
_DAYS_APART = 31
_PLACES = {"text": "the text is headed", "name": "its address or file name says"}


@dataclass(frozen=True, slots=True)
class Dating:
    """The day a document was published and last changed, and what gave the first.

    `dated_by` is given, row, meta, text or name. `refused` is a later date than today
    that was not believed; `doubt` says what speaks against the day,
    `words` are those that gave it.
    """

    published: date | None = None
    modified: date | None = None
    dated_by: str | None = None
    refused: date | None = None
    doubt: str | None = None
    words: str | None = None


def date_of(
    raw: RawDocument,
    *,
    metadata: Metadata,
    blocks: Sequence[Block],
    given: date | None,
    today: date,
) -> Dating:
    """Date a document: caller, carrier's row, page, dateline, name of the file."""
    refused: date | None = None
    evidence = list(_candidates(raw, metadata, blocks, given))
    for found in evidence:
        if found.day > today:
            refused = refused or found.day
            continue
        modified = metadata.modified
        late = modified is not None and not found.day <= modified <= today
        return Dating(
            found.day,
            None if late else modified,
            found.by,
            refused,
            _doubt(found, evidence),
            found.words,
        )
    return Dating(refused=refused)


@dataclass(frozen=True, slots=True)
class _Evidence:
    day: date
    by: str
    words: str | None = None


def _candidates(
    raw: RawDocument, metadata: Metadata, blocks: Sequence[Block], given: date | None
) -> Iterator[_Evidence]:
    if given is not None:
        yield _Evidence(given, "given")
    if raw.date is not None:
        yield _Evidence(raw.date, "row")
    if metadata.published is not None:
        yield _Evidence(metadata.published, "meta", metadata.dated_words)
    if (found := dateline_in(blocks)) is not None:
        yield _Evidence(found[0], "text", found[1])
    name = raw.url or raw.source
    if (day := date_in_name(name)) is not None:
        yield _Evidence(day, "name", name[-_EXCERPT:])


def _doubt(believed: _Evidence, evidence: Sequence[_Evidence]) -> str | None:
    """Say what contradicts the day that was believed, by more than some days."""
    if believed.by in {"given", "row"}:
        return None
    for other in evidence:
        apart = abs((other.day - believed.day).days)
        if other.by in {"text", "name"} and apart > _DAYS_APART:
            return (
                f"the date {believed.day.isoformat()} ({believed.by}) is doubtful: "
                f"{_PLACES[other.by]} {other.day.isoformat()}"
            )
    return None


def date_in_text(blocks: Sequence[Block]) -> date | None:
    """Find the dateline: a date near the beginning, or alone at the end."""
    found = dateline_in(blocks)
    return found[0] if found else None


def dateline_in(blocks: Sequence[Block]) -> tuple[date, str] | None:
    """Find the day of the dateline with its words.

    At the beginning it counts in a short line or at the head of the first paragraph
    ("MOSCOW, January 30, 2020 (Agency)"), never in the middle of its sentences.
    """
    readable = [block for block in blocks if block.kind not in UNREAD_KINDS]
    for block in readable[:_HEAD_LINES]:
        if day := _day_at_head(block):
            return day, block.text[:_EXCERPT]
    for block in readable[-_TAIL_LINES:]:
        if block.kind == "dateline" and (day := first_date(block.text)):
            return day, block.text[:_EXCERPT]
    return None


def _day_at_head(block: Block) -> date | None:
    if len(block.text) > _SHORT or not (day := first_date(block.text)):
        return _opening_date(block.text)
    return day if block.kind == "dateline" or _opens(block.text) else None


def date_in_name(source: str) -> date | None:
    """Find a full date in a file's name or an address.

    >>> date_in_name("news/2020-01-30_talks.txt"), date_in_name("talks.txt")
    (datetime.date(2020, 1, 30), None)
    """
    path = source.split("://", 1)[-1] if "://" in source else PurePosixPath(source).name
    for match in re.finditer(r"/((?:19|20)\d{2})/(\d{1,2})/(\d{1,2})(?=/|\Z)", path):
        if day := _day(*match.groups()):
            return day
    matches = (_day(*match.groups()) for match in _COMPACT.finditer(path))
    return next((day for day in matches if day), None)


def first_date(text: str) -> date | None:
    """Give the first full date that stands in a text.

    >>> first_date("05.03.2020, Israel and the World")
    datetime.date(2020, 3, 5)
    """
    days = (_day_of(match) for match in _DATES.finditer(text))
    return next((day for day in days if day), None)


def _opens(text: str) -> bool:
    match = _DATES.search(text)
    return match is not None and len(text) - len(match.group()) < _SHORT // 2


def _opening_date(text: str) -> date | None:
    """Read "MOSCOW, January 30, 2020 (Agency) -- ..." at the head of a paragraph."""
    match = _DATES.search(text[:_HEAD_CHARACTERS])
    if match is None:
        return None
    before, after = text[: match.start()], text[match.end() :]
    place = re.fullmatch(r"[A-Z][A-Z .,'/()-]*[,(]?\s?|", before)
    closed = re.match(r"\s?[)\],.]*\s?(?:[(/][^()/]{1,40}[)/])?\s?[-–—.:]", after)
    return _day_of(match) if place and closed else None


def _day_of(match: re.Match[str]) -> date | None:
    if iso := match["iso"]:
        return _day(*re.split(r"[-/.]", iso))
    if numbers := match["numbers"]:
        first, second, year = re.split(r"[-/.]", numbers)
        slashed = "/" in numbers
        return _of_numbers(year, first, second, month_first=slashed)
    name = match["month"] or match["month2"]
    month = 1 + [known[:3] for known in _MONTHS].index(name[:3].lower())
    return _day(match["year"] or match["year2"], month, match["day"] or match["day2"])


def _of_numbers(
    year: str, first: str, second: str, *, month_first: bool
) -> date | None:
    """Read 05.03.2020 as 5 March, 3/25/2020 as 25 March; 3/5/2020 says nothing."""
    if month_first and int(first) <= 12 and int(second) <= 12 and first != second:
        return None
    if int(second) > 12:
        first, second = second, first
    return _day(year, second, first)


def _day(year: str | int, month: str | int, day: str | int) -> date | None:
    if int(year) < _EARLIEST:
        return None
    with suppress(ValueError):
        return date(int(year), int(month), int(day))
    return None
