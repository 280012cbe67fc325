"""Who takes part, decided from probabilities given by hand."""

from dataclasses import replace

import numpy as np
import pytest

from realpolitik.reading.card import Card
from realpolitik.reading.reader import MODEL
from realpolitik.reading.roles import decide_roles

# Of two mentions: (acts, receives); what is decided: (actors, recipients).
DECIDED = [
    ("both act", [(0.9, 0.05), (0.9, 0.05)], ([0, 1], [])),
    ("one of two actors seems to receive", [(0.9, 0.05), (0.6, 0.35)], ([0], [1])),
    ("nobody was likely to receive", [(0.9, 0.05), (0.05, 0.18)], ([0], [1])),
    ("a bystander stays out", [(0.9, 0.05), (0.04, 0.1)], ([0], [])),
    ("as it seems", [(0.9, 0.05), (0.1, 0.8)], ([0], [1])),
    ("all would receive", [(0.4, 0.55), (0.05, 0.8)], ([0], [1])),
]


@pytest.fixture(scope="module")
def card() -> Card:
    shipped = Card.load(MODEL / "card.json")
    limits = replace(
        shipped.thresholds,
        role=0.25,
        role_alone=0.1,
        lead=0.3,
        split=0.3,
        recipient_alone=0.15,
    )
    return replace(shipped, thresholds=limits)


@pytest.mark.parametrize(("name", "chances", "decided"), DECIDED)
def test_parts_are_decided_together(
    card: Card,
    name: str,
    chances: list[tuple[float, float]],
    decided: tuple[list[int], list[int]],
) -> None:
    width = max(at.stop for at in card.roles.values())
    scores = np.full((1, len(chances), width), -9.0)
    for column, (acts, receives) in enumerate(chances):
        parts = np.array([1 - acts - receives, acts, receives, 1e-6])
        scores[0, column, card.roles["party"]] = np.log(np.maximum(parts, 1e-6))
    forms = np.ones((1, len(chances)), dtype=int)
    roles = decide_roles(scores, forms, np.array([False]), card)
    actors = np.flatnonzero(roles.is_actor[0]).tolist()
    recipients = np.flatnonzero(roles.is_recipient[0]).tolist()
    assert (actors, recipients) == decided, name
