"""The user's own actors, found before those that the directory knows by itself.

They belong to a project, so they are never loaded for good: whoever resolves says for
how long they count (`using`), and the directory asks which they are (`current`).
"""

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field

from realpolitik.knowledge import forms
from realpolitik.knowledge.meanings import Naming, Role, Tenure, case_of

LEADER = 5
"""Rank of a person of one's own who has none given."""

_FORMS = {"body": "org", "organisation": "org"}


@dataclass(frozen=True, slots=True)
class Term:
    """A time in which an actor was somebody's: `code` whose, "" days are open."""

    code: str
    sector: str | None = None
    role: str = ""
    start: str = ""
    end: str = ""


@dataclass(frozen=True, slots=True)
class OwnActor:
    """One actor of an actors.toml, checked. `kind` is person, body, organisation,
    movement, state, people or capital; `qid` its Wikidata item; `rank` 1 to 5 says
    how well known a person is: from 4 on the surname alone is enough.
    """

    id: str
    name: str
    kind: str
    terms: tuple[Term, ...]
    aliases: tuple[str, ...] = ()
    qid: str | None = None
    rank: int = LEADER


@dataclass(frozen=True, slots=True)
class OwnRole:
    """A role noun of an actors.toml, checked."""

    word: str
    role: Role


@dataclass(frozen=True, slots=True, eq=False)
class OwnActors:
    """Own actors as they are looked up: namings by key, tenures by the sound of a
    name word, names by code, role nouns by key. `replaced` are the Wikidata items
    whose entries stand in for ours.
    """

    actors: tuple[OwnActor, ...] = ()
    namings: Mapping[str, tuple[Naming, ...]] = field(default_factory=dict)
    firsts: Mapping[str, int] = field(default_factory=dict)
    tenures: Mapping[str, tuple[Tenure, ...]] = field(default_factory=dict)
    names: Mapping[str, str] = field(default_factory=dict)
    states: frozenset[str] = frozenset()
    replaced: frozenset[str] = frozenset()
    roles: Mapping[str, Role] = field(default_factory=dict)
    role_firsts: Mapping[str, int] = field(default_factory=dict)


NONE = OwnActors()
"""No own actors."""

_CURRENT: ContextVar[OwnActors] = ContextVar("own_actors", default=NONE)


def current() -> OwnActors:
    """Give the own actors that count now."""
    return _CURRENT.get()


@contextmanager
def using(own: OwnActors) -> Iterator[None]:
    """Let own actors count inside a `with`."""
    token = _CURRENT.set(own)
    try:
        yield
    finally:
        _CURRENT.reset(token)


def index(actors: Iterable[OwnActor], roles: Iterable[OwnRole] = ()) -> OwnActors:
    """Make own actors ready to be looked up."""
    every = tuple(actors)
    named = [a for a in every if a.kind != "person"]
    namings = _namings(named)
    nouns = {forms.key(own.word): own.role for own in roles}
    return OwnActors(
        every,
        namings,
        _firsts(namings),
        _tenures(a for a in every if a.kind == "person"),
        _names(named),
        frozenset(t.code for a in named if a.kind == "state" for t in a.terms),
        frozenset(a.qid for a in every if a.qid),
        nouns,
        _firsts(nouns),
    )


def _namings(actors: Iterable[OwnActor]) -> dict[str, tuple[Naming, ...]]:
    found: dict[str, list[Naming]] = {}
    for actor in actors:
        form = _FORMS.get(actor.kind, actor.kind)
        for alias in dict.fromkeys((actor.name, *actor.aliases)):
            key = forms.key(alias)
            for t in actor.terms:
                naming = Naming(
                    *(t.code, t.sector, form, t.start, t.end, case_of(alias)),
                    actor.name,
                    actor.qid or actor.id,
                )
                if key:
                    found.setdefault(key, []).append(naming)
    return {key: tuple(several) for key, several in found.items()}


def _firsts(keys: Iterable[str]) -> dict[str, int]:
    """Give how many words the longest name has that begins with a word."""
    longest: dict[str, int] = {}
    for key in keys:
        first, length = key.partition(" ")[0], key.count(" ") + 1
        longest[first] = max(longest.get(first, 0), length)
    return longest


def _tenures(actors: Iterable[OwnActor]) -> dict[str, tuple[Tenure, ...]]:
    found: dict[str, dict[Tenure, None]] = {}
    for actor in actors:
        for name in dict.fromkeys((actor.name, *actor.aliases)):
            sounds = {forms.sound(word.form) for word in forms.words(name)}
            for t in actor.terms:
                tenure = Tenure(
                    *(name, t.code, t.sector, t.role, t.start, t.end, actor.rank),
                    actor.qid or actor.id,
                    own=True,
                )
                for sound in sounds:
                    found.setdefault(sound, {})[tenure] = None
    return {sound: tuple(several) for sound, several in found.items()}


def _names(actors: Iterable[OwnActor]) -> dict[str, str]:
    """Give the names of codes that are the actors' own."""
    rights = ("organisation", "movement", "state")
    own = [actor for actor in actors if actor.kind in rights]
    return {term.code: actor.name for actor in own for term in actor.terms}
