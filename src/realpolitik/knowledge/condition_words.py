"""The words by which the condition of a text is told, by name."""

import tomllib
from functools import cache
from pathlib import Path

from realpolitik.core.errors import KnowledgeError
from realpolitik.knowledge.tables import rows

_WORDS = Path(__file__).parent / "words" / "english.txt"
_PATH = Path(__file__).parent / "words" / "condition.toml"


@cache
def condition_words(name: str) -> frozenset[str]:
    """Give one list; KnowledgeError if its file is missing."""
    return frozenset(_lists()[name])


@cache
def language_name(code: str) -> str:
    """Give the English name of a language, its code where it has none here.

    >>> language_name("ru"), language_name("en-gb")
    ('Russian', 'English')
    """
    names = _language_names()
    return names.get(code) or names.get(code.split("-", maxsplit=1)[0], code)


@cache
def word_ranks() -> dict[str, int]:
    """Give frequent English words with their rank, from 0."""
    lines = _WORDS.read_text("utf-8").splitlines()
    words = (line for line in lines if not line.startswith("#"))
    return {word: rank for rank, word in enumerate(words)}


@cache
def _language_names() -> dict[str, str]:
    return {row["code"]: row["name"] for row in rows("words/languages.csv")}


@cache
def _lists() -> dict[str, list[str]]:
    try:
        return tomllib.loads(_PATH.read_text("utf-8"))
    except FileNotFoundError as error:
        raise KnowledgeError(_PATH.name, "is missing") from error
