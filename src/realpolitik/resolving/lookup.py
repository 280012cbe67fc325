"""Whom words mean on a day, asked by hand: the resolver's answer, and the rivals."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from realpolitik.core.actor import Actor
from realpolitik.core.mention import Mention
from realpolitik.knowledge import forms
from realpolitik.knowledge.directory import person_sounds, tenures
from realpolitik.knowledge.forms import sound
from realpolitik.knowledge.own_actors import OwnActors, using
from realpolitik.knowledge.roster import Entry, entries_of, of_naming, of_tenure
from realpolitik.resolving.actors import name_words, named_actors
from realpolitik.resolving.memory import Memory
from realpolitik.resolving.phrase import Phrase, phrase
from realpolitik.resolving.scene import Scene

_LEADING = frozenset(["leader", "ruler", "strongman", "head"])
_ENDS = frozenset(["of", "to", "for", "at", "in"])
_LESSER = frozenset(["deputy", "vice", "assistant", "acting", "advisor", "adviser"])


@dataclass(frozen=True, slots=True)
class Found:
    """An entry that words may mean: `chosen` by the resolver, `held` on the day."""

    entry: Entry
    chosen: bool
    held: bool


def look_up(words: str, day: date | None, own: OwnActors) -> list[Found]:
    """Give what words mean on a day: what the resolver takes, then what else they
    may mean, first what held on that day.
    """
    with using(own):
        found = _look_up(words, day)
        if not found and words.islower():
            found = _look_up(words.title(), day)
    return found


def _look_up(words: str, day: date | None) -> list[Found]:
    mention = Mention(0, words, 0, len(words), "actor")
    scene = Scene(words, 0, 0, 0, day, None, None, Memory(), day)
    taken = phrase(words)
    actors = named_actors(mention, scene)
    rivals = dict.fromkeys([*_namings(taken), *_persons(taken)])
    found: list[Found] = []
    for actor in actors:
        office = _holders(taken, actor, scene.iso)
        same = [e for e in rivals if _is_same(e, actor)]
        best = sorted(same, key=lambda e: not e.holds(scene.iso))[:1]
        chosen = office or [_with_sector(e, actor) for e in best] or [_entry(actor)]
        found += [Found(e, True, e.holds(scene.iso)) for e in chosen]
    shown = {(f.entry.name, f.entry.code, f.entry.role) for f in found}
    others = [e for e in rivals if (e.name, e.code, e.role) not in shown]
    found += [Found(e, False, e.holds(scene.iso)) for e in others]
    return sorted(found, key=_order)


def _order(found: Found) -> tuple[bool, bool, int, str]:
    entry = found.entry
    return not found.chosen, not found.held, -entry.rank, entry.start


def _namings(taken: Phrase) -> Iterator[Entry]:
    for hit in (*taken.own, *taken.side):
        for naming in hit.namings:
            yield of_naming(naming)


def _persons(taken: Phrase) -> Iterator[Entry]:
    name = name_words(taken, skip=(*taken.own, *taken.side))
    sounds = {sound(word) for word in name}
    for word in dict.fromkeys(name):
        for tenure in tenures(word):
            if sounds <= set(person_sounds(tenure)):
                yield of_tenure(tenure)


def _holders(taken: Phrase, actor: Actor, day: str | None) -> list[Entry]:
    """Give who held the office that a phrase names ("the Russian president")."""
    head = taken.head
    if actor.role or not head or head.role.kind != "person" or not (actor.code and day):
        return []
    office = {word.form for word in taken.words[head.start : head.end]}
    held = [e for e in entries_of(actor.code, day) if e.rank and _fits(office, e.role)]
    top = max((entry.rank for entry in held), default=0)
    return [entry for entry in held if entry.rank == top]


def _fits(office: set[str], role: str) -> bool:
    """Say whether a role is the office: not a deputy's, nor of a part of it.

    >>> _fits({"foreign", "minister"}, "Minister of Foreign Affairs")
    True
    >>> _fits({"president"}, "Advisor to the President")
    False
    """
    words = [word.form for word in forms.words(role)]
    title = words[: next((i for i, w in enumerate(words) if w in _ENDS), len(words))]
    if _LEADING & office:
        return bool({*_LEADING, "president", "premier", "chancellor"} & set(title))
    return office <= set(words) and bool(office & set(title)) and not _LESSER & {*title}


def _is_same(entry: Entry, actor: Actor) -> bool:
    if entry.code != actor.code:
        return False
    if actor.role is not None:
        return (entry.name, entry.role) == (actor.name, actor.role)
    return actor.name in (None, entry.name)


def _with_sector(entry: Entry, actor: Actor) -> Entry:
    """Give the entry for the part of it that the words name ("Russian troops")."""
    return replace(entry, sector=actor.sector or entry.sector)


def _entry(actor: Actor) -> Entry:
    name = actor.name or actor.code or ""
    return Entry(
        name, actor.code or "", actor.sector, "actor", actor.role or "", id=actor.id
    )
