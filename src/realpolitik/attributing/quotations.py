"""Quotations of a document, over sentences and paragraphs."""

import re

from realpolitik.core.span import Span

_CLOSED_BY = {"“": "”", '"': '"', "«": "»", "''": "''"}
_OPENING = re.compile("|".join(_CLOSED_BY))
_SPACE = re.compile(r"\s*")


def quotations(text: str) -> list[Span]:
    """Give the quotations of a text with their marks, in order.

    Straight marks open and close by turns, in each paragraph anew. A quotation that a
    paragraph leaves open goes on where the next one begins with the same mark, as
    printers have it, and else ends with the paragraph.

    >>> [(s.start, s.end) for s in quotations('He said: “Yes.” "No," she said.')]
    [(9, 15), (16, 21)]
    """
    out: list[Span] = []
    at = 0
    while opening := _OPENING.search(text, at):
        at = _end(text, opening)
        out.append(Span(opening.start(), at))
    return out


def _end(text: str, opening: re.Match[str]) -> int:
    """Give where a quotation ends that begins with a mark."""
    closing, at = _CLOSED_BY[opening.group()], opening.end()
    while True:
        close, line_end = text.find(closing, at), text.find("\n", at)
        if close >= 0 and (close < line_end or line_end < 0):
            return close + len(closing)
        if line_end < 0:
            return len(text.rstrip())
        again = _SPACE.match(text, line_end)
        at = again.end() if again else line_end
        if not text.startswith(opening.group(), at):
            return len(text[:line_end].rstrip())
        at += len(opening.group())
