"""Standard input: one document, or the rows of JSON Lines."""

from collections.abc import Iterator
from itertools import chain
from typing import BinaryIO

from realpolitik.core.document import RawDocument, Unread
from realpolitik.sources.file import LARGEST
from realpolitik.sources.lines import read_lines, read_row

NAME = "-"


def read_stdin(stream: BinaryIO) -> Iterator[RawDocument | Unread]:
    """Give what comes in: rows where the first line is one, else one document."""
    first = stream.readline(LARGEST)
    if _is_row(first):
        yield from read_lines(chain([first], stream), source=NAME)
        return
    content = first + stream.read(LARGEST)
    if len(content) > LARGEST:
        size = f"it is larger than {LARGEST // 2**20} MB"
        yield Unread(NAME, size, "split it, or write its texts as JSON Lines")
    else:
        yield RawDocument(NAME, content)


def _is_row(line: bytes) -> bool:
    looks = line.lstrip(b"\xef\xbb\xbf \t").startswith(b"{")
    return looks and isinstance(read_row(line, source=NAME), RawDocument)
