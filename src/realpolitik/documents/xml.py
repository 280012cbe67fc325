"""XML of any vocabulary: its running text by elements, each character at its place.

An element that holds text of its own beside or without other elements is one block.
Entities are not expanded and nothing is fetched (see `unpacking/xml.py`).
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date

from realpolitik.core.problem import Problem
from realpolitik.documents import html
from realpolitik.documents.blocks import Block, Extract, Metadata, Piece, block_of
from realpolitik.documents.limits import check_page
from realpolitik.documents.office import day_of
from realpolitik.documents.tracing import spaced, tidy
from realpolitik.unpacking.decoding import decode
from realpolitik.unpacking.xml import Attributes, Broken, Event, Start, Text, events

_KINDS = {
    **dict.fromkeys(("head", "headline", "hl1", "hl2", "heading", "title"), "heading"),
    **dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6", "subtitle"), "heading"),
    **dict.fromkeys(("blockquote", "quote", "q", "epigraph", "bq"), "quote"),
    **dict.fromkeys(("li", "item", "listitem", "list-item"), "list"),
    **dict.fromkeys(("tr", "row"), "row"),
    "dateline": "dateline",
    "caption": "caption",
    "figDesc": "caption",
}
_BLOCKS = frozenset(_KINDS) - {"title", "q", "quote"} | {"p", "para", "div", "sp", "ab"}
_LEFT_OUT = frozenset(("script", "style"))
_CELLS = frozenset(("td", "th", "cell", "entry"))
_FIELDS = {
    "title": ("title", "headline", "hl1"),
    "publisher": ("publisher", "doc.copyright.holder"),
    "author": ("author", "byline", "creator"),
    "language": ("language",),
}
_DAYS = ("date.issue", "pubDate", "pubdate", "published", "issued", "date")
_NORMAL = ("norm", "when", "when-iso", "iso-8601-date", "content")
_COMPACT = re.compile(r"(\d{4})(\d\d)(\d\d)(?:T\d*Z?)?")
_PAGE = "html"


def read(content: bytes, encoding: str | None = None) -> Extract:
    """Read an XML file; where it is broken, up to there, with a problem that says so.

    Raises UnreadableError where it declares entities or nests too deep.
    """
    decoded = decode(content, encoding)
    check_page(decoded.text)
    writer = _Writer(decoded.text)
    for event in events(decoded.text):
        if isinstance(event, Start) and not writer.named and event.name == _PAGE:
            return html.read(content, encoding)
        writer.take(event)
    writer.end()
    return Extract(
        tuple(writer.blocks),
        decoded,
        metadata=writer.metadata(),
        problems=tuple(writer.problems),
        framed=False,
    )


@dataclass(slots=True)
class _Writer:
    """Collects the pieces of an element until the next block begins or ends."""

    source: str
    blocks: list[Block] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    told: dict[str, str] = field(default_factory=dict)
    named: list[str] = field(default_factory=list)
    pieces: list[Piece] = field(default_factory=list)
    mixed: list[bool] = field(default_factory=list)
    row: int = 0
    skipped: int = 0

    def take(self, event: Event) -> None:
        """Take one event."""
        if isinstance(event, Start):
            self._start(event.name, event.attributes)
        elif isinstance(event, Text):
            self._text(event)
        elif isinstance(event, Broken):
            note = f"the XML is broken ({event.what}); it is read up to there"
            self.problems.append(Problem("broken-xml", note))
        else:
            self._end(event.name)

    def end(self) -> None:
        """End what is open where the source ends."""
        self._end_block()

    def metadata(self) -> Metadata:
        """Give what elements with telling names say of the whole."""
        first = {
            key: next((self.told[n] for n in names if n in self.told), None)
            for key, names in _FIELDS.items()
        }
        days = (_day(self.told.get(name)) for name in _DAYS)
        return Metadata(
            title=first["title"],
            publisher=first["publisher"],
            author=first["author"],
            language=first["language"],
            published=next(filter(None, days), None),
        )

    def _start(self, name: str, attributes: Attributes) -> None:
        self.named.append(name)
        if self.skipped or name in _LEFT_OUT:
            self.skipped += 1
            return
        for key in ("lang", "language"):
            if key in attributes:
                self.told.setdefault("language", attributes[key])
        normal = next((attributes[k] for k in _NORMAL if k in attributes), None)
        if normal and name in _DAYS:
            self.told.setdefault(name, normal)
        if name in _CELLS and self.row and self.pieces:
            self.pieces.append(Piece(" | "))
        elif not self._is_inline(name):
            self._end_block()
        self.row += name in {"tr", "row"}
        self.mixed.append(False)

    def _is_inline(self, name: str) -> bool:
        """Tell an element inside of running text, or inside of a table's row."""
        if self.row:
            return name not in {"tr", "row"}
        return name not in _BLOCKS and any(self.mixed[-1:])

    def _text(self, event: Text) -> None:
        if self.skipped or not self.mixed:
            return
        if event.text.strip():
            self.mixed[-1] = True
            name = self.named[-1]
            self.told.setdefault(name, " ".join(event.text.split())[:500])
        if self.source[event.start : event.end] == event.text:
            self.pieces += spaced(self.source, event.start, event.end)
        elif event.text.isspace():
            place = (event.start, event.end)
            self.pieces.append(Piece(" ", place, verbatim=False))
        else:
            self.pieces += _signs(event)

    def _end(self, name: str) -> None:
        if self.skipped:
            self.skipped -= 1
            self.named.pop()
            return
        inline = len(self.mixed) > 1 and self.mixed[-2] and name not in _BLOCKS
        self.row -= name in {"tr", "row"}
        if not self.row and not inline:
            self._end_block()
        self.named.pop()
        self.mixed.pop()

    def _end_block(self) -> None:
        kind = next((_KINDS[n] for n in reversed(self.named) if n in _KINDS), None)
        block = block_of(kind or "paragraph", tidy(self.pieces))
        if block is not None:
            self.blocks.append(block)
        self.pieces = []


def _signs(event: Text) -> Iterator[Piece]:
    """Give characters that stand for others (references, line ends of two signs)."""
    for sign in event.text:
        text = " " if sign.isspace() else sign
        yield Piece(text, (event.start, event.end), verbatim=False)


def _day(text: str | None) -> date | None:
    compact = _COMPACT.fullmatch((text or "").strip())
    return day_of("-".join(compact.groups()) if compact else text)
