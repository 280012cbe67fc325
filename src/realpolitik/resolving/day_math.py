"""Days, months and years: where they begin, end, and lie from one another."""

from calendar import monthrange
from datetime import date, timedelta

from realpolitik.core.interval import Interval


def on(year: int, month: int, number: int) -> Interval | None:
    """Give one day by its numbers, None if there is no such day."""
    try:
        return one_day(date(year, month, number))
    except ValueError:
        return None


def one_day(day: date) -> Interval:
    """Give a day as an interval."""
    return Interval(day, day, "day")


def month_end(year: int, month: int) -> date:
    """Give the last day of a month."""
    return date(year, month, monthrange(year, month)[1])


def months(year: int, month: int, length: int) -> Interval:
    """Give so many months from one on."""
    last = month + length - 1
    end = month_end(year + (last - 1) // 12, (last - 1) % 12 + 1)
    name = {1: "month", 3: "quarter", 12: "year"}.get(length, "interval")
    return Interval(date(year, month, 1), end, name)


def unit_at(unit: str, day: date, by: int) -> Interval:
    """Give the unit ("week", "year") that lies so many units away from a day."""
    if unit == "day":
        return one_day(day + timedelta(by))
    moved = shifted(day, unit, by)
    if unit in ("week", "fortnight"):
        start = moved - timedelta(moved.weekday())
        return Interval(start, start + timedelta(6), "week")
    if unit == "month":
        return months(moved.year, moved.month, 1)
    if unit == "quarter":
        return months(moved.year, (moved.month - 1) // 3 * 3 + 1, 3)
    if unit == "decade":
        first = moved.year // 10 * 10
        return Interval(date(first, 1, 1), date(first + 9, 12, 31), "decade")
    return months(moved.year, 1, 12)


def away(unit: str, day: date, by: int) -> Interval:
    """Give what "three weeks ago" means: a day for days and weeks, a month for
    months, a year for longer units.
    """
    if unit in ("week", "fortnight"):
        return one_day(shifted(day, unit, by))
    if unit == "decade":
        return months(shifted(day, unit, by).year, 1, 12)
    return unit_at(unit, day, by)


def shifted(day: date, unit: str, by: int) -> date:
    """Give the day so many units later."""
    if unit in ("day", "week", "fortnight"):
        return day + timedelta(by * {"day": 1, "week": 7, "fortnight": 14}[unit])
    months = by * {"month": 1, "quarter": 3, "decade": 120, "centur": 1200}.get(
        unit, 12
    )
    index = day.year * 12 + day.month - 1 + months
    year, month = max(index // 12, 1), index % 12 + 1
    return date(year, month, min(day.day, monthrange(year, month)[1]))
