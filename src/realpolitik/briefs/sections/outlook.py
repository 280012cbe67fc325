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


def outlook(index: Index, evidence: Evidence) -> Outlook:
    """List what still lies ahead of the newest document; count what went by."""
    records, as_of = sure(index.records), index.dossier.as_of
    every = measured(records, index.claims)
    ahead = measured(records, index.claims, as_of=as_of)
    told = len(ahead.planned) + len(ahead.possible)
    return Outlook(
        planned=_listing(ahead.planned, evidence, MOST),
        possible=_listing(ahead.possible, evidence, MOST),
        judgements=_listing(judgements(index), evidence, MOST_JUDGEMENTS),
        earlier=len(every.planned) + len(every.possible) - told,
    )


def judgements(index: Index) -> list[Record]:
    """Give the judgements on the two, the newest first."""
    by_id = {record.id: record for record in index.records}
    found = measured(sure(index.records), index.claims)
    return [by_id[judgement.record] for judgement in found.judgements]


def _listing(records: Sequence[Record], evidence: Evidence, most: int) -> Listing:
    return evidence.listing(records[:most], records[most:], quoted=True)
