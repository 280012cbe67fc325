"""The compiled tables: opened once; large ones stay lines, searched by halves."""

import gzip
import json
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from realpolitik.core.errors import KnowledgeError

FOLDER = Path(__file__).parent / "compiled"


@dataclass(frozen=True, slots=True)
class Lines:
    """Sorted lines of key, tab, entry: little memory, quick to open and to search."""

    content: tuple[bytes, ...]

    def find(self, key: str) -> str | None:
        """Give the entry of a key, None if it has none."""
        wanted = key.encode() + b"\t"
        at = bisect_left(self.content, wanted)
        if at == len(self.content) or not self.content[at].startswith(wanted):
            return None
        return self.content[at][len(wanted) :].decode()

    def beginning(self, letters: str) -> Iterator[str]:
        """Give the entries of all keys that begin with some letters."""
        wanted = letters.encode()
        for at in range(bisect_left(self.content, wanted), len(self.content)):
            if not self.content[at].startswith(wanted):
                return
            yield self.content[at].partition(b"\t")[2].decode()


@lru_cache(maxsize=8)
def table(name: str) -> Any:
    """Give a compiled JSON table; KnowledgeError if it is missing or broken."""
    try:
        return json.loads(_content(f"{name}.json.gz"))
    except ValueError as error:
        raise KnowledgeError(name, "is broken") from error


@lru_cache(maxsize=8)
def lines(name: str) -> Lines:
    """Give a compiled table of lines; KnowledgeError if it is missing or broken."""
    return Lines(tuple(_content(f"{name}.txt.gz").split(b"\n")))


def _content(name: str) -> bytes:
    try:
        return gzip.decompress((FOLDER / name).read_bytes())
    except FileNotFoundError as error:
        raise KnowledgeError(name, "is missing") from error
    except (OSError, EOFError) as error:
        raise KnowledgeError(name, "is broken") from error
