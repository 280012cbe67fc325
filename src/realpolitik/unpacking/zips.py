"""Zip files within bounds: no bomb, no broken packing, no password goes unnoticed."""

import io
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import IO

from realpolitik.core.errors import UnreadableError

MOST_MEMBERS = 20_000
_MOST_TIMES = 200  # text packs to a tenth; a bomb to a thousandth
_SMALL = 2**20  # below this no packing rate is suspicious
_BLOCK = 2**16
_ENCRYPTED = 0x1
_BOMB = "it unpacks to far more than any text would: it looks like a zip bomb"


@dataclass(frozen=True, slots=True)
class Zip:
    """An open zip file whose members are read within bounds."""

    archive: zipfile.ZipFile

    @classmethod
    def of_bytes(cls, content: bytes) -> "Zip":
        """Open the bytes of a zip file; UnreadableError says why that can't be."""
        return cls.of_stream(io.BytesIO(content), most=MOST_MEMBERS)

    @classmethod
    def of_stream(cls, stream: IO[bytes], *, most: int) -> "Zip":
        """Open a zip file with at most so many files inside, as `of_bytes` does."""
        try:
            archive = zipfile.ZipFile(stream)
        except _DAMAGE as error:
            raise UnreadableError(
                f"its zip packing is damaged ({_said(error)})", "fetch or pack it again"
            ) from error
        _check_overlap(archive, stream)
        if (count := len(archive.infolist())) > most:
            raise UnreadableError(
                f"it holds {count} files, more than {most}",
                "unpack it and give the folder",
            )
        return cls(archive)

    def members(self) -> Iterator[zipfile.ZipInfo]:
        """Give the files inside, in their order."""
        found = self.archive.infolist()
        return (each for each in found if not (each.filename and each.is_dir()))

    @contextmanager
    def open(self, member: zipfile.ZipInfo) -> Iterator[IO[bytes]]:
        """Open one of the `members`, as `read` does but without a bound."""
        if member.flag_bits & _ENCRYPTED:
            raise UnreadableError("it is locked with a password", "unlock it first")
        if member.file_size > max(_SMALL, _MOST_TIMES * member.compress_size):
            raise UnreadableError(_BOMB, "give what is worth reading in it alone")
        try:
            with self.archive.open(member) as stream:
                yield stream
        except _DAMAGE as error:
            raise UnreadableError(
                f"its zip packing is damaged ({_said(error)})", "fetch or pack it again"
            ) from error

    def has(self, name: str) -> bool:
        """Tell whether there is a member of this name."""
        return name in self.archive.NameToInfo

    def read(self, name: str, *, most: int) -> bytes:
        """Give a member's bytes; UnreadableError where it is missing, locked, damaged,
        larger than `most` bytes or a bomb.
        """
        member = self.archive.NameToInfo.get(name)
        if member is None:
            raise UnreadableError(f"it lacks its part {name}", "save or fetch it again")
        return self.read_member(member, most=most)

    def read_member(self, member: zipfile.ZipInfo, *, most: int) -> bytes:
        """Give the bytes of one of the `members`, as `read` does."""
        if member.file_size > most:
            raise UnreadableError(
                f"it is larger than {most // 2**20} MB when unpacked",
                "unpack it and split it",
            )
        with self.open(member) as stream:
            return _bounded(stream, member.file_size)


_DAMAGE = (
    zipfile.BadZipFile,
    zlib.error,
    EOFError,
    OSError,
    ValueError,
    NotImplementedError,
    RuntimeError,
)


def _check_overlap(archive: zipfile.ZipFile, stream: IO[bytes]) -> None:
    """Refuse a zip whose files take more room than there is: they lie on each other."""
    size = stream.seek(0, io.SEEK_END)
    if sum(member.compress_size for member in archive.infolist()) > size:
        raise UnreadableError(
            "its files lie on top of each other: it looks like a zip bomb",
            "give what is worth reading in it alone",
        )


def _bounded(stream: IO[bytes], size: int) -> bytes:
    """Read no more than was announced: the announcement may lie."""
    blocks, left = [], size + 1
    while left > 0 and (block := stream.read(min(_BLOCK, left))):
        blocks.append(block)
        left -= len(block)
    if left <= 0:
        raise zipfile.BadZipFile("a file is longer than announced")
    return b"".join(blocks)


def _said(error: Exception) -> str:
    return " ".join(str(error).split())[:80].lower() or type(error).__name__
