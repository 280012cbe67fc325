"""A folder: all files below it, in the order of their names."""

import os
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from realpolitik.core.document import RawDocument, Unread
from realpolitik.sources.file import read_file, unread
from realpolitik.sources.furniture import furniture_kind
from realpolitik.sources.opening import Opening

_PROJECT_FILE = "store.duckdb"


def read_folder(folder: Path, opening: Opening) -> Iterator[RawDocument | Unread]:
    """Give the documents of all files in a folder and the folders below it.

    Hidden files and folders are passed over, and so is a folder that is a project of
    this program. A linked folder is read once, so that links in a circle end. Pictures,
    scripts, styles and fonts are left out; one Unread says how many where there was
    nothing else.
    """
    furniture: Counter[str] = Counter()
    files = 0
    for path in _files(folder):
        if isinstance(path, Unread):
            yield path
            continue
        if kind := furniture_kind(path.name):
            furniture[kind] += 1
            continue
        files += 1
        yield from read_file(path, opening)
    if not files:
        yield _nothing(folder, furniture)


def _nothing(folder: Path, furniture: Counter[str]) -> Unread:
    remedy = "give a folder with texts, pages, tables or archives"
    if not furniture:
        return Unread(str(folder), "the folder holds no files to read", remedy)
    kinds = ", ".join(f"{count} {kind}" for kind, count in sorted(furniture.items()))
    return Unread(str(folder), f"the folder holds no texts, only {kinds}", remedy)


def _files(folder: Path) -> Iterator[Path | Unread]:
    """Walk in depth with a stack; a folder met before is not entered again."""
    seen: set[tuple[int, int]] = set()
    waiting: list[Path] = [folder]
    while waiting:
        path = waiting.pop()
        try:
            if path.is_file():
                yield path
            elif path.is_dir() and _is_new(path, seen):
                waiting.extend(reversed(_entries(path)))
            elif not path.exists() and path.is_symlink():
                yield Unread(str(path), "the link leads nowhere", "remove or mend it")
        except OSError as error:
            yield unread(path, error)


def _is_new(path: Path, seen: set[tuple[int, int]]) -> bool:
    status = path.stat()
    key = (status.st_dev, status.st_ino)
    if key in seen:
        return False
    seen.add(key)
    return True


def _entries(folder: Path) -> list[Path]:
    names = sorted(os.listdir(folder))
    if _PROJECT_FILE in names:
        return []
    return [folder / name for name in names if not name.startswith(".")]
