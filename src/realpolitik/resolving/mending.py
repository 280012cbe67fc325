"""Amounts that the reader cut in two: made whole before they are resolved.

The reader sees pieces of words, so it may end an amount within its number
("HK [$5.4]m") and take the ends of a range for two ("[$3 billion] to [$5 billion]").
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from realpolitik.core.claim import FROM_CONTEXT, Reading, SaidClaim
from realpolitik.core.document import Document
from realpolitik.core.mention import Mention
from realpolitik.resolving.amount_spans import amount_spans


def mended(document: Document, reading: Reading) -> Reading:
    """Give a reading whose amounts reach as far as they are written."""
    by_sentence: dict[int, list[int]] = {}
    for number, mention in enumerate(reading.mentions):
        if mention.kind == "quantity":
            by_sentence.setdefault(mention.sentence, []).append(number)
    wider: dict[int, Mention] = {}
    merged: dict[int, int] = {}
    for sentence, numbers in by_sentence.items():
        _mend(document, sentence, (reading.mentions, numbers), (wider, merged))
    if not wider and not merged:
        return reading
    return _without(reading, wider, merged)


def _mend(
    document: Document,
    sentence: int,
    seen: tuple[Sequence[Mention], Sequence[int]],
    found: tuple[dict[int, Mention], dict[int, int]],
) -> None:
    mentions, numbers = seen
    wider, merged = found
    whole = document.sentences[sentence]
    others = [m for m in mentions if m.sentence == sentence and m.kind != "quantity"]
    for span in amount_spans(document.text[whole.start : whole.end]):
        start, end = span.start + whole.start, span.end + whole.start
        cut = [
            n for n in numbers if mentions[n].start < end and mentions[n].end > start
        ]
        if not cut or any(m.start < end and m.end > start for m in others):
            continue
        first = merged.get(cut[0], cut[0])
        held = [wider.get(first, mentions[first]), *(mentions[n] for n in cut)]
        start = min(start, *(m.start for m in held))
        end = max(end, *(m.end for m in held))
        merged |= dict.fromkeys(cut[1:], first)
        if (start, end) != (mentions[first].start, mentions[first].end):
            text = document.text[start:end]
            wider[first] = replace(mentions[first], text=text, start=start, end=end)


def _without(
    reading: Reading, wider: Mapping[int, Mention], merged: Mapping[int, int]
) -> Reading:
    kept = [n for n in range(len(reading.mentions)) if n not in merged]
    places = {number: place for place, number in enumerate(kept)}
    places |= {number: places[first] for number, first in merged.items()}
    claims = tuple(renumbered(claim, places) for claim in reading.claims)
    return Reading(tuple(wider.get(n, reading.mentions[n]) for n in kept), claims)


def renumbered(said: SaidClaim, places: Mapping[int, int]) -> SaidClaim:
    """Give a claim whose mentions have got new numbers."""

    def moved(numbers: tuple[int, ...]) -> tuple[int, ...]:
        return tuple(n if n == FROM_CONTEXT else places[n] for n in numbers)

    return replace(
        said,
        actor=moved(said.actor),
        recipient=moved(said.recipient),
        speaker=moved(said.speaker),
        when=None if said.when is None else places[said.when],
        where=None if said.where is None else places[said.where],
        amount=None if said.amount is None else places[said.amount],
    )
