"""Which records come first where there is room for a few."""

from collections.abc import Iterable
from datetime import date

from realpolitik.briefs.index import Index
from realpolitik.core.record import Record
from realpolitik.measures.between import is_alone, is_between

Told = tuple[object, ...]


def foremost(records: Iterable[Record], count: int, index: Index) -> list[Record]:
    """Choose by how far the two are alone in it, then publishers, certainty, newness.

    What says the same again comes after what says something else.
    """
    pair = index.dossier.first, index.dossier.second

    def rank(record: Record) -> tuple[int, int, float, int, str]:
        seen = min(len(record.publishers), 3)
        order = -seen, -record.certainty, -_ordinal(record), record.id
        return _distance(record, pair), *order

    ranked = sorted(records, key=rank)
    first = list({_told(record): record for record in reversed(ranked)}.values())
    chosen = {record.id for record in first}
    again = [record for record in ranked if record.id not in chosen]
    return [*sorted(first, key=rank), *again][:count]


def newest(records: Iterable[Record]) -> list[Record]:
    """Order from the newest to the oldest, undated last."""
    return sorted(records, key=lambda r: (-_ordinal(r), -r.certainty, r.id))


def _distance(record: Record, pair: tuple[str, str]) -> int:
    if is_alone(record, *pair):
        return 0
    return 1 if record.kind != "event" or is_between(record, *pair) else 2


def _told(record: Record) -> Told:
    """Give what a statement on a record says besides its sentence."""
    what = record.kind, record.type, record.mode, record.modality, record.negated
    if record.kind == "figure":
        return (record.id,)
    return *what, record.actor, record.recipient, record.start, record.end


def _ordinal(record: Record) -> int:
    return (record.start or date.min).toordinal()
