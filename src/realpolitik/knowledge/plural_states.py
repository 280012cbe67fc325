"""States that share a name, by its plural: "the two Koreas"."""

from functools import lru_cache

from realpolitik.knowledge import tables
from realpolitik.knowledge.meanings import holds_on


def states_called(plural: str, day: str | None) -> tuple[str, ...]:
    """Give the codes that a plural (a comparable word) means on an ISO day.

    >>> states_called("koreas", "2001-08-13"), states_called("sudans", "2005-01-01")
    (('KOR', 'PRK'), ())
    """
    for codes, start, end in _plurals().get(plural, ()):
        if holds_on(day, start, end):
            return codes
    return ()


@lru_cache(maxsize=1)
def _plurals() -> dict[str, list[tuple[tuple[str, ...], str, str]]]:
    found: dict[str, list[tuple[tuple[str, ...], str, str]]] = {}
    for row in tables.rows("words/plural_states.csv"):
        entry = (tuple(row["codes"].split()), row["start"], row["end"])
        found.setdefault(row["word"], []).append(entry)
    return found
