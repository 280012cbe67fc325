"""Blocks of an article put in the order in which their page prints them.

Where an article is short, extraction gathers its paragraphs in a second round, so that
what stands above them on the page comes after them in its text.
"""

from collections.abc import Iterator, Sequence

from realpolitik.documents.blocks import Block

_LONG = 40


def in_page_order(blocks: Sequence[Block]) -> list[Block]:
    """Put stretches that were taken out of their turn where the page has them.

    A stretch ends where the next long block stands before it on the page; short lines
    that lead to a long block go with it.
    """
    stretches = list(_stretches(blocks))
    if len(stretches) < 2:
        return list(blocks)
    order = sorted(stretches, key=_place_of_long)
    return [block for stretch in order for block in stretch]


def place_of(blocks: Sequence[Block]) -> int | None:
    """Give the first character of the source that the blocks' first word stands for."""
    pieces = (piece for block in blocks for piece in block.pieces)
    return next((piece.raw[0] for piece in pieces if piece.raw is not None), None)


def _stretches(blocks: Sequence[Block]) -> Iterator[list[Block]]:
    stretch: list[Block] = []
    short: list[Block] = []
    last = -1
    for block in blocks:
        place = place_of([block]) if len(block.text) >= _LONG else None
        if place is None:
            short.append(block)
            continue
        if place < last:
            yield stretch
            stretch = []
        stretch += [*short, block]
        short, last = [], place
    yield stretch + short


def _place_of_long(stretch: Sequence[Block]) -> int:
    place = place_of([block for block in stretch if len(block.text) >= _LONG])
    return -1 if place is None else place
