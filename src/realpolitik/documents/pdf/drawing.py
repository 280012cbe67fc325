"""What the instructions of one stream of a PDF draw: letters, saved states, forms."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

MOST_LETTERS = 500_000
"""Letters that one page shows: a sheet of a newspaper has fifty thousand."""

MOST_SAVED = 10_000
"""States that are saved and not taken back; a drawing has some ten."""

_STRING = re.compile(
    rb"\(([^()\\]*+(?:\\.[^()\\]*+)*+)\)|<([0-9A-Fa-f\s]+)>", re.DOTALL
)
_STATE = re.compile(rb"[qQ](?<![^\s\])>].)(?![^\s\[(</])", re.DOTALL)
_CALL = re.compile(rb"/([^\s/<>\[\](){}%]+)\s{1,9}Do\b")


@dataclass(frozen=True, slots=True)
class Drawing:
    """Bytes of instructions, letters that they show, and how often forms are called.

    `saved` is how deep states are saved; letters and depth are counted no further than
    is needed to know that they are too many.
    """

    size: int = 0
    letters: int = 0
    saved: int = 0
    calls: Counter[bytes] = field(default_factory=Counter)


def drawing_of(plain: bytes) -> Drawing:
    """Count what a stream of instructions draws.

    >>> drawing_of(b"q BT (Moscow) Tj ET Q /Fm0 Do /Fm0 Do").calls
    Counter({b'Fm0': 2})
    """
    called = _CALL.finditer(plain) if b"Do" in plain else ()
    calls = Counter(match[1] for match in called)
    shows = b"Tj" in plain or b"TJ" in plain or b"'" in plain or b'"' in plain
    letters = _letters(plain) if shows else 0
    return Drawing(len(plain), letters, _depth(plain), calls)


def heavier(first: Drawing, second: Drawing) -> Drawing:
    """Take of two drawings under one number the worse of each figure."""
    return Drawing(
        max(first.size, second.size),
        max(first.letters, second.letters),
        max(first.saved, second.saved),
        first.calls | second.calls,
    )


def _letters(plain: bytes) -> int:
    count = 0
    for length in _lengths(plain):
        count += length
        if count > MOST_LETTERS:
            break
    return count


def _lengths(plain: bytes) -> Iterator[int]:
    for match in _STRING.finditer(plain):
        low, high = match.span(1)
        yield high - low if low >= 0 else (match.end(2) - match.start(2)) // 2


def _depth(plain: bytes) -> int:
    depth = deepest = 0
    for match in _STATE.finditer(plain):
        depth = depth + 1 if match[0] == b"q" else max(depth - 1, 0)
        deepest = max(deepest, depth)
        if depth > MOST_SAVED:
            break
    return deepest
