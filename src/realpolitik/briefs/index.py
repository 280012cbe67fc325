"""A dossier made ready to write from: faces of records, what is sure, what happened."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from realpolitik.briefs.names import codes
from realpolitik.briefs.prose import day, days
from realpolitik.core.claim import Claim
from realpolitik.core.document import Document
from realpolitik.core.dossier import Dossier
from realpolitik.core.record import Record
from realpolitik.measures.sureness import LIMIT

# Certainty is the chance that kind, type and both parties are right: it seldom passes
# 0.8, since two people who read the same sentence agree in four of five.
SURE = 0.7
"""From here on a single record may stand in the lead or among the headlines."""

GRADES = ((SURE, "high"), (0.6, "moderate"), (LIMIT, "low"))


@dataclass(frozen=True, slots=True)
class Index:
    """The dossier with its claims by id and its records in order of time."""

    dossier: Dossier
    claims: Mapping[str, Claim]
    records: tuple[Record, ...]

    @property
    def names(self) -> Mapping[str, str]:
        """Short names by code."""
        return self.dossier.names

    def reports(self, record: Record) -> list[Claim]:
        """Give the claims of a record, the surest first."""
        claims = (self.claims[id_] for id_ in record.claims if id_ in self.claims)
        return sorted(claims, key=lambda claim: (-claim.certainty, claim.id))

    def face(self, record: Record) -> Claim:
        """Give the claim that speaks for the record."""
        return self.reports(record)[0]

    def document(self, claim: Claim) -> Document | None:
        """Give the claim's document."""
        return self.dossier.documents.get(claim.document)

    def charged(self, record: Record) -> bool:
        """Whether a conflict rests only on the word of others than its actors."""
        said = [claim.speaker for claim in self.reports(record)]
        others = all(by and not set(codes(by)) & set(record.actor) for by in said)
        return record.quad in (3, 4) and others

    def dated(self, record: Record) -> str | None:
        """Say when: as the sentence shown puts it, else when it was reported.

        Another report of the record may tell a day that this sentence does not.
        """
        face = self.face(record)
        if face.when is not None and (said := days(face.when.interval)):
            return said
        document = self.document(face)
        if document is not None and document.published is not None:
            return f"reported {day(document.published)}"
        if record.start is None:
            return None
        mark = "reported " if record.dated_by == "document" else ""
        return mark + day(record.start)


def index(dossier: Dossier) -> Index:
    """Prepare a dossier; records without a claim in it are left out."""
    claims = {claim.id: claim for claim in dossier.claims}
    whole = [r for r in dossier.records if any(id_ in claims for id_ in r.claims)]
    return Index(dossier, claims, tuple(sorted(whole, key=in_time)))


def in_time(record: Record) -> tuple[date, date, str]:
    """Order by first day, undated last."""
    start = record.start or date.max
    return start, record.end or start, record.id


def grade(certainty: float) -> str:
    """Name a certainty.

    >>> [grade(number) for number in (0.8, 0.6, 0.5, 0.3)]
    ['high', 'moderate', 'low', 'very low']
    """
    found = (word for least, word in GRADES if certainty >= least)
    return next(found, "very low")
