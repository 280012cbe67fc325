"""Titles as they are written short before a name: "Sen.", "Gov.", "Lt. Gen."."""

from functools import lru_cache

from realpolitik.knowledge import tables
from realpolitik.knowledge.forms import Word
from realpolitik.knowledge.meanings import Role


def short_title(word: Word) -> Role | None:
    """Give the role that a word written with a full stop is short for.

    >>> from realpolitik.knowledge.forms import words
    >>> short_title(words("Sen. Mitchell")[0]).sector, short_title(words("Hun Sen")[1])
    ('LEG', None)
    """
    dotted = word.text.endswith(".") and word.capital
    return _short_titles().get(word.form) if dotted else None


@lru_cache(maxsize=1)
def _short_titles() -> dict[str, Role]:
    rows = tables.rows("words/short_titles.csv")
    return {row["word"]: Role(row["sector"], "s", "person") for row in rows}
