"""What users may write for an actor, a day, a span or a word of the codebook.

Each function takes the words as typed and gives their meaning, or fails with a
message that names what would be right; click adds the option's name.
"""

from collections.abc import Callable, Iterable
from datetime import date, timedelta
from pathlib import Path

import click

from realpolitik.asked import in_any_case
from realpolitik.cli.session import Session
from realpolitik.cli.suggest import nearest
from realpolitik.core.span import Span

KINDS = ("event", "stance", "figure", "judgement")
MODALITIES = ("actual", "ongoing", "planned", "possible", "demanded", "attempted")


def actor(value: str) -> str:
    """Turn a code or a name ("RUS", "Russia", "EU") into a code.

    The own actors of the project at hand are known as well.
    """
    from realpolitik.knowledge import names
    from realpolitik.knowledge.own_actors import using

    with using(_session().actors()):
        code, several = names.code_of(value), names.may_be(value)
        if several:
            told = " or ".join(f"{name} ({code})" for code, name in several.items())
            raise click.BadParameter(f"{value!r} may be {told}; say which")
        if code is None:
            hint = _nearest_actors(value) or "use a name or an ISO 3166 code"
            raise click.BadParameter(f"no actor is known as {value!r}; {hint}")
    return str(code)


def place(value: str) -> str:
    """Take a path that names something; an empty one would mean the current folder."""
    if not value.strip():
        raise click.BadParameter("the name is empty; write . for the current folder")
    return value


def folder(value: str) -> Path:
    """Take the path of a folder."""
    return Path(place(value))


def kind(value: str) -> str:
    """Find a kind of claim."""
    return _word(value, "kind", KINDS)


def modality(value: str) -> str:
    """Find a modality of the codebook."""
    return _word(value, "modality", MODALITIES)


def claim_type(value: str) -> str:
    """Find a type of any of the four kinds of claim."""
    from realpolitik.knowledge import events

    return _word(value, "type", events.claim_types())


def issue(value: str) -> str:
    """Find an issue of the codebook."""
    from realpolitik.knowledge import events

    return _word(value, "issue", events.terms("issue"))


def sector(value: str) -> str:
    """Find a sector of PLOVER."""
    from realpolitik.knowledge import events

    return _word(value, "sector", events.terms("sector"))


def code_system(value: str) -> str:
    """Find a system of codes by its name or an alias."""
    from realpolitik.knowledge import state_codes

    known = [system.name for system in state_codes.systems()]
    return state_codes.system_named(value) or _word(value, "system of codes", known)


def day(value: str) -> date:
    """Read a day: 2015-03-01."""
    first, last = _bounds(value, "2015-03-01")
    if first != last:
        raise click.BadParameter(f"{value!r} is no single day; write 2015-03-01")
    return first


def first_day(value: str) -> date:
    """Read a day, or a month or year of which the first day counts."""
    return _bounds(value, "2015, 2015-03 or 2015-03-01")[0]


def last_day(value: str) -> date:
    """Read a day, or a month or year of which the last day counts."""
    return _bounds(value, "2015, 2015-03 or 2015-03-01")[1]


def span(value: str) -> Span:
    """Read two offsets with a colon between: 120:180."""
    start, _, end = value.partition(":")
    if not (start.isdecimal() and end.isdecimal() and int(start) < int(end)):
        raise click.BadParameter(f"{value!r} is no span; write START:END, as 120:180")
    return Span(int(start), int(end))


def _session() -> Session:
    context = click.get_current_context(silent=True)
    return context.find_object(Session) or Session() if context else Session()


def _nearest_actors(value: str) -> str | None:
    from realpolitik.knowledge import directory

    known = directory.known_names()
    shown = {name: f"{name} ({code})" for code, name in known.items()}
    return nearest(value, shown, shown=shown) or nearest(value, known)


def _word(value: str, what: str, known: Iterable[str]) -> str:
    """Find a word of a closed list in any case, or name the nearest ones."""
    words = list(known)
    found = in_any_case(value, words)
    if found is None:
        hint = nearest(value, words) or f"there are {', '.join(words)}"
        raise click.BadParameter(f"no {what} is called {value!r}; {hint}")
    return found


def _bounds(value: str, forms: str) -> tuple[date, date]:
    parts = value.strip().split("-")
    read = _FORMS.get(len(parts))
    try:
        if read is not None and len(parts[0]) == 4:
            return read(*map(int, parts))
    except (ValueError, OverflowError):
        pass
    raise click.BadParameter(f"{value!r} is no day; write {forms}")


def _year(year: int) -> tuple[date, date]:
    return date(year, 1, 1), date(year, 12, 31)


def _month(year: int, month: int) -> tuple[date, date]:
    first = date(year, month, 1)
    following = (first + timedelta(days=31)).replace(day=1)
    return first, following - timedelta(days=1)


def _day(year: int, month: int, day: int) -> tuple[date, date]:
    return date(year, month, day), date(year, month, day)


_FORMS: dict[int, Callable[..., tuple[date, date]]] = {1: _year, 2: _month, 3: _day}
