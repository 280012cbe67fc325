"""A piece of HTML without a page around it: an entry of a feed, a letter."""

from realpolitik.documents.blocks import Extract
from realpolitik.documents.layout import blocks_of_layout
from realpolitik.unpacking.decoding import decode


def read(content: bytes, encoding: str | None = None) -> Extract:
    """Read all of its text: there is no frame to leave away."""
    decoded = decode(content, encoding)
    return Extract(tuple(blocks_of_layout(decoded.text)), decoded, framed=False)
