"""Agreements: what was proposed, talked over, agreed, signed or withdrawn from.

What an agreement is called comes from its sentence: the noun (treaty, pact ...) with
the words before it. Reports go together if parties and name are the same; each keeps
its own state, and the furthest one of the newest day is the state of the agreement.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from realpolitik.core.claim import Claim
from realpolitik.core.record import Record
from realpolitik.measures.happenings import HAPPENED

STATES = ("proposed", "in talks", "agreed", "planned", "signed", "withdrawn")
"""In the order in which an agreement comes about; "planned" is a signing announced."""

_NOUN = re.compile(
    r"((?:[\w’'-]+ ){0,4})\b(agreements?|treat(?:y|ies)|pacts?|accords?|deals?|"
    r"memorand(?:um|a)|protocols?|conventions?|contracts?|declarations?)\b"
    r"( of understanding| of intent)?",
    re.IGNORECASE,
)

_BREAK = re.compile(
    r"an?|the|th(?:is|at|ese|ose)|its|their|his|her|our|several|two|three|four|five|some|any|on|"
    r"of|for|in|to|with|about|and|or|by|from|as|at|into|over|under|sign(?:ed|ing)?|"
    r"reached|agreed|conclude[sd]?|ha[sd]|have|will|would|new",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Step:
    """One report on an agreement: its state on that day, and the record."""

    state: str
    start: date | None
    record: str
    certainty: float
    claims: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Agreement:
    """An agreement between parties, with every report on it by day."""

    what: str
    parties: tuple[str, ...]
    issue: tuple[str, ...]
    state: str
    latest: date | None
    steps: tuple[Step, ...]


def agreements(
    records: Iterable[Record], claims: Mapping[str, Claim]
) -> list[Agreement]:
    """List agreements with their state, newest first."""
    groups: dict[tuple[tuple[str, ...], str], list[Record]] = defaultdict(list)
    for record in records:
        what = _name(record, claims)
        if _state(record, named=what is not None):
            parties = tuple(sorted({*record.actor, *record.recipient}))
            groups[parties, what or _topic(record)].append(record)
    found = [_agreement(*key, same) for key, same in sorted(groups.items())]
    return sorted(found, key=_newest, reverse=True)


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
        steps=tuple(steps),
    )


def _step(record: Record) -> Step:
    state = _state(record, named=True) or "proposed"
    return Step(state, record.start, record.id, record.certainty, record.claims)


def _order(step: Step) -> tuple[date, int, str]:
    return step.start or date.min, STATES.index(step.state), step.record


def _state(record: Record, *, named: bool) -> str | None:
    """Give the state that a record reports; None if it is on no agreement.

    A signing counts by itself, other acts only where the sentence names an agreement.
    """
    if record.kind != "event" or record.negated:
        return None
    act = _act(record)
    if act is None or not (named or act == "signed"):
        return None
    if record.modality in HAPPENED:
        return act
    return _UNDONE.get((act, record.modality), "proposed" if act in _BEGUN else None)


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
    texts = [claims[identity] for identity in record.claims if identity in claims]
    names = [name for claim in texts if (name := _nearest(claim))]
    return min(names, key=_longest, default=None)


def _longest(name: str) -> tuple[int, str]:
    return -len(name), name


def _nearest(claim: Claim) -> str | None:
    trigger = claim.trigger.start - claim.span.start
    found = list(_NOUN.finditer(claim.text))
    if not found:
        return None
    match = min(found, key=lambda m: (abs(m.start(2) - trigger), m.start(2)))
    before: list[str] = []
    for word in reversed(match[1].split()):
        if _BREAK.fullmatch(word):
            break
        before.insert(0, word)
    return " ".join([*before, match[2] + (match[3] or "")])
