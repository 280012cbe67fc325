"""Counts: how many happenings of each quad a month or year."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from realpolitik.core.record import Record
from realpolitik.measures.happenings import happened, period_of, unit_for


@dataclass(frozen=True, slots=True)
class Count:
    """The happenings of one quad in one period, and the records behind the number."""

    period: date
    quad: int
    records: tuple[str, ...]

    @property
    def count(self) -> int:
        """How many happenings."""
        return len(self.records)


@dataclass(frozen=True, slots=True)
class Counts:
    """Counts by period and quad.

    `apart` are happenings that no single period holds: undated, or over a longer time.
    """

    unit: str
    counts: tuple[Count, ...]
    apart: tuple[str, ...]


def count(records: Iterable[Record], *, unit: str | None = None) -> Counts:
    """Count what happened; the period is chosen by the span of time if not given."""
    happenings = [r for r in records if happened(r) and r.quad]
    unit = unit or unit_for(happenings)
    cells: dict[tuple[date, int], list[str]] = defaultdict(list)
    apart: list[str] = []
    for record in happenings:
        period = period_of(record, unit=unit)
        if period and record.quad:
            cells[period, record.quad].append(record.id)
        else:
            apart.append(record.id)
    counts = [
        Count(period, quad, tuple(sorted(ids)))
        for (period, quad), ids in sorted(cells.items())
    ]
    return Counts(unit, tuple(counts), tuple(sorted(apart)))


def count_directions(records: Iterable[Record]) -> dict[tuple[str, str], Counts]:
    """Count by year who does it to whom; joint acts have no direction."""
    pairs: dict[tuple[str, str], list[Record]] = defaultdict(list)
    for record in records:
        for actor in record.actor:
            for recipient in record.recipient:
                pairs[actor, recipient].append(record)
    return {pair: count(same, unit="year") for pair, same in sorted(pairs.items())}
