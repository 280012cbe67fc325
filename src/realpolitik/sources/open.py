"""From addresses to raw documents: the one way in, for files and the web alike."""

import re
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import BinaryIO

from realpolitik.core.document import RawDocument, Unread
from realpolitik.sources.file import read_file
from realpolitik.sources.folder import read_folder
from realpolitik.sources.links import fetch_one
from realpolitik.sources.opening import MOST_DEEP, Budget, BudgetSpentError, Opening
from realpolitik.sources.stdin import read_stdin
from realpolitik.sources.web import Web

_ADDRESS = re.compile(r"[A-Za-z][A-Za-z0-9+.-]+://")


def open_sources(
    addresses: Iterable[str], *, stdin: BinaryIO | None = None, web: Web | None = None
) -> Iterator[RawDocument | Unread]:
    """Give the documents of each address: a file, a folder, a URL, "-" for stdin.

    Never raises for one bad address: what can't be opened comes as an Unread, and the
    rest follows. Only one document is held in memory at a time.
    """
    web = web or Web()
    visited: set[str] = set()  # an address is fetched once, however often it is named
    for address in addresses:
        opening = Opening(web, Budget(visited=visited))
        try:
            yield from _open(address, stdin, opening)
        except BudgetSpentError as error:
            yield Unread(
                address, str(error), "unpack it and give what is worth reading"
            )
            continue
        if opening.budget.too_deep > 1:
            what = (
                f"{opening.budget.too_deep} archives in it lie more than {MOST_DEEP} "
                "deep inside of others and were not opened"
            )
            yield Unread(address, what, "unpack it and give the folder")


def _open(
    address: str, stdin: BinaryIO | None, opening: Opening
) -> Iterator[RawDocument | Unread]:
    if address == "-":
        yield from read_stdin(stdin or sys.stdin.buffer, opening)
    elif _ADDRESS.match(address):
        yield from fetch_one(address, opening)
    elif "\0" in address or not address:
        yield Unread(repr(address), "no file can have this name", "check the name")
    elif _is_folder(Path(address)):
        yield from read_folder(Path(address), opening)
    else:
        yield from read_file(Path(address), opening)


def _is_folder(path: Path) -> bool:
    try:
        return path.is_dir()
    except OSError:
        return False
