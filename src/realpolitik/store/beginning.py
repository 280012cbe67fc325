"""A project begins whole or not at all: what a failed start made is taken away."""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from realpolitik.core.errors import DiskError, not_written
from realpolitik.store.originals import ORIGINALS
from realpolitik.store.session import TABLES_FILE
from realpolitik.store.settings import SETTINGS_FILE


@contextmanager
def clean_start(folder: Path) -> Iterator[None]:
    """Let a project be made in a folder; if that fails, the disk is as before."""
    missing = [path for path in (folder, *folder.parents) if not path.exists()]
    before = set(os.listdir(folder)) if folder.is_dir() else set()
    try:
        yield
    except BaseException as error:
        _take_away(folder, before, missing)
        if isinstance(error, OSError):
            raise not_written(folder, "the project", error) from error
        if isinstance(error, DiskError):
            what = "the project cannot be written (its disk is full)"
            remedy = "free some space on it and try again"
            raise DiskError(folder, what, remedy) from error
        raise


def _take_away(folder: Path, before: set[str], missing: list[Path]) -> None:
    with suppress(OSError):
        for name in filter(_is_ours, set(os.listdir(folder)) - before):
            path = folder / name
            if path.is_dir():
                shutil.rmtree(path, ignore_errors=True)
            else:
                path.unlink(missing_ok=True)
    for path in missing:  # the innermost first
        with suppress(OSError):
            path.rmdir()


def _is_ours(name: str) -> bool:
    return name.startswith((TABLES_FILE, SETTINGS_FILE)) or name == ORIGINALS
