"""The gazetteer: names of cities, regions, seas and straits, and where they are."""

from dataclasses import dataclass
from functools import lru_cache

from realpolitik.knowledge import compiled, tables
from realpolitik.knowledge.forms import key

_ALIAS_SHARE = 4  # a city is meant less often by its other names


@dataclass(frozen=True, slots=True)
class Spot:
    """One place of a name; `weight` grows with how well known it is. `region` is the
    GeoNames code of its first-level region ("US.KY"), `people` how many live there.
    """

    weight: int
    name: str
    country: str | None
    latitude: float | None
    longitude: float | None
    feature: str
    region: str | None = None
    people: int | None = None


@lru_cache(maxsize=20_000)
def spots(name: str) -> tuple[Spot, ...]:
    """Give the places of a name, best known first."""
    filed = key(name)
    if not filed:
        return ()
    entry = compiled.lines("places").find(filed)
    found = [_spot(part) for part in entry.split("\t")] if entry else []
    found.extend(_cities(filed))
    return tuple(sorted(found, key=_best_known_first))


@lru_cache(maxsize=1)
def region_words() -> dict[str, str]:
    """Give the GeoNames code of each short form of a region ("Ky.", "KY")."""
    rows = tables.rows("places/region_words.csv")
    return {row["word"]: row["geonames"] for row in rows}


@lru_cache(maxsize=1)
def regions() -> dict[str, Spot]:
    """Give every first-level region by its GeoNames code."""
    return {
        row["geonames"]: Spot(
            int(row["people"] or 0),
            row["name"],
            row["country"],
            _degrees(row["lat"]),
            _degrees(row["lon"]),
            "region",
            row["geonames"],
            int(row["people"]) if row["people"] else None,
        )
        for row in tables.rows("places/regions.csv")
        if row["geonames"]
    }


@lru_cache(maxsize=1)
def state_points() -> dict[str, tuple[float, float]]:
    """Give the middle of each state, by code."""
    rows = tables.rows("places/state_points.csv")
    return {row["code"]: (float(row["lat"]), float(row["lon"])) for row in rows}


def country_of_domain(ending: str) -> str | None:
    """Give the state of the last two letters of an internet address, in capitals."""
    return _iso().get("GB" if ending == "UK" else ending)


def _best_known_first(spot: Spot) -> int:
    return -spot.weight


def _spot(part: str) -> Spot:
    rank, name, country, latitude, longitude, feature, region, people = part.split("|")
    return Spot(
        -int(rank),
        name,
        country or None,
        _degrees(latitude),
        _degrees(longitude),
        feature,
        region or None,
        int(people) if people else None,
    )


def _degrees(text: str) -> float | None:
    return float(text) if text else None


def _cities(filed: str) -> list[Spot]:
    entry = compiled.lines("cities").find(filed)
    found = []
    for part in entry.split("\t") if entry else ():
        if part.startswith("="):
            owner, _, number = part[1:].partition("/")
            line = compiled.lines("cities").find(owner) or ""
            found.append(_city(line.split("\t")[int(number)], owner, _ALIAS_SHARE))
        else:
            found.append(_city(part, filed, 1))
    return found


def _city(part: str, filed: str, share: int) -> Spot:
    name, region, latitude, longitude, people, feature = part.split("|")
    return Spot(
        int(people) // share,
        name or filed.title(),
        _iso().get(region[:2]),
        float(latitude),
        float(longitude),
        feature or "city",
        region,
        int(people),
    )


@lru_cache(maxsize=1)
def _iso() -> dict[str, str]:
    rows = tables.rows("actors/states.csv")
    return {row["iso2"]: row["code"] for row in rows if row["iso2"]}
