"""How good the shipped reader has proved on held-out text, with intervals, as data."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from math import sqrt
from pathlib import Path

from realpolitik.core.errors import ModelError

QUALITY = Path(__file__).parent / "quality.json"
_Z = 1.96  # 95 %


@dataclass(frozen=True, slots=True)
class Share:
    """A share in percent with its 95 % interval."""

    value: float
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Quality:
    """What was counted over held-out sentences, for one part of the claims.

    `part` is all, real or written text; `by` and `value` name the claims ("kind",
    "event"); `gold` of them are in the text, `read` were read, of these `right` have
    the right kind and type (and the right `value`), `right_who` the right parties too.
    """

    part: str
    by: str
    value: str
    gold: int
    read: int
    right: int
    right_who: int

    @property
    def precision(self) -> Share | None:
        """Give the share of claims read whose kind and type are right."""
        return share(self.right, self.read)

    @property
    def recall(self) -> Share | None:
        """Give the share of claims in the text that were read with kind and type."""
        return share(self.right, self.gold)

    @property
    def precision_who(self) -> Share | None:
        """Give the share of claims read whose parties are right as well."""
        return share(self.right_who, self.read)

    @property
    def recall_who(self) -> Share | None:
        """Give the share of claims in the text that were read with their parties."""
        return share(self.right_who, self.gold)


def share(part: int, whole: int) -> Share | None:
    """Give a share in percent with Wilson's interval; None of nothing.

    Source: E. B. Wilson, Probable inference, JASA 22 (1927), 209-212.
    """
    if not whole:
        return None
    value, spread = part / whole, _Z**2 / whole
    centre = (value + spread / 2) / (1 + spread)
    half = _Z * sqrt(value * (1 - value) / whole + spread / (4 * whole)) / (1 + spread)
    low, high = max(0.0, centre - half), min(1.0, centre + half)
    # rounding must not put the share outside of its own interval
    return Share(100 * value, 100 * min(low, value), 100 * max(high, value))


@lru_cache(maxsize=1)
def quality(path: Path = QUALITY) -> tuple[Quality, ...]:
    """Read the shipped figures; ModelError where they are missing or broken."""
    if not path.is_file():
        raise ModelError(path, "missing")
    try:
        return tuple(_rows(json.loads(path.read_text("utf-8"))))
    except (ValueError, KeyError, TypeError) as error:
        raise ModelError(path, f"broken ({error})") from error


def _rows(table: dict[str, list[list[str | int]]]) -> Iterator[Quality]:
    for part, by, value, *counts in table["rows"]:
        gold, read, right, right_who = map(int, counts)
        yield Quality(str(part), str(by), str(value), gold, read, right, right_who)
