"""Final claims: what the reader saw, with its mentions resolved, and an id."""

import hashlib
from collections.abc import Iterable, Sequence
from datetime import date
from typing import TYPE_CHECKING

from realpolitik.core.actor import Actor
from realpolitik.core.claim import (
    FROM_CONTEXT,
    Amount,
    Claim,
    Party,
    Reading,
    SaidClaim,
    When,
    Where,
)
from realpolitik.core.document import Document
from realpolitik.core.interval import Interval
from realpolitik.core.mention import Mention
from realpolitik.core.place import Place
from realpolitik.core.quantity import Quantity
from realpolitik.knowledge.events import event_type
from realpolitik.knowledge.own_actors import using
from realpolitik.resolving.attachment import attached, distinct
from realpolitik.resolving.dating import dated, not_after
from realpolitik.resolving.entries import entry_dates
from realpolitik.resolving.phrase import phrase, sector_of

if TYPE_CHECKING:
    from realpolitik.resolving.resolver import Resolver


def assemble(
    document: Document,
    reading: Reading,
    mentions: Sequence[Mention],
    resolver: "Resolver",
) -> tuple[Claim, ...]:
    """Build the claims of a document from its reading and its resolved mentions.

    A party that could not be placed stays a party without a code. A claim none of
    whose parties has a code is left out: the codebook codes what involves at least
    one international actor. So is a judgement that has not two members: it tells of
    a relationship.
    """
    with using(resolver.own):
        return _assemble(document, reading, mentions, resolver)


def _assemble(
    document: Document,
    reading: Reading,
    mentions: Sequence[Mention],
    resolver: "Resolver",
) -> tuple[Claim, ...]:
    out = []
    entries = entry_dates(document, mentions)
    for said in reading.claims:
        span = document.sentences[said.sentence]
        _, passage = document.passage_at(span.start) or (0, None)
        speaker = resolver.speaker(document, passage)
        trimmed = attached(document, said, mentions)
        placed = dated(document, trimmed, mentions, entries.get(passage))
        claim = _claim(document, placed, mentions, speaker)
        if _is_told_of_enough(claim):
            out.append(claim)
    return tuple(out)


def _is_told_of_enough(claim: Claim) -> bool:
    parties = (*claim.actor, *claim.recipient)
    members = {party.actor.code or party.text for party in parties}
    least = 2 if claim.kind == "judgement" else 1
    return any(p.actor.code for p in parties) and len(members) >= least


def _claim(
    document: Document,
    said: SaidClaim,
    mentions: Sequence[Mention],
    speaker: Actor | None,
) -> Claim:
    kind = event_type(said.type, said.mode) if said.kind == "event" else None
    span = document.sentences[said.sentence]
    actors, recipients = distinct(
        said,
        _parties(said.actor, mentions, speaker),
        _parties(said.recipient, mentions, speaker),
    )
    return Claim(
        id=_claim_id(document, said, mentions),
        document=document.id,
        sentence=said.sentence,
        text=document.text[span.start : span.end],
        span=span,
        kind=said.kind,
        type=said.type,
        trigger=said.trigger,
        mode=said.mode,
        actor=actors,
        recipient=recipients,
        speaker=_parties(said.speaker, mentions, speaker),
        when=_when(said, document.published, mentions),
        where=_where(said.where, mentions),
        issue=said.issue,
        amount=_amount(said.amount, mentions),
        about=said.about,
        modality=said.modality,
        negated=said.negated,
        certainty=said.certainty,
        quad=kind.quad if kind else None,
        cameo=kind.cameo if kind else None,
        intensity=kind.intensity if kind else None,
    )


def _claim_id(document: Document, said: SaidClaim, mentions: Sequence[Mention]) -> str:
    span = document.sentences[said.sentence]
    roles = [
        ",".join(_place_of(n, mentions) for n in numbers)
        for numbers in (said.actor, said.recipient, said.speaker)
    ]
    parts = (
        document.id, f"{span.start}:{span.end}", said.kind, said.type,
        f"{said.trigger.start}:{said.trigger.end}", *roles,
    )  # fmt: skip
    return "c" + hashlib.sha256("\x1f".join(parts).encode()).hexdigest()[:16]


def _place_of(number: int, mentions: Sequence[Mention]) -> str:
    if number == FROM_CONTEXT:
        return "context"
    return f"{mentions[number].start}:{mentions[number].end}"


def _parties(
    numbers: Iterable[int], mentions: Sequence[Mention], speaker: Actor | None
) -> tuple[Party, ...]:
    found: dict[Party, None] = {}
    for number in numbers:
        for party in _party(number, mentions, speaker):
            found[party] = None
    return tuple(found)


def _party(
    number: int, mentions: Sequence[Mention], speaker: Actor | None
) -> list[Party]:
    if number == FROM_CONTEXT:
        return [Party(speaker)] if speaker else []
    mention = mentions[number]
    actors = [m for m in mention.meanings if isinstance(m, Actor)]
    sector = sector_of(phrase(mention.text), mention.sector)
    unplaced = Actor(None, sector, certainty=0.0)
    return [
        Party(actor, mention.text, mention.start, mention.end)
        for actor in actors or [unplaced]
    ]


def _when(
    said: SaidClaim, published: date | None, mentions: Sequence[Mention]
) -> When | None:
    found = _meaning(said.when, mentions)
    if said.when is None or not isinstance(found, Interval):
        return None
    mention = mentions[said.when]
    days = not_after(found, mention.text, published, said.modality)
    return When(days, mention.text, mention.start, mention.end) if days else None


def _where(number: int | None, mentions: Sequence[Mention]) -> Where | None:
    if number is None or number < 0:
        return None
    mention = mentions[number]
    found = _meaning(number, mentions)
    place = found if isinstance(found, Place) else Place(mention.text)
    return Where(place, mention.text, mention.start, mention.end)


def _amount(number: int | None, mentions: Sequence[Mention]) -> Amount | None:
    found = _meaning(number, mentions)
    if number is None or not isinstance(found, Quantity):
        return None
    mention = mentions[number]
    return Amount(found, mention.text, mention.start, mention.end)


def _meaning(number: int | None, mentions: Sequence[Mention]) -> object | None:
    if number is None or number < 0 or not mentions[number].meanings:
        return None
    return mentions[number].meanings[0]
