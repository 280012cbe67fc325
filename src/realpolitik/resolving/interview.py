"""Who answers in an interview that does not name the one who answers by a state."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date
from functools import lru_cache

from realpolitik.core.actor import Actor
from realpolitik.core.document import Document
from realpolitik.knowledge import tables
from realpolitik.knowledge.directory import Hit, find_names
from realpolitik.knowledge.forms import Word, words
from realpolitik.knowledge.own_actors import OwnActors, current
from realpolitik.knowledge.roles import FoundRole, find_roles
from realpolitik.knowledge.word_lists import word_list

_TALK = ("question", "answer")
_PREPOSITIONS = word_list("ends-of-heads")
_NEAR = 2  # words between a state and the office that it owns
_OFFICE = 4  # words in "of defence and security of"
_WEIGHT = {"person": 2, "body": 1}
_STOP = re.compile(r"\n|[.!?:;]\s")


def interviewee(document: Document, label: str = "") -> Actor | None:
    """Give the state and sector of the one who answers, by what introduces the talk.

    The head of an interview says whose ambassador, minister or official is asked
    ("the Palestinian ambassador to Russia"). Offices count twice, bodies ("the Foreign
    Ministry") once; the state that most of them belong to answers. A `label` that is
    an office ("AMBASSADOR") counts that office alone. None where two states are even.
    """
    starts = (p.start for p in document.passages if p.kind in _TALK or p.speaker)
    head = next(starts, 0)
    label = label.strip(" :").lower()
    return _introduced(document.text[:head], label, _iso(document), current())


def _iso(document: Document) -> str:
    return (document.published or date.today()).isoformat()


@lru_cache(maxsize=64)
def _introduced(head: str, label: str, day: str, _own: OwnActors) -> Actor | None:
    votes: Counter[tuple[str, str]] = Counter()
    for line in _STOP.split(head):
        for code, found, noun in _offices(line, day):
            if not label or label == noun:
                votes[code, found.role.sector or "GOV"] += _WEIGHT[found.role.kind]
    states: Counter[str] = Counter()
    for (code, _), count in votes.items():
        states[code] += count
    best = states.most_common(2)
    if not best or (len(best) == 2 and best[0][1] == best[1][1]):
        return None
    code = best[0][0]
    sector = max((n, s) for (c, s), n in votes.items() if c == code)[1]
    return Actor(code, sector, certainty=0.7)


def _offices(line: str, day: str) -> Iterator[tuple[str, FoundRole, str]]:
    """Give each office of a line with the code of the state that it belongs to."""
    found = words(line)
    hits = list(find_names(found))
    for role in find_roles(found):
        if role.role.kind not in _WEIGHT or role.role.number == "p":
            continue
        hit = _owner(found, hits, role)
        codes = [n.code for n in hit.namings if n.holds(day)] if hit else []
        if codes and _ends().get(codes[0], day) >= day:
            noun = " ".join(word.form for word in found[role.start : role.end])
            yield codes[0], role, noun


def _owner(found: Sequence[Word], hits: Sequence[Hit], role: FoundRole) -> Hit | None:
    for hit in hits:
        if hit.start < role.end and role.start < hit.end:
            return hit  # the name holds the office ("Russian Foreign Ministry")
        gap = role.start - hit.end
        if 0 <= gap <= _NEAR and not _cut(found[hit.end : role.start]):
            return hit
        if _of(found[role.end : hit.start]):
            return hit
    return None


def _of(between: Sequence[Word]) -> bool:
    """Tell "minister | of defence of the | Netherlands"."""
    forms = [word.form for word in between if word.form != "the"]
    plain = len(forms) <= _OFFICE and not any(word.capital for word in between)
    return plain and bool(forms) and forms[-1] == "of"


def _cut(between: Sequence[Word]) -> bool:
    return any(word.form in _PREPOSITIONS for word in between)


@lru_cache(maxsize=1)
def _ends() -> dict[str, str]:
    """Give the last day of each state that is no more."""
    rows = tables.rows("actors/states.csv")
    return {row["code"]: row["end"] for row in rows if row["end"]}
