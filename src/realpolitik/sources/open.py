"""From addresses to raw documents: the one way in for files, folders, rows, stdin."""

import re
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import BinaryIO

from realpolitik.core.document import RawDocument, Unread
from realpolitik.sources.file import read_file
from realpolitik.sources.folder import read_folder
from realpolitik.sources.stdin import read_stdin

_ADDRESS = re.compile(r"[A-Za-z][A-Za-z0-9+.-]+://")


def open_sources(
    addresses: Iterable[str], *, stdin: BinaryIO | None = None
) -> Iterator[RawDocument | Unread]:
    """Give the documents of each address in turn: a file, a folder, "-" for stdin.

    Never raises for one bad address: what can't be opened comes as an Unread, and the
    rest follows. Only one file is held in memory at a time.
    """
    for address in addresses:
        yield from _open(address, stdin)


def _open(address: str, stdin: BinaryIO | None) -> Iterator[RawDocument | Unread]:
    if address == "-":
        yield from read_stdin(stdin or sys.stdin.buffer)
    elif _ADDRESS.match(address):
        remedy = "save the page as .html and give the file"
        yield Unread(address, "pages can't be fetched from the web yet", remedy)
    elif "\0" in address or not address:
        yield Unread(repr(address), "no file can have this name", "check the name")
    elif _is_folder(Path(address)):
        yield from read_folder(Path(address))
    else:
        yield from read_file(Path(address))


def _is_folder(path: Path) -> bool:
    try:
        return path.is_dir()
    except OSError:
        return False
