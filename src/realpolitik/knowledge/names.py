"""Codes and their names, for what users type and read."""

from functools import lru_cache

from realpolitik.knowledge import directory, tables
from realpolitik.knowledge.forms import key


def name_of(code: str) -> str:
    """Give the short English name of a code; an unknown code is its own name.

    >>> name_of("RUS"), name_of("HAMAS"), name_of("X9")
    ('Russia', 'Hamas', 'X9')
    """
    return directory.known_names().get(code, code)


def code_of(words: str) -> str | None:
    """Give the code that a user means by a code, a name or an acronym.

    >>> code_of("Russia"), code_of("rus"), code_of("RU"), code_of("EU")
    ('RUS', 'RUS', 'RUS', 'EU')
    """
    words = words.strip()
    if words.upper() in directory.known_names():
        return words.upper()
    if words.upper() in _two_letters():
        return _two_letters()[words.upper()]
    found = directory.namings(key(words))
    return found[0].code if found else None


def state_of_domain(ending: str) -> str | None:
    """Give the state of a country's ending of internet addresses.

    >>> state_of_domain("uk"), state_of_domain("com")
    ('GBR', None)
    """
    ending = ending.upper()
    return _two_letters().get("GB" if ending == "UK" else ending)


@lru_cache(maxsize=1)
def _two_letters() -> dict[str, str]:
    rows = tables.rows("actors/states.csv")
    return {row["iso2"]: row["code"] for row in rows if row["iso2"]}
