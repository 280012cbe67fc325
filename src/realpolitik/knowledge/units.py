"""What amounts are given in: measures, currencies by ISO 4217, and what is counted."""

from functools import lru_cache

from realpolitik.knowledge import tables
from realpolitik.knowledge.directory import namings
from realpolitik.knowledge.forms import key
from realpolitik.knowledge.word_lists import word_list

_WORDLIKE = word_list("currency-codes-that-are-words")
_OF_TIME = frozenset(
    ["second", "minute", "hour", "day", "week", "month", "year", "night"]
)


def unit_named(form: str) -> str | None:
    """Give the unit that a comparable word or phrase names.

    A noun that several states call their money by is read by its people.

    >>> unit_named("megawatts"), unit_named("kuwaiti dinars"), unit_named("table")
    ('MW', 'KWD', None)
    """
    known = _words().get(form)
    if known or " " not in form:
        return known
    people, _, noun = form.rpartition(" ")
    issued = _money().get(noun)
    if not issued:
        return None
    states = (naming.code for naming in namings(people))
    return next((issued[code] for code in states if code in issued), None)


def money_of(state: str, unit: str) -> str | None:
    """Give the money of a state if it is called like that of a code, else None.

    >>> money_of("AUS", "USD"), money_of("DEU", "USD")
    ('AUD', None)
    """
    nouns = (states for states in _money().values() if unit in states.values())
    return next((states[state] for states in nouns if state in states), None)


def is_money(unit: str | None) -> bool:
    """Say whether a unit is the code of a currency.

    >>> is_money("USD"), is_money("km")
    (True, False)
    """
    return unit in _codes()


@lru_cache(maxsize=1)
def signs() -> tuple[tuple[str, str], ...]:
    """Give the signs of units ("US$", "°C") with their units, the longest first."""
    found = [
        entry for entry in _entries() if not (entry[0][0] + entry[0][-1]).isalnum()
    ]
    return tuple(sorted(found, key=_longest_first))


def money_codes() -> tuple[str, ...]:
    """Give the codes of all currencies that mean nothing else ("COP 27"), in order."""
    return tuple(sorted(_codes() - _WORDLIKE))


def is_word_too(code: str) -> bool:
    """Say whether a code of a currency is a word or a name besides ("COP", "TOP")."""
    return code in _WORDLIKE


@lru_cache(maxsize=1)
def written_units() -> tuple[str, ...]:
    """Give what stands behind a figure as its unit, the longest first.

    Lengths of time are left out: "90 days" tells when as well as how much.
    """
    names = {name for name, unit in _measures() if unit not in _OF_TIME}
    names |= {name.capitalize() for name in names if name[0].isalpha()}
    return tuple(sorted(names | {"p"}, key=_longest_first_name))


def names_of(unit: str) -> tuple[str, ...]:
    """Give all names and signs of a measure or a currency; none for what is counted."""
    measures = [name for name, of in _measures() if of == unit]
    rows = [row for row in tables.rows("words/currencies.csv") if row["code"] == unit]
    money = [row[number] for row in rows for number in ("noun", "plural")]
    return (*measures, *filter(None, money))


def _longest_first_name(name: str) -> tuple[int, str]:
    return -len(name), name


def _longest_first(entry: tuple[str, str]) -> int:
    return -len(entry[0])


@lru_cache(maxsize=1)
def _words() -> dict[str, str]:
    nouns = {noun: set(states.values()) for noun, states in _money().items()}
    found = {noun: codes.pop() for noun, codes in nouns.items() if len(codes) == 1}
    written = {name: unit for name, unit in _entries() if name[-1].isalnum()}
    return found | {key(name): unit for name, unit in written.items()}


def _entries() -> list[tuple[str, str]]:
    counted = [(row["word"], row["unit"]) for row in tables.rows("words/units.csv")]
    return _measures() + counted


def _measures() -> list[tuple[str, str]]:
    rows = tables.rows("words/measures.csv")
    return [(name, row["unit"]) for row in rows for name in row["names"].split(";")]


@lru_cache(maxsize=1)
def _money() -> dict[str, dict[str, str]]:
    """Give the code of each state that calls its money by a noun."""
    found: dict[str, dict[str, str]] = {}
    for row in tables.rows("words/currencies.csv"):
        for number in ("noun", "plural"):
            if row[number]:
                states = found.setdefault(key(row[number]), {})
                states |= dict.fromkeys(row["states"].split(";"), row["code"])
    return found


@lru_cache(maxsize=1)
def _codes() -> frozenset[str]:
    return frozenset(row["code"] for row in tables.rows("words/currencies.csv"))
