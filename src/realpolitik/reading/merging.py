"""One claim for one happening: drop the weaker of two drafts that say the same."""

from collections.abc import Sequence
from dataclasses import replace

from realpolitik.reading.asking import strength
from realpolitik.reading.card import Thresholds
from realpolitik.reading.drafts import Draft

_NEAR = 3  # words between a light verb and its noun ("held talks")


def drop_repeats(drafts: Sequence[Draft], usual: Thresholds) -> list[Draft]:
    """Mark each draft that a stronger one of the same sentence repeats.

    How strong a draft is depends on the `usual` thresholds, whatever was asked for.
    """
    kept: list[Draft] = []
    out = list(drafts)
    strengths = [strength(made, usual) for made in out]
    order = sorted(range(len(out)), key=strengths.__getitem__, reverse=True)
    for number in order:
        made = out[number]
        if made.dropped:
            continue
        twin = next((k for k in kept if _same(k, made)), None)
        if twin is None:
            kept.append(made)
        else:
            out[number] = replace(
                made, dropped=f"repeats the claim at word {twin.start}"
            )
    return out


def _same(one: Draft, other: Draft) -> bool:
    if one.kind == other.kind == "figure" and one.amount is not None:
        return one.amount == other.amount  # a number is one figure
    near = max(one.start, other.start) - min(one.end, other.end) < _NEAR
    alike = (one.kind, one.type) == (other.kind, other.type)
    parties = set(one.actor) | set(one.recipient)
    others = set(other.actor) | set(other.recipient)
    # told again further on ("met twice, the meetings ..."), unless at another time
    # of a meeting the sides may be told in any order ("hold talks with both")
    ordered = one.type == "CONSULT" or sorted(one.actor) == sorted(other.actor)
    again = ordered and one.when == other.when and one.modality == other.modality
    return (near or again) and alike and parties == others
