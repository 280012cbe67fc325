"""One file: its bytes as a document, or the documents that it carries."""

import gzip
import zlib
from collections.abc import Iterator
from pathlib import Path

from realpolitik.core.document import RawDocument, Unread
from realpolitik.sources.opening import LARGEST, Opening

__all__ = ["LARGEST", "read_file", "unread"]


def read_file(path: Path, opening: Opening) -> Iterator[RawDocument | Unread]:
    """Give the document a file is, or those that it carries (rows, archives, feeds).

    A file packed with gzip counts as what it holds.
    """
    if _waits_for_a_writer(path):
        remedy = "feed it to standard input and give - as the source"
        yield Unread(str(path), "it is a named pipe, no file", remedy)
        return
    try:
        with path.open("rb") as stream:
            yield from opening.read(stream, RawDocument(str(path), b""))
    except OSError as error:
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


def _waits_for_a_writer(path: Path) -> bool:
    """Say whether opening may hang: a named pipe, but not one that a shell opened."""
    try:
        return path.is_fifo() and not path.is_relative_to("/dev")
    except OSError:
        return False
