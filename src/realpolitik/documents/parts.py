"""Texts out of packed formats: their blocks, and the page or section of each.

The bytes of such a format are no characters, so the places of its pieces count in the
texts put one after another, and parts name the stretches of that row.
"""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from realpolitik.core.document import Part
from realpolitik.documents.blocks import Block, Piece, block_of
from realpolitik.documents.tracing import clean


@dataclass(frozen=True, slots=True)
class Stretch:
    """Some text of a block and the part of the source that holds it."""

    text: str
    part: str


@dataclass(frozen=True, slots=True)
class Unit:
    """A block as its format gives it: its kind, its text by parts, its bold start."""

    kind: str
    stretches: tuple[Stretch, ...]
    bold: int = 0
    spaced: bool = True


@dataclass(slots=True)
class _Row:
    """The texts one after another, as far as they have come."""

    length: int = 0
    texts: list[str] = field(default_factory=list)
    parts: list[Part] = field(default_factory=list)

    def add(self, stretch: Stretch) -> None:
        """Put a text at the end and note its part."""
        start, end = self.length, self.length + len(stretch.text)
        if self.parts and self.parts[-1].name == stretch.part:
            self.parts[-1] = replace(self.parts[-1], end=end)
        else:
            self.parts.append(Part(stretch.part, start, end))
        self.texts.append(stretch.text)
        self.length = end


def blocks_of_units(
    units: Iterable[Unit],
) -> tuple[tuple[Block, ...], tuple[Part, ...]]:
    """Give the blocks of units, their places in the row of texts, and its parts."""
    row = _Row()
    spans: list[tuple[Unit, int, int]] = []
    for unit in units:
        start = row.length
        for stretch in unit.stretches:
            row.add(stretch)
        spans.append((unit, start, row.length))
    layer = "".join(row.texts)
    blocks = (_block(unit, layer, start, end) for unit, start, end in spans)
    return tuple(block for block in blocks if block), tuple(row.parts)


def parts_of(blocks: Sequence[Block], parts: Sequence[Part]) -> tuple[Part, ...]:
    """Say which part each run of the clean text stands in, by its pieces' places."""
    if not parts:
        return ()
    found: list[Part] = []
    for run in _runs(blocks, parts):
        if found and found[-1].name == run.name:
            found[-1] = replace(found[-1], end=run.end)
        else:
            found.append(run)
    return tuple(found)


def _block(unit: Unit, layer: str, start: int, end: int) -> Block | None:
    pieces = clean(layer, start, end)
    block = block_of(unit.kind, pieces, bold=unit.bold)
    return replace(block, spaced=unit.spaced) if block else None


def _runs(blocks: Sequence[Block], parts: Sequence[Part]) -> Iterator[Part]:
    """Give each piece of the clean text by the parts that it stands in."""
    position = 0
    for block in blocks:
        for piece in block.pieces:
            end = position + len(piece.text)
            if piece.raw is not None:
                yield from _of_piece(piece, position, parts)
            position = end
        position += 1


def _of_piece(piece: Piece, position: int, parts: Sequence[Part]) -> Iterator[Part]:
    """Cut a piece where a part ends; a single sign stands where its first one does."""
    assert piece.raw is not None, "only pieces that have a place are asked for"
    low, high = piece.raw
    if not piece.verbatim:
        high = low + len(piece.text)
    for part in parts[max(bisect_right(parts, low, key=_start) - 1, 0) :]:
        if part.start >= high:
            break
        start, end = max(part.start, low), min(part.end, high)
        if start < end:
            shift = position - low
            yield Part(part.name, start + shift, end + shift)


def _start(part: Part) -> int:
    return part.start
