"""The dated codes of states: which state a code or name means on a day, and back."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from realpolitik.knowledge import forms, tables

BEGINNING = "1945-01-01"
"""The first day that the tables cover: spells that ended before are not in them."""

_DIGITS = {"iso-numeric": 3}
_WORDS = ("name", "alias")


@dataclass(frozen=True, slots=True)
class State:
    """A state in one period; `start` and `end` are ISO days, "" where open."""

    id: str
    code: str
    name: str
    start: str
    end: str
    succeeded_by: tuple[str, ...]

    def exists(self, day: str | None) -> bool:
        """Say whether it existed on an ISO day; None asks for the present."""
        return _holds(self.start, self.end, day)


@dataclass(frozen=True, slots=True)
class System:
    """A system of codes; `aliases` are other words by which users call it."""

    name: str
    title: str
    aliases: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Value:
    """A code or name of a state in a system, from `start` to `end`, "" where open."""

    state: str
    system: str
    text: str
    start: str
    end: str

    def holds(self, day: str | None) -> bool:
        """Say whether it was the state's on an ISO day; None asks for the present."""
        return _holds(self.start, self.end, day)


def systems() -> tuple[System, ...]:
    """Give the systems that are known."""
    return tuple(_systems().values())


def system_named(words: str) -> str | None:
    """Give a system by its name or one of its aliases, in any case.

    >>> system_named("COWN"), system_named("iso3c"), system_named("icao")
    ('cow', 'iso3', None)
    """
    word = words.strip().casefold()
    for system in systems():
        if word in (system.name, *system.aliases):
            return system.name
    return None


def states() -> dict[str, State]:
    """Give all states by id."""
    return _states()


def meant_by(value: str, system: str) -> tuple[Value, ...]:
    """Give every state and period for which a system has, or had, a value."""
    return tuple(_by_value().get((system, _comparable(value, system)), ()))


def values_of(state: str, system: str) -> tuple[Value, ...]:
    """Give every value of a state in a system, by period."""
    return tuple(_by_state().get((state, system), ()))


def sharing(name: str, day: str | None = None) -> list[State]:
    """Give the states that share a name on a day; empty where one or none bears it.

    >>> [state.id for state in sharing("Korea")], sharing("France")
    (['KOR', 'PRK'], [])
    """
    wanted = _comparable(name, "name")
    named = (v for v in _shared() if _comparable(v.text, "name") == wanted)
    return existing(sorted({v.state for v in named if v.holds(day)}), day)


def existing(ids: Iterable[str], day: str | None) -> list[State]:
    """Give those of some states that existed on a day."""
    known = _states()
    return [known[name] for name in ids if name in known and known[name].exists(day)]


def _holds(start: str, end: str, day: str | None) -> bool:
    if day is None:
        return not end
    return start <= day and (not end or day <= end)


def _comparable(value: str, system: str) -> str:
    value = value.strip()
    if system == "name":
        return forms.key(value.removeprefix("the ").removeprefix("The "))
    if value.isdecimal():
        return value.lstrip("0").zfill(_DIGITS.get(system, 1))
    return value.upper()


@lru_cache(maxsize=1)
def _systems() -> dict[str, System]:
    rows = tables.rows("codes/systems.csv")
    return {
        row["system"]: System(
            row["system"], row["title"], tuple(row["aliases"].split(";"))
        )
        for row in rows
    }


@lru_cache(maxsize=1)
def _states() -> dict[str, State]:
    return {
        row["state"]: State(
            row["state"], row["code"], row["name"], row["start"], row["end"],
            tuple(filter(None, row["succeeded_by"].split(";"))),
        )
        for row in tables.rows("codes/states.csv")
    }  # fmt: skip


@lru_cache(maxsize=1)
def _values() -> tuple[Value, ...]:
    rows = tables.rows("codes/values.csv")
    return tuple(Value(*row.values()) for row in rows)


@lru_cache(maxsize=1)
def _by_value() -> dict[tuple[str, str], list[Value]]:
    found: dict[tuple[str, str], list[Value]] = {}
    for value in (*_values(), *_shared()):
        system = "name" if value.system in _WORDS else value.system
        for text in _spellings(value.text, system):
            _file(found, (system, _comparable(text, system)), value)
    return found


def _spellings(text: str, system: str) -> set[str]:
    """Give a name also without its apostrophe ("Cote d Ivoire")."""
    return {text, forms.apart(text)} if system == "name" else {text}


@lru_cache(maxsize=1)
def _shared() -> tuple[Value, ...]:
    rows = tables.rows("codes/ambiguous.csv")
    return tuple(
        Value(row["state"], "alias", row["name"], row["start"], row["end"])
        for row in rows
    )


@lru_cache(maxsize=1)
def _by_state() -> dict[tuple[str, str], list[Value]]:
    found: dict[tuple[str, str], list[Value]] = {}
    for value in _values():
        _file(found, (value.state, value.system), value)
    return found


def _file(
    found: dict[tuple[str, str], list[Value]], place: tuple[str, str], value: Value
) -> None:
    found.setdefault(place, []).append(value)
