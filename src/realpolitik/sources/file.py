"""One file: its bytes (unpacked where they are gzip), or the rows it holds."""

import gzip
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO, cast

from realpolitik.core.document import RawDocument, Unread
from realpolitik.sources.lines import read_lines

LARGEST = 256 * 2**20
_ROWS = (".jsonl", ".ndjson", ".jsonlines")
_GZIP_MAGIC = b"\x1f\x8b"


def read_file(path: Path) -> Iterator[RawDocument | Unread]:
    """Give the document a file is, or one for each row of JSON Lines.

    A file packed with gzip counts as what it holds. Files over LARGEST bytes are not
    read as one document.
    """
    if _waits_for_a_writer(path):
        remedy = "feed it to standard input and give - as the source"
        yield Unread(str(path), "it is a named pipe, no file", remedy)
        return
    try:
        with path.open("rb") as packed:
            yield from _documents(path, packed)
    except (OSError, EOFError, zlib.error) as error:
        yield unread(path, error)


def unread(path: Path, error: Exception) -> Unread:
    """Say why a file or folder can't be opened, and what to do."""
    if isinstance(error, FileNotFoundError):
        what, remedy = "there is no such file or folder", "check the path"
    elif isinstance(error, PermissionError):
        what, remedy = "it may not be read", "give yourself the right to read it"
    elif isinstance(error, gzip.BadGzipFile | EOFError | zlib.error):
        what, remedy = "its gzip packing is damaged", "fetch or pack it again"
    elif isinstance(error, OSError):
        what, remedy = (error.strerror or str(error)).lower(), "check the path"
    else:
        what, remedy = str(error), "check the path"
    return Unread(str(path), what, remedy)


def _documents(path: Path, packed: BinaryIO) -> Iterator[RawDocument | Unread]:
    name = path.name.lower()
    stream = packed
    if _starts_with_gzip(packed):
        stream = cast(BinaryIO, gzip.GzipFile(fileobj=packed))
        name = name.removesuffix(".gz")
    if name.endswith(_ROWS):
        yield from read_lines(stream, source=str(path))
        return
    content = stream.read(LARGEST + 1)
    if len(content) > LARGEST:
        size = f"it is larger than {LARGEST // 2**20} MB"
        yield Unread(str(path), size, "split it, or write its texts as JSON Lines")
    else:
        yield RawDocument(str(path), content)


def _waits_for_a_writer(path: Path) -> bool:
    """Say whether opening may hang: a named pipe, but not one that a shell opened."""
    try:
        return path.is_fifo() and not path.is_relative_to("/dev")
    except OSError:
        return False


def _starts_with_gzip(stream: BinaryIO) -> bool:
    """Look at the first two bytes, where the file can be looked into at all."""
    peek = getattr(stream, "peek", None)
    return peek is not None and peek(2)[:2] == _GZIP_MAGIC
