"""Codes and their names, for what users type and read."""

from functools import lru_cache

from realpolitik.knowledge import directory, state_codes, tables
from realpolitik.knowledge.forms import key


def name_of(code: str) -> str:
    """Give the short English name of a code; an unknown code is its own name.

    >>> name_of("RUS"), name_of("HAMAS"), name_of("X9")
    ('Russia', 'Hamas', 'X9')
    """
    return directory.known_names().get(code, code)


def may_be(words: str) -> dict[str, str]:
    """Give codes and names of the states that share a name; empty where it tells.

    >>> may_be("Congo")
    {'COD': 'Democratic Republic of the Congo', 'COG': 'Republic of the Congo'}
    >>> may_be("COG")
    {}
    """
    found = directory.namings(key(words))
    if found and found[0].id is not None:
        return {}  # the user has said whom he means by it
    shared = state_codes.sharing(words)
    return {s.code: name_of(s.code) for s in shared} if len(shared) > 1 else {}


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
