"""Where names stand in a long page, in capitals or small: no pattern is tried there."""

from collections.abc import Iterator, Sequence
from functools import lru_cache


def places_of(source: str, names: Sequence[str]) -> list[int]:
    """Give the places of any of some names (given in small letters), in order.

    >>> places_of("a Name and a NAME", ["name"])
    [2, 13]
    """
    low = small(source)
    return sorted(place for name in names for place in _places(low, name))


@lru_cache(maxsize=1)
def small(source: str) -> str:
    """Put a page in small letters, as many as it has (one capital has two of them)."""
    return source.replace("\u0130", "I").lower()


def _places(low: str, name: str) -> Iterator[int]:
    place = low.find(name)
    while place >= 0:
        yield place
        place = low.find(name, place + 1)
