"""The characters of an HTML source that are text, with their places in it."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from html import unescape

from realpolitik.documents.blocks import Piece
from realpolitik.documents.needles import small
from realpolitik.documents.tracing import UNSEEN

_RAW = "script|style|template|title"
_TOKEN = re.compile(
    rf"""(?P<run>[^\s<&{UNSEEN}][^<&{UNSEEN}]*)
    |(?P<comment><!--)
    |<(?P<raw>{_RAW})\b[^>]*>
    |(?P<tags>(?:<(?!(?:{_RAW})\b)(?:
        [!/?]?[a-z](?:[^<>"']++|"[^"<]*"|'[^'<]*')*+>
        |[!/?]?[a-z][^<>]*>)\s*)+)
    |(?P<entity>&(?:\#\d{{1,7}}|\#x[0-9a-f]{{1,6}}|[a-z][a-z0-9]{{1,30}});?)
    |(?P<sign>[<&])""",
    re.VERBOSE | re.IGNORECASE,
)
_WORD = re.compile(r"\S+")
_CLOSED = re.compile(r"\s*>")


@dataclass(frozen=True, slots=True)
class VisibleText:
    """The text of a page with all white space left away.

    It is made of runs: the characters between two tags, or one entity. The run number
    i begins at `starts[i]` of `text` and stands at the characters `places[i]` of the
    source, from its first to its last visible one; `verbatim[i]` tells whether it is
    written there as such.
    """

    text: str
    source: str = field(repr=False)
    starts: tuple[int, ...] = field(repr=False)
    places: tuple[tuple[int, int], ...] = field(repr=False)
    verbatim: tuple[bool, ...] = field(repr=False)

    def pieces(self, start: int, end: int) -> Iterator[Piece]:
        """Give the pieces of the characters [start, end) of `text`, one for a run.

        A verbatim piece has the white space that the source has inside of it.
        """
        index = max(bisect_right(self.starts, start) - 1, 0)
        while index < len(self.starts) and self.starts[index] < end:
            low = max(start - self.starts[index], 0)
            run_end = self._end(index)
            yield self._piece(index, low, min(end, run_end) - self.starts[index])
            index += 1

    def run(self, index: int) -> Piece:
        """Give one run as a piece."""
        return self._piece(index, 0, self._end(index) - self.starts[index])

    def _end(self, index: int) -> int:
        following = index + 1
        return (
            self.starts[following] if following < len(self.starts) else len(self.text)
        )

    def _piece(self, index: int, low: int, high: int) -> Piece:
        start, end = self.places[index]
        first = self.starts[index]
        if not self.verbatim[index]:
            return Piece(self.text[first + low : first + high], (start, end), False)
        if low or high < self._end(index) - first:
            start, end = _within(self.source, (start, end), low, high)
        return Piece(self.source[start:end], (start, end))


def visible_text(source: str) -> VisibleText:
    """Scan a page: tags, comments and scripts are passed over, entities decoded."""
    texts: list[str] = []
    starts: list[int] = []
    places: list[tuple[int, int]] = []
    verbatim: list[bool] = []
    length = 0
    for start, end, plain in _runs(source):
        raw = source[start:end]
        text = "".join((raw if plain else unescape(raw)).split())
        if not text:
            continue
        texts.append(text)
        starts.append(length)
        places.append((start, start + len(raw.rstrip())))
        verbatim.append(plain or text == raw)
        length += len(text)
    return VisibleText(
        "".join(texts), source, tuple(starts), tuple(places), tuple(verbatim)
    )


def words_of(page: VisibleText) -> VisibleText:
    """Cut the runs of a page at their white space: each run is then one word."""
    starts: list[int] = []
    places: list[tuple[int, int]] = []
    verbatim: list[bool] = []
    runs = zip(page.starts, page.places, page.verbatim, strict=True)
    for begins, place, plain in runs:
        start = begins
        spans = [place]
        if plain:
            spans = [match.span() for match in _WORD.finditer(page.source, *place)]
        for low, high in spans:
            starts.append(start)
            places.append((low, high))
            verbatim.append(plain)
            start += high - low
    return VisibleText(
        page.text, page.source, tuple(starts), tuple(places), tuple(verbatim)
    )


def _runs(source: str) -> Iterator[tuple[int, int, bool]]:
    """Give the places of text, and whether it is more than one entity."""
    low = small(source)
    position = 0
    while match := _TOKEN.search(source, position):
        kind, position = match.lastgroup, match.end()
        if kind in {"run", "sign"}:
            yield match.start(), position, True
        elif kind == "entity":
            yield match.start(), position, False
        elif kind == "comment":
            position = _after(source, "-->", position)
        elif kind == "raw":
            position = _after_element(low, match["raw"].lower(), position)


def _after(source: str, mark: str, position: int) -> int:
    place = source.find(mark, position)
    return len(source) if place < 0 else place + len(mark)


def _after_element(low: str, tag: str, position: int) -> int:
    """Pass over an element whose characters are no text."""
    mark = f"</{tag}"
    while (position := low.find(mark, position)) >= 0:
        position += len(mark)
        if closed := _CLOSED.match(low, position):
            return closed.end()
    return len(low)


def _within(
    source: str, place: tuple[int, int], low: int, high: int
) -> tuple[int, int]:
    """Give the places of the visible characters [low, high) of a run."""
    start, end = place
    passed = 0
    for match in _WORD.finditer(source, *place):
        length = match.end() - match.start()
        if passed <= low < passed + length:
            start = match.start() + low - passed
        if passed < high <= passed + length:
            end = match.start() + high - passed
        passed += length
    return start, end
