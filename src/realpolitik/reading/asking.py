"""What a least certainty that somebody asks for changes: more claims, or fewer."""

from collections.abc import Iterable
from dataclasses import replace

from realpolitik.reading.card import Thresholds
from realpolitik.reading.drafts import Draft


def opened(usual: Thresholds, least: float | None) -> Thresholds:
    """Open the thresholds where less than the usual certainty is asked for.

    There certainty decides: each word that was looked at twice may carry a claim.
    Where more is asked for they stay; what is less certain is left out at the end, so
    that a claim that is told is the one which is told without the question.
    """
    if least is None:
        return usual
    return replace(
        usual,
        trigger={
            kind: usual.look if least < usual.certainty[kind] else score
            for kind, score in usual.trigger.items()
        },
        certainty={kind: min(least, own) for kind, own in usual.certainty.items()},
    )


def strength(made: Draft, usual: Thresholds) -> tuple[bool, float, float]:
    """Say which of two drafts that say the same is told: the one with more of this.

    What the usual thresholds let pass comes first, by its score; then the rest, by its
    certainty. So what is asked for beyond the usual adds claims and replaces none.
    """
    passes = (
        made.score >= usual.trigger[made.kind]
        and made.certainty >= usual.certainty[made.kind]
    )
    return (passes, 0.0 if passes else made.certainty, made.score)


def sure_enough(drafts: Iterable[Draft], least: float | None) -> list[Draft]:
    """Mark each draft that is less certain than was asked for."""
    if least is None:
        return list(drafts)
    return [_held_against(made, least) for made in drafts]


def _held_against(made: Draft, least: float) -> Draft:
    if made.dropped or made.certainty >= least:
        return made
    reason = f"certainty {made.certainty:.2f} is below {least:.2f}"
    return replace(made, dropped=reason)
