"""How often a name in a sentence gets the right state and role of its day.

    python -m evals.leaders             the figures
    python -m evals.leaders --wrong     each one that went wrong as well

Drawn: 300 pairs of a name and a day from the directory, with a fixed seed; right is who
has the code, and a role that the directory has for that person on that day. Written:
pairs from general knowledge (`evals/data/leaders.csv`); right is who has the code, and
a role of that kind. The sentence says neither state nor role.
"""

import csv
import hashlib
import random
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from evals.shared import print_figures
from realpolitik.core.actor import Actor
from realpolitik.core.document import Document
from realpolitik.core.mention import Mention
from realpolitik.core.span import Span
from realpolitik.knowledge.directory import all_tenures
from realpolitik.knowledge.meanings import Tenure
from realpolitik.resolving.resolver import Resolver

DRAWN = 300
SEED = 20200130
LEAST_RANK = 3  # leaders, foreign and defence ministers, heads of organisations
LAST = date(2025, 6, 30)
WRITTEN = Path(__file__).parent / "data" / "leaders.csv"
SENTENCES = (
    "{} spoke to reporters on the way to the talks.",
    "The two sides agreed to meet again after {} had left the room.",
    "In a speech on Monday {} rejected the demands as unacceptable.",
    "Diplomats said that {} would travel there next week.",
    "A spokesman declined to say whether {} had seen the letter.",
)
KINDS = {
    "president": ("president", "head of state"),
    "vice president": ("vice president", "vice-president"),
    "prime minister": ("prime minister", "premier", "head of government", "council"),
    "premier": ("premier", "prime minister", "head of government"),
    "chancellor": ("chancellor", "head of government"),
    "foreign": ("foreign", "external"),
    "defence": ("defence", "defense"),
    "secretary of state": ("secretary of state",),
    "king": ("king", "monarch", "head of state"),
    "supreme leader": ("supreme leader",),
    "secretary-general": ("secretary-general", "secretary general"),
    "secretary general": ("secretary-general", "secretary general"),
    "leader": ("leader", "president", "chairman", "secretary", "premier", "head of"),
}


@dataclass(frozen=True, slots=True)
class Asked:
    """A name on a day, the code that is right, and the roles that are."""

    name: str
    day: date
    code: str
    roles: tuple[str, ...]


def measure() -> dict[str, float]:
    """Give accuracy in percent of state, and of state and role."""
    resolver = Resolver.load()
    figures: dict[str, float] = {}
    for name, asked in (("drawn", drawn()), ("written", written())):
        found = [(one, answer(one, n, resolver)) for n, one in enumerate(asked)]
        share = 100 / len(found)
        figures[f"{name}-state"] = share * sum(_state(*pair) for pair in found)
        figures[name] = share * sum(is_right(*pair) for pair in found)
    return figures


def drawn() -> list[Asked]:
    """Draw names and days from the directory, always the same; a new entry changes
    only its own chance. Monarchs of several states at once are not asked for: nothing
    in the sentence says which state is meant.
    """
    known = [t for t in all_tenures() if t.rank >= LEAST_RANK and _days(t)]
    realms: dict[tuple[str, str], set[str]] = {}
    for tenure in known:
        realms.setdefault((tenure.name, tenure.role), set()).add(tenure.code)
    asked = [t for t in known if len(realms[t.name, t.role]) == 1]
    chosen = sorted(asked, key=_lot)[:DRAWN]
    return [_asked(t, known, random.Random(_lot(t))) for t in chosen]


def _lot(tenure: Tenure) -> str:
    said = f"{SEED}|{tenure.name}|{tenure.code}|{tenure.role}|{tenure.start}"
    return hashlib.md5(said.encode()).hexdigest()


def written() -> list[Asked]:
    """Read the names and days that were written from general knowledge."""
    lines = WRITTEN.read_text("utf-8").splitlines()
    rows = csv.DictReader(line for line in lines if not line.startswith("#"))
    return [
        Asked(row["name"], date.fromisoformat(row["date"]), row["code"], (row["role"],))
        for row in rows
    ]


def answer(asked: Asked, number: int, resolver: Resolver) -> Actor:
    """Resolve a name in one of the sentences, on its day."""
    sentence = SENTENCES[number % len(SENTENCES)]
    start, text = sentence.index("{}"), sentence.format(asked.name)
    end = start + len(asked.name)
    document = Document(
        "d", "eval", text, "", len(text), "text", published=asked.day,
        sentences=(Span(0, len(text)),),
    )  # fmt: skip
    mention = Mention(0, asked.name, start, end, "actor", "person")
    (found,) = resolver.resolve(document, [mention])
    actors = [meaning for meaning in found.meanings if isinstance(meaning, Actor)]
    return actors[0] if len(actors) == 1 else Actor()


def is_right(asked: Asked, actor: Actor) -> bool:
    """Say whether state and role are right."""
    return _state(asked, actor) and _role(asked, (actor.role or "").lower())


def _state(asked: Asked, actor: Actor) -> bool:
    return actor.code == asked.code


def _role(asked: Asked, role: str) -> bool:
    if role in asked.roles:
        return True
    if asked.roles[0] not in KINDS:
        return False
    kind = asked.roles[0]
    vice = "vice" in role and "vice" not in kind
    return not vice and any(word in role for word in KINDS[kind])


def _asked(tenure: Tenure, known: list[Tenure], draw: random.Random) -> Asked:
    first, last = _days(tenure) or (LAST, LAST)
    day = first + timedelta(draw.randint(0, (last - first).days))
    roles = dict.fromkeys(
        other.role.lower()
        for other in (tenure, *known)
        if (other.name, other.code) == (tenure.name, tenure.code)
        and other.holds(day.isoformat())
    )
    return Asked(tenure.name, day, tenure.code, tuple(roles))


def _days(tenure: Tenure) -> tuple[date, date] | None:
    """Give the first and last day that surely belong to a tenure."""
    if not tenure.start:
        return None
    first = _edge(tenure.start, last=True)
    last = min(_edge(tenure.end, last=False) if tenure.end else LAST, LAST)
    return (first, last) if first <= last else None


def _edge(text: str, *, last: bool) -> date:
    year, month, day = (*map(int, text.split("-")), 0, 0)[:3]
    if day:
        return date(year, month, day)
    if not last:
        return date(year, month or 1, 1)
    following = date(year + (month in (0, 12)), month % 12 + 1 if month else 1, 1)
    return following - timedelta(days=1)


def _wrong() -> Iterator[str]:
    resolver = Resolver.load()
    for asked_list in (drawn(), written()):
        for number, asked in enumerate(asked_list):
            actor = answer(asked, number, resolver)
            if not is_right(asked, actor):
                told = f"{actor.code} {actor.name} {actor.role!r}"
                yield f"{asked.name} {asked.day} {asked.code} {asked.roles}: {told}"


if __name__ == "__main__":
    print_figures("leaders", measure())
    if "--wrong" in sys.argv[1:]:
        print(*_wrong(), sep="\n")
