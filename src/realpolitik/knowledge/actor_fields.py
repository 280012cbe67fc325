"""What each field of an actors.toml may hold, and what is said where it does not."""

import re
from collections.abc import Callable, Mapping
from datetime import date
from difflib import get_close_matches
from functools import lru_cache
from typing import Any

from realpolitik.knowledge import directory
from realpolitik.knowledge.events import terms

KINDS = (*("person", "body", "organisation", "movement", "state", "people", "capital"),)
OWN_CODES = ("organisation", "movement", "state")
"""Kinds that may have a code of their own."""

EXAMPLES = {
    "id": 'id = "wagner-group"',
    "name": 'name = "Wagner Group"',
    "kind": 'kind = "movement"',
    "country": 'country = "RUS"',
    "code": 'code = "WAGNER"',
    "sector": 'sector = "MIL"',
    "aliases": 'aliases = ["PMC Wagner", "Wagner"]',
    "role": 'role = "Minister of Defence"',
    "start": 'start = "2014-05-01"',
    "end": 'end = "2023-08"',
    "qid": 'qid = "Q18704085"',
    "rank": "rank = 4",
    "note": 'note = "seen in the reports of 2014"',
    "terms": '[[actor.terms]] with country = "RUS", start = "2014", end = "2018"',
    "word": 'word = "commissar"',
    "number": 'number = "s"',
}
_YEARS = (1000, 2200)
_DAY = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?")
_ID = re.compile(r"[\w.:/-]+")
_CODE = re.compile(r"[A-Z][A-Z0-9_-]*")
_QID = re.compile(r"Q[1-9]\d*")


class FieldError(ValueError):
    """A value that a field cannot have; the message says why."""


def text(value: Any) -> str:
    """Take some words."""
    if not isinstance(value, str) or not value.strip():
        raise FieldError(f"{value!r} is no text")
    if "|" in value or not value.isprintable():
        raise FieldError(f"{value!r} holds a sign that a name cannot have")
    return value.strip()


def identifier(value: Any) -> str:
    """Take an id: one word."""
    return _fitting(value, _ID, "is no id: one word of letters, digits, - and _")


def item(value: Any) -> str:
    """Take a Wikidata item."""
    return _fitting(value, _QID, "is no Wikidata item")


def own_code(value: Any) -> str:
    """Take a code in capitals."""
    return _fitting(value, _CODE, "is no code: capitals, digits, - and _")


def country(value: Any) -> str:
    """Take a code that the directory knows: of a state, or of an organisation."""
    known = directory.known_names()
    code = text(value)
    if code in known:
        return code
    if code.upper() in known:
        raise FieldError(f"{code!r} is no code; did you mean {code.upper()!r}?")
    by_name = {name.casefold(): code for code, name in known.items()}
    near = get_close_matches(code.casefold(), by_name, n=1, cutoff=0.8)
    hint = f"; did you mean {by_name[near[0]]!r}?" if near else ""
    raise FieldError(
        f"no country is known as {code!r}{hint or '; use its ISO 3166 alpha-3 code'}"
    )


def day(value: Any) -> str:
    """Take an ISO day, month or year, as text, number of a year, or TOML date."""
    if isinstance(value, date):
        value = value.isoformat()[:10]
    if isinstance(value, int) and not isinstance(value, bool):
        value = str(value)
    words = text(value)
    if not _DAY.fullmatch(words):
        raise FieldError(f"{words!r} is no date")
    year, month, last = (*map(int, words.split("-")), 1, 1)[:3]
    try:
        date(year, month, last)
    except ValueError as error:
        raise FieldError(f"{words!r} is a date that does not exist") from error
    if not _YEARS[0] <= year <= _YEARS[1]:
        raise FieldError(f"{words!r} is no date of this world")
    return words


def names(value: Any) -> tuple[str, ...]:
    """Take a list of names."""
    if not isinstance(value, list):
        raise FieldError(f"{value!r} is no list of names")
    return tuple(dict.fromkeys(text(name) for name in value))


def rank(value: Any) -> int:
    """Take 1 to 5."""
    if isinstance(value, bool) or value not in (1, 2, 3, 4, 5):
        raise FieldError(f"{value!r} is no rank from 1 to 5")
    return int(value)


def kind(value: Any) -> str:
    """Take a kind of actor."""
    return _one_of(value, KINDS, "kind")


def sector(value: Any) -> str:
    """Take a PLOVER sector."""
    return _one_of(value, _sectors(), "sector")


def number(value: Any) -> str:
    """Take "s" one, "p" several, "b" either."""
    return _one_of(value, ("s", "p", "b"), "number")


def role_kind(value: Any) -> str:
    """Take what a role noun stands for."""
    known = ("person", "body", "thing", "state", "organisation")
    return _one_of(value, known, "kind")


Taker = Callable[[Any], Any]

TERM: Mapping[str, Taker] = {
    "country": country,
    "code": own_code,
    "sector": sector,
    "role": text,
    "start": day,
    "end": day,
}
ACTOR: Mapping[str, Taker] = {
    "id": identifier,
    "name": text,
    "kind": kind,
    "aliases": names,
    "qid": item,
    "rank": rank,
    "note": text,
    **TERM,
}
ROLE: Mapping[str, Taker] = {
    "word": text,
    "sector": sector,
    "number": number,
    "kind": role_kind,
    "note": text,
}


@lru_cache(maxsize=1)
def _sectors() -> tuple[str, ...]:
    return tuple(terms("sector"))


def _fitting(value: Any, pattern: re.Pattern[str], what: str) -> str:
    words = text(value)
    if not pattern.fullmatch(words):
        raise FieldError(f"{words!r} {what}")
    return words


def _one_of(value: Any, known: tuple[str, ...], what: str) -> str:
    words = text(value)
    if words in known:
        return words
    raise FieldError(f"no {what} is called {words!r}; there are: {', '.join(known)}")
