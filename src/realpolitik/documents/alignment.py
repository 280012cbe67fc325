"""From extracted blocks back to the page: which characters of the source they are."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from realpolitik.documents.blocks import Block, Piece
from realpolitik.documents.visible import VisibleText

_LONG = 40
_BACK = 2000
# How many next characters are sought, and how far on the page.
_ANCHORS = ((32, 1_000_000), (16, 20_000), (8, 4000), (4, 200))
_WORD = re.compile(r"\S+")

# Where a part of a block stands: block's characters without white space [0] to [1],
# and the first character in the visible text.
_Match = tuple[int, int, int]


def align(blocks: Sequence[Block], page: VisibleText) -> list[Block]:
    """Give each block the pieces of the source that it was made of.

    Long blocks are sought first and in order; a short one ("Contacts") then between
    its neighbours. What is not found as a whole is sought piece by piece. Characters
    that are found nowhere have no place.
    """
    squeezed = ["".join(block.text.split()) for block in blocks]
    found: dict[int, list[_Match]] = {}
    cursor = 0
    for index, text in enumerate(squeezed):
        if len(text) >= _LONG:
            found[index] = matches = _find_long(text, page.text, cursor)
            cursor = _end_of(matches, cursor)
    bounds = _next_places(found, len(blocks), len(page.text))
    low = 0
    for index, text in enumerate(squeezed):
        if len(text) < _LONG:
            found[index] = _find_short(text, page.text, low, max(bounds[index], low))
        low = _end_of(found[index], low)
    return [
        replace(block, pieces=tuple(_pieces(block.text, found[index], page)))
        for index, block in enumerate(blocks)
    ]


def unplaced(blocks: Sequence[Block]) -> int:
    """Count the characters (but white space) that have no place in the source."""
    return sum(
        len(piece.text.strip())
        for block in blocks
        for piece in block.pieces
        if piece.raw is None
    )


def _find_long(text: str, page: str, cursor: int) -> list[_Match]:
    place = page.find(text, cursor)
    if place < 0:
        place = page.find(text)
    if place >= 0:
        return [(0, len(text), place)]
    return _drawn_near(list(_find_parts(text, page, cursor)), text, page)


def _drawn_near(matches: list[_Match], text: str, page: str) -> list[_Match]:
    """Take of several places of a part the one next to what follows it.

    "Jane Doe" may stand in the title too, and again on a label inside of the sentence.
    """
    drawn = matches[-1:]
    for start, end, place in reversed(matches[:-1]):
        following = drawn[0][2]
        near = page.rfind(text[start:end], max(following - _BACK, place), following)
        drawn.insert(0, (start, end, max(place, near)))
    return drawn


def _find_short(text: str, page: str, low: int, high: int) -> list[_Match]:
    place = page.find(text, low, high)
    if place < 0:
        place = page.find(text)
    return [(0, len(text), place)] if place >= 0 else []


def _find_parts(text: str, page: str, cursor: int) -> Iterator[_Match]:
    """Follow a block on the page; where the page says something else, seek on."""
    start, place = 0, cursor
    while start < len(text):
        place = _seek(text, start, page, cursor)
        if place < 0:
            start += 1
            continue
        length = _common_length(text, start, page, place)
        yield start, start + length, place
        start, cursor = start + length, place + length


def _seek(text: str, start: int, page: str, cursor: int) -> int:
    """Find where the page goes on with the text, by its next characters."""
    for size, window in _ANCHORS:
        anchor = text[start : start + size]
        place = page.find(anchor, cursor, cursor + window)
        if place >= 0:
            return place
    return -1


def _common_length(text: str, start: int, page: str, place: int) -> int:
    longest = min(len(text) - start, len(page) - place)
    length = 0
    while length < longest and text[start + length] == page[place + length]:
        length += 1
    return length


def _end_of(matches: Sequence[_Match], otherwise: int) -> int:
    if not matches:
        return otherwise
    start, end, place = matches[-1]
    return place + end - start


def _next_places(found: Mapping[int, list[_Match]], count: int, end: int) -> list[int]:
    """Give for each block where the next long one begins on the page."""
    places = [end] * count
    for index in range(count - 1, -1, -1):
        matches = found.get(index)
        places[index] = end
        end = matches[0][2] if matches else end
    return places


def _pieces(text: str, matches: Sequence[_Match], page: VisibleText) -> Iterator[Piece]:
    """Lay the found pieces under the block's text, with its white space between.

    A piece stays whole where the block is written like the source, else it is cut.
    """
    position, last = 0, None
    waiting = list(_visible_pieces(text, matches, page))[::-1]
    while waiting:
        piece = waiting.pop()
        start = _next_visible(text, position)
        if start > position:
            yield _gap(text[position:start], last, piece, page.source)
            position = start
        if text.startswith(piece.text, position):
            yield piece
            last, position = piece, position + len(piece.text)
        else:
            waiting.extend(reversed(_cut(piece, text, position)))


def _next_visible(text: str, position: int) -> int:
    match = _WORD.search(text, position)
    return match.start() if match else len(text)


def _cut(piece: Piece, text: str, position: int) -> list[Piece]:
    """Cut a piece at its own white space, or where the block has some."""
    spans = [match.span() for match in _WORD.finditer(piece.text)]
    if len(spans) > 1:
        return [_part(piece, *span) for span in spans]
    match = _WORD.match(text, position)
    length = match.end() - position if match else 1
    return [_part(piece, 0, length), _part(piece, length, len(piece.text))]


def _visible_pieces(
    text: str, matches: Sequence[_Match], page: VisibleText
) -> Iterator[Piece]:
    squeezed = "".join(text.split())
    position = 0
    for start, end, place in matches:
        if start > position:
            yield Piece(squeezed[position:start])
        yield from page.pieces(place, place + end - start)
        position = end
    if position < len(squeezed):
        yield Piece(squeezed[position:])


def _part(piece: Piece, low: int, high: int) -> Piece:
    if piece.raw is None or not piece.verbatim:
        return replace(piece, text=piece.text[low:high])
    start = piece.raw[0]
    return Piece(piece.text[low:high], (start + low, start + high))


def _gap(run: str, last: Piece | None, following: Piece | None, source: str) -> Piece:
    """Place a space where the source has nothing but white space between two words."""
    if last is None or following is None or last.raw is None or following.raw is None:
        return Piece(run)
    start, end = last.raw[1], following.raw[0]
    between = source[start:end]
    if not between or not between.isspace():
        return Piece(run)
    return Piece(run, (start, end), verbatim=between == run)
