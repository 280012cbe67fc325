"""Speakers of quotations that run over sentences: the reader sees one at a time."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from realpolitik.attributing.attributions import attributions
from realpolitik.attributing.labels import sentence_at
from realpolitik.attributing.quotations import quotations
from realpolitik.core.actor import Actor
from realpolitik.core.attribution import Attribution
from realpolitik.core.claim import Reading, SaidClaim
from realpolitik.core.document import Document
from realpolitik.core.mention import Mention
from realpolitik.core.span import Span

_MARKS = ("“", "«", '"', "''")


def with_running_speakers(document: Document, reading: Reading) -> Reading:
    """Give claims inside of a quotation whose speaker another sentence names.

    Only a claim without a speaker gets one; nothing changes in a document whose
    quotations end with their sentences.
    """
    if not any(_runs_on(quote, document) for quote in quotations(document.text)):
        return reading
    told = [a for a in attributions(document) if a.source and _is_quoted(a)]
    claims = tuple(_spoken(claim, reading.mentions, told) for claim in reading.claims)
    return replace(reading, claims=claims)


def with_actors(
    found: Iterable[Attribution], mentions: Sequence[Mention]
) -> tuple[Attribution, ...]:
    """Say whom the sources mean, by the resolved mentions of their document."""
    return tuple(replace(a, actors=_actors(a, mentions)) for a in found)


def _actors(attribution: Attribution, mentions: Sequence[Mention]) -> tuple[Actor, ...]:
    number = source_mention(attribution, mentions)
    meanings = () if number is None else mentions[number].meanings
    return tuple(actor for actor in meanings if isinstance(actor, Actor))


def _runs_on(quote: Span, document: Document) -> bool:
    first = sentence_at(document.sentences, quote.start)
    return first + 1 < len(document.sentences) and (
        document.sentences[first].end < quote.end
        or document.sentences[first].start >= quote.start - 1
    )


def _is_quoted(attribution: Attribution) -> bool:
    return any(part.text.startswith(_MARKS) for part in attribution.content)


def _spoken(
    said: SaidClaim, mentions: Sequence[Mention], told: Sequence[Attribution]
) -> SaidClaim:
    if said.speaker:
        return said
    for attribution in told:
        if attribution.sentence != said.sentence and _holds(attribution, said):
            number = source_mention(attribution, mentions)
            return said if number is None else replace(said, speaker=(number,))
    return said


def _holds(attribution: Attribution, said: SaidClaim) -> bool:
    start, end = said.trigger.start, said.trigger.end
    quoted = [c for c in attribution.content if c.text.startswith(_MARKS)]
    return any(c.start <= start and end <= c.end for c in quoted)


def source_mention(attribution: Attribution, mentions: Sequence[Mention]) -> int | None:
    """Give the number of the mention that a source means, None if it has none.

    Of several the first outermost one counts: "the minister" of "the minister of Iran".
    """
    source = attribution.source
    if source is None:
        return None
    inside = [
        (m.start, -m.end, number)
        for number, m in enumerate(mentions)
        if m.kind == "actor" and m.start < source.end and source.start < m.end
    ]
    return min(inside)[2] if inside else None
