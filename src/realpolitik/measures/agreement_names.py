"""What a claim calls the agreement that it is about, read in its sentence.

The name is a noun (treaty, pact ...) with the words before it and, for a "Treaty of
Lausanne", behind it. It counts only where it belongs to the claim's own act: a summit
is not about every treaty that its sentence mentions.
"""

import re
from dataclasses import dataclass

from realpolitik.core.claim import Claim

_TOPIC = (
    r"(?!(?:an?|all|any|are|as|be|between|both|by|certain|each|for|from|had|has|have|"
    r"how|in|is|it|its|many|no|of|one|or|other|our|several|six|some|that|the|their|this|"
    r"three|to|two|under|various|was|were|what|when|whether|which|who|will|with|"
    r"[a-z]+ing)\b)[a-z][a-z-]+"
)
_NOUN = re.compile(
    r"(?P<before>(?:[\w’'-]+ ){0,4})\b"
    r"(?P<noun>agreements?|treat(?:y|ies)|pacts?|accords?|deals?|"
    r"memorand(?:um|a)|protocols?|conventions?|contracts?|declarations?)\b"
    r"(?! organi[sz]ation)"
    r"(?P<after>(?: of understanding| of intent)?(?-i:(?: (?:of|on) (?:the )?"
    r"(?!(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March|April|May|"
    r"June|July|August|September|October|November|December)"
    r"[A-Z][\w’'-]+(?: [A-Z][\w’'-]+){0,3}"
    rf"| on {_TOPIC}(?: (?!and\b){_TOPIC}){{0,2}})?))",
    re.IGNORECASE,
)
_BREAK = re.compile(
    r"an?|the|th(?:is|at|ese|ose)|its|their|his|her|our|your|my|own|several|two|three|"
    r"four|five|some|any|no|such|each|both|all|another|other|which|whose|resulting|on|"
    r"of|for|in|to|with|about|and|or|by|from|as|at|into|over|under|sign(?:ed|ing)?|"
    r"reached|agreed|concluded?|ha[sd]|have|will|would|new|[a-z]+ly",
    re.IGNORECASE,
)
_SIGNS = re.compile(r"sign|ratif|initial|conclu", re.IGNORECASE)
_CLAUSE = re.compile(r"[,;:—]|\bthat\b")
_BEHIND = 8
_BEFORE = 4


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a noun stands to the trigger: the words between, and on which side."""

    between: str
    behind: bool
    inside: bool

    @property
    def words(self) -> int:
        return len(self.between.split())


def agreement_name(claim: Claim) -> str | None:
    """Name the agreement that a claim's act is on; None if it is on none.

    Talks, promises and withdrawals are on an agreement that stands right behind or
    before their words; a signing is on the nearest.
    """
    start, end = (offset - claim.span.start for offset in _trigger(claim))
    found = [
        (place.words, match)
        for match in _NOUN.finditer(claim.text)
        if _belongs(claim, place := _place(match, claim.text, (start, end)))
    ]
    if not found:
        return None
    _, nearest = min(found, key=lambda pair: (pair[0], pair[1].start("noun")))
    return _named(nearest, (start, end))


def is_signing(claim: Claim) -> bool:
    """Whether a claim's own words say that something is signed or ratified."""
    return _SIGNS.search(claim.trigger.text) is not None


def is_bare(name: str) -> bool:
    """Whether a name is a mere noun, which tells one agreement from no other.

    >>> is_bare("Agreements"), is_bare("trade agreement")
    (True, False)
    """
    return " " not in name.replace(" of understanding", "").replace(" of intent", "")


def sameness(name: str) -> tuple[str, ...]:
    """Give what names of one agreement share, however they are put.

    >>> sameness("Pension agreement") == sameness("agreement on pensions")
    True
    """
    words = {word.lower().rstrip("s") for word in re.findall(r"[\w’'-]+", name)}
    return tuple(sorted(words - {"on", "of", "the"}))


def _trigger(claim: Claim) -> tuple[int, int]:
    return claim.trigger.start, claim.trigger.end


def _place(match: re.Match[str], text: str, trigger: tuple[int, int]) -> _Place:
    start, end = trigger
    if match.start("noun") >= end:
        return _Place(text[end : match.start("noun")], behind=True, inside=False)
    if match.end() <= start:
        return _Place(text[match.end() : start], behind=False, inside=False)
    return _Place("", behind=False, inside=True)


def _belongs(claim: Claim, place: _Place) -> bool:
    if claim.type == "SUPPORT":
        return True
    if place.inside:
        return claim.type != "SANCTION"
    if place.behind:
        return place.words <= _BEHIND and not _CLAUSE.search(place.between)
    return place.words <= _BEFORE and claim.type != "SANCTION"


def _named(match: re.Match[str], trigger: tuple[int, int]) -> str:
    before: list[str] = []
    stopped = None
    for word in reversed(list(re.finditer(r"\S+", match["before"]))):
        at = match.start("before") + word.start()
        if trigger[0] <= at < trigger[1] or _BREAK.fullmatch(word.group()):
            stopped = word.group().lower()
            break
        before.insert(0, word.group())
    if stopped == "to" and before and before[0].islower():
        del before[0]  # "to discuss a treaty": a verb
    return " ".join([*before, match["noun"] + match["after"]])
