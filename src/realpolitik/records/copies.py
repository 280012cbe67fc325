"""Which documents print the same text: wire copies and reprints, whatever was edited.

A text is taken for its runs of four words. Two documents are copies if most runs of the
shorter one stand in the other, and it is no mere paragraph of it. To find them among
many, each document has a sketch: the least hash values of its runs (bottom-k sampling;
Broder 1997, Cohen and Kaplan 2007). Copies share some of these values; what shares
enough of them is compared run by run.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from realpolitik.records.keys import plain

SKETCH = 32
"""How many values a sketch has at most."""

SHARED_VALUES = 3
"""Documents whose sketches share fewer values are not compared."""

_RUN = 4
_FEWEST_RUNS = 12
_SHARED_RUNS = 0.5
_LEAST_PART = 0.15
_NEW_SHARE = 0.5
_ODD = np.uint64(0x9E3779B97F4A7C15)
_MIX = (np.uint64(0xBF58476D1CE4E5B9), np.uint64(0x94D049BB133111EB))
_SHIFTS = (np.uint64(30), np.uint64(27), np.uint64(31))

Values = NDArray[np.uint64]


@dataclass(frozen=True, slots=True)
class Differences:
    """What two copies do not have in common: the sentences that only one prints."""

    only_first: tuple[str, ...]
    only_second: tuple[str, ...]
    shared: float


def sketch(text: str) -> tuple[int, ...]:
    """Give the least hash values of a text, none for a text too short to compare."""
    values = runs_of(text)
    if len(values) < _FEWEST_RUNS:
        return ()
    return tuple(int(value) for value in values[:SKETCH])


def are_candidates(first: Sequence[int], second: Sequence[int]) -> bool:
    """Tell whether two sketches share enough for their texts to be compared."""
    return len(set(first).intersection(second)) >= SHARED_VALUES


def shared_part(first: str, second: str) -> float:
    """Give the part of the shorter text that stands in the other; 0 if no copies.

    >>> text = "Russia and Israel signed a pact, and both sides agreed to meet again "
    >>> text += "in the spring to speak of trade, of visas and of the war in Syria."
    >>> shared_part(text, "MOSCOW (Agency) - " + text), shared_part(text, text[::-1])
    (1.0, 0.0)
    """
    one, other = runs_of(first), runs_of(second)
    low, high = sorted((len(one), len(other)))
    if low < max(_FEWEST_RUNS, _LEAST_PART * high):
        return 0.0
    share = len(np.intersect1d(one, other, assume_unique=True)) / low
    return round(share, 4) if share >= _SHARED_RUNS else 0.0


def runs_of(text: str) -> Values:
    """Hash the runs of words of a text, each once, the least value first."""
    words = plain(text).split()
    if len(words) < _RUN:
        return np.empty(0, np.uint64)
    codes = np.fromiter((crc32(w.encode()) for w in words), np.uint64, len(words))
    count = len(words) - _RUN + 1
    runs = np.zeros(count, np.uint64)
    for place in range(_RUN):
        runs = runs * _ODD + codes[place : place + count]
    return np.unique(_mixed(runs))


def _mixed(values: Values) -> Values:
    """Spread the values evenly (the finaliser of SplitMix64; Steele et al. 2014)."""
    for shift, factor in zip(_SHIFTS, _MIX, strict=False):
        values = (values ^ (values >> shift)) * factor
    return values ^ (values >> _SHIFTS[-1])


def differences(first: Sequence[str], second: Sequence[str]) -> Differences:
    """Say which sentences of two copies only one of them prints."""
    return Differences(
        tuple(_only(first, second)),
        tuple(_only(second, first)),
        shared_part(" ".join(first), " ".join(second)),
    )


def _only(sentences: Iterable[str], others: Sequence[str]) -> Iterable[str]:
    there = runs_of(" ".join(others))
    known = {plain(other) for other in others}
    for sentence in sentences:
        runs = runs_of(sentence)
        if len(runs):
            new = 1 - np.isin(runs, there, assume_unique=True).mean()
            if new >= _NEW_SHARE:
                yield sentence
        elif plain(sentence) not in known:
            yield sentence
