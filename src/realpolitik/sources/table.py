"""CSV and its kin: each row a document, its columns named as the contract's fields."""

import csv
import io
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import BinaryIO

from realpolitik.core.document import RawDocument, Unread
from realpolitik.core.errors import UnreadableError
from realpolitik.core.problem import Problem
from realpolitik.sources.opening import Opening
from realpolitik.sources.rows import FIELDS, document_of_row
from realpolitik.sources.streams import LONGEST_LINE, peeked
from realpolitik.unpacking.decoding import decode

_SAMPLE = 2**20
_DELIMITERS = ",\t;|"
_SHOWN = 8
_STRAY = re.compile("[\udc80-\udcff]")
_MARKS = {"utf-8": "utf-8-sig", "utf-16-le": "utf-16", "utf-16-be": "utf-16"}


def read(
    stream: BinaryIO, told: RawDocument, _opening: Opening
) -> Iterator[RawDocument | Unread]:
    """Give one document for each row; a row without a text is an Unread.

    UnreadableError where no column is named text.
    """
    head, stream = peeked(stream, _SAMPLE)
    decoded = decode(head, told.encoding)
    encoding = decoded.encoding
    marked = _MARKS.get(encoding, encoding) if decoded.skip else encoding
    lines = io.TextIOWrapper(
        stream,
        marked,
        errors="surrogateescape" if "8" in encoding else "replace",
        newline="",
    )
    csv.field_size_limit(LONGEST_LINE)
    delimiter = _delimiter(decoded.text.split("\n", 1)[0])
    quotes = _Quotes()
    rows = csv.reader(quotes.counted(_bounded(lines)), delimiter=delimiter)
    try:
        columns = _columns(next(rows, []))
        for cells in rows:
            if any(cell.strip() for cell in cells):
                source = f"{told.source}:{rows.line_num}"
                yield _document(columns, cells, source)
        if quotes.odd and quotes.line:
            source = f"{told.source}:{quotes.line}"
            what = "a quotation mark that opens here is never closed"
            yield Unread(source, what, "close it; all after it was read as one cell")
    except csv.Error as error:
        what = f"the table is broken at line {rows.line_num} ({error})"
        raise UnreadableError(what, "mend it; the rows before are read") from error


@dataclass(slots=True)
class _Quotes:
    """Whether a quotation mark is open, and the line in which it was opened."""

    odd: bool = False
    line: int = 0

    def counted(self, lines: Iterator[str]) -> Iterator[str]:
        """Pass lines on and count their marks."""
        for number, line in enumerate(lines, start=1):
            if line.count('"') % 2:
                self.odd = not self.odd
                self.line = number if self.odd else self.line
            yield line


def _bounded(lines: io.TextIOWrapper) -> Iterator[str]:
    while line := lines.readline(LONGEST_LINE):
        if len(line) >= LONGEST_LINE:
            raise UnreadableError(
                f"a line is longer than {LONGEST_LINE // 2**20} MB", "split it"
            )
        yield line


def _delimiter(header: str) -> str:
    """Tell what parts the columns by the first line.

    >>> _delimiter("id;text;date"), _delimiter("text")
    (';', ',')
    """
    return max(_DELIMITERS, key=header.count)


def _columns(header: Sequence[str]) -> list[str]:
    columns = [name.strip().strip("\ufeff\"'").lower() for name in header]
    if "text" not in columns:
        some = ", ".join(name for name in columns[:_SHOWN] if name)[:200] or "none"
        more = " ..." if len(columns) > _SHOWN else ""
        raise UnreadableError(
            f"it has no column named text; its columns are: {some}{more}",
            f"name the columns: {', '.join(FIELDS)}",
        )
    return columns


def _document(
    columns: Sequence[str], cells: Sequence[str], source: str
) -> RawDocument | Unread:
    problems = []
    if len(cells) != len(columns):
        note = f"the row has {len(cells)} cells where there are {len(columns)} columns"
        problems.append(Problem("ragged-row", note))
    row = dict(zip(columns, cells, strict=False))
    if strays := sum(len(_STRAY.findall(cell)) for cell in row.values()):
        note = f"{strays} bytes are not UTF-8 and were read as Windows-1252"
        problems.append(Problem("encoding", note))
        row = {name: _STRAY.sub(_windows, cell) for name, cell in row.items()}
    if not row.get("text", "").strip():
        return Unread(source, "this row has no text", "fill its column text")
    return document_of_row(row, source=source, problems=problems)


def _windows(stray: re.Match[str]) -> str:
    return bytes([ord(stray.group()) - 0xDC00]).decode("cp1252", "replace")
