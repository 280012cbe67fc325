"""Documents by hand, for the tests of reading."""

import re

from realpolitik.core.claim import FROM_CONTEXT, Reading, SaidClaim
from realpolitik.core.document import Document, Passage
from realpolitik.core.span import Span


def document(
    *sentences: str, kind: str = "paragraph", speaker: str | None = None
) -> Document:
    text = " ".join(sentences)
    spans = [Span(m.start(), m.end()) for s in sentences for m in [_found(s, text)]]
    passage = Passage(kind, 0, len(text), speaker)
    return Document(
        id="d1",
        source="test",
        text=text,
        sha256="",
        bytes=0,
        format="text",
        passages=(passage,),
        sentences=tuple(spans),
    )


def _found(sentence: str, text: str) -> re.Match[str]:
    match = re.search(re.escape(sentence), text)
    assert match
    return match


def said(reading: Reading) -> list[str]:
    """Write claims in one line each: TYPE actor > recipient [modality, not, by]."""
    return [_line(claim, reading) for claim in reading.claims]


def _line(claim: SaidClaim, reading: Reading) -> str:
    def words(numbers: tuple[int, ...]) -> str:
        names = [
            "(speaker)" if n == FROM_CONTEXT else reading.mentions[n].text
            for n in numbers
        ]
        return " + ".join(names)

    line = f"{claim.type} {words(claim.actor)}"
    if claim.recipient:
        line += f" > {words(claim.recipient)}"
    if claim.kind == "event" and claim.modality != "actual":
        line += f", {claim.modality}"
    if claim.negated:
        line += ", not"
    if claim.speaker:
        line += f", by {words(claim.speaker)}"
    return line
