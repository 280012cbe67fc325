"""Zip archives: each file inside opened as it would be outside, within bounds.

Nothing is ever written to the disk under a name from inside of an archive.
"""

import zipfile
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from typing import BinaryIO, cast

from realpolitik.core.document import RawDocument, Unread
from realpolitik.core.errors import UnreadableError
from realpolitik.sources.furniture import furniture_kind, leads_out, left_out
from realpolitik.sources.opening import Opening
from realpolitik.unpacking.zips import Zip

_MOST_FILES = 200_000


def read(
    stream: BinaryIO, told: RawDocument, opening: Opening
) -> Iterator[RawDocument | Unread]:
    """Give the documents of all files inside, in their order.

    UnreadableError where the archive is damaged, or holds far too much.
    """
    inside = opening.inside()
    archive = Zip.of_stream(stream, most=_MOST_FILES)
    furniture: Counter[str] = Counter()
    files = 0
    for member in archive.members():
        source = f"{told.source}/{member.filename}"
        if leads_out(member.filename):
            yield Unread(source, "its name leads out of the archive", "rename it")
            continue
        if kind := furniture_kind(member.filename):
            furniture[kind] += 1
            continue
        files += 1
        yield from _member(
            archive,
            member,
            told=replace(told, source=source, taken=told.taken),
            inside=inside,
        )
    yield from left_out(told.source, furniture, files=files)


def _member(
    archive: Zip, member: zipfile.ZipInfo, *, told: RawDocument, inside: Opening
) -> Iterator[RawDocument | Unread]:
    try:
        with archive.open(member) as stream:
            yield from inside.read(cast(BinaryIO, stream), told)
    except UnreadableError as error:
        yield Unread(told.source, error.what, error.remedy)
