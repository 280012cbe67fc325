"""Agreements: each with its name, its parties and how far it came."""

from realpolitik.briefs.evidence import Evidence, excerpt, varied
from realpolitik.briefs.index import Index
from realpolitik.briefs.names import short_name
from realpolitik.briefs.parts import Agreement
from realpolitik.briefs.prose import listed, plain, sentence_case
from realpolitik.core.claim import Claim
from realpolitik.measures.agreement_names import agreement_name
from realpolitik.measures.agreements import Agreement as Measured
from realpolitik.measures.agreements import agreements as measured
from realpolitik.measures.sureness import sure

MOST = 12
STEPS = {
    "proposed": (1, "proposed"),
    "in talks": (2, "in talks"),
    "agreed": (3, "agreed in words"),
    "planned": (3, "to be signed"),
    "signed": (4, "signed"),
    "withdrawn": (0, "withdrawn from"),
}


def found_agreements(index: Index) -> list[Measured]:
    """Give the agreements of the pair, the newest first."""
    return measured(sure(index.records), index.claims)


def agreements(index: Index, evidence: Evidence) -> tuple[tuple[Agreement, ...], int]:
    """List the agreements with their reports, and count what is left out."""
    found = found_agreements(index)
    rows = tuple(_agreement(one, index, evidence) for one in found[:MOST])
    return rows, len(found) - len(rows)


def _agreement(found: Measured, index: Index, evidence: Evidence) -> Agreement:
    step, state = STEPS[found.state]
    reports = _reports(found, index)
    shown = varied(reports)
    records = {record.id: record for record in index.records}
    pair = {index.dossier.first, index.dossier.second}
    parties = [short_name(code, index.names) for code in found.parties]
    return Agreement(
        what=sentence_case(plain(found.what)),
        between=listed(parties) if set(found.parties) != pair else None,
        state=state,
        step=step,
        when=index.dated(records[found.steps[-1].record]),
        notes=evidence.cite(shown),
        more=len(reports) - len(shown),
        quote=excerpt(reports[0]),
    )


def _reports(found: Measured, index: Index) -> list[Claim]:
    """Give the claims behind an agreement, those of its present state and day first.

    Of one state those come first that name it.
    """
    newest_first = reversed(found.steps)
    steps = sorted(newest_first, key=lambda step: step.state != found.state)
    ids = dict.fromkeys(id_ for step in steps for id_ in step.claims)
    claims = [index.claims[id_] for id_ in ids if id_ in index.claims]
    present = {
        id_ for step in steps if step.state == found.state for id_ in step.claims
    }
    return sorted(claims, key=lambda c: (c.id not in present, not agreement_name(c)))
