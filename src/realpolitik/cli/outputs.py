"""Where results go: to stdout, or to a file that appears only when it is whole."""

import os
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

import click

from realpolitik.core.errors import UsageError


@contextmanager
def output(path: Path | None) -> Iterator[BinaryIO]:
    """Open stdout (None, "-") or a file for bytes; the file is replaced at the end.

    A run that fails or is interrupted leaves the file as it was.
    """
    if path is None or str(path) == "-":
        yield sys.stdout.buffer
        sys.stdout.buffer.flush()
        return
    if _is_device(path):
        with path.open("wb") as stream:
            yield stream
        return
    handle, name = _beside(path)
    draft = Path(name)
    try:
        with os.fdopen(handle, "wb") as stream:
            yield stream
        draft.replace(path.resolve())
    finally:
        draft.unlink(missing_ok=True)


def check_writable(path: Path | None) -> None:
    """Fail now, before the work, if a file cannot be written there."""
    if path is None or str(path) == "-" or _is_device(path):
        return
    handle, name = _beside(path)
    os.close(handle)
    Path(name).unlink()


def _is_device(path: Path) -> bool:
    """Say whether a path is /dev/null, a named pipe or the like."""
    return path.exists() and not path.is_file() and not path.is_dir()


def _beside(path: Path) -> tuple[int, str]:
    path = path.resolve()
    if path.is_dir():
        raise UsageError(f"{path}: is a folder; name a file to write to")
    try:
        handle, name = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
    except OSError as error:
        raise UsageError(
            f"{path}: cannot be written ({error.strerror}); "
            "name a file in an existing folder that you may write to"
        ) from error
    os.chmod(name, 0o666 & ~_umask())
    return handle, name


def _umask() -> int:
    mask = os.umask(0o022)
    os.umask(mask)
    return mask


output_option = click.option(
    "-o",
    "--output",
    "path",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="Write to this file instead of stdout.",
)
