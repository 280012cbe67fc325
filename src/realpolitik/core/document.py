"""A document: clean text, where each part of it came from, and its condition."""

from bisect import bisect_right
from dataclasses import dataclass, field
from datetime import date

from realpolitik.core.plain import plain_name, plain_words
from realpolitik.core.problem import Problem
from realpolitik.core.span import Span

Day = date  # a field of that name would hide the type

_TOLD = ("id", "title", "publisher", "author", "url", "language", "speaker")


@dataclass(frozen=True, slots=True)
class RawDocument:
    """Bytes as they were found, and where.

    `source` is a path, address or "-"; `format` is the name of a reader in
    `documents/` or None where it must be detected. The other fields are what the
    carrier (a JSON Lines row, say) already knows; they win over what the text says.
    `problems` tells what was wrong with the carrier itself. What is told of the
    document is kept without control characters, whoever told it. `encoding` is the
    one that the carrier declares, `taken` the day on which the bytes were fetched.
    `lasts` tells that `source` names one entry for as long as its feed holds it: other
    bytes from there are a new version of it.
    """

    source: str
    content: bytes
    format: str | None = None
    id: str | None = None
    date: Day | None = None
    title: str | None = None
    publisher: str | None = None
    author: str | None = None
    url: str | None = None
    language: str | None = None
    speaker: str | None = None
    problems: tuple[Problem, ...] = ()
    encoding: str | None = None
    taken: Day | None = None
    lasts: bool = False

    def __post_init__(self) -> None:
        _make_plain(self)
        if not self.id:
            object.__setattr__(self, "id", None)


@dataclass(frozen=True, slots=True)
class Passage:
    """A run of clean text of one kind, with who speaks in it.

    `kind`: heading, paragraph, quote, question, answer, list, row, caption, dateline,
    boilerplate, keyword-line or other-language. Claims are read from all but the last
    three. `speaker` is the speaker's label as printed, or None where the document
    itself speaks.
    """

    kind: str
    start: int
    end: int
    speaker: str | None = None


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a run of clean text stands in the source: characters [start, end) of the
    clean text come from bytes [raw_start, raw_end) of the content.
    """

    start: int
    end: int
    raw_start: int
    raw_end: int


@dataclass(frozen=True, slots=True)
class Part:
    """A run of clean text and the part of the source that it stands in: "page 3"."""

    name: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Document:
    """One text, ready to be read. All offsets count in `text`.

    `id` is the carrier's id or else "d" and 16 hex digits of a hash of the content (and
    of publisher and address where the carrier gives them); `dated_by` says what gave
    `published` ("given", "row", "meta", "text", "name"), `dated_words` the words that
    did, `publisher_words` those of the text that named the publisher where neither its
    carrier nor its page did. `origins` lead back to the bytes, `parts` to the pages or
    sections of a format whose bytes are packed.
    """

    id: str
    source: str
    text: str
    sha256: str
    bytes: int
    format: str
    title: str | None = None
    publisher: str | None = None
    author: str | None = None
    url: str | None = None
    language: str | None = None
    published: date | None = None
    modified: date | None = None
    dated_by: str | None = None
    speaker: str | None = None
    passages: tuple[Passage, ...] = ()
    sentences: tuple[Span, ...] = ()
    problems: tuple[Problem, ...] = ()
    origins: tuple[Origin, ...] = field(default=(), repr=False)
    parts: tuple[Part, ...] = field(default=(), repr=False)
    dated_words: str | None = None
    publisher_words: str | None = None

    def __post_init__(self) -> None:
        _make_plain(self)

    def sentence_text(self, index: int) -> str:
        """Give the characters of one sentence."""
        span = self.sentences[index]
        return self.text[span.start : span.end]

    def passage_at(self, position: int) -> tuple[int, Passage] | None:
        """Give the passage that holds a character, with its number; None in a gap."""
        number = bisect_right(self.passages, position, key=_start) - 1
        if number < 0 or self.passages[number].end <= position:
            return None
        return number, self.passages[number]

    def parts_of(self, start: int, end: int) -> tuple[str, ...]:
        """Name the parts of the source that hold some characters, in order."""
        held = [p.name for p in self.parts if p.start < end and start < p.end]
        return tuple(dict.fromkeys(held))


def _start(passage: Passage) -> int:
    return passage.start


def _make_plain(told: RawDocument | Document) -> None:
    object.__setattr__(told, "source", plain_name(told.source))
    for name in _TOLD:
        words = getattr(told, name)
        if words is not None:
            object.__setattr__(told, name, plain_words(words))


@dataclass(frozen=True, slots=True)
class Unread:
    """A source that could not be used: which one, why, and what to do."""

    source: str
    what: str
    remedy: str

    def __post_init__(self) -> None:
        object.__setattr__(self, "source", plain_name(self.source))
