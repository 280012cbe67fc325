"""Codes of states in the systems of the field, each right on its day.

>>> convert("365", "cow", "iso3", "1987-06-01")
'SUN'
>>> convert("365", "cow", "iso3", "1995-06-01")
'RUS'
>>> convert("DEU", "iso3", "iso-numeric", "1989-11-09")
'280'
>>> convert("PSE", "iso3", "cow", "2020-01-01") is None
True
"""

import datetime
from dataclasses import dataclass

from realpolitik.core.errors import UsageError
from realpolitik.knowledge import state_codes
from realpolitik.knowledge.state_codes import BEGINNING, State, Value

Day = datetime.date | str | None


@dataclass(frozen=True, slots=True)
class Conversion:
    """What a value became; where `answer` is None, `why` says so for a person."""

    value: str
    answer: str | None
    state: str | None = None
    why: str | None = None


def convert(value: str | int, origin: str, target: str, date: Day = None) -> str | None:
    """Give the code that a state has in one system from its code in another.

    `origin` and `target` name systems (see `systems`), `date` the day for which it is
    asked; without it, states and codes of the present are meant. Codes come as text
    ("004", "365"). None where the state did not exist on that day, where the target
    system does not have it then, or where more than one state could be meant. Raises
    UsageError for an unknown system or a date that is no day.
    """
    return explain(value, origin, target, date).answer


def explain(value: str | int, origin: str, target: str, date: Day = None) -> Conversion:
    """Convert as `convert` does, and say why where there is no answer."""
    source, wanted = _system(origin), _system(target)
    day, text = _iso(date), str(value)
    if day is not None and day < BEGINNING:
        return Conversion(text, None, why=f"the tables begin on {BEGINNING}")
    found = _meant(text, source, day)
    if len(found) != 1:
        return Conversion(text, None, why=_why_no_state(text, source, day, found))
    return _target(text, found[0], wanted, day)


def systems() -> dict[str, str]:
    """Give the systems of codes by name, each with what it is."""
    return {system.name: system.title for system in state_codes.systems()}


def _system(words: str) -> str:
    if name := state_codes.system_named(words):
        return name
    raise UsageError(
        f"no system of codes is called {words!r}; there are: {', '.join(systems())}"
    )


def _iso(date: Day) -> str | None:
    if date is None:
        return None
    if isinstance(date, datetime.date):
        return date.isoformat()[:10]
    try:
        return datetime.date.fromisoformat(date).isoformat()
    except ValueError as error:
        raise UsageError(
            f"{date!r} is no day; write it as 1987-06-01, as a year may hold two states"
        ) from error


def _meant(text: str, system: str, day: str | None) -> list[State]:
    """Give the states that a value meant on a day.

    A code that was not yet, or no longer, the state's is understood as well, if the
    state was there: MMR for Burma in 1980.
    """
    known = state_codes.meant_by(text, system)
    strict = {value.state for value in known if value.holds(day)}
    found = state_codes.existing(sorted(strict), day)
    if found or system == "name":
        return found
    return state_codes.existing(sorted({value.state for value in known}), day)


def _target(text: str, state: State, system: str, day: str | None) -> Conversion:
    known = state_codes.values_of(state.id, system)
    found = sorted({value.text for value in known if value.holds(day)})
    if len(found) == 1:
        return Conversion(text, found[0], state.id)
    when = f"on {day}" if day else "now"
    if found:
        why = f"{state.name} has several {system} codes {when}: {', '.join(found)}"
    elif known:
        spans = ", ".join(f"{value.text} {_span(value)}" for value in known)
        why = f"{state.name} is not in {system} {when}; there it is {spans}"
    else:
        why = f"{state.name} is not in {system}"
    return Conversion(text, None, state.id, why)


def _why_no_state(text: str, system: str, day: str | None, found: list[State]) -> str:
    when = f"on {day}" if day else "now"
    if found:
        return f"it may be {' or '.join(map(_told, found))} {when}: say which"
    values = state_codes.meant_by(text, system)
    known = {value.state for value in values}
    if not known:
        return f"no state has this {system} value"
    if there := {state.id: state for state in state_codes.existing(known, day)}:
        spans = (
            f"{_told(there[v.state])} {_span(v)}" for v in values if v.state in there
        )
        return f"it meant {', '.join(spans)}, not {when}; give a day of then"
    states = [state_codes.states()[name] for name in sorted(known)]
    named = ", ".join(f"{_told(s)} existed {_span(s)}" for s in states)
    then = _others(states, day)
    return f"{named}, not {when}{then}"


def _others(states: list[State], day: str | None) -> str:
    """Name the states that stood, on that day, where these stood before or after."""
    names = {state.id for state in states}
    after = {name for state in states for name in state.succeeded_by}
    every = state_codes.states().values()
    before = {state.id for state in every if names.intersection(state.succeeded_by)}
    there = state_codes.existing(sorted(after | before), day)
    if not there:
        return ""
    return f"; then there was {', '.join(map(_told, there))}"


def _told(state: State) -> str:
    return f"{state.name} ({state.id})"


def _span(period: State | Value) -> str:
    start, end = period.start, period.end
    if start and end:
        return f"from {start} to {end}"
    if end:
        return f"until {end}"
    return f"from {start}" if start else "always"
