"""Which records are sure enough to be counted, in one place for screen and brief."""

from collections.abc import Iterable

from realpolitik.core.record import Record

LIMIT = 0.5
"""Below it a record is more likely wrong than right: shown, but not counted."""


def sure(records: Iterable[Record]) -> tuple[Record, ...]:
    """Keep the records that reach the limit of certainty."""
    return tuple(record for record in records if record.certainty >= LIMIT)
