"""Clean characters that keep their place: white space, stray signs, raw offsets.

Clean text has one space where a line has a run of white space, nothing before and
after, and neither control characters, soft hyphens nor characters without width. No
word is ever repaired and no character is normalised.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from realpolitik.core.document import Origin
from realpolitik.documents.blocks import Block, Piece
from realpolitik.unpacking.decoding import Decoded

UNSEEN = (
    "\x00-\x08\x0e-\x1b\x7f\x80-\x84\x86-\x9f\u00ad\u200b\u200e\u200f\u202a-\u202e"
    "\u2060\u2061-\u2064\u2066-\u2069\ufeff"
)
_UNEVEN = re.compile(rf"(?:[^\S ]|[{UNSEEN}])[\s{UNSEEN}]*| [\s{UNSEEN}]+")
_EDGES = f"[\\s{UNSEEN}]*"
_LEADING = re.compile(_EDGES)
_TRAILING = re.compile(rf"[\s{UNSEEN}]+\Z")


def clean(source: str, start: int, end: int) -> list[Piece]:
    r"""Give the clean pieces of one line or paragraph of the decoded source.

    >>> [piece.text for piece in clean("  Moscow \t said  ", 0, 17)]
    ['Moscow', ' ', 'said']
    """
    leading = _LEADING.match(source, start, end)
    start = leading.end() if leading else start
    part = source[start:end]
    if trailing := _TRAILING.search(part[-200:]):
        end -= len(trailing.group())
        if trailing.start() == 0:
            end = start + len(_TRAILING.sub("", part))
    return list(spaced(source, start, end))


def spaced(source: str, start: int, end: int) -> Iterator[Piece]:
    """Give the clean pieces of a part of a line; its edges keep their space."""
    position = start
    for match in _UNEVEN.finditer(source, start, end):
        if match.start() > position:
            yield _same(source, position, match.start())
        if any(character.isspace() for character in match.group()):
            yield Piece(" ", match.span(), verbatim=False)
        position = match.end()
    if end > position:
        yield _same(source, position, end)


def _same(source: str, start: int, end: int) -> Piece:
    return Piece(source[start:end], (start, end))


def tidy(pieces: Iterable[Piece]) -> list[Piece]:
    """Leave away spaces at both ends and beside another space."""
    kept: list[Piece] = []
    for piece in pieces:
        after_space = not kept or kept[-1].text.endswith(" ")
        lead = len(piece.text) - len(piece.text.lstrip(" ")) if after_space else 0
        if lead < len(piece.text):
            kept.append(_part(piece, lead, len(piece.text)))
    while kept and not (text := kept[-1].text.rstrip(" ")):
        kept.pop()
    if kept:
        kept[-1] = _part(kept[-1], 0, len(text))
    return kept


def cut(pieces: Iterable[Piece], start: int, end: int) -> list[Piece]:
    """Give the pieces of the characters [start, end) of a block."""
    result, position = [], 0
    for piece in pieces:
        low = max(start - position, 0)
        high = min(end - position, len(piece.text))
        if low < high:
            result.append(_part(piece, low, high))
        position += len(piece.text)
    return result


def _part(piece: Piece, low: int, high: int) -> Piece:
    if piece.raw is None or not piece.verbatim:
        return Piece(piece.text[low:high], piece.raw, verbatim=False)
    return Piece(piece.text[low:high], (piece.raw[0] + low, piece.raw[0] + high))


def origins_of(blocks: Sequence[Block], decoded: Decoded) -> tuple[Origin, ...]:
    """Say which bytes each run of the clean text stands for.

    The clean text is the blocks' texts with a line break between. A run is either the
    very same characters as its bytes or one character that stands for all its bytes.
    """
    runs = list(_split_at(decoded.strays(), _runs(blocks)))
    offsets = decoded.byte_offsets([edge for run in runs for edge in run[2:4]])
    return tuple(
        Origin(start, end, offsets[raw_start], offsets[raw_end])
        for start, end, raw_start, raw_end, _ in runs
    )


_Run = tuple[int, int, int, int, bool]


def _runs(blocks: Sequence[Block]) -> Iterator[_Run]:
    """Join pieces that follow each other character by character."""
    position, last = 0, None
    for block in blocks:
        for piece in block.pieces:
            end = position + len(piece.text)
            if piece.raw is not None:
                run = (position, end, *piece.raw, piece.verbatim)
                joined = _joined(last, run)
                if joined is None and last is not None:
                    yield last
                last = joined or run
            position = end
        position += 1
    if last is not None:
        yield last


def _joined(last: _Run | None, run: _Run) -> _Run | None:
    if last is None or last[1] != run[0] or last[3] != run[2]:
        return None
    if not (last[4] and run[4]):
        return None
    return (last[0], run[1], last[2], run[3], True)


def _split_at(strays: Sequence[int], runs: Iterable[_Run]) -> Iterator[_Run]:
    """Let a character whose byte did not fit the encoding stand alone."""
    if not strays:
        yield from runs
        return
    marks = set(strays)
    for run in runs:
        if not run[4]:
            yield run
            continue
        shift = run[0] - run[2]
        edges = {run[2], run[3]}
        for mark in marks.intersection(range(run[2], run[3])):
            edges |= {mark, mark + 1}
        for low, high in pairwise(sorted(edges)):
            yield (low + shift, high + shift, low, high, True)
