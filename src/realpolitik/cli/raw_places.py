"""From characters of the clean text back to bytes of the original."""

from realpolitik.core.document import Document, Origin

_ENCODINGS = ("utf-8", "latin-1", "utf-16-le", "utf-32-le")


def raw_place(document: Document, start: int, end: int) -> tuple[int, int] | None:
    """Give the first byte and the one after the last byte of a span.

    None where no character of the span stands in the original. A span that skips
    parts of the original (an advertisement, a tag) gives the whole stretch.
    """
    runs = [run for run in document.origins if run.start < end and start < run.end]
    if not runs:
        return None
    first, last = runs[0], runs[-1]
    return (
        first.raw_start + _bytes_before(document, first, max(start, first.start)),
        last.raw_start + _bytes_before(document, last, min(end, last.end)),
    )


def _bytes_before(document: Document, run: Origin, position: int) -> int:
    """Count the bytes of a run that stand before a character of it."""
    length = run.raw_end - run.raw_start
    if position <= run.start:
        return 0
    if position >= run.end:
        return length
    words = document.text[run.start : run.end]
    before = words[: position - run.start]
    for encoding in _ENCODINGS:
        if len(words.encode(encoding, "replace")) == length:
            return len(before.encode(encoding, "replace"))
    return length * len(before) // len(words)
