"""The gazetteer: names of cities, regions, seas and straits, and where they are."""

from dataclasses import dataclass
from functools import lru_cache

from realpolitik.knowledge import compiled
from realpolitik.knowledge.forms import key


@dataclass(frozen=True, slots=True)
class Spot:
    """One place of a name; `weight` grows with how well known it is."""

    weight: int
    name: str
    country: str | None
    latitude: float | None
    longitude: float | None
    feature: str


@lru_cache(maxsize=20_000)
def spots(name: str) -> tuple[Spot, ...]:
    """Give the places of a name, best known first."""
    entry = compiled.lines("places").find(key(name))
    return tuple(_spot(part) for part in entry.split("\t")) if entry else ()


def _spot(part: str) -> Spot:
    rank, name, country, latitude, longitude, feature = part.split("|")
    return Spot(
        -int(rank),
        name,
        country or None,
        float(latitude) if latitude else None,
        float(longitude) if longitude else None,
        feature,
    )
