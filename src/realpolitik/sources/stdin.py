"""Standard input: one document, or what carries documents as a file would."""

import io
from collections.abc import Iterator
from itertools import chain
from typing import BinaryIO, cast

from realpolitik.core.document import RawDocument, Unread
from realpolitik.sources.lines import read_lines, read_row
from realpolitik.sources.opening import Opening
from realpolitik.sources.streams import LONGEST_LINE, lines_of, prefixed

NAME = "-"


def read_stdin(stream: BinaryIO, opening: Opening) -> Iterator[RawDocument | Unread]:
    """Give what comes in: rows where the first line is one, else as it looks."""
    first = stream.readline(LONGEST_LINE)
    if _is_row(first):
        yield from read_lines(chain([first], lines_of(stream)), source=NAME)
        return
    whole = io.BufferedReader(prefixed(first, stream))
    yield from opening.read(cast(BinaryIO, whole), RawDocument(NAME, b""))


def _is_row(line: bytes) -> bool:
    looks = line.lstrip(b"\xef\xbb\xbf \t").startswith(b"{")
    return looks and isinstance(read_row(line, source=NAME), RawDocument)
