"""A record: what one or more claims report, counted once."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Record:
    """One happening, view or figure, with the claims that report it.

    `actor` and `recipient` are sorted codes; `start` and `end` the days it covers
    (from the text, else the day of the earliest document: `dated_by` is "text" or
    "document"; None where neither is known). `certainty` is the best of its claims,
    `publishers` the distinct publishers that print it.
    """

    id: str
    kind: str
    type: str
    mode: str | None
    actor: tuple[str, ...]
    recipient: tuple[str, ...]
    modality: str
    negated: bool
    start: date | None
    end: date | None
    dated_by: str | None
    issue: tuple[str, ...]
    quad: int | None
    intensity: float | None
    certainty: float
    claims: tuple[str, ...]
    publishers: tuple[str, ...]
