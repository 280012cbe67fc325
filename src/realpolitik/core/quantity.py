"""How much: a number with its unit, as stated."""

from dataclasses import dataclass
from math import isfinite

LARGEST = 1e18
"""What is larger is no amount but a slip of the text."""


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number with its unit: ISO currency code, percent, person, tonne, visit ...

    `high` is the upper end of a stated range, `approximate` marks "nearly", "over",
    "some", `bound` is "<" or ">" where the text gives only a limit. `lost` says that
    the text once had a number here and no longer has ("more than missions"); then
    `value` is None. So it is where the number is beyond LARGEST.
    """

    value: float | None
    unit: str | None = None
    high: float | None = None
    approximate: bool = False
    bound: str | None = None
    lost: bool = False

    def __post_init__(self) -> None:
        object.__setattr__(self, "value", _sane(self.value))
        object.__setattr__(self, "high", _sane(self.high))


def _sane(number: float | None) -> float | None:
    if number is None or not isfinite(number) or abs(number) > LARGEST:
        return None
    return float(number)
