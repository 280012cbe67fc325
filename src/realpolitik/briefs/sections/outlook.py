"""Outlook: what is planned, what is thought possible, how the two are judged."""

from collections.abc import Sequence

from realpolitik.briefs.evidence import Evidence
from realpolitik.briefs.index import Index
from realpolitik.briefs.parts import Listing, Outlook
from realpolitik.core.record import Record
from realpolitik.measures.outlook import outlook as measured
from realpolitik.measures.sureness import sure

MOST = 6
MOST_JUDGEMENTS = 8
FRESH_DAYS = 731


def outlook(index: Index, evidence: Evidence) -> Outlook:
    """List what still lies ahead of the newest document; count what went by."""
    found = measured(sure(index.records), index.claims)
    planned = [record for record in found.planned if is_ahead(record, index)]
    possible = [record for record in found.possible if is_ahead(record, index)]
    earlier = len(found.planned) + len(found.possible) - len(planned) - len(possible)
    return Outlook(
        planned=_listing(planned, evidence, MOST),
        possible=_listing(possible, evidence, MOST),
        judgements=_listing(judgements(index), evidence, MOST_JUDGEMENTS),
        earlier=earlier,
    )


def judgements(index: Index) -> list[Record]:
    """Give the judgements on the two, the newest first."""
    by_id = {record.id: record for record in index.records}
    found = measured(sure(index.records), index.claims)
    return [by_id[judgement.record] for judgement in found.judgements]


def is_ahead(record: Record, index: Index) -> bool:
    """Whether its time is not yet over, or it was said lately without a time.

    "Lately" is within two years of the newest document.
    """
    as_of = index.dossier.as_of
    if as_of is None:
        return True
    end = record.end or record.start
    if end is None:
        return False
    if record.dated_by == "document":
        return (as_of - end).days <= FRESH_DAYS
    return end >= as_of


def _listing(records: Sequence[Record], evidence: Evidence, most: int) -> Listing:
    stated = tuple(evidence.state(record, quoted=True) for record in records[:most])
    return Listing(stated, max(len(records) - most, 0))
