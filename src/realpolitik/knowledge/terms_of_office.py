"""Terms of office: the leading offices of a person, their spells and counted terms."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import lru_cache

from realpolitik.knowledge import directory, tables
from realpolitik.knowledge.directory import PARTICLES, Tenure, person_sounds
from realpolitik.knowledge.forms import sound

_LEADER, _HEAD = 5, 4
_BREAK = timedelta(60)  # a shorter gap between two tenures is no break
_INAUGURATION = timedelta(31)  # days by which sources differ on a first day
_DAY = timedelta(1)
_STILL = "2026"  # the year in which open tenures of the compiled tables stand
_LEADING = ("president", "prime minister", "premier", "chancellor")
_PASSING = ("acting", "elect", "former", "deputy", "vice", "caretaker", "interim")


@dataclass(frozen=True, slots=True)
class Spell:
    """Days in office without a break, in a state; `role` is the office in small
    letters, and an open `end` means until now.
    """

    code: str
    role: str
    start: date
    end: date | None

    def holds(self, day: date) -> bool:
        """Say whether a day lies in the spell."""
        return self.start <= day and (self.end is None or day <= self.end)


def leaders_named(words: Sequence[str]) -> list[tuple[Tenure, ...]]:
    """Give the persons who led a state and have all these words in their name, each
    as the tenures in which they did.
    """
    words = [word for word in words if word not in PARTICLES]
    wanted = {sound(word) for word in words}
    if not wanted:
        return []
    found = [t for t in directory.tenures(words[-1]) if _leads(t)]
    named = [t for t in found if wanted.issubset(person_sounds(t))]
    surnamed = [t for t in named if person_sounds(t)[-1] == sound(words[-1])]
    return _persons(surnamed or named)


def spells(tenures: Iterable[Tenure], *, office: str = "") -> list[Spell]:
    """Give when a person was in office, tenures that join as one; `office` ("prime
    minister") leaves out the others, and then what was held only for the time being.
    """
    found: list[Spell] = []
    for spell in sorted(_dated(tenures), key=lambda s: s.start):
        if office and not _is_office(spell, office):
            continue
        last = found[-1] if found else None
        if last and (last.end is None or spell.start - last.end <= _BREAK):
            found[-1] = replace(last, end=_later(last.end, spell.end))
        else:
            found.append(spell)
    return found


def terms(tenures: Iterable[Tenure]) -> list[Spell]:
    """Give the terms of a person in the order in which they are counted; none where
    the office's terms are not counted or the person came to it between two.
    """
    found: set[Spell] = set()
    for spell in spells(tenures, office="leading"):
        days = _first_days().get((spell.code, spell.role or _sole(spell.code)), ())
        inside = [d for d in days if _begins(spell, d)]
        if not inside or abs(inside[0] - spell.start) > _INAUGURATION:
            continue
        ends = [*[d - _DAY for d in inside[1:]], spell.end]
        starts = [spell.start, *inside[1:]]
        found.update(
            Spell(spell.code, spell.role, start, end)
            for start, end in zip(starts, ends, strict=True)
        )
    return sorted(found, key=lambda s: s.start)


def _begins(spell: Spell, day: date) -> bool:
    """Say whether a term of the spell begins on a day: one that ends with it within
    the days in which sources differ does not.
    """
    if day < spell.start - _INAUGURATION:
        return False
    return spell.end is None or day < spell.end - _INAUGURATION


def _leads(tenure: Tenure) -> bool:
    role = tenure.role.lower()
    if any(word in role for word in _PASSING[1:5]):
        return False
    return tenure.rank == _LEADER or (tenure.rank >= _HEAD and role in _LEADING)


def _persons(found: Iterable[Tenure]) -> list[tuple[Tenure, ...]]:
    persons: dict[tuple[str, frozenset[str]], list[Tenure]] = {}
    for tenure in found:
        sounds = frozenset(person_sounds(tenure))
        for (code, known), same in persons.items():
            if code == tenure.code and (known <= sounds or sounds <= known):
                same.append(tenure)
                break
        else:
            persons[tenure.code, sounds] = [tenure]
    return [tuple(same) for same in persons.values()]


def _dated(tenures: Iterable[Tenure]) -> list[Spell]:
    """Give tenures with their days: those known to the day, else those to the year."""
    every = [t for t in tenures if t.start]
    exact = [t for t in every if len(t.start) == 10 and len(t.end) in (0, 10)]
    return [
        Spell(t.code, t.role.lower(), _first_day(t.start), _last_day(t.end))
        for t in exact or every
    ]


def _first_day(text: str) -> date:
    return date.fromisoformat(text + "-01-01"[len(text) - 4 :]) if text else date.min


def _last_day(text: str) -> date | None:
    if not text or text.startswith(_STILL):
        return None
    if len(text) == 7:
        following = date.fromisoformat(text + "-28") + timedelta(4)
        return following.replace(day=1) - _DAY
    return date.fromisoformat(text + "-12-31"[len(text) - 4 :])


def _later(one: date | None, other: date | None) -> date | None:
    return None if one is None or other is None else max(one, other)


def _is_office(spell: Spell, office: str) -> bool:
    if any(word in spell.role for word in _PASSING):
        return False
    if office == "leading":
        return (spell.code, spell.role or _sole(spell.code)) in _first_days()
    held = spell.role or _sole(spell.code)
    return held == office or (held, office) == ("premier", "prime minister")


@lru_cache(maxsize=1)
def _first_days() -> dict[tuple[str, str], tuple[date, ...]]:
    return {
        (row["code"], row["role"]): tuple(map(date.fromisoformat, row["days"].split()))
        for row in tables.rows("words/terms_of_office.csv")
    }


def _sole(code: str) -> str:
    """Give the office meant where a table names none: that whose terms are counted."""
    return next((role for state, role in _first_days() if state == code), "")
