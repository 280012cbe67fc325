"""What the checks of a document's condition are told."""

from collections.abc import Iterator
from dataclasses import dataclass

from realpolitik.core.document import Document, Passage, RawDocument
from realpolitik.core.span import Span
from realpolitik.documents.blocks import Block, Extract
from realpolitik.documents.dating import Dating
from realpolitik.documents.language import Languages

PROSE = frozenset({"paragraph", "question", "answer", "quote"})


@dataclass(frozen=True, slots=True)
class Seen:
    """A document with what was found on the way to it.

    `blocks` are its passages one by one.
    """

    document: Document
    raw: RawDocument
    extract: Extract
    blocks: tuple[Block, ...]
    dating: Dating
    languages: Languages

    def words(self, part: Passage | Span) -> str:
        """Give the characters of a passage or span."""
        return self.document.text[part.start : part.end]

    def prose(self) -> Iterator[tuple[Passage, str]]:
        """Give the passages of running text with their words."""
        for passage in self.document.passages:
            if passage.kind in PROSE:
                yield passage, self.words(passage)
