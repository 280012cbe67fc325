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
from realpolitik.charts.series import Period
from realpolitik.core.record import Record
from realpolitik.measures.counts import Counts, count
from realpolitik.measures.happenings import happened
from realpolitik.measures.sureness import sure

STATED, FEWEST, MOST = 120, 3, 12
_APART = ("t-apart", "Undated, or over a longer time")


def course(index: Index, evidence: Evidence) -> Course:
    """Count what happened and write down the chronology that the bars lead to."""
    events = [r for r in sure(index.records) if happened(r) and r.quad is not None]
    counts = count(events)
    when = calendar(counts)
    return Course(
        unit=counts.unit,
        periods=_periods(counts, when, index) if when else (),
        directions=_directions(events, index),
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
    index, evidence = held
    by_id = {record.id: record for record in index.records}
    groups: dict[tuple[str, str], list[Record]] = defaultdict(list)
    if when is not None:
        for cell in counts.counts:
            number = when.number(cell.period)
            heading = when.anchor(number), when.label(number)
            groups[heading] += (by_id[id_] for id_ in cell.records)
    if counts.apart:
        groups[_APART] = [by_id[id_] for id_ in counts.apart]
    most = min(max(STATED // max(len(groups), 1), FEWEST), MOST)
    return tuple(
        Chapter(anchor, label, _listing(records, evidence, most))
        for (anchor, label), records in groups.items()
    )


def _listing(records: Sequence[Record], evidence: Evidence, most: int) -> Listing:
    chosen = sorted(foremost(records, most), key=in_time)
    ids = {record.id for record in chosen}
    rest = sorted((r for r in records if r.id not in ids), key=in_time)
    return evidence.listing(chosen, rest)


def _directions(events: Sequence[Record], index: Index) -> tuple[Direction, ...]:
    one, two = index.dossier.first, index.dossier.second
    names = short_name(one, index.names), short_name(two, index.names)
    titles = {
        (one, two): f"{names[0]} towards {names[1]}",
        (two, one): f"{names[1]} towards {names[0]}",
        "both": "Both together",
        "others": "With or towards others",
    }
    counts: dict[object, Counter[int | None]] = defaultdict(Counter)
    for record in events:
        counts[_direction(record, (one, two))][record.quad] += 1
    return tuple(
        Direction(title, (found[1], found[2], found[3], found[4]))
        for key, title in titles.items()
        if (found := counts[key])
    )


def _direction(record: Record, pair: tuple[str, str]) -> object:
    """Give the ordered pair that a record is on, or "both", or "others"."""
    if set(pair) <= set(record.actor):
        return "both"
    for actor, recipient in (pair, pair[::-1]):
        if actor in record.actor and recipient in record.recipient:
            return actor, recipient
    return "others"
