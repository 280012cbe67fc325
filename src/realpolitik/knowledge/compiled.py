"""The compiled tables: opened once; large ones stay text and are searched by halves."""

import gzip
import json
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from realpolitik.core.errors import KnowledgeError

FOLDER = Path(__file__).parent / "compiled"


@dataclass(frozen=True, slots=True)
class Lines:
    """Sorted lines of key, tab, entry: little memory, quick to open and to search."""

    content: bytes

    def find(self, key: str) -> str | None:
        """Give the entry of a key, None if it has none."""
        wanted = key.encode() + b"\t"
        low, high = 0, len(self.content)
        while low < high:
            middle = self.content.rfind(b"\n", low, (low + high) // 2) + 1 or low
            end = self.content.find(b"\n", middle)
            end = len(self.content) if end < 0 else end
            line = self.content[middle:end]
            if line.startswith(wanted):
                return line[len(wanted) :].decode()
            if line < wanted:
                low = end + 1
            else:
                high = middle
        return None


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
    return Lines(_content(f"{name}.txt.gz"))


def _content(name: str) -> bytes:
    try:
        return gzip.decompress((FOLDER / name).read_bytes())
    except FileNotFoundError as error:
        raise KnowledgeError(name, "is missing") from error
    except (OSError, EOFError) as error:
        raise KnowledgeError(name, "is broken") from error
