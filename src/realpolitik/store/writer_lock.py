"""One process adds at a time: a lock on a file in the project, gone with its owner."""

import os
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from realpolitik.core.errors import ProjectError, not_written

FILE = ".adding"
_EVERY = 0.1  # seconds between two tries


@contextmanager
def writer_lock(
    folder: Path, *, waiting: Callable[[str], None], limit: float = 86_400
) -> Iterator[None]:
    """Hold the project's writing lock; while another holds it, wait and say so once.

    On file systems without locks nothing is held: each batch is checked again when it
    is written, so that two writers are slow there but never wrong.
    """
    try:
        number = os.open(folder / FILE, os.O_RDWR | os.O_CREAT, 0o644)
    except OSError as error:
        raise not_written(folder, f"the lock {FILE}", error) from error
    try:
        _wait(number, folder, waiting=waiting, limit=limit)
        yield
    finally:
        os.close(number)


def _wait(
    number: int, folder: Path, *, waiting: Callable[[str], None], limit: float
) -> None:
    end, told = time.monotonic() + limit, False
    while not _try(number):
        if not told:
            waiting(f"{folder}: another process is adding; waiting for it")
            told = True
        if time.monotonic() > end:
            raise ProjectError(folder, "another process is adding", "try again later")
        time.sleep(_EVERY)


if sys.platform == "win32":
    import msvcrt

    def _try(number: int) -> bool:
        try:
            msvcrt.locking(number, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

else:
    import errno
    import fcntl

    def _try(number: int) -> bool:
        try:
            fcntl.flock(number, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            return error.errno not in (errno.EWOULDBLOCK, errno.EACCES)
        return True
