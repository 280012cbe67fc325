"""Where times stand in a sentence, by how they are written.

A time is looked for only at words that may begin one: each way of writing tells its
own, and trying all of them at every letter is what would take the time.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from realpolitik.resolving.amount_spans import SAID
from realpolitik.resolving.calendars import months_pattern, months_written
from realpolitik.resolving.time_words import MONTHS

_COUNTS = f"{SAID}|one"
_NUMBER = rf"(?:(?:{_COUNTS})(?:[ -](?:and )?(?:{_COUNTS}))*|\d+(?:\.\d+)?)"
_SPAN = (
    r"(?:seconds?|minutes?|hours?|days?|weeks?|months?|quarters|years?|decades?|"
    r"centuries)"
)
# With a capital, and by themselves only where they are no verbs.
_NAMES = sorted((name.title() for name in MONTHS), key=len, reverse=True)
_MONTH = rf"(?-i:{'|'.join(_NAMES)})\b\.?"
_BARE = rf"(?-i:{'|'.join(n for n in _NAMES if n not in ('May', 'Mar', 'March'))})\b\.?"
_LENGTH = (
    r"(?:(?:nearly|almost|over|about|more than|less than|at least) )?"
    rf"(?:an?(?! second [a-z])|several|a few|{_NUMBER})[ -](?:and[ -]a[ -]half[ -])?"
    rf"(?:(?:trading|working|calendar|consecutive|straight) )?{_SPAN}"
)
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Way:
    """A way of writing times: the words (parted by |) that it may begin with besides
    figures, and its pattern.
    """

    first: str
    pattern: str


WAYS = (
    Way("earlier|later|today|yesterday|tomorrow|tonight",
        r"(?:earlier |later )?(?:today|yesterday|tomorrow|tonight)"),
    Way("now|currently|recently|nowadays", "now|currently|recently|nowadays"),
    Way("that|this|the",
        r"(?:that|this|the same|the) (?:day|week|month|year)"
        r"(?! (?:after|before|when|of|that|the|it|he|she|they|we)\b)"),
    Way("that|this", "(?:that|this) time"),
    Way("daily|weekly|monthly|annual|annually|weekend|weekends",
        "daily|weekly|monthly|annual(?:ly)?|weekends?"),
    Way("recent", "recent (?:days|weeks|months|years|decades)"),
    Way("the", "the (?:near )?future"),
    Way("the|this|last|next",
        "(?:the |this |last |next )(?:early |late )?(?:spring|summer|autumn|winter)"),
    Way("christmas|easter|new|ramadan|nowruz",
        "(?-i:Christmas|Easter|New Year|(?:Ramadan|Nowruz)(?! 1[34]))"),
    Way("the", r"(?:the )?(?:(?:19|20)\d0|[3-9]0)s"),
    Way("decades|years", "decades|(?<=in )years"),
    Way("the|past|last|next|previous|coming|following",
        r"(?:the )?(?:past|last|next|previous|coming|following)(?: few| several|"
        rf" (?P<many>{_NUMBER}))? {_SPAN}"),
    Way(f"nearly|almost|over|about|more|less|at|an|a|several|{_COUNTS}",
        rf"(?P<length>{_LENGTH})(?P<way> (?:ago|earlier|later|before|after))?"),
    Way("", r"\d{1,2}[./]\d{1,2}[./](?:19|20)\d\d"),
    Way("|".join(name.partition(" ")[0] for name in months_written()),
        rf"(?:\d{{1,2}} )?{months_pattern()},? 1[34]\d\d(?: A\.?H)?"),
    Way("", r"1[34]\d\d/\d\d/\d\d"),
    Way("", r"\d{1,2}:\d{2}(?: ?(?:am|pm|a\.m\.|p\.m\.|GMT|UTC|BST|EST|EDT|CET))?"),
    Way("", r"\d{1,2} ?(?:am|pm|a\.m\.|p\.m\.)"),
    Way("", rf"\d{{1,2}} {_MONTH}(?:,? (?:1[89]|20)\d\d)?"),
    Way("|".join(MONTHS),
        rf"{_MONTH} \d{{1,2}}(?:,? (?:1[89]|20)\d\d)?|{_MONTH},? (?:1[89]|20)\d\d|"
        rf"{_BARE}"),
    Way("", r"(?:1[89]|20)\d\d"),
)  # fmt: skip
"""All ways of writing times; where several fit at one place, the first counts."""


def _first_words(ways: Sequence[Way]) -> dict[str, tuple[int, ...]]:
    """Give the words that times begin with, each up to the first sign in it, and by
    number the ways that do.
    """
    found: dict[str, list[int]] = {}
    for number, way in enumerate(ways):
        begun = (_WORD.match(first) for first in way.first.split("|"))
        for word in {match.group() for match in begun if match}:
            found.setdefault(word, []).append(number)
    return {word: tuple(numbers) for word, numbers in found.items()}


FIRST_WORDS = _first_words(WAYS)
"""The words in small letters that a time may begin with, if with no figure, and the
places in `WAYS` of what begins with them.
"""
_GROUPS = ("many", "length", "way")
_ALL = tuple(range(len(WAYS)))


@lru_cache(maxsize=len(FIRST_WORDS))
def _time(ways: tuple[int, ...]) -> re.Pattern[str]:
    """Give the pattern of some ways: few are quicker to try than all. It has all groups
    that `time_spans` tells of, if some of them never match.
    """
    patterns = "|".join(WAYS[number].pattern for number in ways)
    missing = [name for name in _GROUPS if f"(?P<{name}>" not in patterns]
    patterns += "".join(f"|(?P<{name}>(?!))" for name in missing)
    return re.compile(rf"(?:{patterns})(?![\w%])(?!-(?:old|strong))", re.IGNORECASE)


def time_spans(sentence: str) -> Iterator[re.Match[str]]:
    """Give the times of a sentence from left to right; the groups `many` and `length`
    are what is counted, `way` says whether a length is "ago" or "later".
    """
    end = 0
    for word in _WORD.finditer(sentence):
        said = word.group()
        ways = FIRST_WORDS.get(said.lower())
        if said[0].isdecimal():
            ways = _ALL
        if ways is None or word.start() < end:
            continue
        if match := _time(ways).match(sentence, word.start()):
            end = match.end()
            yield match
