"""Who: states, organisations, movements and the people who act for them."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Actor:
    """What an actor mention was resolved to; unknown fields are None.

    `code` is ISO 3166 alpha-3 (dated: SUN before 1991-12-26) or the id of an
    organisation or movement as in the codebook; None means that the party is an
    actor that could not be placed. `sector` is a PLOVER sector (GOV, MIL, CVL ...).
    `id` names the person, body or group in the directory; `role` is the dated role
    of a person ("Prime Minister of Israel").
    """

    code: str | None = None
    sector: str | None = None
    id: str | None = None
    name: str | None = None
    role: str | None = None
    certainty: float = 1.0
