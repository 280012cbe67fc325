"""Stances: who is for or against what."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from realpolitik.core.claim import Claim
from realpolitik.core.record import Record
from realpolitik.measures.speakers import outermost


@dataclass(frozen=True, slots=True)
class Stance:
    """A standing view: `stance` is favour, against or unsure, `about` the words."""

    record: str
    holder: tuple[str, ...]
    toward: tuple[str, ...]
    stance: str
    negated: bool
    about: str | None
    issue: tuple[str, ...]
    start: date | None
    end: date | None
    certainty: float
    speakers: tuple[str, ...]
    publishers: tuple[str, ...]
    claims: tuple[str, ...]


def stances(records: Iterable[Record], claims: Mapping[str, Claim]) -> list[Stance]:
    """List stances by holder, newest first."""
    found = [_stance(r, claims) for r in records if r.kind == "stance"]
    found.sort(key=_newest, reverse=True)
    return sorted(found, key=_holder)


def _stance(record: Record, claims: Mapping[str, Claim]) -> Stance:
    own = [claims[identity] for identity in record.claims if identity in claims]
    surest = max(own, key=_certainty, default=None)
    return Stance(
        record=record.id,
        holder=record.actor,
        toward=record.recipient,
        stance=record.type,
        negated=record.negated,
        about=surest.about.text if surest and surest.about else None,
        issue=record.issue,
        start=record.start,
        end=record.end,
        certainty=record.certainty,
        speakers=tuple(sorted({name for c in own if (name := outermost(c))})),
        publishers=record.publishers,
        claims=record.claims,
    )


def _certainty(claim: Claim) -> tuple[float, str]:
    return claim.certainty, claim.id


def _newest(stance: Stance) -> tuple[date, float, str]:
    return stance.start or date.min, stance.certainty, stance.record


def _holder(stance: Stance) -> tuple[str, ...]:
    return stance.holder
