"""Words that stand as one because what stood between them was lost: "inRussian"."""

import re
from collections import Counter
from collections.abc import Iterator

from realpolitik.core.problem import Problem
from realpolitik.documents.condition.seen import Seen
from realpolitik.knowledge.condition_words import condition_words, word_ranks

_CAPITAL = re.compile(r"(?<![#@/.\w-])[A-Z][a-z]{4,30}[A-Z][a-z]{4,30}\b(?![@/.]\w)")
_SMALL = re.compile(r"\b(?:in|by|of|the|and|for|with|from)[A-Z][a-z]{3,}\b")
_THE = re.compile(r"\b[A-Z][a-z]{3,30}the\b(?=\s[A-Za-z])")
_STOP = re.compile(r"(?<=[a-z]{3})[.!?](?=[A-Z][a-z]+\s[a-z])")
_LONG = re.compile(r"(?<![\w.@/#-])[A-Za-z][a-z]{8,38}(?![\w@/-])")
_SHORTEST = 4
_PLAIN = 12_000
_INFLECTED = (
    "ally", "ance", "ding", "ence", "ies", "ing", "ion", "ions", "ism", "ists", "ity",
    "ly", "ment", "ments", "ons", "ors", "ted", "ts",
)  # fmt: skip
_SHORTEST_INFLECTED = 5
_NAME_ENDINGS = ("ing", "ed")
_NAME_TAIL = 6


def fused_words(seen: Seen) -> Iterator[Problem]:
    """Find words grown together, and sentences that lack the space between them."""
    text = seen.document.text
    times = Counter(re.findall(r"\w+", text))
    for match in _all_of(text):
        word = match.group()
        if times[word] > 1 or _is_unread(seen, match.start()):
            continue  # what returns is a name, or spelt so
        yield _fused("two words stand here as one", match)
    for match in _STOP.finditer(text):
        if not _is_unread(seen, match.start()) and not _in_address(text, match):
            yield Problem(
                "missing-space",
                "the space after the stop is missing here",
                match.start(),
                match.end() + 1,
            )


def _all_of(text: str) -> Iterator[re.Match[str]]:
    for match in _CAPITAL.finditer(text):
        if match.group() not in condition_words("names-with-capital"):
            yield match
    yield from _SMALL.finditer(text)
    for match in _THE.finditer(text):
        if match.group() not in condition_words("ending-in-the"):
            yield match
    for match in _LONG.finditer(text):
        if are_two_words(match.group()):
            yield match


def are_two_words(word: str) -> bool:
    """Tell two plain words written as one from a long word or a name.

    The first has to be an inflected or derived form, which compounds do not begin with.

    >>> are_two_words("electionshundreds"), are_two_words("boatyards")
    (True, False)
    """
    low = word.lower()
    if low in word_ranks():
        return False
    name = word != low
    return any(
        _are_plain(low[:place], low[place:], name=name)
        for place in range(_SHORTEST, len(low) - _SHORTEST + 1)
    )


def _are_plain(first: str, second: str, *, name: bool) -> bool:
    ranks = word_ranks()
    if ranks.get(first, _PLAIN) >= _PLAIN or ranks.get(second, _PLAIN) >= _PLAIN:
        return False
    if len(first) < _SHORTEST_INFLECTED or not first.endswith(_INFLECTED):
        return False
    if second in condition_words("last-parts"):
        return False
    return not name or (len(second) >= _NAME_TAIL and second.endswith(_NAME_ENDINGS))


def _is_unread(seen: Seen, place: int) -> bool:
    _, passage = seen.document.passage_at(place) or (0, None)
    return passage is None or passage.kind in {
        "boilerplate",
        "keyword-line",
        "other-language",
    }


def _in_address(text: str, stop: re.Match[str]) -> bool:
    """Tell the stop of "example.Com" or "www.Site" from that of a sentence."""
    word = re.search(r"\S*\Z", text[max(stop.start() - 60, 0) : stop.start()])
    run = word.group() if word else ""
    return "/" in run or "@" in run or "." in run or run.lower().startswith("www")


def _fused(note: str, match: re.Match[str]) -> Problem:
    return Problem("fused-words", f"{note}: {match.group()!r}", *match.span())
