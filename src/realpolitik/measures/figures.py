"""Figures: stated values, and where they contradict each other."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date

from realpolitik.core.claim import Claim
from realpolitik.core.quantity import Quantity
from realpolitik.core.record import Record
from realpolitik.measures.happenings import HAPPENED
from realpolitik.measures.speakers import outermost

TOLERANCE = 0.02
"""Two stated values that differ by less are the same number, rounded."""

LOOSE_TOLERANCE = 0.1
"""As TOLERANCE, where one of the two is stated as approximate."""


@dataclass(frozen=True, slots=True)
class Figure:
    """A stated value of an indicator.

    `quantity` is None or lost where the source has no number. `start` and `end` are the
    days said in the text, None where it says none. `against` are the records that
    give another value for the same thing and time.
    """

    record: str
    indicator: str
    subject: tuple[str, ...]
    counterpart: tuple[str, ...]
    quantity: Quantity | None
    start: date | None
    end: date | None
    modality: str
    negated: bool
    certainty: float
    speakers: tuple[str, ...]
    publishers: tuple[str, ...]
    claims: tuple[str, ...]
    against: tuple[str, ...] = ()


def figures(records: Iterable[Record], claims: Mapping[str, Claim]) -> list[Figure]:
    """List stated values by indicator, subject and time; mark contradictions."""
    found = [_figure(r, claims) for r in records if r.kind == "figure"]
    found.sort(key=_order)
    rivals: dict[tuple[object, ...], list[Figure]] = defaultdict(list)
    plain = [figure for figure in found if not _is_at_odds(figure, claims)]
    for figure in plain:
        rivals[_asked(figure)].append(figure)
    return [
        _against(figure, rivals[_asked(figure)]) if figure in plain else figure
        for figure in found
    ]


def is_misnamed(claim: Claim) -> bool:
    """Whether its words name another flow than its type ("imports", "surplus")."""
    words = claim.trigger.text.lower()
    return any(flow in words for flow in _OTHER_FLOWS.get(claim.type, ()))


_OTHER_FLOWS = {
    "exports": ("import", "surplus", "deficit", "balance"),
    "imports": ("export", "surplus", "deficit", "balance"),
    "trade": ("import", "export", "surplus", "deficit", "balance"),
}


def _is_at_odds(figure: Figure, claims: Mapping[str, Claim]) -> bool:
    return any(is_misnamed(claims[id_]) for id_ in figure.claims if id_ in claims)


def _figure(record: Record, claims: Mapping[str, Claim]) -> Figure:
    own = [claims[identity] for identity in record.claims if identity in claims]
    amounts = [claim.amount.quantity for claim in own if claim.amount]
    said = record.dated_by == "text"
    return Figure(
        record=record.id,
        indicator=record.type,
        subject=record.actor,
        counterpart=record.recipient,
        quantity=amounts[0] if amounts else None,
        start=record.start if said else None,
        end=record.end if said else None,
        modality=record.modality,
        negated=record.negated,
        certainty=record.certainty,
        speakers=tuple(sorted({name for c in own if (name := outermost(c))})),
        publishers=record.publishers,
        claims=record.claims,
    )


def _order(figure: Figure) -> tuple[str, tuple[str, ...], tuple[str, ...], date, str]:
    return (
        figure.indicator,
        figure.subject,
        figure.counterpart,
        figure.start or date.min,
        figure.record,
    )


def _asked(figure: Figure) -> tuple[object, ...]:
    unit = figure.quantity.unit if figure.quantity else None
    who: tuple[object, ...] = (figure.subject, figure.counterpart)
    if figure.indicator == "trade":
        who = (frozenset({*figure.subject, *figure.counterpart}),)
    return figure.indicator, *who, unit, figure.start, figure.end


def _against(figure: Figure, rivals: Iterable[Figure]) -> Figure:
    others = tuple(r.record for r in rivals if _contradict(figure, r))
    return replace(figure, against=others) if others else figure


def _contradict(first: Figure, second: Figure) -> bool:
    if first.record == second.record or not (first.start or first.end):
        return False
    if first.indicator == "other":
        return False
    if not (_is_stated(first) and _is_stated(second)):
        return False
    one, other = first.quantity, second.quantity
    return one is not None and other is not None and not _agree(one, other)


def _is_stated(figure: Figure) -> bool:
    return figure.modality in HAPPENED and not figure.negated


def _agree(first: Quantity, second: Quantity) -> bool:
    """Tell whether two quantities can both be true, give or take rounding."""
    ranges = _range(first), _range(second)
    if None in ranges:
        return True
    (low, high), (other_low, other_high) = (r for r in ranges if r)
    loose = first.approximate or second.approximate
    slack = (LOOSE_TOLERANCE if loose else TOLERANCE) * max(abs(low), abs(other_low))
    return low <= other_high + slack and other_low <= high + slack


def _range(quantity: Quantity) -> tuple[float, float] | None:
    value = quantity.value
    if value is None:
        return None
    high = quantity.high if quantity.high is not None else value
    if quantity.bound == ">":
        return value, float("inf")
    if quantity.bound == "<":
        return float("-inf"), high
    return value, high
