"""OpenDocument text (.odt, .fodt): paragraphs, headings, lists, rows and notes.

Words that tracked changes deleted, and comments beside the text, are left out. A note
stands after the paragraph that it belongs to.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field

from realpolitik.core.errors import UnreadableError
from realpolitik.core.problem import Problem
from realpolitik.documents.blocks import Extract, Metadata
from realpolitik.documents.office import cell_text, core_metadata, xml_part
from realpolitik.documents.parts import Stretch, Unit, blocks_of_units
from realpolitik.unpacking.decoding import decode
from realpolitik.unpacking.xml import (
    Attributes,
    Broken,
    End,
    Event,
    Start,
    Text,
    events,
)
from realpolitik.unpacking.zips import Zip

_LEFT_OUT = frozenset(("annotation", "note-citation", "tracked-changes", "script"))
_LOCKED = b"encryption-data"
_MOST_SPACES = 100


def read(content: bytes) -> Extract:
    """Read an OpenDocument text; UnreadableError where it is damaged or locked."""
    if content.startswith(b"PK"):
        stream, metadata = _packed(Zip.of_bytes(content))
    else:
        stream, metadata = events(decode(content).text), Metadata()
    writer = _Writer()
    broken = writer.read(stream)
    blocks, parts = blocks_of_units(writer.units)
    problems = []
    if broken is not None:
        note = f"its XML is broken ({broken.what}); it is read up to there"
        problems.append(Problem("broken-xml", note))
    return Extract(
        blocks,
        metadata=metadata,
        problems=tuple(problems),
        framed=False,
        parts=parts,
    )


def _packed(archive: Zip) -> tuple[Iterator[Event], Metadata]:
    manifest = "META-INF/manifest.xml"
    if archive.has(manifest) and _LOCKED in archive.read(manifest, most=2**20):
        raise UnreadableError("it is locked with a password", "unlock it first")
    return xml_part(archive, "content.xml"), core_metadata(archive, "meta.xml")


@dataclass(slots=True)
class _Paragraph:
    """One paragraph while it is read; the notes inside wait for its end."""

    kind: str
    number: int
    texts: list[str] = field(default_factory=list)
    notes: list[Unit] = field(default_factory=list)


@dataclass(slots=True)
class _Writer:
    """Turns the events of the body into units."""

    units: list[Unit] = field(default_factory=list)
    open: list[_Paragraph] = field(default_factory=list)
    rows: list[list[str]] = field(default_factory=list)
    count: int = 0
    items: int = 0
    body: int = 0
    skipped: int = 0

    def read(self, stream: Iterator[Event]) -> Broken | None:
        """Take all events; give the break where there is one."""
        for event in stream:
            if isinstance(event, Broken):
                while self.open:
                    self._end_paragraph()
                return event
            if isinstance(event, Text):
                if self.open and not self.skipped:
                    self.open[-1].texts.append(event.text)
            elif isinstance(event, Start):
                self._start(event.name, event.attributes)
            else:
                self._end(event)
        return None

    def _start(self, name: str, attributes: Attributes) -> None:
        if self.skipped or name in _LEFT_OUT:
            self.skipped += 1
        elif name == "body":
            self.body += 1
        elif not self.body:
            return
        elif name in {"p", "h"}:
            self.count += 1
            inner = "list" if self.items else "paragraph"
            kind = "heading" if name == "h" else inner
            self.open.append(_Paragraph(kind, self.count))
        elif self.open:
            self._sign(name, attributes)
        else:
            self._frame(name)

    def _frame(self, name: str) -> None:
        if name == "list-item":
            self.items += 1
        elif name == "table-row":
            self.rows.append([])
        elif name in {"table-cell", "covered-table-cell"} and self.rows:
            self.rows[-1].append("")

    def _sign(self, name: str, attributes: Attributes) -> None:
        if name == "s":
            told = attributes.get("c", "1")
            times = int(told) if told.isdecimal() and len(told) < 4 else 1
            self.open[-1].texts.append(" " * min(times, _MOST_SPACES))
        elif name == "tab":
            self.open[-1].texts.append("\t")
        elif name == "line-break":
            self._flush(self.open[-1])
        else:
            self._frame(name)  # in a note or a text box

    def _end(self, event: End) -> None:
        name = event.name
        if self.skipped:
            self.skipped -= 1
        elif name == "body":
            self.body -= 1
        elif name in {"p", "h"}:
            self._end_paragraph()
        elif name == "list-item":
            self.items = max(self.items - 1, 0)
        elif name == "table-row" and self.rows:
            self._end_row()

    def _end_paragraph(self) -> None:
        if not self.open:
            return
        paragraph = self.open.pop()
        self._flush(paragraph)
        if self.open:
            self.open[-1].notes += paragraph.notes
        else:
            self.units += paragraph.notes

    def _flush(self, paragraph: _Paragraph) -> None:
        """Give a unit of the text so far: to the text, a cell, or the notes."""
        text = "".join(paragraph.texts)
        paragraph.texts = []
        if not text.strip():
            return
        if self.rows and self.rows[-1]:
            self.rows[-1][-1] = f"{self.rows[-1][-1]} {text}"
            return
        part = f"paragraph {paragraph.number}"
        unit = Unit(paragraph.kind, (Stretch(text, part),))
        if self.open and self.open[-1] is not paragraph:
            self.open[-1].notes.append(unit)
        else:
            self.units.append(unit)

    def _end_row(self) -> None:
        text = cell_text(self.rows.pop())
        if text and self.rows and self.rows[-1]:  # a table in a cell of a table
            self.rows[-1][-1] = f"{self.rows[-1][-1]} {text}"
        elif text:
            part = f"paragraph {self.count}"
            self.units.append(Unit("row", (Stretch(text, part),)))
