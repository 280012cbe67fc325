"""Quotations of a document, over sentences and paragraphs."""

import re
from collections.abc import Iterator

from realpolitik.core.span import Span

_MARK = re.compile(r"[“”\"«»]|''|\n")
_AGAIN = re.compile(r"\s*(?P<mark>[“\"«]|'')")
_CLOSED_BY = {"“": "”", '"': '"', "«": "»", "''": "''"}


def quotations(text: str) -> list[Span]:
    """Give the quotations of a text with their marks, in order.

    Straight marks open and close by turns, in each paragraph anew. A quotation that a
    paragraph leaves open goes on where the next one begins with a mark, as printers
    have it, and else ends with the paragraph.

    >>> [(s.start, s.end) for s in quotations('He said: “Yes.” "No," she said.')]
    [(9, 15), (16, 21)]
    """
    return list(_found(text))


def _found(text: str) -> Iterator[Span]:
    start: int | None = None
    style, goes_on = "", -1
    for mark in _MARK.finditer(text):
        sign, at = mark.group(), mark.start()
        if sign == "\n" and start is not None:
            again = _AGAIN.match(text, at)
            if again and again.group("mark") == style:
                goes_on = again.start("mark")
            else:
                yield Span(start, _before(text, at))
                start = None
        elif at == goes_on or sign == "\n":
            continue
        elif start is None:
            if sign in _CLOSED_BY:
                start, style = at, sign
        elif sign == _CLOSED_BY[style]:
            yield Span(start, mark.end())
            start = None
    if start is not None:
        yield Span(start, _before(text, len(text)))


def _before(text: str, at: int) -> int:
    return len(text[:at].rstrip())
