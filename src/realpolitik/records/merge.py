"""Claims to records: what several claims report is counted once."""

from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import date
from typing import TypeVar

from realpolitik.core.claim import Claim, Party
from realpolitik.core.record import Record
from realpolitik.records.groups import Member, group
from realpolitik.records.keys import Printed, digest, record_key

T = TypeVar("T")
Codes = tuple[str, ...]


def merge(
    claims: Iterable[Claim], documents: Mapping[str, Printed]
) -> tuple[Record, ...]:
    """Merge claims into records, sorted by day and id.

    The outcome depends on the set of claims only, not on their order or repetition.
    `documents` holds the document of every claim by its id.
    """
    records = [_record(same, documents) for same in group(claims, documents)]
    return tuple(sorted(records, key=_order))


def record_id(claim: Claim, document: Printed) -> str:
    """Give the id of the record of a claim that stands alone."""
    return f"r{digest(record_key(claim, document), 0)}"


def _order(record: Record) -> tuple[bool, date, str]:
    return record.start is None, record.start or date.min, record.id


def _record(members: list[Member], documents: Mapping[str, Printed]) -> Record:
    claims = [claim for claim, _ in members]
    surest = max(claims, key=_weight)
    actor, recipient = _layout(claims)
    start, end, dated_by = _days(claims, documents)
    printed = {documents[claim.document].publisher for claim in claims}
    return Record(
        id=f"r{min(key for _, key in members)}",
        kind=surest.kind,
        type=surest.type,
        mode=_most_common(c.mode for c in claims if c.mode),
        actor=actor,
        recipient=recipient,
        modality=surest.modality,
        negated=surest.negated,
        start=start,
        end=end,
        dated_by=dated_by,
        issue=_issues(claims),
        quad=surest.quad,
        intensity=surest.intensity,
        certainty=surest.certainty,
        claims=tuple(sorted(claim.id for claim in claims)),
        publishers=tuple(sorted(name for name in printed if name)),
    )


def _weight(claim: Claim) -> tuple[float, str]:
    return claim.certainty, claim.id


def _layout(claims: Iterable[Claim]) -> tuple[Codes, Codes]:
    """Choose who does it to whom: what most say, rather one way than both ways."""
    counts = Counter((_codes(c.actor), _codes(c.recipient)) for c in claims)

    def rank(layout: tuple[Codes, Codes]) -> tuple[object, ...]:
        actor, recipient = layout
        unclear = not recipient or not set(actor).isdisjoint(recipient)
        return unclear, -counts[layout], layout

    return min(counts, key=rank)


def _codes(parties: Iterable[Party]) -> Codes:
    return tuple(sorted({p.actor.code for p in parties if p.actor.code}))


def _most_common(values: Iterable[T]) -> T | None:
    counts = Counter(values)
    return min(counts, key=lambda value: (-counts[value], str(value)), default=None)


def _issues(claims: Iterable[Claim]) -> tuple[str, ...]:
    counts = Counter(issue for claim in claims for issue in claim.issue)
    return tuple(sorted(counts, key=lambda issue: (-counts[issue], issue)))


def _days(
    claims: Iterable[Claim], documents: Mapping[str, Printed]
) -> tuple[date | None, date | None, str | None]:
    said = [c.when.interval for c in claims if c.when]
    bounded = [i for i in said if i.start or i.end]
    if bounded:
        first = min(bounded, key=lambda i: (i.start or date.min, i.end or date.max))
        return first.start, first.end, "text"
    printed = [documents[claim.document].published for claim in claims]
    day = min((day for day in printed if day), default=None)
    return day, day, "document" if day else None
