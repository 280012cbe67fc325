"""Tar archives, packed or not: each file inside opened as it would be outside.

The archive is read once from its start to its end. Links and devices are not followed.
"""

import tarfile
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from typing import BinaryIO, cast

from realpolitik.core.document import RawDocument, Unread
from realpolitik.core.errors import UnreadableError
from realpolitik.sources.furniture import furniture_kind, leads_out, left_out
from realpolitik.sources.opening import Opening

_MOST_FILES = 1_000_000
_LARGEST_FILE = 4 * 2**30


def read(
    stream: BinaryIO, told: RawDocument, opening: Opening
) -> Iterator[RawDocument | Unread]:
    """Give the documents of all files inside, in their order.

    UnreadableError where the archive is damaged, or holds far too much.
    """
    inside = opening.inside()
    furniture: Counter[str] = Counter()
    files = 0
    try:
        with tarfile.open(fileobj=stream, mode="r|") as archive:
            for number, member in enumerate(archive):
                archive.members = []  # type: ignore[attr-defined] # or it remembers every file
                if number > _MOST_FILES:
                    raise UnreadableError(
                        "it holds more than a million files", "split it"
                    )
                if member.isdir():
                    continue
                if kind := _passed_over(member):
                    furniture[kind] += 1
                    continue
                files += 1
                yield from _member(archive, member, told=told, inside=inside)
    except (tarfile.TarError, ValueError, OverflowError) as error:
        said = " ".join(str(error).split())[:80]
        raise UnreadableError(
            f"the archive is damaged after {files} files ({said})", "fetch it again"
        ) from error
    yield from left_out(told.source, furniture, files=files)


def _passed_over(member: tarfile.TarInfo) -> str | None:
    if not member.isfile():
        return "links and devices"
    return furniture_kind(member.name)


def _member(
    archive: tarfile.TarFile,
    member: tarfile.TarInfo,
    *,
    told: RawDocument,
    inside: Opening,
) -> Iterator[RawDocument | Unread]:
    source = f"{told.source}/{member.name}"
    if leads_out(member.name):
        yield Unread(source, "its name leads out of the archive", "rename it")
        return
    if member.size > _LARGEST_FILE:
        yield Unread(source, "it is larger than 4 GB", "split it")
        return
    stream = archive.extractfile(member)
    if stream is not None:
        yield from inside.read(cast(BinaryIO, stream), replace(told, source=source))
