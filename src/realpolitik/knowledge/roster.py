"""The directory as a list: who and what belongs to a state or organisation on a day."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from realpolitik.knowledge import directory, forms, tables
from realpolitik.knowledge.meanings import Naming, Tenure, holds_on
from realpolitik.knowledge.own_actors import OwnActor, Term, current

DIRECTORY, OWN = "directory", "actors.toml"
"""Where an entry stands: in ours, or in the project's own."""

_BODIES = ("organs", "bodies", "firms", "organisations", "groups")
_MOVEMENTS = ("groups",)


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the directory. `kind` is person, body, movement, state, people or
    capital; `start` and `end` are ISO days, cut short where less is known, "" open;
    `rank` 5 is a leader, 1 a lesser official, 0 no person.
    """

    name: str
    code: str
    sector: str | None
    kind: str
    role: str = ""
    start: str = ""
    end: str = ""
    id: str | None = None
    source: str = DIRECTORY
    rank: int = 0

    def holds(self, day: str | None) -> bool:
        """Say whether the entry held on an ISO day."""
        return holds_on(day, self.start, self.end)


def entries_of(code: str, day: str | None) -> list[Entry]:
    """Give everything of a code that held on a day, leaders first, then by name."""
    found = [*_own(code), *_persons(code), *_bodies(code)]
    held = dict.fromkeys(entry for entry in found if entry.holds(day))
    return sorted(held, key=_order)


def of_tenure(tenure: Tenure) -> Entry:
    """Give a tenure as an entry."""
    return Entry(
        tenure.name,
        tenure.code,
        tenure.sector,
        "person",
        tenure.role,
        tenure.start,
        tenure.end,
        tenure.id,
        OWN if tenure.own else DIRECTORY,
        tenure.rank,
    )


def of_naming(naming: Naming) -> Entry:
    """Give a meaning of a name as an entry."""
    name = naming.name or directory.known_names().get(naming.code, naming.code)
    kind = "body" if naming.form == "org" else naming.form
    source = OWN if naming.id else DIRECTORY
    return Entry(
        *(name, naming.code, naming.sector, kind, "", naming.start, naming.end),
        naming.id,
        source,
    )


def _order(entry: Entry) -> tuple[int, str, str, str, str]:
    return -entry.rank, entry.kind, entry.role, entry.name, entry.start


def _own(code: str) -> Iterator[Entry]:
    for actor in current().actors:
        for term in actor.terms:
            if term.code == code:
                yield _own_entry(actor, term)


def _own_entry(actor: OwnActor, term: Term) -> Entry:
    kind = "body" if actor.kind == "organisation" else actor.kind
    rank = actor.rank if kind == "person" else 0
    return Entry(
        *(actor.name, term.code, term.sector, kind, term.role, term.start, term.end),
        actor.qid or actor.id,
        OWN,
        rank,
    )


def _persons(code: str) -> Iterator[Entry]:
    """Give each person once in an office: not by other spellings, nor where a source
    knows only a part of the term that another knows whole.
    """
    replaced, spellings = current().replaced, _spellings()
    by_role: dict[str, list[Tenure]] = {}
    for tenure in directory.all_tenures():
        if tenure.code != code or tenure.id in replaced:
            continue
        if (code, tenure.role, tenure.start, tenure.name) not in spellings:
            by_role.setdefault(tenure.role.lower(), []).append(tenure)
    for held in by_role.values():
        for number, tenure in enumerate(held):
            others = (*held[:number], *held[number + 1 :])
            if not any(_says_more(other, tenure, held) for other in others):
                yield of_tenure(tenure)


def _spellings() -> frozenset[tuple[str, str, str, str]]:
    """Give code, role, first day and name of the other spellings of figures."""
    return frozenset(
        (row["code"], row["role"], row["start"], other)
        for row in tables.rows("actors/figures.csv")
        for other in row["other"].split(";")
    )


def _says_more(one: Tenure, other: Tenure, held: Sequence[Tenure]) -> bool:
    """Say whether one tenure holds all that another in the same office does."""
    same = (one.start, one.end) == (other.start, other.end)
    if same:
        sounds = directory.person_sounds
        if set(sounds(one)).isdisjoint(sounds(other)):
            return False
        first = held.index(one) < held.index(other)
        return first if bool(one.id) == bool(other.id) else bool(one.id)
    if one.name != other.name or not one.start or not other.start:
        return False
    begins = holds_on(other.start, one.start, one.end)
    ends = holds_on(other.end, one.start, one.end) if other.end else not one.end
    return begins and ends


def _bodies(code: str) -> Iterator[Entry]:
    """Give each body once: those whose name means another here are left out."""
    found: dict[tuple[str, str], Entry] = {}
    for table in _BODIES:
        for row in tables.rows(f"actors/{table}.csv"):
            if code not in (row["code"], row.get("base")):
                continue
            meant = directory.namings(forms.key(row["name"]))
            if meant and meant[0].code != row["code"]:
                continue
            kind = "movement" if table in _MOVEMENTS else "body"
            entry = Entry(
                *(row["name"], row["code"], row["sector"] or None, kind, ""),
                *(row["start"], row["end"]),
            )
            known = found.setdefault((entry.name, entry.code), entry)
            if not known.start and entry.start:
                found[entry.name, entry.code] = entry
    yield from found.values()
