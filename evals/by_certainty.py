"""Claims by the least certainty that a user may ask for, from two readings."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from evals.claims import read_and_resolve
from realpolitik.core.claim import Claim
from realpolitik.pipeline import Pipeline

Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Told:
    """What is told of one stanza: as a rule, and at a least certainty of 0."""

    usual: Sequence[Claim]
    all: Sequence[Claim]
    least: dict[str, float]

    def at(self, floor: float) -> list[Claim]:
        """Give what `--min-certainty` tells at a floor.

        What is told only where somebody asks for it is told below the card's least
        certainty of its kind; the rest at every floor (`tests/reading/test_asking.py`).
        """
        ids = {claim.id for claim in self.usual}
        return [
            claim
            for claim in self.all
            if claim.certainty >= floor
            and (claim.id in ids or floor < self.least[claim.kind])
        ]


def reading_by_certainty() -> Callable[[Row], Told]:
    """Give a function that reads a stanza both ways, with the model loaded once."""
    usual = Pipeline.load()
    generous = usual.asking(0.0)
    least = usual.reader.sight.card.thresholds.certainty

    def read(row: Row) -> Told:
        claims = (read_and_resolve(row, pipeline) for pipeline in (usual, generous))
        return Told(*claims, least)

    return read
