"""The periods of a course: months, years or decades in a row, empty ones too."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from realpolitik.charts.series import Period
from realpolitik.measures.counts import Count, Counts

MOST_YEARS = 40
EARLY_SHARE = 0.05
MOST_EARLY = 0.2
"""Where one early period would hold more of all, decades are drawn instead."""
Cells = Mapping[tuple[int, int], int]


@dataclass(frozen=True, slots=True)
class Calendar:
    """Months, years or decades from `first` to `last` as running numbers.

    What lies before `first` shares one early period, numbered `first - 1`, which
    stands only where `early` says that there is something.
    """

    unit: str
    first: int
    last: int
    early: bool

    def number(self, day: date) -> int:
        """Give the period that a day falls into."""
        return max(_number(day, self.unit), self.first - 1)

    def periods(
        self, counts: Sequence[Count], *, linked: bool = False
    ) -> tuple[Period, ...]:
        """Put counts into their periods; `linked` ones lead to the chronology."""
        cells: dict[tuple[int, int], int] = {}
        for count in counts:
            cell = self.number(count.period), count.quad
            cells[cell] = cells.get(cell, 0) + count.count
        numbers = range(self.first - self.early, self.last + 1)
        return tuple(self._period(number, cells, linked=linked) for number in numbers)

    def label(self, number: int) -> str:
        """Name a period in full."""
        if number < self.first:
            return f"Before {self.label(self.first)}"
        if self.unit == "decade":
            return f"{number * 10}s"
        return str(number) if self.unit == "year" else f"{_month(number):%B %Y}"

    def anchor(self, number: int) -> str:
        """Name the place in the page where the period's events are listed."""
        return f"t-{self.label(number).lower().replace(' ', '-')}"

    def _period(self, number: int, cells: Cells, *, linked: bool) -> Period:
        one, two, three, four = (cells.get((number, quad), 0) for quad in range(1, 5))
        any_ = one + two + three + four
        return Period(
            label=self.label(number),
            tick=self._tick(number),
            counts=(one, two, three, four),
            href=f"#{self.anchor(number)}" if linked and any_ else None,
            major=self.unit == "month" and (number % 12 == 0 or number == self.first),
        )

    def _tick(self, number: int) -> str:
        if number < self.first:
            return "earlier"
        if self.unit != "month":
            return self.label(number)
        month = _month(number)
        if number == self.first:
            return f"{month:%b %Y}"
        return str(month.year) if month.month == 1 else f"{month:%b}"


def calendar(counts: Counts) -> Calendar | None:
    """Lay out the periods of counts; None without any.

    Where the years are many, the earliest twentieth of the happenings shares a period,
    so that one old date doesn't squeeze the rest. Where that would be a large part of
    them all, it would dwarf the rest: then decades are drawn.
    """
    found = [(_number(c.period, counts.unit), c.count) for c in counts.counts]
    if not found:
        return None
    first, last = found[0][0], found[-1][0]
    if counts.unit == "month" or last - first < MOST_YEARS:
        return Calendar(counts.unit, first, last, early=False)
    each = [number for number, count in found for _ in range(count)]
    start = max(each[int(len(each) * EARLY_SHARE)], last - MOST_YEARS + 1)
    if sum(number < start for number in each) > MOST_EARLY * len(each):
        return Calendar("decade", first // 10, last // 10, early=False)
    return Calendar(counts.unit, start, last, early=start > first)


def _number(day: date, unit: str) -> int:
    if unit == "decade":
        return day.year // 10
    return day.year if unit == "year" else day.year * 12 + day.month - 1


def _month(number: int) -> date:
    return date(number // 12, number % 12 + 1, 1)
