"""Claims by issue: each issue with its own small course and foremost statements."""

from collections import defaultdict

from realpolitik.briefs.evidence import Evidence
from realpolitik.briefs.index import Index, in_time
from realpolitik.briefs.parts import Issue, Listing
from realpolitik.briefs.prose import counted
from realpolitik.briefs.sections.calendar import calendar
from realpolitik.briefs.sections.choice import foremost
from realpolitik.briefs.sections.tally import events
from realpolitik.charts.series import Period
from realpolitik.core.record import Record
from realpolitik.measures.counts import count
from realpolitik.measures.sureness import sure

MOST_ISSUES = 9
PER_ISSUE = 4
FEWEST = 2
Groups = dict[str, list[Record]]


def issues(
    index: Index, evidence: Evidence
) -> tuple[tuple[Issue, ...], tuple[str, ...]]:
    """Give the largest issues, and the names of the rest with their counts.

    A record on two issues is told under the larger one alone, and counted under both.
    """
    groups: Groups = defaultdict(list)
    for record in sure(index.records):
        for name in record.issue:
            groups[name].append(record)
    order = sorted(groups, key=lambda name: (-len(groups[name]), name))
    fresh = _fresh(groups, order)
    large = [name for name in order if len(groups[name]) >= FEWEST and fresh[name]]
    shown = large[:MOST_ISSUES]
    counted_ones = events(index)
    whole = count(counted_ones)
    when = calendar(whole)
    rows = []
    for name in shown:
        own = [record for record in counted_ones if name in record.issue]
        counts = count(own, unit=whole.unit).counts
        rows.append(
            Issue(
                name=spoken(name),
                records=len(groups[name]),
                elsewhere=len(groups[name]) - len(fresh[name]),
                periods=_varying(when.periods(counts)) if when else (),
                listing=_listing(fresh[name], index, evidence),
            )
        )
    others = [name for name in order if name not in shown]
    return tuple(rows), tuple(_other(name, groups, fresh) for name in others)


def spoken(issue: str) -> str:
    """Write an issue's code as words.

    >>> spoken("peace-process")
    'peace process'
    """
    return issue.replace("-", " ")


def _fresh(groups: Groups, order: list[str]) -> Groups:
    """Give each issue the records that no larger one has."""
    told: set[str] = set()
    fresh: Groups = {}
    for name in order:
        fresh[name] = [record for record in groups[name] if record.id not in told]
        told.update(record.id for record in fresh[name])
    return fresh


def _varying(periods: tuple[Period, ...]) -> tuple[Period, ...]:
    """Keep a course that shows something: happenings in two periods or more."""
    filled = sum(any(period.counts) for period in periods)
    return periods if filled > 1 else ()


def _other(name: str, groups: Groups, fresh: Groups) -> str:
    told = "" if fresh[name] else ", told above"
    return f"{spoken(name)} ({counted(len(groups[name]), 'record')}{told})"


def _listing(records: list[Record], index: Index, evidence: Evidence) -> Listing:
    chosen = sorted(foremost(records, PER_ISSUE, index), key=in_time)
    ids = {record.id for record in chosen}
    rest = sorted((r for r in records if r.id not in ids), key=in_time)
    return evidence.listing(chosen, rest, quoted=True)
