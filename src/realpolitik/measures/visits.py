"""Visits: who went to whom, and which visits are planned."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from realpolitik.core.claim import Claim
from realpolitik.core.record import Record


@dataclass(frozen=True, slots=True)
class Visit:
    """A visit: `visitor` and `host` by code, `people` as the directory names them.

    `planned` visits are announced, not made; the two are never counted together.
    """

    record: str
    visitor: tuple[str, ...]
    host: tuple[str, ...]
    people: tuple[str, ...]
    start: date | None
    end: date | None
    planned: bool
    certainty: float
    claims: tuple[str, ...]


def visits(records: Iterable[Record], claims: Mapping[str, Claim]) -> list[Visit]:
    """List visits made and planned by day; those called off or denied are no visits."""
    found = [_visit(record, claims) for record in records if _is_visit(record)]
    return sorted(found, key=_order)


def _is_visit(record: Record) -> bool:
    kind = (record.kind, record.type, record.mode)
    if kind != ("event", "CONSULT", "visit") or record.negated:
        return False
    # "maintains visits" is a habit, not a visit
    return record.modality in ("actual", "planned")


def _visit(record: Record, claims: Mapping[str, Claim]) -> Visit:
    own = [claims[identity] for identity in record.claims if identity in claims]
    people = {
        party.actor.name
        for claim in own
        for party in (*claim.actor, *claim.recipient)
        if party.actor.name and party.actor.role
    }
    return Visit(
        record=record.id,
        visitor=record.actor,
        host=record.recipient,
        people=tuple(sorted(people)),
        start=record.start,
        end=record.end,
        planned=record.modality == "planned",
        certainty=record.certainty,
        claims=record.claims,
    )


def _order(visit: Visit) -> tuple[date, str]:
    return visit.start or date.min, visit.record
