"""The characters of an HTML source that are text, with their places in it."""

import re
from bisect import bisect_right
from dataclasses import dataclass, field
from html import unescape

from realpolitik.documents.blocks import Piece
from realpolitik.documents.tracing import UNSEEN

_TOKEN = re.compile(
    rf"""(?P<skipped><!--.*?(?:-->|\Z)
        |<(?P<raw>script|style|template|title)\b[^>]*>.*?(?:</(?P=raw)\s*>|\Z)
        |<[!/?]?[a-z](?:[^<>"']|"[^"<]*"|'[^'<]*')*>
        |<[!/?]?[a-z][^<>]*>)
    |(?P<entity>&(?:\#\d{{1,7}}|\#x[0-9a-f]{{1,6}}|[a-z][a-z0-9]{{1,30}});?)
    |(?P<word>[^\s<&{UNSEEN}]+|[<&])""",
    re.VERBOSE | re.IGNORECASE | re.DOTALL,
)


@dataclass(frozen=True, slots=True)
class VisibleText:
    """The text of a page with all white space left away.

    The word number i begins at `starts[i]` of `text` and stands at the characters
    `places[i]` of the source; `verbatim[i]` tells whether it is written there as such.
    """

    text: str
    source: str = field(repr=False)
    starts: tuple[int, ...] = field(repr=False)
    places: tuple[tuple[int, int], ...] = field(repr=False)
    verbatim: tuple[bool, ...] = field(repr=False)

    def pieces(self, start: int, end: int) -> list[Piece]:
        """Give the pieces of the characters [start, end) of `text`."""
        result = []
        index = bisect_right(self.starts, start) - 1
        position = start
        while position < end:
            word_start = self.starts[index]
            word_end = self._end(index)
            part = self.text[position : min(end, word_end)]
            result.append(self._piece(index, part, position - word_start))
            position, index = word_end, index + 1
        return result

    def word(self, index: int) -> Piece:
        """Give one word as a piece."""
        return self._piece(index, self.text[self.starts[index] : self._end(index)], 0)

    def _end(self, index: int) -> int:
        following = index + 1
        return (
            self.starts[following] if following < len(self.starts) else len(self.text)
        )

    def _piece(self, index: int, part: str, shift: int) -> Piece:
        low, high = self.places[index]
        if not self.verbatim[index]:
            return Piece(part, (low, high), verbatim=False)
        return Piece(part, (low + shift, low + shift + len(part)))


def visible_text(source: str) -> VisibleText:
    """Scan a page: tags, comments and scripts are passed over, entities decoded."""
    words: list[str] = []
    places: list[tuple[int, int]] = []
    verbatim: list[bool] = []
    for match in _TOKEN.finditer(source):
        if match.lastgroup == "skipped" or match["skipped"]:
            continue
        word = match["word"]
        decoded = word or "".join(unescape(match.group()).split())
        if decoded:
            words.append(decoded)
            places.append(match.span())
            verbatim.append(decoded == match.group())
    starts, position = [], 0
    for word in words:
        starts.append(position)
        position += len(word)
    return VisibleText(
        "".join(words), source, tuple(starts), tuple(places), tuple(verbatim)
    )
