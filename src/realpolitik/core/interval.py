"""When: an interval of days with the precision in which it was stated."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Interval:
    """Days from `start` to `end`, both inclusive; None is an open end.

    `precision` is day, week, month, quarter, season, year, decade, century or
    interval: the unit in which the text spoke.
    """

    start: date | None
    end: date | None
    precision: str
