"""Markdown: the text without its markup, each character still at its place."""

import re
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace
from datetime import date

from realpolitik.documents.blocks import Block, Extract, Metadata, Piece, block_of
from realpolitik.documents.inline import bold_length, inline_pieces
from realpolitik.documents.limits import check_page
from realpolitik.documents.text import line_spans
from realpolitik.documents.tracing import tidy
from realpolitik.unpacking.decoding import decode

_FRONT = re.compile(
    r"\A---[ \t]*\r?\n(.*?)\r?\n(?:---|\.\.\.)[ \t]*(?:\r?\n|\Z)", re.DOTALL
)
_FIELD = re.compile(r"^([A-Za-z_]+)[ \t]*:[ \t]*(.*?)[ \t]*\r?$", re.MULTILINE)
# what a quoted value of YAML may write for a sign (YAML 1.2, section 5.7)
_ESCAPE = re.compile(
    r"\\(?:x(?P<x>[0-9A-Fa-f]{2})|u(?P<u>[0-9A-Fa-f]{4})|U(?P<U>[0-9A-Fa-f]{8})"
    r"|(?P<sign>[\"/\\ _nrt]))"
)
_SIGNS = {"n": " ", "r": " ", "t": " ", "_": "\u00a0"}
_FENCE = re.compile(r"\s{0,3}(?:```|~~~)")
_HEADING = re.compile(r"\s{0,3}#{1,6}(?:\s+|\Z)")
_HEADING_END = re.compile(r"\s+#+\s*\Z")
_UNDERLINE = re.compile(r"\s{0,3}(?:=+|-{2,})\s*\Z")
_RULE = re.compile(r"\s{0,3}(?:[-*_]\s*){3,}\Z")
_QUOTE = re.compile(r"\s{0,3}>\s?")
_ITEM = re.compile(r"\s*(?:[-*+]\s+(?:\[[ xX]\]\s+)?|(?=\d{1,3}[.)]\s))(?=\S)")
_TABLE_RULE = re.compile(r"\s*\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)+\|?\s*\Z")
_ROW = re.compile(r"\s*\|.*\|\s*\Z")
_DEFINITION = re.compile(r"\s{0,3}\[(?!\^)[^\]]+\]:\s*\S+")
_NOTE = re.compile(r"\s{0,3}\[\^[^\]]+\]:\s*")
_HARD_BREAK = re.compile(r"(?: {2,}|\\)\Z")
_OPEN = frozenset({"paragraph", "quote", "list"})


@dataclass(frozen=True, slots=True)
class _Line:
    """A line's kind and where its content stands; `opens` starts a new block."""

    kind: str
    start: int
    end: int
    opens: bool = False
    closes: bool = False


@dataclass(slots=True)
class _Group:
    """The lines of one block so far."""

    source: str
    kind: str = "paragraph"
    spans: list[tuple[int, int]] = field(default_factory=list)

    def takes(self, line: _Line) -> bool:
        """Tell whether a line goes on with the block; plain lines do with any."""
        if line.opens or line.kind not in _OPEN:
            return False
        lazy = line.kind == "paragraph" and self.kind in _OPEN and bool(self.spans)
        return line.kind == self.kind or lazy

    def block(self, kind: str | None = None) -> Iterator[Block]:
        """Give the block of the lines and begin anew."""
        pieces = tidy(_joined(self.source, self.spans))
        bold = bold_length(self.source, *self.spans[0]) if self.spans else 0
        self.spans = []
        if block := block_of(kind or self.kind, pieces):
            yield replace(block, bold=bold)


def read(content: bytes, encoding: str | None = None) -> Extract:
    """Read Markdown; a head of `key: value` lines between dashes gives metadata."""
    decoded = decode(content, encoding)
    check_page(decoded.text)
    front = _FRONT.match(decoded.text)
    start = front.end() if front else 0
    metadata = _metadata(front.group(1)) if front else Metadata()
    return Extract(tuple(_blocks(decoded.text, start)), decoded, metadata=metadata)


