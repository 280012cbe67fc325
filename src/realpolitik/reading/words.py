"""Words as the model counts them, and when a sentence leans on the one before it."""

import re
import tomllib
from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise
from pathlib import Path

WORD = re.compile(r"\d+(?:[.,]\d+)*|\w+|[^\w\s]")
LOWER, TITLE, UPPER, MIXED, NUMBER, MARK = range(1, 7)
_ANAPHORS = Path(__file__).parent / "anaphors.toml"


def shape(word: str) -> int:
    """Say how a word is written; the pieces of the model are all lower case.

    >>> shape("us"), shape("US"), shape("Us"), shape("iOS"), shape("12.5"), shape(",")
    (1, 3, 2, 4, 5, 6)
    """
    if not word[0].isalnum() and word[0] != "_":
        return MARK
    if word[0].isdigit():
        return NUMBER
    if word == word.lower():
        return LOWER
    if word[0].isupper() and word[1:] == word[1:].lower():
        return TITLE
    return UPPER if word == word.upper() else MIXED


def leans_on_context(words: Sequence[str]) -> bool:
    """Say whether a sentence can be understood only with the one before it.

    >>> leans_on_context(["They", "met", "."]), leans_on_context(["US", "left", "."])
    (True, False)
    """
    singles, pairs = _anaphors()
    lower = [word.lower() for word in words]
    if not singles.isdisjoint(lower):
        return True
    return not pairs.isdisjoint(pairwise(lower))


@lru_cache(maxsize=1)
def _anaphors() -> tuple[frozenset[str], frozenset[tuple[str, str]]]:
    table = tomllib.loads(_ANAPHORS.read_text("utf-8"))
    pairs = (phrase.split(" ") for phrase in table["phrases"])
    return frozenset(table["words"]), frozenset((a, b) for a, b in pairs)
