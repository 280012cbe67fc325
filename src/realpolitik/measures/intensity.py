"""Intensity: how cooperative or hostile the happenings of a period are."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from statistics import fmean

from realpolitik.core.record import Record
from realpolitik.measures.happenings import happened, period_of


@dataclass(frozen=True, slots=True)
class Intensity:
    """PLOVER scores of a period, -10 (attack) to 10 (yielding): mean and sum."""

    period: date
    mean: float
    total: float
    records: tuple[str, ...]


def intensity(records: Iterable[Record], *, unit: str = "year") -> list[Intensity]:
    """Average the scores of what happened by month or year."""
    periods: dict[date, list[tuple[str, float]]] = defaultdict(list)
    for record in records:
        period = period_of(record, unit=unit)
        if period and happened(record) and record.intensity is not None:
            periods[period].append((record.id, record.intensity))
    return [_of(period, sorted(scored)) for period, scored in sorted(periods.items())]


def _of(period: date, scored: list[tuple[str, float]]) -> Intensity:
    scores = [score for _, score in scored]
    ids = tuple(identity for identity, _ in scored)
    return Intensity(period, round(fmean(scores), 3), round(sum(scores), 3), ids)
