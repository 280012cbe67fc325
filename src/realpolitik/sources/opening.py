"""How a stream is opened: unpacked, its kind told, read by the reader of that kind.

Whatever is packed, linked or nested is opened within one budget an address, so that no
input can take more than its share of time and memory.
"""

import gzip
import lzma
import zlib
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass, field, replace
from typing import BinaryIO

import zstandard

from realpolitik.core.document import RawDocument, Unread
from realpolitik.core.errors import RealpolitikError, UnreadableError
from realpolitik.sources.kinds import kind_of
from realpolitik.sources.streams import peeked, seekable, unpacked
from realpolitik.sources.web import Web

LARGEST = 64 * 2**20
"""A single document is not larger than this many bytes."""

MOST_DEEP = 3
"""Archives inside of archives are opened so many times."""

_MOST_ARCHIVES = 200
_MOST_BYTES = 20 * 2**30
_HEAD = 8192
_DAMAGED = (
    gzip.BadGzipFile,
    EOFError,
    zlib.error,
    lzma.LZMAError,
    zstandard.ZstdError,
)

Found = RawDocument | Unread


class BudgetSpentError(RealpolitikError):
    """One address holds more than is opened for it; the rest of it is left."""


class PassedOverError(UnreadableError):
    """One more of what was told of already; it is counted and told at the end."""


@dataclass(slots=True)
class Budget:
    """What may still be opened of one address, and what was met in it already."""

    archives: int = _MOST_ARCHIVES
    bytes: int = _MOST_BYTES
    visited: set[str] = field(default_factory=set)
    too_deep: int = 0

    def enter_archive(self) -> None:
        """Count an archive that is opened; BudgetSpentError for too many."""
        self.archives -= 1
        if self.archives < 0:
            raise BudgetSpentError(
                f"it holds more than {_MOST_ARCHIVES} archives inside of each other"
            )

    def spend(self, size: int) -> None:
        """Count bytes that are read; BudgetSpentError for too many."""
        self.bytes -= size
        if self.bytes < 0:
            raise BudgetSpentError(f"it holds more than {_MOST_BYTES // 2**30} GB")


@dataclass(frozen=True, slots=True)
class Opening:
    """What opening needs to know: the web, the budget, how deep it is already."""

    web: Web | None = None
    budget: Budget = field(default_factory=Budget)
    depth: int = 0

    def read(self, stream: BinaryIO, told: RawDocument) -> Iterator[Found]:
        """Give the documents of a stream; `told` is what its carrier knows of it.

        A stream that can't be read, or not to its end, gives an Unread in its place.
        """
        try:
            with ExitStack() as stack:
                yield from self._read(stream, told, stack)
        except PassedOverError:
            return
        except UnreadableError as error:
            yield Unread(told.source, error.what, error.remedy)
        except _DAMAGED:
            yield Unread(
                told.source, "its packing is damaged", "fetch or pack it again"
            )

    def inside(self) -> "Opening":
        """Give the opening for what lies inside of an archive.

        UnreadableError where archives nest too deep.
        """
        self.budget.enter_archive()
        if self.depth >= MOST_DEEP:
            self.budget.too_deep += 1
            error = UnreadableError if self.budget.too_deep == 1 else PassedOverError
            raise error(
                f"archives lie inside of each other more than {MOST_DEEP} deep",
                "unpack it and give the folder",
            )
        return replace(self, depth=self.depth + 1)

    def whole(self, stream: BinaryIO, told: RawDocument) -> RawDocument:
        """Read a stream as one document; UnreadableError if it is too large."""
        content = stream.read(LARGEST + 1)
        self.budget.spend(len(content))
        if len(content) > LARGEST:
            raise UnreadableError(
                f"it is larger than {LARGEST // 2**20} MB",
                "split it, or write its texts as JSON Lines",
            )
        return replace(told, content=content)

    def _read(
        self, stream: BinaryIO, told: RawDocument, stack: ExitStack
    ) -> Iterator[Found]:
        name = _name_of(told.source)
        head, stream = peeked(stream, _HEAD)
        for _ in range(MOST_DEEP):
            opened = unpacked(head, stream)
            if opened is None:
                break
            name = _without_packing(name)
            head, stream = peeked(stack.enter_context(opened), _HEAD)
        kind = kind_of(name, head, told.format)
        if kind is None:
            yield self.whole(stream, told)
            return
        if kind.seeks:
            stream = stack.enter_context(seekable(stream))
        yield from kind.read(stream, told, self)


def _name_of(source: str) -> str:
    """Give the last name in a path or an address, in lower case."""
    if "://" in source:
        source = source.split("?", 1)[0].split("#", 1)[0]
    return source.replace("\\", "/").rsplit("/", 1)[-1].lower()


def _without_packing(name: str) -> str:
    for ending in (".gz", ".bz2", ".xz", ".zst"):
        name = name.removesuffix(ending)
    return f"{name.removesuffix('.tgz')}.tar" if name.endswith(".tgz") else name
