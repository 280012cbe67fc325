"""In dispute: reports that cannot both be true, and the two sides' own positions."""

from collections.abc import Iterator
from itertools import product

from realpolitik.briefs.evidence import Evidence
from realpolitik.briefs.index import Index
from realpolitik.briefs.names import codes
from realpolitik.briefs.parts import Dispute
from realpolitik.briefs.sections.choice import foremost, newest
from realpolitik.briefs.sections.issues import spoken
from realpolitik.core.record import Record
from realpolitik.measures.sureness import sure

MOST = 6
MOST_DENIALS = 4
LONGEST_MONTH = 31
STEM = 4
_BOTH = "Reported, and said not to have happened"
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
    alone: dict[str, list[Record]] = {"Denied": [], "Said not to have happened": []}
    for denial in denied:
        own = _is_own(denial, index)
        against = [r for r in told if _contradicts(r, denial, own=own)]
        against = [r for r in against if _alike(r, denial, index)]
        if against:
            title = "Reported and denied" if own else _BOTH
            yield title, (foremost(against, 1, index)[0], denial)
        else:
            alone["Denied" if own else "Said not to have happened"].append(denial)
    for title, found in alone.items():
        if found:
            yield title, tuple(newest(found)[:MOST_DENIALS])


def _is_own(denial: Record, index: Index) -> bool:
    """Whether one of its parties says so: only then is it denied by somebody."""
    parties = {*denial.actor, *denial.recipient}
    said = [set(codes(claim.speaker)) for claim in index.reports(denial)]
    return any(by & parties for by in said)


def _contradicts(record: Record, denial: Record, *, own: bool) -> bool:
    same = (record.type, record.actor) == (denial.type, denial.actor)
    toward = record.recipient == denial.recipient
    return same and toward and not record.negated and _at_once(record, denial, own=own)


def _alike(one: Record, other: Record, index: Index) -> bool:
    """Whether both speak of it with the same verb, as far as the stem tells."""
    words = [index.face(record).trigger.text.lower()[:STEM] for record in (one, other)]
    return words[0] == words[1]


def _at_once(one: Record, other: Record, *, own: bool) -> bool:
    """Whether both are of one day or month.

    Where the texts give no day, that of the document will do for a party's own denial.
    """
    if one.start is None or other.start is None:
        return False
    if one.start == other.start and one.end == other.end:
        return own or one.dated_by == other.dated_by == "text"
    dated = one.dated_by == other.dated_by == "text"
    months = {(day.year, day.month) for day in (one.start, other.start)}
    lengths = [((r.end or r.start) - r.start).days for r in (one, other) if r.start]
    return dated and len(months) == 1 and 0 < max(lengths) <= LONGEST_MONTH


def _positions(index: Index) -> Iterator[tuple[str, tuple[Record, ...]]]:
    first, second = index.dossier.first, index.dossier.second
    views = [r for r in sure(index.records) if r.kind == "stance"]
    for issue in sorted({issue for record in views for issue in record.issue}):
        on_it = [record for record in views if issue in record.issue]
        ours = [record for record in on_it if record.actor == (first,)]
        theirs = [record for record in on_it if record.actor == (second,)]
        pairs = list(product(foremost(ours, 1, index), foremost(theirs, 1, index)))
        if pairs:
            yield f"Positions on {spoken(issue)}", pairs[0]
