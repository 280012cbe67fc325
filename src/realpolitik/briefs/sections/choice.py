"""Which records come first where there is room for a few."""

from collections.abc import Iterable
from datetime import date

from realpolitik.core.record import Record


def foremost(records: Iterable[Record], count: int) -> list[Record]:
    """Choose by publishers that report it, then certainty, then newness."""

    def rank(record: Record) -> tuple[int, float, int, str]:
        seen = min(len(record.publishers), 3)
        return -seen, -record.certainty, -_ordinal(record), record.id

    return sorted(records, key=rank)[:count]


def newest(records: Iterable[Record]) -> list[Record]:
    """Order from the newest to the oldest, undated last."""
    return sorted(records, key=lambda r: (-_ordinal(r), -r.certainty, r.id))


def _ordinal(record: Record) -> int:
    return (record.start or date.min).toordinal()
