"""What the codebook's event types count as: quad, intensity, CAMEO and PLOVER codes."""

from dataclasses import dataclass
from functools import lru_cache

from realpolitik.knowledge import tables


@dataclass(frozen=True, slots=True)
class EventType:
    """A type or mode: `quad` 1 verbal cooperation, 2 material cooperation, 3 verbal
    conflict, 4 material conflict; `intensity` is PLOVER 0.8's score, -10 to 10.
    """

    quad: int
    intensity: float
    cameo: str


def event_type(type_: str, mode: str | None = None) -> EventType | None:
    """Give what a type with its mode counts as; None for what is no event type."""
    known = _event_types()
    return known.get((type_, mode or "")) or known.get((type_, ""))


def plover_type(type_: str, modality: str, *, negated: bool) -> str | None:
    """Give the type under which PLOVER codes a claim; None for what it does not code.

    PLOVER has neither modality nor negation: planned cooperation is its AGREE, and what
    one will not do is its REJECT (CAMEO 03 and 12). It has no stances: backing in words
    is its SUPPORT, disapproval its ACCUSE (CAMEO 051, 110), and their denial nothing.
    """
    known = _in_plover().get(type_)
    if known is None:
        return type_ if event_type(type_) else None
    if not event_type(type_):
        return None if negated else known["stated"]
    if modality == "planned":
        return known["refused"] if negated else known["planned"]
    return known["stated"]


def terms(of: str) -> dict[str, str]:
    """Give a closed list of the codebook with names: "issue", "indicator",
    "judgement", "modality" or "sector".
    """
    return {
        row["term"]: row["name"]
        for row in tables.rows("ontology/terms.csv")
        if row["list"] == of
    }


KINDS = ("event", "stance", "figure", "judgement")
STANCES = ("favour", "against", "unsure")


def claim_types() -> list[str]:
    """Give the types of all four kinds of claim, events first."""
    types = dict.fromkeys(row["type"] for row in tables.rows("ontology/events.csv"))
    return [*types, *STANCES, *terms("judgement"), *terms("indicator")]


@lru_cache(maxsize=1)
def _event_types() -> dict[tuple[str, str], EventType]:
    return {
        (row["type"], row["mode"]): EventType(
            int(row["quad"]), float(row["intensity"]), row["cameo"]
        )
        for row in tables.rows("ontology/events.csv")
    }


@lru_cache(maxsize=1)
def _in_plover() -> dict[str, dict[str, str]]:
    return {row["type"]: row for row in tables.rows("ontology/plover.csv")}
