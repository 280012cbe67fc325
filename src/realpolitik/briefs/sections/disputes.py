"""In dispute: reports that cannot both be true, and the two sides' own positions."""

from collections.abc import Iterator
from itertools import product

from realpolitik.briefs.evidence import Evidence
from realpolitik.briefs.index import Index
from realpolitik.briefs.parts import Dispute
from realpolitik.briefs.sections.choice import foremost, newest
from realpolitik.briefs.sections.issues import spoken
from realpolitik.core.record import Record
from realpolitik.measures.sureness import sure

MOST = 6
MOST_DENIALS = 4
NEAR_DAYS = 3
STEM = 4
_TOLD = ("actual", "ongoing")


def disputes(index: Index, evidence: Evidence) -> tuple[Dispute, ...]:
    """Set denials beside what they deny, then positions on one issue."""
    pairs = [*_denials(index), *_positions(index)][:MOST]
    return tuple(
        Dispute(title, tuple(evidence.state(side, quoted=True) for side in sides))
        for title, sides in pairs
    )


def _denials(index: Index) -> Iterator[tuple[str, tuple[Record, ...]]]:
    events = [r for r in sure(index.records) if r.kind == "event"]
    told = [record for record in events if record.modality in _TOLD]
    denied = [record for record in told if record.negated]
    alone = []
    for denial in denied:
        against = [r for r in told if _contradicts(r, denial)]
        against = [r for r in against if _alike(r, denial, index)]
        if against:
            yield "Reported and denied", (foremost(against, 1)[0], denial)
        else:
            alone.append(denial)
    if alone:
        yield "Denied", tuple(newest(alone)[:MOST_DENIALS])


def _contradicts(record: Record, denial: Record) -> bool:
    same = (record.type, record.actor) == (denial.type, denial.actor)
    toward = record.recipient == denial.recipient
    return same and toward and not record.negated and _near(record, denial)


def _alike(one: Record, other: Record, index: Index) -> bool:
    """Whether both speak of it with the same verb, as far as the stem tells."""
    words = [index.face(record).trigger.text.lower()[:STEM] for record in (one, other)]
    return words[0] == words[1]


def _near(one: Record, other: Record) -> bool:
    if one.start is None or other.start is None:
        return False
    return abs((one.start - other.start).days) <= NEAR_DAYS


def _positions(index: Index) -> Iterator[tuple[str, tuple[Record, ...]]]:
    first, second = index.dossier.first, index.dossier.second
    views = [r for r in sure(index.records) if r.kind == "stance"]
    for issue in sorted({issue for record in views for issue in record.issue}):
        on_it = [record for record in views if issue in record.issue]
        ours = [record for record in on_it if record.actor == (first,)]
        theirs = [record for record in on_it if record.actor == (second,)]
        pairs = list(product(foremost(ours, 1), foremost(theirs, 1)))
        if pairs:
            yield f"Positions on {spoken(issue)}", pairs[0]
