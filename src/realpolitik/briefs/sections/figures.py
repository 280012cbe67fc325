"""Figures: each quantity and period with all values that are stated for it."""

from collections import defaultdict

from realpolitik.briefs.evidence import Evidence
from realpolitik.briefs.index import Index
from realpolitik.briefs.parts import Figure, Value
from realpolitik.briefs.prose import amount, days, plain
from realpolitik.briefs.sentences import figure_name, part_of_whole, speakers
from realpolitik.core.claim import Claim
from realpolitik.core.record import Record
from realpolitik.measures.figures import Figure as Measured
from realpolitik.measures.figures import figures as measured
from realpolitik.measures.sureness import sure

MOST = 20
_MARKS = {"planned": " planned", "possible": " possible", "demanded": " wanted"}


def figures(index: Index, evidence: Evidence) -> tuple[tuple[Figure, ...], int]:
    """List the figures by name, the newest period first; count the rest."""
    records = {record.id: record for record in index.records}
    groups: dict[tuple[str, str], list[Measured]] = defaultdict(list)
    for figure in measured(sure(index.records), index.claims):
        face = index.face(records[figure.record])
        period = _period(face, records[figure.record])
        groups[figure_name(face, index.names), period].append(figure)
    order = sorted(groups, key=lambda key: (key[0], _newness(groups[key]), key[1]))
    rows = tuple(_figure(key, groups[key], (index, evidence)) for key in order[:MOST])
    return rows, len(order) - len(rows)


def value_text(claim: Claim) -> str:
    """Write the value that a claim states, its modality and negation kept."""
    if claim.amount is None:
        return "number not read"
    text = amount(claim.amount.quantity) + part_of_whole(claim)
    text += _MARKS.get(claim.modality, "")
    return f"not {text}" if claim.negated else text


def _period(face: Claim, record: Record) -> str:
    said = days(face.when.interval) if face.when else None
    return said or ("at the time of writing" if record.start else "undated")


def _newness(figures_: list[Measured]) -> int:
    return -max(figure.end.toordinal() if figure.end else 0 for figure in figures_)


def _figure(
    key: tuple[str, str], found: list[Measured], held: tuple[Index, Evidence]
) -> Figure:
    index, evidence = held
    by_value: dict[str, list[Claim]] = defaultdict(list)
    for figure in sorted(found, key=lambda f: (-f.certainty, f.record)):
        for id_ in figure.claims:
            if claim := index.claims.get(id_):
                by_value[value_text(claim)].append(claim)
    values = tuple(_value(claims, index, evidence) for claims in by_value.values())
    told = {figure.record for figure in found}
    conflicting = any(told & set(figure.against) for figure in found)
    return Figure(key[0], key[1], values, conflicting)


def _value(claims: list[Claim], index: Index, evidence: Evidence) -> Value:
    shown, face = claims[:2], claims[0]
    return Value(
        text=value_text(face),
        said_by=speakers(face, index.names) or _publisher(face, index),
        notes=evidence.cite(shown),
        more=len(claims) - len(shown),
        lost=face.amount is None or face.amount.quantity.value is None,
    )


def _publisher(claim: Claim, index: Index) -> str:
    document = index.document(claim)
    if document is None or document.publisher is None:
        return "publisher not stated"
    return plain(document.publisher)
