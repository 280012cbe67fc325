"""Everything a project holds on one pair of actors, as a brief needs it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from realpolitik.core.claim import Claim
from realpolitik.core.document import Document
from realpolitik.core.record import Record


@dataclass(frozen=True, slots=True)
class Dossier:
    """The claims and records between two actors, in either direction.

    `names` maps every code that occurs to its short name ("RUS" to "Russia").
    `documents` holds every document that a claim of `claims` comes from, by id.
    `as_of` is the newest document date among them, None when none is dated.
    `searched` counts the documents that were looked through, where that is known.
    `reader` names the reader's version, `scores` its held-out scores as shipped.
    """

    first: str
    second: str
    names: Mapping[str, str]
    claims: tuple[Claim, ...]
    records: tuple[Record, ...]
    documents: Mapping[str, Document]
    as_of: date | None
    reader: str
    scores: Mapping[str, float]
    searched: int | None = None
