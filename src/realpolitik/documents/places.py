"""From a span of the clean text back to the bytes it was made of."""

from bisect import bisect_right
from collections.abc import Iterator

from realpolitik.core.document import Document, Origin
from realpolitik.core.span import Span


def raw_places(document: Document, span: Span) -> list[tuple[int, int]]:
    """Give the byte ranges of a span in the order of the text, joined where they touch.

    White space between two ranges belongs to neither, and nor does markup. A span whose
    place is not known gives an empty list.
    """
    places: list[tuple[int, int]] = []
    for start, end in _ranges(document, span):
        if places and places[-1][1] == start:
            places[-1] = (places[-1][0], end)
        else:
            places.append((start, end))
    return places


def raw_place(document: Document, span: Span) -> tuple[int, int] | None:
    """Give the first byte and the one after the last byte of a span.

    None where no character of the span stands in the original. A span that skips
    parts of the original (an advertisement, a tag) gives the whole stretch.
    """
    places = raw_places(document, span)
    return (places[0][0], places[-1][1]) if places else None


def _ranges(document: Document, span: Span) -> Iterator[tuple[int, int]]:
    starts = [origin.start for origin in document.origins]
    index = max(bisect_right(starts, span.start) - 1, 0)
    for origin in document.origins[index:]:
        if origin.start >= span.end:
            break
        low, high = max(origin.start, span.start), min(origin.end, span.end)
        if low < high:
            first = _offset(document.text, origin, low)
            yield first, _offset(document.text, origin, high)


def _offset(text: str, origin: Origin, position: int) -> int:
    """Give the byte where a character of a run begins: runs hold plain characters."""
    if position in (origin.start, origin.end):
        return origin.raw_start if position == origin.start else origin.raw_end
    size = origin.raw_end - origin.raw_start
    run = text[origin.start : origin.end]
    if size == len(run.encode("utf-8")):
        before = text[origin.start : position].encode("utf-8")
        return origin.raw_start + len(before)
    return origin.raw_start + (position - origin.start) * size // len(run)
