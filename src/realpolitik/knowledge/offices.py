"""Which states have an office on a day: "Supreme Leader" is of Iran, not of Russia."""

from collections.abc import Collection
from functools import lru_cache

from realpolitik.knowledge import directory, forms
from realpolitik.knowledge.meanings import Tenure

_LESSER = frozenset(["deputy", "vice", "acting", "interim", "former"])
_ENDS = frozenset(["of", "to", "for"])


def bears(code: str | None, office: Collection[str], day: str | None) -> bool:
    """Say whether a leader of a state bears an office (comparable words) on an ISO day.

    Only who leads a state or its government is looked at; a head of state who does not
    lead (the President of Israel) is not found.

    >>> bears("USA", {"president"}, "2021-01-21"), bears("USA", {"premier"}, None)
    (True, False)
    """
    held = _held(frozenset(office)).get(code or "", ())
    return any([tenure.holds(day) for tenure in held])


@lru_cache(maxsize=2048)
def bearers(office: frozenset[str], day: str | None) -> frozenset[str]:
    """Give the codes of the states whose leaders bear an office on an ISO day."""
    held = _held_in(office, day[:4]) if day else _held(office)
    return frozenset(
        [code for code, terms in held.items() if any([t.holds(day) for t in terms])]
    )


@lru_cache(maxsize=2048)
def _held_in(office: frozenset[str], year: str) -> dict[str, list[Tenure]]:
    """Give the terms of an office that touch a year, by state."""
    held = {
        code: [t for t in terms if t.start[:4] <= year <= (t.end[:4] or year)]
        for code, terms in _held(office).items()
    }
    return {code: terms for code, terms in held.items() if terms}


@lru_cache(maxsize=256)
def _held(office: frozenset[str]) -> dict[str, list[Tenure]]:
    """Give the terms of an office by state."""
    found: dict[str, list[Tenure]] = {}
    for title, tenure in _offices():
        if office <= title:
            found.setdefault(tenure.code, []).append(tenure)
    return found


@lru_cache(maxsize=1)
def _offices() -> tuple[tuple[frozenset[str], Tenure], ...]:
    titled = ((_title(t.role), t) for t in directory.all_leaders())
    return tuple((title, t) for title, t in titled if title.isdisjoint(_LESSER))


@lru_cache(maxsize=2048)
def _title(role: str) -> frozenset[str]:
    """Give the words of a role before it says of what."""
    found = [word.form for word in forms.words(role)]
    ends = (at for at, word in enumerate(found) if word in _ENDS)
    return frozenset(found[: next(ends, len(found))])
