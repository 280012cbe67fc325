"""Actor codes of CAMEO ("AFGGOV", "IGOUNO", "USAELI") as our codes and sectors."""

from dataclasses import dataclass
from functools import lru_cache

from realpolitik.knowledge import tables

_GROUPS = frozenset(["REB"])


@dataclass(frozen=True, slots=True)
class CameoActor:
    """What a code says: `country` of whom, None for a body of no state; `kind` body,
    organisation, movement, or state (of a code of the user's own); `sector` of PLOVER.
    """

    country: str | None
    sector: str | None
    kind: str


def cameo_actor(code: str, own: frozenset[str] = frozenset()) -> CameoActor | str:
    """Read an actor code; for one that cannot be read, give the reason.

    `own` are codes of states that only the user knows.

    >>> cameo_actor("AFGGOV")
    CameoActor(country='AFG', sector='GOV', kind='body')
    >>> cameo_actor("HOBGOV")
    'HOB is no state, region or body of CAMEO'
    """
    parts = [code[at : at + 3] for at in range(0, len(code), 3)]
    known, first = _triples(), parts[0]
    if first in own:
        rest = code[3:]
        return CameoActor(first, cameo_sector(rest), "body" if rest else "state")
    country, kind = _country(first), known.get(first, {})
    body, region = "body" in kind, "region" in kind
    believers = kind.get("sector") == "REL"
    if not (country or body or region or believers):
        return f"{first} is no state, region or body of CAMEO"
    if not country and body:
        states = (
            _country(part) for part in parts[1:] if "sector" not in known.get(part, {})
        )
        country = next(filter(None, states), None)
    rest = "".join(parts[1:])
    sector = kind.get("body") or cameo_sector(rest) or kind.get("sector")
    if country:
        return CameoActor(country, sector, "body")
    if region and sector not in _GROUPS:
        return f"{first} is a region, no state"
    moves = sector in _GROUPS
    return CameoActor(None, sector, "movement" if moves else "organisation")


def is_readable(code: str) -> bool:
    """Say whether a code begins with a state, region or body that CAMEO knows."""
    return not isinstance(cameo_actor(code), str)


def cameo_sector(code: str) -> str | None:
    """Give the PLOVER sector of the first role in a code, None if it has none."""
    for at in range(0, len(code), 3):
        if sector := _triples().get(code[at : at + 3], {}).get("sector"):
            return sector
    return None


def _country(triple: str) -> str | None:
    other = _triples().get(triple, {}).get("country")
    return other or (triple if triple in _states() else None)


@lru_cache(maxsize=1)
def _triples() -> dict[str, dict[str, str]]:
    """Give what each triple means, by kind."""
    found: dict[str, dict[str, str]] = {}
    for row in tables.rows("codes/cameo.csv"):
        found.setdefault(row["triple"], {})[row["kind"]] = row["value"]
    return found


@lru_cache(maxsize=1)
def _states() -> frozenset[str]:
    rows = tables.rows("actors/states.csv")
    return frozenset(row["code"] for row in rows if len(row["code"]) == 3)
