"""A sentence cut into words and signs, with what stands between quotation marks."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from realpolitik.core.span import Excerpt, Span

_PIECE = re.compile(
    r"""
    ''|--+
    |[’'](?:s|re|ve|ll|d|m)\b
    |(?:\w\.){2,}                            # U.S.
    |[A-Z][\w-]{0,6}\.(?=,|\)|\s+\w)       # Mr. Alexander, R-Ky.,
    |\w+(?:[-’'.,&/]\w+)*
    |[^\w\s]
    """,
    re.VERBOSE,
)
_CLITIC = re.compile(r"(?<=\w)[’'](?:s|re|ve|ll|d|m)\Z")


@dataclass(frozen=True, slots=True)
class Token:
    """A word or sign; `quote` numbers the quotation that it stands in."""

    text: str
    low: str
    start: int
    end: int
    quote: int | None = None


@dataclass(frozen=True, slots=True)
class Line:
    """The tokens of one sentence; offsets count in the document's text."""

    number: int
    span: Span
    tokens: tuple[Token, ...]
    text: str
    quotes: Sequence[Span]

    def low(self, at: int) -> str:
        """Give a word in small letters, "" outside of the sentence."""
        return self.tokens[at].low if 0 <= at < len(self.tokens) else ""

    def quote(self, at: int) -> Span | None:
        """Give the quotation that a token stands in."""
        if not 0 <= at < len(self.tokens):
            return None
        number = self.tokens[at].quote
        return None if number is None else self.quotes[number]

    def excerpt(self, start: int, end: int) -> Excerpt:
        """Give characters of the document."""
        return Excerpt(self.text[start:end], start, end)

    def words(self, first: int, end: int) -> Excerpt | None:
        """Give the characters of tokens [first, end), None where there are none."""
        if first >= end:
            return None
        return self.excerpt(self.tokens[first].start, self.tokens[end - 1].end)


def line_of(text: str, number: int, span: Span, quotes: Sequence[Span]) -> Line:
    """Cut one sentence."""
    starts = [q.start for q in quotes]
    tokens = []
    for match in _PIECE.finditer(text, span.start, span.end):
        for piece, start in _parts(match.group(), match.start()):
            at = bisect_right(starts, start) - 1
            inside = at >= 0 and start < quotes[at].end
            end = start + len(piece)
            tokens.append(
                Token(piece, piece.lower(), start, end, at if inside else None)
            )
    return Line(number, span, tuple(tokens), text, quotes)


def _parts(word: str, start: int) -> list[tuple[str, int]]:
    """Cut "he's" in two: the verb is a word of its own."""
    clitic = _CLITIC.search(word)
    if not clitic or not clitic.start():
        return [(word, start)]
    head = word[: clitic.start()]
    return [(head, start), (clitic.group(), start + clitic.start())]
