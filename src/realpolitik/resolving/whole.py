"""All that is resolved in a document: what the reader saw, and what it passed over."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from realpolitik.core.claim import Claim, Reading, SaidClaim
from realpolitik.core.document import Document
from realpolitik.core.mention import Mention
from realpolitik.resolving.claims import assemble
from realpolitik.resolving.damage import weakened
from realpolitik.resolving.mending import mended, renumbered
from realpolitik.resolving.resolver import Resolver
from realpolitik.resolving.unread import FORM, unread


@dataclass(frozen=True, slots=True)
class Whole:
    """Mentions in the order of the text, claims, and the claims as the reader saw them
    (`said`), whose numbers count in these mentions.
    """

    mentions: tuple[Mention, ...]
    claims: tuple[Claim, ...]
    said: tuple[SaidClaim, ...]


def resolve_whole(document: Document, reading: Reading, resolver: Resolver) -> Whole:
    """Resolve a reading, and add the times and amounts that the reader passed over.

    Claims are less certain where the text is damaged; what was passed over never
    touches them.
    """
    reading = mended(document, reading)
    mentions = resolver.resolve(document, reading.mentions)
    claims = weakened(document, assemble(document, reading, mentions, resolver))
    every = (*mentions, *unread(document, mentions, resolver.speaker))
    order = sorted(range(len(every)), key=lambda n: (every[n].start, every[n].end))
    places = {number: place for place, number in enumerate(order)}
    said = tuple(renumbered(claim, places) for claim in reading.claims)
    return Whole(tuple(every[n] for n in order), claims, said)


def as_read(mentions: Sequence[Mention], said: Sequence[SaidClaim]) -> Reading:
    """Give the reading back from what was kept of it; the meanings are gone."""
    seen = [n for n, mention in enumerate(mentions) if mention.form != FORM]
    places = {number: place for place, number in enumerate(seen)}
    plain = tuple(replace(mentions[n], meanings=()) for n in seen)
    return Reading(plain, tuple(renumbered(claim, places) for claim in said))
