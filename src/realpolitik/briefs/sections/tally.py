"""What is counted, in one place for the headline figures and the lead."""

from realpolitik.briefs.index import Index
from realpolitik.briefs.sections.agreements import found_agreements
from realpolitik.core.record import Record
from realpolitik.measures.between import is_between
from realpolitik.measures.happenings import happened
from realpolitik.measures.sureness import sure


def events(index: Index) -> list[Record]:
    """Give what passed between the two, told as a fact with enough certainty."""
    pair = index.dossier.first, index.dossier.second
    return [record for record in _happened(index) if is_between(record, *pair)]


def beside(index: Index) -> list[Record]:
    """Give the events on which both take part, but that passed with or upon others."""
    pair = index.dossier.first, index.dossier.second
    return [record for record in _happened(index) if not is_between(record, *pair)]


def _happened(index: Index) -> list[Record]:
    return [record for record in sure(index.records) if happened(record)]


def meetings(index: Index) -> list[Record]:
    """Give the meetings and talks among the events."""
    return [record for record in events(index) if record.type == "CONSULT"]


def signed(index: Index) -> list[Record]:
    """Give the agreements that are signed, each by the newest report of it."""
    by_id = {record.id: record for record in index.records}
    found = found_agreements(index)
    return [by_id[a.steps[-1].record] for a in found if a.state == "signed"]


def helped(index: Index) -> list[Record]:
    """Give the acts of help among the events."""
    return [record for record in events(index) if record.type == "AID"]


def forced(index: Index) -> list[Record]:
    """Give the acts of force, coercion or sanction among the events."""
    return [record for record in events(index) if record.quad == 4]
