"""How much: a number with its unit, as stated."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number with its unit: ISO currency code, percent, person, tonne, visit ...

    `high` is the upper end of a stated range, `approximate` marks "nearly", "over",
    "some", `bound` is "<" or ">" where the text gives only a limit. `lost` says that
    the text once had a number here and no longer has ("more than missions"); then
    `value` is None.
    """

    value: float | None
    unit: str | None = None
    high: float | None = None
    approximate: bool = False
    bound: str | None = None
    lost: bool = False
