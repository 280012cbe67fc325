"""Amounts and times that the reader cut: made whole before they are resolved.

The reader sees pieces of words, so it may end an amount within its number
("HK [$5.4]m") and take the ends of a range for two ("[$3 billion] to [$5 billion]").
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from realpolitik.core.claim import FROM_CONTEXT, Reading, SaidClaim
from realpolitik.core.document import Document
from realpolitik.core.mention import Mention
from realpolitik.resolving.amount_spans import amount_spans
from realpolitik.resolving.unread import spans


def mended(document: Document, reading: Reading) -> Reading:
    """Give a reading whose amounts and times reach as far as they are written."""
    by_sentence: dict[int, list[int]] = {}
    for number, mention in enumerate(reading.mentions):
        by_sentence.setdefault(mention.sentence, []).append(number)
    wider: dict[int, Mention] = {}
    merged: dict[int, int] = {}
    for sentence, numbers in by_sentence.items():
        for kind in ("quantity", "time"):
            same = [n for n in numbers if reading.mentions[n].kind == kind]
            others = [reading.mentions[n] for n in numbers if n not in same]
            for span in _written(document, sentence, kind) if same else ():
                if not any(_meet(m, span) for m in others):
                    _mend(document, span, (reading.mentions, same), (wider, merged))
    if not wider and not merged:
        return reading
    return _without(reading, wider, merged)


Place = tuple[int, int]


def _written(document: Document, sentence: int, kind: str) -> Iterator[Place]:
    whole = document.sentences[sentence]
    text = document.text[whole.start : whole.end]
    found = {(start, end) for of, start, end in spans(text) if of == kind}
    if kind == "quantity":
        found |= {(span.start, span.end) for span in amount_spans(text)}
    for start, end in sorted(found):
        yield start + whole.start, end + whole.start


def _meet(mention: Mention, span: Place) -> bool:
    return mention.start < span[1] and mention.end > span[0]


def _mend(
    document: Document,
    span: Place,
    seen: tuple[Sequence[Mention], Sequence[int]],
    found: tuple[dict[int, Mention], dict[int, int]],
) -> None:
    """Widen the mention that a span cuts into, and put those that it joins into one."""
    mentions, numbers = seen
    wider, merged = found
    cut = [n for n in numbers if _meet(mentions[n], span)]
    if not cut:
        return
    first = merged.get(cut[0], cut[0])
    held = [wider.get(first, mentions[first]), *(mentions[n] for n in cut)]
    start = min(span[0], *(m.start for m in held))
    end = max(span[1], *(m.end for m in held))
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
