"""How sure the reader is of a claim: calibrated on the corpus' dev part.

A claim is held to be right where kind, type, and at least one actor and recipient are,
after resolving; what was fitted stands in the card, the fit in `training/tune.py`.
"""

import math
from collections.abc import Mapping


def certainty(
    scores: Mapping[str, float],
    weights: Mapping[str, float],
    *,
    kind: str,
    parties: int,
) -> float:
    """Weigh the probabilities of a claim with the card's weights."""
    return round(chance(features(scores, kind=kind, parties=parties), weights), 4)


def chance(seen: Mapping[str, float], weights: Mapping[str, float]) -> float:
    """Squeeze the weighted sum of features into 0..1."""
    total = sum(weights.get(name, 0.0) * value for name, value in seen.items())
    return 1.0 / (1.0 + math.exp(-total))


def features(
    scores: Mapping[str, float], *, kind: str, parties: int
) -> dict[str, float]:
    """Give what certainty is told from: log odds, the kind, the number of parties.

    Kinds other than events say how far their odds count otherwise than an event's.
    """
    names = ("trigger", "claim", "type", "party", "left")
    odds = {name: _log_odds(scores[name]) for name in names}
    found = odds | {"constant": 1.0, "parties": float(min(parties, 4)), kind: 1.0}
    if kind != "event":
        said = (odds["trigger"], odds["claim"], odds["type"])
        found |= {f"{kind} odds": sum(said) / 3, f"{kind} party": odds["party"]}
    return found


def _log_odds(chance: float) -> float:
    inside = min(max(chance, 0.005), 0.995)
    return math.log(inside / (1.0 - inside))
