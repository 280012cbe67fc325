"""What counts as having happened, and which period it falls into."""

from calendar import monthrange
from collections.abc import Iterable
from datetime import date

from realpolitik.core.record import Record

HAPPENED = frozenset({"actual", "ongoing"})
"""The modalities of what is or was so; demanded, planned and possible acts are not."""

_MONTHS_SHOWN = 30  # a longer span is counted by year


def happened(record: Record) -> bool:
    """Tell whether a record is an event that took place, as the texts have it."""
    return is_so(record) and record.kind == "event"


def is_so(record: Record) -> bool:
    """Tell whether the texts say that this is or was so."""
    return record.modality in HAPPENED and not record.negated


def unit_for(records: Iterable[Record]) -> str:
    """Choose month or year by the span of the records' days."""
    days = [day for record in records if (day := record.start or record.end)]
    if not days:
        return "year"
    first, last = min(days), max(days)
    months = (last.year - first.year) * 12 + last.month - first.month + 1
    return "month" if months <= _MONTHS_SHOWN else "year"


def period_of(record: Record, *, unit: str) -> date | None:
    """Give the first day of the period that holds the record; None if none does.

    What is said of a whole year belongs to no month, and what lasts over several years
    to no single one.
    """
    if record.start is None or record.end is None:
        return None
    first = begin_of(record.start, unit=unit)
    return first if record.end <= end_of(first, unit=unit) else None


def begin_of(day: date, *, unit: str) -> date:
    """Give the first day of the month or year of a day."""
    return day.replace(day=1) if unit == "month" else date(day.year, 1, 1)


def end_of(first: date, *, unit: str) -> date:
    """Give the last day of the month or year that begins on a day."""
    if unit == "year":
        return date(first.year, 12, 31)
    return first.replace(day=monthrange(first.year, first.month)[1])
