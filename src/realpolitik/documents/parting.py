"""Blocks parted where their page parts them and extraction grew two texts into one.

Extraction writes the text of divisions inside of each other without a space between:
"the border with FranceGeographic coordinates". The page itself says where one ends.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from realpolitik.documents.blocks import Block
from realpolitik.documents.layout import holds_edge
from realpolitik.documents.turns import split_block

_FARTHEST = 20_000  # characters of the source between two words of one block


def parted(blocks: Sequence[Block], source: str) -> list[Block]:
    """Part blocks between words that stand in different elements of the page.

    Only words without a space between are parted: those the reader would take for one.
    """
    result: list[Block] = []
    for block in blocks:
        places = list(_places(block, source)) if block.kind != "row" else []
        parts = split_block(block, places) if places else [block]
        result.extend(part for part in parts if part.text.strip())
    return result


def _places(block: Block, source: str) -> Iterator[int]:
    position = 0
    for last, following in pairwise(block.pieces):
        position += len(last.text)
        if last.text[-1:].isspace() or following.text[:1].isspace():
            continue
        if last.raw is None or following.raw is None:
            continue
        start, end = last.raw[1], following.raw[0]
        if start < end <= start + _FARTHEST and holds_edge(source, start, end):
            yield position
