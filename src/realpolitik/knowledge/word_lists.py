"""The word lists of the resolver, by name."""

import tomllib
from functools import lru_cache
from pathlib import Path

from realpolitik.core.errors import KnowledgeError

_PATH = Path(__file__).parent / "words" / "lists.toml"


def word_list(name: str) -> frozenset[str]:
    """Give one list of comparable words."""
    return frozenset(_lists()[name])


@lru_cache(maxsize=1)
def _lists() -> dict[str, list[str]]:
    try:
        return tomllib.loads(_PATH.read_text("utf-8"))
    except FileNotFoundError as error:
        raise KnowledgeError(_PATH.name, "is missing") from error
