"""How much: a number in figures or words, with its unit and bound."""

import re
from dataclasses import dataclass, replace
from functools import lru_cache

from realpolitik.core.quantity import Quantity
from realpolitik.knowledge.units import money_of
from realpolitik.resolving.amount_units import unit_of
from realpolitik.resolving.amounts import number_said, vague

_ABOVE = re.compile(
    r"\b(more than|over|at least|above|exceed\w*|upwards of|no fewer than|no less than|"
    r"in excess of|greater than|minimum of|surpass\w*|well over)\b|\d\+|\bor more\b"
)
_BELOW = re.compile(
    r"\b(less than|fewer than|under|below|up to|nearly|almost|at most|as many as|"
    r"close to|as much as|no more than|maximum of|approaching|just short of)\b"
)
_ABOUT = re.compile(
    r"\b(about|around|some|roughly|approximately|an estimated|estimated|circa|"
    r"or so|nearly|almost|close to)\b|~"
)
_LOST = re.compile(
    r"^(?:about|more than|over|some|nearly|almost|around|at least|up to|less than)"
    r"\s+[a-z]+$|\bto\s+[a-z]+$"
)
_LOST_END = re.compile(r"\d to (?:[a-z]+s|percent|per cent|km|million|billion)$")
_NO_NOUN = re.compile(
    r"^(?:\W*$|[,;:.)]| (?:in|for|from|to|at|and|by|during|against|on|a year|last|this|"
    r"the (?:year|month|week)|which|is|was|were|had|has|have|or|of those|of them)\b)"
)
_DATE = re.compile(r"\d{1,2}[./-]\d{1,2}[./-]\d{4}")
_SHARE_AT_MOST = 200
_AMERICAN = re.compile(r"U\.?S|Americ|[A-Z]\$")
_OWN_UNITS = frozenset(
    ["second", "minute", "hour", "day", "week", "month", "year", "times", "rank"]
)
_DIGIT = re.compile(r"\d")


def how_much(said: str, after: str = "", before: str = "") -> Quantity | None:
    """Give the quantity that is stated; `before` and `after` are the text around it.

    >>> how_much("more than USD 1.9 billion")
    Quantity(value=1900000000.0, unit='USD', high=None, approximate=True, bound='>', \
lost=False)
    """
    told = _told(said)
    if _DATE.fullmatch(told.text):
        return None
    number = number_said(told.low, after)
    if number is None:
        unit = unit_of(told.text, before, after) if told.lost else None
        return Quantity(None, unit, lost=True) if told.lost else None
    unit = number.unit or unit_of(told.text, before, after)
    return Quantity(
        *(number.value, unit, number.high),
        *(told.approximate, told.bound, told.lost_end),
    )


@dataclass(frozen=True, slots=True)
class _Told:
    """What the words of an amount say by themselves, besides its number and unit."""

    text: str
    low: str
    bound: str | None
    approximate: bool
    lost: bool
    lost_end: bool


@lru_cache(maxsize=20_000)
def _told(said: str) -> _Told:
    text = " ".join(said.replace("\u2019", "'").split())
    low = text.lower()
    bound = ">" if _ABOVE.search(low) else "<" if _BELOW.search(low) else None
    unsure = any(word in low for word in vague()) and not _DIGIT.search(low)
    approximate = bool(bound or unsure or _ABOUT.search(low))
    lost, lost_end = _LOST.search(low), _LOST_END.search(low)
    return _Told(text, low, bound, approximate, bool(lost), bool(lost_end))


def like_earlier(
    found: Quantity | None, before: Quantity | None, after: str
) -> Quantity | None:
    """Give an amount without a unit that of the amount told just before it.

    "from 4.4 billion dollars in 2014 to 6.6 billion": what stands by itself, with no
    noun behind it, is of the same. Vague words and years are not.
    """
    if not found or found.unit or found.value is None or found.lost:
        return found
    if not before or not before.unit or not _NO_NOUN.match(after):
        return found
    if before.unit in _OWN_UNITS or _is_too_much(found.value, before.unit):
        return found
    return replace(found, unit=before.unit)


def _is_too_much(value: float, unit: str) -> bool:
    """Say whether a number is no share: an index "fell 0.1 per cent to 5884"."""
    return unit == "percent" and value > _SHARE_AT_MOST


def of_speaker(found: Quantity | None, said: str, state: str | None) -> Quantity | None:
    """Give dollars that are called nothing more as those of the speaker's state.

    An Australian minister's "$60 million" are Australian; who means the American ones
    says so. Without a speaker they are American, as the press has it.
    """
    if not found or found.unit != "USD" or not state or _AMERICAN.search(said):
        return found
    return replace(found, unit=money_of(state, "USD") or found.unit)
