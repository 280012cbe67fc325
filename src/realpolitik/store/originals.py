"""What was read, as bytes: one compressed file a content, named by its hash."""

import os
from contextlib import suppress
from hashlib import sha256
from pathlib import Path

import zstandard

from realpolitik.core.errors import ProjectError, not_written

ORIGINALS = "originals"


def keep_original(folder: Path, content: bytes) -> str:
    """Keep bytes under originals/ and give their hash; what is kept already stays.

    The file appears whole or not at all, and is on the disk when this returns.
    """
    name = sha256(content).hexdigest()
    path = original_path(folder, name)
    if path.exists():
        return name
    partial = path.with_name(f"{path.name}.{os.getpid()}")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        _write(partial, zstandard.compress(content, level=9))
        partial.replace(path)
    except OSError as error:
        with suppress(OSError):
            partial.unlink()
        raise not_written(folder, "an original", error) from error
    return name


def original_bytes(folder: Path, name: str) -> bytes:
    """Give the bytes with this hash; ProjectError if the file is missing or damaged."""
    path = original_path(folder, name)
    try:
        content = zstandard.decompress(path.read_bytes())
    except (OSError, zstandard.ZstdError) as error:
        raise ProjectError(
            folder, f"the original {path.name} cannot be read", "copy it from a backup"
        ) from error
    if sha256(content).hexdigest() != name:
        raise ProjectError(
            folder, f"the original {path.name} is damaged", "copy it from a backup"
        )
    return content


def original_path(folder: Path, name: str) -> Path:
    """Give the place of the file with this hash."""
    return folder / ORIGINALS / name[:2] / name[2:]


def _write(path: Path, content: bytes) -> None:
    with path.open("wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
