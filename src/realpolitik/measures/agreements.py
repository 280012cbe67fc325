"""Agreements: what was proposed, talked over, agreed, signed or withdrawn from.

What an agreement is called comes from its sentence. Reports go together if parties and
name are the same, and the month too where the name is a mere "agreement"; each keeps
its own state, and the furthest one of the newest day is the state of the agreement.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from realpolitik.core.claim import Claim
from realpolitik.core.record import Record
from realpolitik.measures.agreement_names import (
    agreement_name,
    is_bare,
    is_signing,
    sameness,
)
from realpolitik.measures.happenings import HAPPENED

STATES = ("proposed", "in talks", "agreed", "planned", "signed", "withdrawn")
"""In the order in which an agreement comes about; "planned" is a signing announced."""


@dataclass(frozen=True, slots=True)
class Step:
    """One report on an agreement: its state on that day, and the record."""

    state: str
    start: date | None
    end: date | None
    record: str
    certainty: float
    claims: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Agreement:
    """An agreement between parties, with every report on it by day.

    `latest` and `end` are the first and last day that the newest report may mean.
    """

    what: str
    parties: tuple[str, ...]
    issue: tuple[str, ...]
    state: str
    latest: date | None
    end: date | None
    steps: tuple[Step, ...]


def agreements(
    records: Iterable[Record], claims: Mapping[str, Claim]
) -> list[Agreement]:
    """List agreements with their state, newest first."""
    groups: dict[tuple[tuple[str, ...], ...], list[tuple[str, Record]]]
    groups = defaultdict(list)
    for record in records:
        what = _name(record, claims)
        signs = any(is_signing(c) for c in _claims(record, claims))
        if _state(record, named=what is not None or (signs and _is_signed(record))):
            parties = tuple(sorted({*record.actor, *record.recipient}))
            bare = what is None or is_bare(what)
            name = (what or _topic(record)).lower() if bare else what or ""
            apart = (_month(record),) if bare else ()
            groups[parties, sameness(name), apart].append((name, record))
    found = [
        _agreement(key[0], _called(told), [record for _, record in told])
        for key, told in sorted(groups.items())
    ]
    return sorted(found, key=_newest, reverse=True)


def _called(told: Iterable[tuple[str, Record]]) -> str:
    """Choose the name that most reports give, rather a short one."""
    counts = Counter(name for name, _ in told)
    return min(counts, key=lambda name: (-counts[name], len(name), name))


def _month(record: Record) -> str:
    return f"{record.start:%Y-%m}" if record.start else record.id


def _newest(agreement: Agreement) -> tuple[date, str]:
    return agreement.latest or date.min, agreement.what


def _agreement(parties: tuple[str, ...], what: str, records: list[Record]) -> Agreement:
    steps = sorted((_step(record) for record in records), key=_order)
    issues = {issue: None for record in records for issue in record.issue}
    return Agreement(
        what=what,
        parties=parties,
        issue=tuple(issues),
        state=steps[-1].state,
        latest=steps[-1].start,
        end=steps[-1].end,
        steps=tuple(steps),
    )


def _step(record: Record) -> Step:
    state = _state(record, named=True) or "proposed"
    when = record.start, record.end
    return Step(state, *when, record.id, record.certainty, record.claims)


def _order(step: Step) -> tuple[date, int, str]:
    return step.start or date.min, STATES.index(step.state), step.record


def _state(record: Record, *, named: bool) -> str | None:
    """Give the state that a record reports; None if it is on no agreement."""
    if record.kind != "event" or record.negated or not named:
        return None
    act = _act(record)
    if act is None:
        return None
    if record.modality in HAPPENED:
        return act
    return _UNDONE.get((act, record.modality), "proposed" if act in _BEGUN else None)


def _is_signed(record: Record) -> bool:
    return (record.type, record.mode) == ("SUPPORT", "sign")


def _act(record: Record) -> str | None:
    if record.type == "SUPPORT":
        return "signed" if record.mode == "sign" else None
    if record.type == "SANCTION":
        return "withdrawn" if record.mode in ("withdraw", "discontinue") else None
    return {"CONSULT": "in talks", "AGREE": "agreed"}.get(record.type)


_BEGUN = ("signed", "in talks", "agreed")
_UNDONE = {
    ("signed", "planned"): "planned",
    ("signed", "attempted"): "in talks",
    ("in talks", "planned"): "in talks",
    ("in talks", "attempted"): "in talks",
}


def _topic(record: Record) -> str:
    subject = record.issue[0].replace("-", " ") + " " if record.issue else ""
    return f"{subject}agreement"


def _name(record: Record, claims: Mapping[str, Claim]) -> str | None:
    told = _claims(record, claims)
    names = [name for claim in told if (name := agreement_name(claim))]
    return min(names, key=_longest, default=None)


def _claims(record: Record, claims: Mapping[str, Claim]) -> list[Claim]:
    return [claims[identity] for identity in record.claims if identity in claims]


def _longest(name: str) -> tuple[int, str]:
    return -len(name), name
