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
_LINK = re.compile(r" ?[-–] ?| (?:up )?to | and | or ")
_BEHIND_FIGURE = re.compile(r"[\w:/]|\.\d")
_HINTS = [*SAID.split("|"), "one", "half"]
# The letters that hints begin with, told first, let the search pass over others fast.
_HINT = re.compile(
    rf"(?=[\d{''.join({hint[0] for hint in _HINTS})}])(?:\d|\b(?:{'|'.join(_HINTS)})\b)"
)
_LEAD = 20  # letters before a figure in which its minus and its sign stand, and more
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
    low = sentence.replace("İ", "i").lower()  # the one letter that grows if made small
    while match := _next_amount(sentence, low, at):
        at, first = match.end(), _one_amount(match, sentence)
        if not first:
            continue
        start, at, certain = first.start, first.end, first.certain
        if second := _upper_end(first, sentence):
            at, certain = second.end, certain or second.certain
            between = _BETWEEN.search(sentence[:start])
            start = between.start() if between else start
        elif _GLUED_ON.match(sentence, at):
            continue  # a score or a name: "9-2", "12-A"
        yield AmountSpan(start, at, certain)


def _next_amount(sentence: str, low: str, at: int) -> re.Match[str] | None:
    """Look for an amount from shortly before the next figure or number word on; `low`
    is the sentence in small letters.
    """
    hint = _HINT.search(low, at)
    if not hint:
        return None
    return _amount().search(sentence, max(at, hint.start() - _LEAD))


@dataclass(frozen=True, slots=True)
class _One:
    start: int
    end: int
    sign: bool
    unit: str | None
    certain: bool


def _one_amount(match: re.Match[str], sentence: str) -> _One | None:
    """Take in the unit behind a number; None where it runs on ("12:30", "2.0.1")."""
    written = None if match.group("share") else _units().match(sentence, match.end())
    if written and sentence[written.end() : written.end() + 1] == "/":
        written = None  # "10 kV/cm" is in no unit of the tables
    end = written.end() if written else match.end()
    if match.group("figure") and _BEHIND_FIGURE.match(sentence, end):
        return None
    unit = written.group() if written else None
    sign = bool(match.group("sign"))
    certain = sign or bool(written or match.group("share"))
    return _One(match.start(), end, sign, unit, certain)


def _upper_end(first: _One, sentence: str) -> _One | None:
    """Give the second amount of a range, None where there is no range."""
    link = _LINK.match(sentence, first.end)
    match = _bare_amount().match(sentence, link.end()) if link else None
    second = _one_amount(match, sentence) if match else None
    if not link or not second or not _is_range(sentence, first, link.group().strip()):
        return None
    if second.sign > first.sign or _unit(first) not in (None, _unit(second)):
        return None  # "up 6.5% to 164p"
    said = sentence[first.start : second.end].lower()
    said = f"between {said}" if "and" in link.group() else said
    number = number_said(said)
    return second if number and number.high is not None else None


def _unit(one: _One) -> str | None:
    return unit_of(f"1{one.unit}", "", "") if one.unit else None


def _is_range(sentence: str, first: _One, link: str) -> bool:
    before = sentence[: first.start]
    if link == "and" and not _BETWEEN.search(before):
        return False
    if _FROM.search(before) and not _RANGING.search(before):
        return False
    return not _VOTES.search(before[-40:])


@lru_cache(maxsize=1)
def _amount() -> re.Pattern[str]:
    apart = r"(?<![\w.,:/])(?<!(?-i:[A-Z\d])[-–])"
    return re.compile(apart + _pattern(), re.IGNORECASE)


@lru_cache(maxsize=1)
def _bare_amount() -> re.Pattern[str]:
    return re.compile(_pattern(), re.IGNORECASE)


@lru_cache(maxsize=1)
def _units() -> re.Pattern[str]:
    names = "|".join(re.escape(name) for name in written_units())
    return re.compile(rf"[ -]?(?:{names})(?!\w)")


def _pattern() -> str:
    codes = "|".join((*money_codes(), "RMB", "Rs", "RM", "PS", "Rp"))
    sign = (
        rf"(?:(?:(?<![A-Za-z])(?-i:{_PREFIX}) ?)?{_CURRENCY} ?(?-i:US|HK|AU|NZ|CA)?"
        rf"|(?<![A-Za-z])(?-i:{codes})\.? ?|(?-i:Y=))"
    )
    return (
        rf"(?:{_MINUS}(?P<sign>{sign})?(?P<figure>{_FIGURE})(?:{_SCALE})"
        r"|\b(?P<share>half an? (?:million|billion|dozen|century|decade|year|day|hour|"
        r"mile)|"
        rf"half(?= (?:of|the|its|their|a|an)\b)|"
        rf"{_SHARES}(?= of|,|\.|$))\b"
        rf"|\b(?<!and-)(?<!plus-)(?:(?:{SAID})(?:[ -](?:and )?(?:{SAID}))*|"
        r"one(?= (?:percent|per cent|hundred|thousand|million|billion|"
        r"(?:to|or) (?:two|three)))|"
        rf"{_ONE})\b)"
    )
