"""How each event type and mode is put into words, with and without a recipient."""

import csv
import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

_VERB = re.compile(r"[a-z]+(?:/[a-z]+)+")
_UNNAMED = "act/acted/acts"


@dataclass(frozen=True, slots=True)
class Wording:
    """A phrase in its four forms; `{}` stands where the recipient goes."""

    base: str
    past: str
    third: str
    participle: str


def wording(type_: str, mode: str | None, *, toward: bool) -> Wording:
    """Find the words for a type and mode; an unknown mode falls back to the type.

    >>> wording("CONSULT", "visit", toward=True).past.format("Greece")
    'visited Greece'
    """
    table = _table()
    row = table.get(f"{type_}/{mode}") or table.get(type_)
    if row is None:
        tail = " ({}, {{}})" if toward else " ({})"
        return _forms(_UNNAMED + tail.format(type_.lower()))
    return _forms(row[0] if toward else row[1])


@cache
def _table() -> dict[str, tuple[str, str]]:
    """Read the rows; they say no more than the codebook's definitions do."""
    text = files("realpolitik.briefs").joinpath("wording.csv").read_text("utf-8")
    rows = csv.DictReader(text.splitlines())
    return {row["type"]: (row["toward"], row["alone"]) for row in rows}


@cache
def _forms(phrase: str) -> Wording:
    """Give the forms of `base/past/third[/participle]` verbs within a phrase."""
    return Wording(*(_VERB.sub(_picker(form), phrase) for form in range(4)))


def _picker(form: int) -> Callable[[re.Match[str]], str]:
    def pick(found: re.Match[str]) -> str:
        forms = found.group().split("/")
        return forms[form] if form < len(forms) else forms[1]

    return pick
