"""A page cut at its own block elements, where no extraction gives it structure."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import replace
from html import unescape

from realpolitik.documents.blocks import Block, Piece, block_of
from realpolitik.documents.visible import VisibleText, visible_text, words_of

_EDGE = re.compile(
    r"""<(?P<close>/?)(?P<tag>address|article|aside|blockquote|body|br|caption|center|dd
    |details|div|dl|dt|fieldset|figcaption|figure|footer|form|h[1-6]|header|hr|li|main
    |nav|ol|option|p|pre|section|select|summary|table|tbody|td|tfoot|th|thead|title|tr
    |ul)\b(?:[^<>"']|"[^"<]*"|'[^'<]*')*>""",
    re.VERBOSE | re.IGNORECASE,
)
_TAG = re.compile(r"<[^<>]*>")
_LONG = 60
_REACH = 60
_TAG_REACH = 400
_KINDS = {"li": "list", "blockquote": "quote", "tr": "row", "td": "row", "th": "row"}


def blocks_of_layout(source: str) -> list[Block]:
    """Give all text of a page, one block for each innermost block element."""
    page = words_of(visible_text(source))
    return _blocks(page, 0, len(page.places), kind="paragraph")


def blocks_between(page: VisibleText, start: int, end: int) -> list[Block]:
    """Give the blocks of the characters [start, end) of a page's visible text."""
    words = words_of(page)
    first = max(bisect_right(words.starts, start) - 1, 0)
    last = bisect_left(words.starts, end)
    return _blocks(words, first, last, kind="paragraph")


def _blocks(page: VisibleText, first: int, last: int, *, kind: str) -> list[Block]:
    if first >= last:
        return []
    stretch = (page.places[first][0], page.places[last - 1][1])
    blocks: list[Block] = []
    word = first
    for match in _EDGE.finditer(page.source, *_whole(page, stretch)):
        begun = word
        while word < last and page.places[word][0] < match.start():
            word += 1
        blocks.extend(_block(page, begun, word, kind=kind))
        kind = _kind(match)
    blocks.extend(_block(page, word, last, kind=kind))
    return blocks


def _whole(page: VisibleText, stretch: tuple[int, int]) -> tuple[int, int]:
    """Begin with the tags just before the stretch: they tell its first block's kind."""
    start, end = stretch
    return max(page.source.rfind(">", 0, max(start - _TAG_REACH, 0)), 0), end


def holds_edge(source: str, start: int, end: int) -> bool:
    """Tell whether a block element begins or ends in a stretch of a page."""
    return _EDGE.search(source, start, end) is not None


def within(blocks: list[Block], text: str) -> list[Block]:
    """Keep the blocks that follow each other in `text`, white space aside."""
    squeezed = "".join(text.split())
    kept: list[Block] = []
    cursor = 0
    for block in blocks:
        words = "".join(block.text.split())
        reach = len(squeezed) if len(words) >= _LONG else cursor + len(words) + _REACH
        place = squeezed.find(words, cursor, reach)
        if place >= 0:
            kept.append(block)
            cursor = place + len(words)
    return kept


def _kind(edge: re.Match[str]) -> str:
    tag = edge["tag"].lower()
    if edge["close"]:
        return "paragraph"
    return (
        "heading"
        if tag[0] == "h" and tag[1:].isdigit()
        else _KINDS.get(tag, "paragraph")
    )


def _block(page: VisibleText, first: int, last: int, *, kind: str) -> Iterator[Block]:
    block = block_of(kind, _pieces(page, first, last))
    if block is not None:
        yield replace(block, spaced=False)


def _pieces(page: VisibleText, first: int, last: int) -> Iterator[Piece]:
    for index in range(first, last):
        if index > first:
            yield from _gap(page, page.places[index - 1][1], page.places[index][0])
        yield page.run(index)


def _gap(page: VisibleText, start: int, end: int) -> Iterator[Piece]:
    """Put a space where white space, perhaps beside tags, parts two words."""
    between = page.source[start:end]
    if between.isspace():
        yield Piece(" ", (start, end), verbatim=between == " ")
    elif any(character.isspace() for character in unescape(_TAG.sub("", between))):
        yield Piece(" ")
