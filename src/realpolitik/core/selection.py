"""Which claims or records are asked for."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Selection:
    """Conditions that all must hold; None or empty means no condition.

    Actors are given by code or name, words of the codebook in any case; a project
    refuses those that it does not know. RUS does not select SUN. `dyad` selects what
    has both actors as parties; `actor` and `recipient` give a direction.
    `since` and `until` are inclusive days and compare with the time of the claim, or
    the day of its document where the claim has none.
    """

    actor: str | None = None
    recipient: str | None = None
    dyad: tuple[str, str] | None = None
    kind: str | None = None
    type: str | None = None
    issue: str | None = None
    since: date | None = None
    until: date | None = None
    modality: str | None = None
    speaker: str | None = None
    document: str | None = None
    min_certainty: float = 0.0
