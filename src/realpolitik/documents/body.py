"""From the extracted body of a page to blocks: paragraphs, headings, items, rows."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Protocol

from realpolitik.documents.blocks import Block, block_of
from realpolitik.documents.tracing import clean

_KINDS = {
    "p": "paragraph",
    "head": "heading",
    "quote": "quote",
    "item": "list",
    "list": "list",
    "row": "row",
    "table": "row",
}
_BREAKS = frozenset({"lb", "graphic"})
_CELL_GAP = " | "


class Element(Protocol):
    """What is needed of an element of a parsed page."""

    tag: object
    text: str | None
    tail: str | None

    def get(self, key: str) -> str | None:
        """Give an attribute."""
        ...

    def __iter__(self) -> "Iterator[Element]": ...

    def itertext(self) -> Iterator[str]:
        """Give all text inside."""
        ...


def blocks_of_body(body: Element) -> list[Block]:
    """Give the blocks of a body in reading order; a line break ends a block."""
    writer = _Writer()
    writer.enter(body, "paragraph")
    writer.end_block("paragraph")
    return writer.blocks


@dataclass(slots=True)
class _Writer:
    """Collects the text of inline elements until a block ends."""

    blocks: list[Block] = field(default_factory=list)
    texts: list[tuple[str, bool]] = field(default_factory=list)

    def enter(self, element: Element, kind: str, *, bold: bool = False) -> None:
        """Write an element's text, its children and what follows each of them."""
        self._write(element.text, bold=bold)
        for child in element:
            self._child(child, kind, bold=bold)
            self._write(child.tail, bold=bold)

    def end_block(self, kind: str) -> None:
        """Make a block of the text collected so far."""
        text = "".join(part for part, _ in self.texts)
        block = block_of(kind, clean(text, 0, len(text)))
        if block is not None:
            self.blocks.append(replace(block, pieces=(), bold=self._bold_length()))
        self.texts.clear()

    def _child(self, child: Element, kind: str, *, bold: bool) -> None:
        tag = child.tag
        if not isinstance(tag, str):
            return
        if tag == "row":
            self.end_block(kind)
            self._write(_CELL_GAP.join(_cells(child)), bold=False)
            self.end_block("row")
        elif tag in _BREAKS:
            self.end_block(kind)
        elif tag in _KINDS:
            self.end_block(kind)
            inner = kind if tag == "p" and kind != "paragraph" else _KINDS[tag]
            self.enter(child, inner, bold=bold)
            self.end_block(inner)
        else:
            self.enter(child, kind, bold=bold or child.get("rend") == "#b")

    def _write(self, text: str | None, *, bold: bool) -> None:
        if text:
            self.texts.append((text, bold))

    def _bold_length(self) -> int:
        """Count the visible characters in bold before the first other ones."""
        beginning = ""
        for text, bold in self.texts:
            if text.strip() and not bold:
                break
            beginning += text
        return len(" ".join(beginning.split()))


def _cells(row: Element) -> Iterator[str]:
    for cell in row:
        text = " ".join("".join(cell.itertext()).split())
        if text:
            yield text
