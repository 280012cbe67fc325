"""Where amounts stand in a sentence, by how they are written: sign, figure, unit.

"from 750,000 to $1 million" is one amount where it ranges, and two where it rises.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from realpolitik.knowledge.units import money_codes, written_units
from realpolitik.resolving.amount_units import unit_of
from realpolitik.resolving.amounts import number_said

_WORDS = (
    "two three four five six seven eight nine ten eleven twelve thirteen fourteen "
    "fifteen sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty "
    "seventy eighty ninety hundred thousand million billion trillion dozen"
)
SAID = "|".join(_WORDS.split())
_PREFIX = r"(?:US|HK|NT|NZ|AU|CA|MX|TT|A|C|S|R|M|J)"
_CURRENCY = r"[$€£¥₹₽₩₪₺₦₫₴₱฿]"
_FIGURE = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"
_SCALE = (
    r"(?: ?(?:k|m|mn|mln|mil|bn|bln|tn)\b|(?:[ -](?:hundred|thousand|million|billion|"
    r"trillion|dozen|crore|lakh))+\b)?"
)
_MINUS = r"(?:(?<![\w)\]])[-−](?=\d+(?:\.\d+)?(?: ?%| ?per ?cent| ?deg))|\bminus[ -])?"
_SHARES = r"(?:one|two|three|four)[ -](?:halves|thirds?|quarters?|fourths?|fifths?)"
# "one proposal", "one of the villages"; not "one another", "no one can".
_ONE = (
    r"(?<!\bno )(?<!\bany )(?<!\bthe )(?<!\bthis )(?<!\bthat )(?<!\beach )(?<!\bevery )"
    r"one(?= (?:of (?:the|these|those|my|your|his|her|its|our|their) |(?!a|and|another|"
    r"any|are|as|at|be|but|by|can|could|day|did|does|for|from|had|half|hand|has|have|he|if|in|"
    r"is|it|may|might|must|not|of|on|or|she|should|side|so|such|than|that|the|they|thing|"
    r"third|to|was|we|were|when|where|which|who|whose|will|with|would|you)\b[a-z]{3}))"
)
_LINK = r"(?P<link> ?[-–] ?| (?:up )?to | and | or )"
_RANGING = re.compile(
    r"\b(?:rang\w+|var(?:y|ie[sd]|ying)|anywhere|runs?|priced|costs?|aged?|sizes?)\b"
    r"[^;]{0,40}$",
    re.IGNORECASE,
)
_GLUED_ON = re.compile(r"[-–]\d")
_FROM = re.compile(r"\bfrom (?:about |around |over |nearly )?$", re.IGNORECASE)
_BETWEEN = re.compile(r"\bbetween (?:about |around )?$", re.IGNORECASE)
_VOTES = re.compile(
    r"\bvot|\bpassed\b|\blead\b|\bwon\b|\blost\b|\bbeat\b", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class AmountSpan:
    """One amount: where it stands, and whether a sign or a unit says that it is one."""

    start: int
    end: int
    certain: bool


def amount_spans(sentence: str) -> Iterator[AmountSpan]:
    """Give the amounts of a sentence as they are written, ranges whole.

    >>> [(a.start, a.end) for a in amount_spans("A fine of $3 billion to $5 billion.")]
    [(10, 34)]
    """
    at = 0
    while first := _amount().search(sentence, at):
        start, at, certain = first.start(), first.end(), _is_certain(first)
        second = _second().match(sentence, at)
        if second and _is_range(sentence, first, second):
            at, certain = second.end(), certain or _is_certain(second)
            between = _BETWEEN.search(sentence[:start])
            start = between.start() if between else start
        elif _GLUED_ON.match(sentence, at):
            continue  # a score or a name: "9-2", "12-A"
        yield AmountSpan(start, at, certain)


def _is_certain(match: re.Match[str]) -> bool:
    return any(match.group(name) for name in ("sign", "unit", "tail", "share"))


def _is_range(sentence: str, first: re.Match[str], second: re.Match[str]) -> bool:
    before, link = sentence[: first.start()], second.group("link").strip()
    if link == "and" and not _BETWEEN.search(before):
        return False
    if _FROM.search(before) and not _RANGING.search(before):
        return False
    if _VOTES.search(before[-40:]) or not _of_one_kind(first, second):
        return False
    said = sentence[first.start() : second.end()].lower()
    number = number_said(f"between {said}" if link == "and" else said)
    return number is not None and number.high is not None


def _of_one_kind(first: re.Match[str], second: re.Match[str]) -> bool:
    """Say whether two units can be those of one range: not "up 6.5% to 164p"."""
    one, other = _unit(first), _unit(second)
    signs = bool(second.group("sign")) > bool(first.group("sign"))
    return (not one or one == other) and not signs


def _unit(match: re.Match[str]) -> str | None:
    written = match.group("unit") or match.group("tail")
    return unit_of(f"1{written}", "", "") if written else None


@lru_cache(maxsize=1)
def _amount() -> re.Pattern[str]:
    apart = r"(?<![\w.,:/])(?<!(?-i:[A-Z\d])[-–])"
    return re.compile(apart + _one(), re.IGNORECASE)


@lru_cache(maxsize=1)
def _second() -> re.Pattern[str]:
    return re.compile(_LINK + _one(), re.IGNORECASE)


def _one() -> str:
    units = "|".join(re.escape(name) for name in written_units())
    codes = "|".join((*money_codes(), "RMB", "Rs", "RM", "PS", "Rp"))
    sign = (
        rf"(?:(?:(?<![A-Za-z])(?-i:{_PREFIX}) ?)?{_CURRENCY} ?(?-i:US|HK|AU|NZ|CA)?"
        rf"|(?<![A-Za-z])(?-i:{codes})\.? ?|(?-i:Y=))"
    )
    return (
        rf"(?:{_MINUS}(?P<sign>{sign})?(?P<figure>{_FIGURE})"
        rf"(?P<scale>{_SCALE})(?P<unit>(?:[ -]?(?-i:{units})(?!\w))?)(?![\w:/]|\.\d)"
        rf"|\b(?P<share>half(?= (?:of|the|its|their|a|an)\b)|{_SHARES}(?= of|,|\.|$))\b"
        rf"|\b(?P<words>(?:{SAID})(?:[ -](?:and )?(?:{SAID}))*|one(?= (?:percent|"
        r"per cent|hundred|thousand|million|billion|(?:to|or) (?:two|three)))|"
        rf"{_ONE})\b"
        rf"(?P<tail>(?: (?-i:{units})(?!\w))?))"
    )
