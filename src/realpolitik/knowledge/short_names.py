"""Short forms whose meaning hangs on what the text has spoken of: "North", "Union"."""

from collections.abc import Collection
from functools import lru_cache

from realpolitik.knowledge import tables
from realpolitik.knowledge.forms import key


def short_name(words: str, codes: Collection[str]) -> str | None:
    """Give the code that a short form has where `codes` have been spoken of.

    >>> short_name("North", {"KOR"}), short_name("North", {"SDN"})
    ('PRK', 'SDN')
    """
    for needs, code in _short_names().get(key(words), ()):
        if not needs or not needs.isdisjoint(codes):
            return code
    return None


@lru_cache(maxsize=1)
def _short_names() -> dict[str, list[tuple[frozenset[str], str]]]:
    found: dict[str, list[tuple[frozenset[str], str]]] = {}
    for row in tables.rows("words/short_names.csv"):
        entry = (frozenset(row["needs"].split()), row["code"])
        found.setdefault(key(row["word"]), []).append(entry)
    return found
