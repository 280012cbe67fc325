"""Streams: looked at before they are read, unpacked under watch, sought in."""

import bz2
import gzip
import io
import lzma
from collections.abc import Iterator
from contextlib import AbstractContextManager, closing, nullcontext
from tempfile import SpooledTemporaryFile
from typing import BinaryIO, cast

import zstandard

from realpolitik.core.errors import UnreadableError

LONGEST_LINE = 64 * 2**20

_IN_MEMORY = 32 * 2**20
_LARGEST_SPOOL = 4 * 2**30
_BLOCK = 2**18
_BUFFER = 2**16
_ZSTD_BLOCK = 512  # so little may become some MB at once
_SMALL = 64 * 2**20  # below this no packing rate is suspicious
_MOST_TIMES = 200


def peeked(stream: BinaryIO, size: int) -> tuple[bytes, BinaryIO]:
    """Give the first bytes of a stream, and a stream that still begins with them."""
    if _is_file(stream):
        head = stream.read(size)
        stream.seek(0)
        return head, stream
    head = b""
    while len(head) < size and (block := stream.read(size - len(head))):
        head += block
    again = io.BufferedReader(prefixed(head, stream), _BUFFER)
    return head, cast(BinaryIO, again)


def prefixed(head: bytes, stream: BinaryIO) -> io.RawIOBase:
    """Give a stream that begins with bytes which were read already."""
    return _Prefixed(head, stream)


def unpacked(head: bytes, stream: BinaryIO) -> AbstractContextManager[BinaryIO] | None:
    """Give what is packed in a gzip, bzip2, xz or zstd stream; None for other ones.

    Reading raises UnreadableError where far more comes out than any text packs.
    """
    counted = _Counted(stream)
    source = cast(BinaryIO, counted)
    opened: object
    if head.startswith(b"\x1f\x8b"):
        opened = gzip.GzipFile(fileobj=source)
    elif head.startswith(b"BZh"):
        opened = bz2.BZ2File(source)
    elif head.startswith(b"\xfd7zXZ\0"):
        opened = lzma.LZMAFile(source)  # noqa: SIM115 - the watch closes it
    elif head.startswith(b"\x28\xb5\x2f\xfd"):
        opened = io.BufferedReader(_Zstd(source), _BUFFER)
    else:
        return None
    watched = io.BufferedReader(_Watched(cast(BinaryIO, opened), counted), _BUFFER)
    return closing(cast(BinaryIO, watched))


def seekable(stream: BinaryIO) -> AbstractContextManager[BinaryIO]:
    """Give a stream in which can be sought: a file itself, of others a copy.

    The copy is on the disk if it is large.
    """
    if _is_file(stream):
        return nullcontext(stream)
    spool = SpooledTemporaryFile(max_size=_IN_MEMORY)  # noqa: SIM115 - closed by the caller
    size = 0
    while block := stream.read(_BLOCK):
        size += len(block)
        if size > _LARGEST_SPOOL:
            spool.close()
            raise UnreadableError(
                f"it is larger than {_LARGEST_SPOOL // 2**30} GB", "split it"
            )
        spool.write(block)
    spool.seek(0)
    return closing(cast(BinaryIO, spool))


def lines_of(stream: BinaryIO) -> Iterator[bytes]:
    """Give the lines of a stream; UnreadableError for one that no memory may hold."""
    number = 0
    while line := stream.readline(LONGEST_LINE + 1):
        number += 1
        if len(line) > LONGEST_LINE:
            raise UnreadableError(
                f"line {number} is longer than {LONGEST_LINE // 2**20} MB",
                "split it; what stands before it is read",
            )
        yield line


def _is_file(stream: BinaryIO) -> bool:
    """Tell a file, or bytes in memory, at its start; not what is packed in one."""
    plain = isinstance(stream, io.BytesIO) or isinstance(
        getattr(stream, "raw", None), io.FileIO
    )
    return plain and stream.seekable() and stream.tell() == 0


class _Prefixed(io.RawIOBase):
    """A stream with bytes before it that were read already."""

    def __init__(self, head: bytes, stream: BinaryIO) -> None:
        self._head, self._stream = head, stream

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        if self._head:
            block, self._head = self._head[: len(buffer)], self._head[len(buffer) :]
        else:
            block = self._stream.read(len(buffer)) or b""
        buffer[: len(block)] = block
        return len(block)


class _Zstd(io.RawIOBase):
    """What comes out of a zstd stream; EOFError where it ends too early."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream
        self._decompressor = zstandard.ZstdDecompressor(max_window_size=2**27)
        self._frame = self._decompressor.decompressobj()
        self._begun = False
        self._plain = b""

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        while not self._plain and (block := self._stream.read(_ZSTD_BLOCK)):
            self._take(block)
        if not self._plain and self._begun:
            raise EOFError("the stream ends inside of a frame")
        block, self._plain = self._plain[: len(buffer)], self._plain[len(buffer) :]
        buffer[: len(block)] = block
        return len(block)

    def _take(self, block: bytes) -> None:
        """Decompress a block, which may end one frame and begin the next."""
        while block:
            self._begun = True
            self._plain += self._frame.decompress(block)
            if not self._frame.eof:
                return
            block = self._frame.unused_data
            self._begun = False
            self._frame = self._decompressor.decompressobj()


class _Counted(io.RawIOBase):
    """A packed stream that knows how many of its bytes were read."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream
        self.count = 0

    def readable(self) -> bool:
        return True

    def read(self, size: int = -1) -> bytes:
        block = self._stream.read(size)
        self.count += len(block)
        return block


class _Watched(io.RawIOBase):
    """What comes out of a packed stream, as long as it comes at a likely rate."""

    def __init__(self, stream: BinaryIO, packed: _Counted) -> None:
        self._stream, self._packed = stream, packed
        self._came = 0

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        block = self._stream.read1(len(buffer))  # type: ignore[attr-defined]
        buffer[: len(block)] = block
        self._came += len(block)
        if self._came > max(_SMALL, _MOST_TIMES * self._packed.count):
            raise UnreadableError(
                "it unpacks to far more than any text would: it looks like a bomb",
                "unpack it yourself and give what is worth reading",
            )
        return len(block)
