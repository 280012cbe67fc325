"""Places in a text, counted in characters of the document's clean text."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Half-open interval of characters, `start` inclusive, `end` exclusive."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Excerpt:
    """A span together with the characters that stand there."""

    text: str
    start: int
    end: int
