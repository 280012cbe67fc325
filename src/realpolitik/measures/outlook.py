"""Outlook: what is planned or thought possible, and how the relationship is judged."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from realpolitik.core.claim import Claim
from realpolitik.core.record import Record
from realpolitik.measures.speakers import outermost

COMING = ("planned", "possible")
"""Modalities of what may come; demands and attempts are neither."""

FRESH = timedelta(days=366)
"""How long before the newest document a plan without a time may have been told."""


@dataclass(frozen=True, slots=True)
class Judgement:
    """A view of the relationship: `view` is the codebook's word."""

    record: str
    view: str
    negated: bool
    modality: str
    issue: tuple[str, ...]
    start: date | None
    speakers: tuple[str, ...]
    publishers: tuple[str, ...]
    certainty: float
    claims: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Outlook:
    """Judgements, newest first, and records of what is planned or thought possible."""

    judgements: tuple[Judgement, ...]
    planned: tuple[Record, ...]
    possible: tuple[Record, ...]


def outlook(
    records: Iterable[Record],
    claims: Mapping[str, Claim],
    *,
    as_of: date | None = None,
) -> Outlook:
    """Gather what is said about the state and the future of a relationship.

    With `as_of`, the day of the newest document, only what still lies ahead of it is
    planned or possible.
    """
    known = list(records)
    judged = [_judgement(r, claims) for r in known if r.kind == "judgement"]
    judged.sort(key=_newest, reverse=True)
    coming = [record for record in known if is_ahead(record, as_of)]
    planned, possible = (_coming(coming, modality) for modality in COMING)
    return Outlook(tuple(judged), planned, possible)


def is_ahead(record: Record, as_of: date | None) -> bool:
    """Whether its time is not over on that day, or it was said lately without one."""
    if as_of is None:
        return True
    end = record.end or record.start
    if end is None:
        return False
    return end >= (as_of - FRESH if record.dated_by == "document" else as_of)


def _coming(records: Iterable[Record], modality: str) -> tuple[Record, ...]:
    found = [
        record
        for record in records
        if (record.kind, record.modality, record.negated) == ("event", modality, False)
    ]
    return tuple(sorted(found, key=_latest, reverse=True))


def _latest(record: Record) -> tuple[date, str]:
    return record.start or date.min, record.id


def _judgement(record: Record, claims: Mapping[str, Claim]) -> Judgement:
    own = [claims[identity] for identity in record.claims if identity in claims]
    return Judgement(
        record=record.id,
        view=record.type,
        negated=record.negated,
        modality=record.modality,
        issue=record.issue,
        start=record.start,
        speakers=tuple(sorted({name for c in own if (name := outermost(c))})),
        publishers=record.publishers,
        certainty=record.certainty,
        claims=record.claims,
    )


def _newest(judgement: Judgement) -> tuple[date, float, str]:
    return judgement.start or date.min, judgement.certainty, judgement.record
