"""Where results go: to stdout, or to a file that appears only when it is whole."""

import os
import sys
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

import click

from realpolitik.core.errors import UsageError

_PROJECT_MARK = "project.toml"
_PROJECT_FILES = frozenset(
    (_PROJECT_MARK, "actors.toml", "store.duckdb", "store.duckdb.wal", ".adding")
)
_ORIGINALS = "originals"


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


def check_writable(path: Path | None, *, sources: Iterable[str] = ()) -> None:
    """Fail now, before the work, if a file cannot be written there.

    Nor may it be one of the sources, or a file on which a project lives.
    """
    if path is None or str(path) == "-" or _is_device(path):
        return
    for source in map(Path, sources):
        if path.is_file() and _holds(source, path):
            raise UsageError(
                f"{path}: is one of the sources and would be overwritten; "
                "name another file with -o"
            )
    if _is_of_a_project(path.resolve()):
        raise UsageError(
            f"{path}: belongs to a project, which would be destroyed; "
            "name another file with -o"
        )
    handle, name = _beside(path)
    os.close(handle)
    Path(name).unlink()


def _holds(source: Path, path: Path) -> bool:
    try:
        if source.is_dir():
            return path.resolve().is_relative_to(source.resolve())
        return source.samefile(path)
    except OSError:  # what cannot be looked at is told of when it is read
        return False


def _is_of_a_project(path: Path) -> bool:
    """Say whether a file is one that makes up a project or lies in its originals."""
    if path.name in _PROJECT_FILES and (path.parent / _PROJECT_MARK).exists():
        return True
    return any(
        folder.name == _ORIGINALS and (folder.parent / _PROJECT_MARK).exists()
        for folder in path.parents
    )


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
