"""A piece of HTML without a page around it: an entry of a feed, a letter."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import replace

from realpolitik.documents.blocks import Block, Extract
from realpolitik.documents.layout import blocks_of_layout
from realpolitik.documents.limits import check_page
from realpolitik.unpacking.decoding import decode

_QUOTE = re.compile(r"<(?P<close>/?)blockquote\b[^<>]*>", re.IGNORECASE)


def read(content: bytes, encoding: str | None = None) -> Extract:
    """Read all of its text: there is no frame to leave away."""
    decoded = decode(content, encoding)
    check_page(decoded.text)
    quotes = list(_quotes(decoded.text))
    blocks = (_within(block, quotes) for block in blocks_of_layout(decoded.text))
    return Extract(tuple(blocks), decoded, framed=False)


def _quotes(source: str) -> Iterator[tuple[int, int]]:
    """Give the stretches of block quotes, the outermost ones."""
    depth = start = 0
    for match in _QUOTE.finditer(source):
        if not match["close"]:
            start = start if depth else match.end()
            depth += 1
        elif depth:
            depth -= 1
            if not depth:
                yield start, match.start()


def _within(block: Block, quotes: list[tuple[int, int]]) -> Block:
    """Make a quote of a paragraph that stands inside of a block quote."""
    place = next((p.raw[0] for p in block.pieces if p.raw is not None), None)
    if place is None or block.kind != "paragraph":
        return block
    number = bisect_right(quotes, (place, place + 1)) - 1
    inside = number >= 0 and quotes[number][0] <= place < quotes[number][1]
    return replace(block, kind="quote") if inside else block
