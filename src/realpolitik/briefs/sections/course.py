"""Course of the relationship: counts by period and direction, and their chronology."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import replace

from realpolitik.briefs.evidence import Evidence
from realpolitik.briefs.index import Index, in_time
from realpolitik.briefs.names import short_name
from realpolitik.briefs.parts import Chapter, Course, Direction, Listing
from realpolitik.briefs.sections.calendar import Calendar, calendar
from realpolitik.briefs.sections.choice import foremost
from realpolitik.briefs.sections.tally import beside, events
from realpolitik.charts.series import Period
from realpolitik.core.record import Record
from realpolitik.measures.between import is_between
from realpolitik.measures.counts import Counts, count

STATED, FEWEST, MOST = 120, 3, 12
_APART = ("t-apart", "Undated, or over a longer time")
_BESIDE = ("t-beside", "By others on both, or by both on others: not counted")


def course(index: Index, evidence: Evidence) -> Course:
    """Count what happened and write down the chronology that the bars lead to."""
    counts = count(events(index))
    when = calendar(counts)
    return Course(
        unit=when.unit if when else counts.unit,
        periods=_periods(counts, when, index) if when else (),
        directions=_directions([*events(index), *beside(index)], index),
        chapters=_chapters(counts, when, (index, evidence)),
        apart=len(counts.apart),
    )


def _periods(counts: Counts, when: Calendar, index: Index) -> tuple[Period, ...]:
    periods = when.periods(counts.counts, linked=True)
    as_of = index.dossier.as_of
    if as_of is None or when.number(as_of) != when.last:
        return periods
    return (*periods[:-1], replace(periods[-1], open_ended=True))


def _chapters(
    counts: Counts, when: Calendar | None, held: tuple[Index, Evidence]
) -> tuple[Chapter, ...]:
    index, _ = held
    by_id = {record.id: record for record in index.records}
    groups: dict[tuple[str, str], list[Record]] = defaultdict(list)
    if when is not None:
        for cell in counts.counts:
            number = when.number(cell.period)
            heading = when.anchor(number), when.label(number)
            groups[heading] += (by_id[id_] for id_ in cell.records)
    if counts.apart:
        groups[_APART] = [by_id[id_] for id_ in counts.apart]
    if others := beside(index):
        groups[_BESIDE] = others
    most = min(max(STATED // max(len(groups), 1), FEWEST), MOST)
    return tuple(
        Chapter(anchor, label, _listing(records, held, most))
        for (anchor, label), records in groups.items()
    )


def _listing(
    records: Sequence[Record], held: tuple[Index, Evidence], most: int
) -> Listing:
    index, evidence = held
    chosen = sorted(foremost(records, most, index), key=in_time)
    ids = {record.id for record in chosen}
    rest = sorted((r for r in records if r.id not in ids), key=in_time)
    return evidence.listing(chosen, rest)


def _directions(found: Sequence[Record], index: Index) -> tuple[Direction, ...]:
    one, two = index.dossier.first, index.dossier.second
    names = short_name(one, index.names), short_name(two, index.names)
    titles = {
        (one, two): f"{names[0]} towards {names[1]}",
        (two, one): f"{names[1]} towards {names[0]}",
        "both": "Both together",
        "others": "By or towards others, not counted",
    }
    counts: dict[object, Counter[int | None]] = defaultdict(Counter)
    for record in found:
        counts[_direction(record, (one, two))][record.quad] += 1
    return tuple(
        Direction(title, (quads[1], quads[2], quads[3], quads[4]))
        for key, title in titles.items()
        if (quads := counts[key])
    )


def _direction(record: Record, pair: tuple[str, str]) -> object:
    """Give the ordered pair that a record is on, or "both", or "others"."""
    if not is_between(record, *pair):
        return "others"
    if set(pair) <= set(record.actor):
        return "both"
    for actor, recipient in (pair, pair[::-1]):
        if actor in record.actor and recipient in record.recipient:
            return actor, recipient
    return "both"  # others brought them together
