"""Plain text: lines become paragraphs, also where they were wrapped at a width."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from realpolitik.documents.blocks import Block, Extract, Piece, block_of
from realpolitik.documents.limits import check_text
from realpolitik.documents.tracing import clean
from realpolitik.unpacking.decoding import decode

_LINE_END = re.compile("\r\n|[\n\r\x0b\x0c\x85\u2028\u2029]")
_BULLET = re.compile(r"(?:[-*•‣▪●·–—]|\(?\d{1,2}[.)]|\(?[a-z][.)])\s+\S")
_TAB = 8
_WIDEST = 120
_NARROWEST = 40
_SHARE_WRAPPED = 0.7


@dataclass(frozen=True, slots=True)
class _Line:
    pieces: tuple[Piece, ...]
    text: str
    indent: int


def read(content: bytes, encoding: str | None = None) -> Extract:
    """Read plain text; an empty line or an unwrapped line end parts paragraphs."""
    decoded = decode(content, encoding)
    check_text(decoded.text)
    return Extract(tuple(blocks_of_text(decoded.text)), decoded)


def line_spans(text: str) -> Iterator[tuple[int, int]]:
    """Give start and end of each line, without its line end."""
    start = 0
    for match in _LINE_END.finditer(text):
        yield start, match.start()
        start = match.end()
    yield start, len(text)


def blocks_of_text(text: str) -> Iterator[Block]:
    """Give the paragraphs of a text, in order."""
    stanza: list[_Line] = []
    for start, end in line_spans(text):
        line = _line(text, start, end)
        if line.text:
            stanza.append(line)
            continue
        yield from _paragraphs(stanza)
        stanza = []
    yield from _paragraphs(stanza)


def _line(text: str, start: int, end: int) -> _Line:
    pieces = tuple(clean(text, start, end))
    content = "".join(piece.text for piece in pieces)
    return _Line(pieces, content, _indent(text, start, end) if content else 0)


def _indent(text: str, start: int, end: int) -> int:
    columns = 0
    for position in range(start, end):
        if not text[position].isspace():
            break
        columns += _TAB if text[position] == "\t" else 1
    return columns


def _paragraphs(stanza: list[_Line]) -> Iterator[Block]:
    """Make one block of each run of wrapped lines."""
    wrapped = _is_wrapped(stanza)
    group: list[_Line] = []
    for line in stanza:
        if group and not (wrapped and _continues(group[-1], line, _width(stanza))):
            yield _block(group, spaced=group[0] is stanza[0])
            group = []
        group.append(line)
    if group:
        yield _block(group, spaced=group[0] is stanza[0])


def _width(stanza: list[_Line]) -> int:
    return max(len(line.text) for line in stanza)


def _is_wrapped(stanza: list[_Line]) -> bool:
    """Tell wrapping by this: the next line's first word did not fit any more."""
    if len(stanza) < 2 or not _NARROWEST <= (width := _width(stanza)) <= _WIDEST:
        return False
    breaks = [_continues(line, later, width) for line, later in pairwise(stanza)]
    return sum(breaks) >= _SHARE_WRAPPED * len(breaks)


def _continues(line: _Line, later: _Line, width: int) -> bool:
    if _BULLET.match(later.text):
        return False
    first_word = later.text.split(" ", 1)[0]
    return len(line.text) + 1 + len(first_word) > width - 2


def _block(group: list[_Line], *, spaced: bool) -> Block:
    kind = "list" if _BULLET.match(group[0].text) else "paragraph"
    block = block_of(kind, _joined(group))
    assert block is not None, "lines of a group are not empty"
    return replace(block, indent=group[0].indent, lines=len(group), spaced=spaced)


def _joined(lines: Iterable[_Line]) -> Iterator[Piece]:
    """Put a space for each line end, except after a hyphen that parts a word."""
    last: _Line | None = None
    for line in lines:
        if last is not None and not _is_hyphenated(last.text):
            yield _line_end(last, line)
        yield from line.pieces
        last = line


def _is_hyphenated(text: str) -> bool:
    return len(text) > 1 and text[-1] == "-" and text[-2].isalpha()


def _line_end(last: _Line, line: _Line) -> Piece:
    before, after = last.pieces[-1].raw, line.pieces[0].raw
    if before is None or after is None:
        return Piece(" ")
    return Piece(" ", (before[1], after[0]), verbatim=False)
