"""Terms of dictionary entries: "[AFGGOV 970811-970821]", "[USAELI <890120]"."""

import re
from dataclasses import dataclass
from datetime import date

_DATE = r"(\d{8}|\d{6})"
_RANGE = re.compile(rf"{_DATE}\s*-\s*{_DATE}")
_OPEN = re.compile(rf"([<>])\s*{_DATE}")
_CODE = re.compile(r"[A-Za-z0-9+*-]+")
_PIVOT = 30  # two digits above it are of the last century, as PETRARCH has it
_LAST_YEAR = 2200
_SHORT = 7  # days


@dataclass(frozen=True, slots=True)
class DictionaryTerm:
    """A code with the days for which it stands, "" where open; `doubt` says what is
    odd about them.
    """

    code: str
    start: str = ""
    end: str = ""
    doubt: str | None = None

    @property
    def dated(self) -> bool:
        """Whether it is for some days only."""
        return bool(self.start or self.end)


class TermError(ValueError):
    """A term that cannot be; the message says why."""


def read_term(text: str) -> DictionaryTerm:
    """Read what stands in one pair of brackets; TermError if it cannot be.

    >>> read_term("AFGGOV 970811-970821")
    DictionaryTerm(code='AFGGOV', start='1997-08-11', end='1997-08-21', doubt=None)
    >>> read_term(">030101 AFGGOV").start
    '2003-01-01'
    """
    for pattern, make in ((_RANGE, _between), (_OPEN, _open)):
        if found := pattern.search(text):
            rest = (text[: found.start()] + text[found.end() :]).strip()
            return make(_code(rest, text), found)
    return DictionaryTerm(_code(text.strip(), text))


def _between(code: str, found: re.Match[str]) -> DictionaryTerm:
    start, end = _day(found[1]), _day(found[2])
    if end < start:
        raise TermError(f"the term ends ({end}) before it starts ({start})")
    short = (end - start).days < _SHORT
    doubt = f"the term has only {(end - start).days + 1} days" if short else None
    return DictionaryTerm(code, start.isoformat(), end.isoformat(), doubt)


def _open(code: str, found: re.Match[str]) -> DictionaryTerm:
    day = _day(found[2])
    if found[1] == ">":
        return DictionaryTerm(code, start=day.isoformat())
    return DictionaryTerm(code, end=day.isoformat())


def _code(text: str, whole: str) -> str:
    if not _CODE.fullmatch(text):
        raise TermError(f"{whole!r} is no code with a date")
    return text


def _day(digits: str) -> date:
    if len(digits) == 6:
        digits = ("19" if int(digits[:2]) > _PIVOT else "20") + digits
    year, month, day = int(digits[:4]), int(digits[4:6]), int(digits[6:])
    try:
        found = date(year, month, day)
    except ValueError as error:
        raise TermError(f"{digits} is a date that does not exist") from error
    if year > _LAST_YEAR:
        raise TermError(f"{digits} lies after the year {_LAST_YEAR}")
    return found
