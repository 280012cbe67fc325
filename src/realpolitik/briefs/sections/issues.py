"""Claims by issue: each issue with its own small course and foremost statements."""

from collections import defaultdict

from realpolitik.briefs.evidence import Evidence
from realpolitik.briefs.index import Index, in_time
from realpolitik.briefs.parts import Issue, Listing
from realpolitik.briefs.prose import counted
from realpolitik.briefs.sections.calendar import calendar
from realpolitik.briefs.sections.choice import foremost
from realpolitik.core.record import Record
from realpolitik.measures.counts import count
from realpolitik.measures.sureness import sure

MOST_ISSUES = 9
PER_ISSUE = 4


def issues(
    index: Index, evidence: Evidence
) -> tuple[tuple[Issue, ...], tuple[str, ...]]:
    """Give the largest issues, and the names of the rest with their counts.

    A record on two issues is told under the larger one, and counted under both.
    """
    groups: dict[str, list[Record]] = defaultdict(list)
    for record in sure(index.records):
        for name in record.issue:
            groups[name].append(record)
    order = sorted(groups, key=lambda name: (-len(groups[name]), name))
    whole = count(sure(index.records))
    when = calendar(whole)
    told: set[str] = set()
    shown = []
    for name in order[:MOST_ISSUES]:
        chosen = _chosen(groups[name], told)
        told.update(record.id for record in chosen)
        counts = count(groups[name], unit=whole.unit).counts
        shown.append(
            Issue(
                name=spoken(name),
                records=len(groups[name]),
                periods=when.periods(counts) if when else (),
                listing=_listing(chosen, len(groups[name]), evidence),
            )
        )
    rest = tuple(
        f"{spoken(name)} ({counted(len(groups[name]), 'record')})"
        for name in order[MOST_ISSUES:]
    )
    return tuple(shown), rest


def spoken(issue: str) -> str:
    """Write an issue's code as words.

    >>> spoken("peace-process")
    'peace process'
    """
    return issue.replace("-", " ")


def _chosen(records: list[Record], told: set[str]) -> list[Record]:
    fresh = [record for record in records if record.id not in told]
    return sorted(foremost(fresh or records, PER_ISSUE), key=in_time)


def _listing(chosen: list[Record], whole: int, evidence: Evidence) -> Listing:
    stated = tuple(evidence.state(record, quoted=True) for record in chosen)
    return Listing(stated, whole - len(chosen))
