"""Speakers: who says so, and who prints it."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from realpolitik.core.claim import Claim, Party
from realpolitik.core.document import Document


@dataclass(frozen=True, slots=True)
class Speaker:
    """Somebody whose words are reported; None is the writer's own voice."""

    name: str | None
    code: str | None
    publisher: str | None
    claims: tuple[str, ...]


def speakers(
    claims: Iterable[Claim], documents: Mapping[str, Document]
) -> list[Speaker]:
    """Count claims by who says so and who prints it, most first."""
    said: dict[tuple[str | None, str | None, str | None], list[str]]
    said = defaultdict(list)
    for claim in claims:
        document = documents.get(claim.document)
        publisher = document.publisher if document else None
        code = claim.speaker[0].actor.code if claim.speaker else None
        said[outermost(claim), code, publisher].append(claim.id)
    found = [Speaker(*who, tuple(sorted(ids))) for who, ids in said.items()]
    return sorted(found, key=_order)


def outermost(claim: Claim) -> str | None:
    """Name who answers for a claim: of "A says that B says" it is A."""
    return called(claim.speaker[0]) if claim.speaker else None


def called(party: Party) -> str:
    """Name a party: as the directory has it, else in the words of the text."""
    return party.actor.name or party.text or party.actor.code or "somebody"


def _order(speaker: Speaker) -> tuple[int, str, str]:
    return -len(speaker.claims), speaker.name or "", speaker.publisher or ""