def _metadata(front: str) -> Metadata:
    values = {key.lower(): _value(value) for key, value in _FIELD.findall(front)}

    def first(*keys: str) -> str | None:
        return next((values[key] for key in keys if values.get(key)), None)

    return Metadata(
        title=first("title"),
        publisher=first("publisher", "site", "source"),
        author=first("author", "by"),
        url=first("url", "link", "canonical"),
        language=first("language", "lang"),
        speaker=first("speaker"),
        published=_day(first("date", "published")),
        modified=_day(first("modified", "updated", "lastmod")),
    )


def _value(written: str) -> str:
    r"""Read a value as YAML does: quotation marks off, escapes and doubled marks read.

    >>> _value(r'"Reeker\u2019s \"Travel\""'), _value("'It''s here'"), _value("a: b")
    ('Reeker’s "Travel"', "It's here", 'a: b')
    """
    if len(written) < 2 or written[0] != written[-1] or written[0] not in "\"'":
        return written.strip("\"'").strip()
    inner = written[1:-1]
    if written[0] == "'":
        return inner.replace("''", "'").strip()
    return _ESCAPE.sub(_read_escape, inner).strip()


def _read_escape(found: re.Match[str]) -> str:
    if sign := found["sign"]:
        return _SIGNS.get(sign, sign)
    number = int(found["x"] or found["u"] or found["U"], 16)
    # half of a pair of surrogates is no sign by itself
    return chr(number) if number <= 0x10FFFF and not 0xD800 <= number < 0xE000 else ""


def _day(text: str | None) -> date | None:
    with suppress(ValueError):
        return date.fromisoformat((text or "")[:10])
    return None


def _blocks(source: str, start: int) -> Iterator[Block]:
    group = _Group(source)
    for line in _lines(source, start):
        if line.kind == "underline" and group.spans and group.kind == "paragraph":
            yield from group.block("heading")
            continue
        if not group.takes(line):
            yield from group.block()
            group.kind = line.kind
        if line.end > line.start and line.kind not in {"underline", "blank"}:
            group.spans.append((line.start, line.end))
        if line.closes or line.kind not in _OPEN:
            yield from group.block()
            group.kind = "paragraph"
    yield from group.block()


def _lines(source: str, first: int) -> Iterator[_Line]:
    fenced = False
    for start, end in line_spans(source):
        if start < first:
            continue
        text = source[start:end]
        if _FENCE.match(text):
            fenced = not fenced
            yield _Line("blank", start, start)
        elif fenced:
            yield _Line("boilerplate", start, end)
        else:
            yield _line(text, start)


def _line(text: str, start: int) -> _Line:
    """Tell what a line is by its first characters."""
    end = start + len(text)
    if not text.strip() or _DEFINITION.match(text) or _TABLE_RULE.match(text):
        return _Line("blank", start, start)
    if heading := _HEADING.match(text):
        tail = _HEADING_END.search(text)
        return _Line(
            "heading", start + heading.end(), start + tail.start() if tail else end
        )
    if _UNDERLINE.match(text):
        return _Line("underline", start, start)
    if _RULE.match(text):
        return _Line("blank", start, start)
    if _ROW.match(text):
        inner = text.strip()
        low = start + text.index("|") + 1
        return _Line("row", low, low + len(inner) - 2)
    return _prose_line(text, start, end)


def _prose_line(text: str, start: int, end: int) -> _Line:
    closes = _HARD_BREAK.search(text) is not None
    end -= text.endswith("\\")
    if quote := _QUOTE.match(text):
        return _Line("quote", start + quote.end(), end, closes=closes)
    if item := _ITEM.match(text):
        return _Line("list", start + item.end(), end, opens=True, closes=closes)
    if note := _NOTE.match(text):
        return _Line("paragraph", start + note.end(), end, opens=True)
    return _Line("paragraph", start, end, closes=closes)


def _joined(source: str, spans: Sequence[tuple[int, int]]) -> Iterator[Piece]:
    last: int | None = None
    for start, end in spans:
        if last is not None:
            between = source[last:start]
            blank = last + len(between) - len(between.lstrip())
            yield Piece(" ", (last, blank), verbatim=False)
        yield from inline_pieces(source, start, end)
        last = end
