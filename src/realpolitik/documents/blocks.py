"""What a format's reader gives: blocks of clean text that know where they stand."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from realpolitik.core.document import Part
from realpolitik.core.problem import Problem
from realpolitik.unpacking.decoding import Decoded


@dataclass(frozen=True, slots=True)
class Piece:
    """Some clean text and the characters of the decoded source it stands for.

    `raw` is None for characters that the source does not have. `verbatim` says that the
    two are the same characters one by one; otherwise the piece is one character that
    stands for others (an entity, a run of white space, a tab).
    """

    text: str
    raw: tuple[int, int] | None = None
    verbatim: bool = True


@dataclass(frozen=True, slots=True)
class Block:
    """One paragraph, heading, list item or row, with what its layout tells.

    `indent` counts the columns before it, `lines` the lines it was printed on, `bold`
    how many of its first characters are set in bold, `spaced` whether an empty line
    stands before it. `label` is the length of a speaker's label at its start, `joined`
    holds the places where the layout had broken it. `language` is set where it is
    another than the reader's.
    """

    kind: str
    text: str
    pieces: tuple[Piece, ...] = field(default=(), repr=False)
    indent: int = 0
    lines: int = 1
    bold: int = 0
    spaced: bool = True
    label: int = 0
    joined: tuple[int, ...] = ()
    speaker: str | None = None
    language: str | None = None


@dataclass(frozen=True, slots=True)
class Metadata:
    """What the source says about itself beside its text.

    `dated_words` are those that gave the day of publication, `publisher_words` those of
    the text that named the publisher; `free` is False where the page says that it shows
    all only to subscribers.
    """

    title: str | None = None
    publisher: str | None = None
    author: str | None = None
    url: str | None = None
    language: str | None = None
    speaker: str | None = None
    published: date | None = None
    modified: date | None = None
    free: bool | None = None
    dated_words: str | None = None
    publisher_words: str | None = None


@dataclass(frozen=True, slots=True)
class Extract:
    """The blocks of one source in reading order, its metadata, and what went wrong.

    `decoded` holds the characters that the pieces' places count in; None for a format
    whose bytes are not characters. `visible` counts the characters a person would see
    on the page, so that it can be told how much was left away; `framed` says that the
    blocks may still hold a page's frame. `parts` names stretches of what the pieces'
    places count in: pages, sections.
    """

    blocks: tuple[Block, ...]
    decoded: Decoded | None = None
    metadata: Metadata = field(default_factory=Metadata)
    problems: tuple[Problem, ...] = ()
    visible: int | None = None
    framed: bool = True
    parts: tuple[Part, ...] = ()


def block_of(kind: str, pieces: Iterable[Piece], *, bold: int = 0) -> Block | None:
    """Make a block of pieces; None where they hold no visible character."""
    kept = tuple(piece for piece in pieces if piece.text)
    text = "".join(piece.text for piece in kept)
    if not text.strip():
        return None
    return Block(kind, text, kept, bold=bold)
