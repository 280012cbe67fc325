"""Mailboxes (mbox): each letter opened as it would be alone."""

import io
import re
from collections.abc import Iterator
from dataclasses import replace
from typing import BinaryIO

from realpolitik.core.document import RawDocument, Unread
from realpolitik.sources.opening import LARGEST, Opening
from realpolitik.sources.streams import lines_of

_FROM = re.compile(rb"From \S.*\d\d:\d\d|From \S+\s*$|From \S+ .*\d{4}\s*$")
_QUOTED = re.compile(rb">+From ")


def read(
    stream: BinaryIO, told: RawDocument, opening: Opening
) -> Iterator[RawDocument | Unread]:
    """Give the documents of each letter in turn; one that is too large is an Unread."""
    number = 0
    for number, letter in enumerate(_letters(stream), start=1):
        source = f"{told.source}:{number}"
        if letter is None:
            what = f"this letter is larger than {LARGEST // 2**20} MB"
            yield Unread(source, what, "save its attachments apart")
            continue
        alone = replace(told, source=source)
        yield from _opened(letter, alone, opening)
    if not number:
        yield Unread(told.source, "it holds no letters", "is this a mailbox?")


def _opened(
    letter: bytes, told: RawDocument, opening: Opening
) -> Iterator[RawDocument | Unread]:
    from realpolitik.sources import letter as letters

    return letters.read(io.BytesIO(letter), told, opening)


def _letters(stream: BinaryIO) -> Iterator[bytes | None]:
    """Cut a mailbox at its From lines, which follow an empty line."""
    lines: list[bytes] = []
    size, empty, begun = 0, True, False
    for line in lines_of(stream):
        if empty and _FROM.match(line):
            if begun:
                yield _whole(lines, size)
            lines, size, begun = [], 0, True
        elif begun:
            size += len(line)
            if size <= LARGEST:
                lines.append(line[1:] if _QUOTED.match(line) else line)
        empty = not line.strip()
    if begun:
        yield _whole(lines, size)


def _whole(lines: list[bytes], size: int) -> bytes | None:
    return None if size > LARGEST else b"".join(lines)
