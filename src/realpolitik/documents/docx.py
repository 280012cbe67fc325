"""Word (.docx): paragraphs, headings, lists, table rows and notes, as they now stand.

Deleted words of tracked changes are left out, inserted ones are read. Page headers and
footers are no part of the text.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field

from realpolitik.core.problem import Problem
from realpolitik.documents.blocks import Extract, Metadata
from realpolitik.documents.office import cell_text, core_metadata, xml_part
from realpolitik.documents.parts import Stretch, Unit, blocks_of_units
from realpolitik.unpacking.xml import Attributes, Broken, End, Event, Start, Text
from realpolitik.unpacking.zips import Zip

_MAIN = "word/document.xml"
_NOTES = (("word/footnotes.xml", "footnote"), ("word/endnotes.xml", "endnote"))
_LEFT_OUT = frozenset(
    ("del", "moveFrom", "Fallback", "instrText", "delText", "rPrChange", "pPrChange")
)
_NO_NOTES = frozenset(("separator", "continuationSeparator", "continuationNotice"))
_OFF = frozenset(("0", "false", "off", "none"))


def read(content: bytes) -> Extract:
    """Read a Word document; UnreadableError where it is damaged or locked."""
    archive = Zip.of_bytes(content)
    writer = _Writer("paragraph")
    problems = list(_told(writer.read(xml_part(archive, _MAIN))))
    for name, label in _NOTES:
        if archive.has(name):
            notes = _Writer(label)
            problems += _told(notes.read(xml_part(archive, name)))
            writer.units += notes.units
    blocks, parts = blocks_of_units(writer.units)
    return Extract(
        blocks,
        metadata=_metadata(archive),
        problems=tuple(problems),
        framed=False,
        parts=parts,
    )


def _told(broken: Broken | None) -> Iterator[Problem]:
    if broken is not None:
        note = f"its XML is broken ({broken.what}); it is read up to there"
        yield Problem("broken-xml", note)


def _metadata(archive: Zip) -> Metadata:
    return core_metadata(archive, "docProps/core.xml")


@dataclass(slots=True)
class _Paragraph:
    """One paragraph while it is read; a text box inside one holds others."""

    kind: str = "paragraph"
    number: int = 0
    texts: list[tuple[str, bool]] = field(default_factory=list)
    cell: bool = False


@dataclass(slots=True)
class _Writer:
    """Turns the events of one XML part into units, with a stack for nested ones."""

    label: str
    units: list[Unit] = field(default_factory=list)
    open: list[_Paragraph] = field(default_factory=list)
    rows: list[list[str]] = field(default_factory=list)
    count: int = 0
    skipped: int = 0
    bold: bool = False
    in_text: bool = False

    def read(self, events: Iterator[Event]) -> Broken | None:
        """Take all events; give the break where there is one."""
        for event in events:
            if isinstance(event, Broken):
                self._end_paragraph()
                return event
            if isinstance(event, Text):
                if self.in_text and not self.skipped and self.open:
                    self.open[-1].texts.append((event.text, self.bold))
            elif isinstance(event, Start):
                self._start(event.name, event.attributes)
            else:
                self._end(event)
        return None

    def _start(self, name: str, attributes: Attributes) -> None:
        no_note = (
            name in {"footnote", "endnote"} and attributes.get("type") in _NO_NOTES
        )
        if self.skipped or name in _LEFT_OUT or no_note:
            self.skipped += 1
        elif name == "p":
            self.count += 1
            self.open.append(_Paragraph(number=self.count))
        elif name == "tr":
            self.rows.append([])
        elif name == "tc" and self.rows:
            self.rows[-1].append("")
        elif name == "r":
            self.bold = False
        elif name == "t":
            self.in_text = True
        elif self.open:
            self._property(name, attributes)

    def _property(self, name: str, attributes: Attributes) -> None:
        paragraph = self.open[-1]
        if name == "pStyle":
            paragraph.kind = _kind_of_style(attributes.get("val", ""), paragraph.kind)
        elif name == "numPr" and paragraph.kind == "paragraph":
            paragraph.kind = "list"
        elif name == "b":
            self.bold = attributes.get("val", "1") not in _OFF
        elif name in {"tab", "noBreakHyphen"}:
            sign = "-" if name == "noBreakHyphen" else "\t"
            paragraph.texts.append((sign, self.bold))
        elif name in {"br", "cr"}:
            self._flush(paragraph)

    def _end(self, event: End) -> None:
        if self.skipped:
            self.skipped -= 1
        elif event.name == "p":
            self._end_paragraph()
        elif event.name == "t":
            self.in_text = False
        elif event.name == "tr" and self.rows:
            self._end_row()

    def _end_paragraph(self) -> None:
        if self.open:
            self._flush(self.open.pop())

    def _flush(self, paragraph: _Paragraph) -> None:
        """Give a unit of the text so far, or put it in the cell that is open."""
        text = "".join(part for part, _ in paragraph.texts)
        bold = _bold_length(paragraph.texts)
        paragraph.texts = []
        if not text.strip():
            return
        if self.rows and self.rows[-1]:
            self.rows[-1][-1] = f"{self.rows[-1][-1]} {text}"
            return
        part = f"{self.label} {paragraph.number}"
        self.units.append(Unit(paragraph.kind, (Stretch(text, part),), bold))

    def _end_row(self) -> None:
        text = cell_text(self.rows.pop())
        if not text:
            return
        if self.rows and self.rows[-1]:  # a table in a cell of a table
            self.rows[-1][-1] = f"{self.rows[-1][-1]} {text}"
            return
        part = f"{self.label} {self.count}"
        self.units.append(Unit("row", (Stretch(text, part),)))


def _kind_of_style(style: str, kind: str) -> str:
    """Tell the kind by the style's name, which Word keeps in English.

    >>> _kind_of_style("Heading2", "paragraph"), _kind_of_style("Normal", "list")
    ('heading', 'list')
    """
    low = style.lower()
    if low.startswith("heading") or low in {"title", "subtitle"}:
        return "heading"
    if low.startswith("list"):
        return "list"
    return "quote" if "quote" in low else kind


def _bold_length(texts: list[tuple[str, bool]]) -> int:
    """Count the visible characters in bold before the first other ones."""
    length = 0
    for text, bold in texts:
        words = " ".join(text.split())
        if words and not bold:
            break
        length += len(words)
    return length
