"""Compile the tables of knowledge/ into the form that is loaded at run time.

    python tools/build_knowledge.py

Run it after editing a table (a test says so when it was forgotten). Same tables,
same bytes. The tables themselves come from `refresh_knowledge.py` or are kept by hand.
"""

import gzip
import json
import re
from collections.abc import Iterator
from functools import lru_cache

from realpolitik.knowledge import forms, tables
from realpolitik.knowledge.meanings import case_of, holds_on
from realpolitik.knowledge.word_lists import word_list

COMPILED = tables.FOLDER / "compiled"
# Earlier tables win where two name the same thing.
NAMED = ("bodies", "firms", "organs", "organisations", "groups")
PEOPLE = ("figures", "leaders", "officials")
RANKS = re.compile(
    r"(?: (?:(?:Lt|Maj|Brig|Vice)\.? ?)?(?:Gen|Col|Adm|Maj|Capt|Dr)\.)+$"
)
SAME_NAME = 8
# People that a region counts for, however few or many live there.
REGION_LEAST, REGION_MOST = 30_000, 600_000
WATERS = ("sea", "gulf", "strait", "ocean", "channel")
# Too common to be anybody's name, though some table has them.
GENERIC = word_list("generic-bodies")


def main() -> None:
    """Write the compiled tables."""
    COMPILED.mkdir(exist_ok=True)
    for name, text in build().items():
        packed = gzip.compress(text.encode(), 9, mtime=0)
        (COMPILED / f"{name}.gz").write_bytes(packed)
        print(f"{name}: {len(text):,} characters, {len(packed):,} bytes packed")


def build() -> dict[str, str]:
    """Compile every table, in memory: one text for each."""
    people, index = _people()
    actors = {"names": _names(), "aliases": _aliases()}
    return {
        "actors.json": json.dumps(actors, ensure_ascii=False, separators=(",", ":")),
        "people.txt": "\n".join(people),
        "people_index.txt": _lines({k: " ".join(v) for k, v in index.items()}),
        "places.txt": _lines({k: "\t".join(v) for k, v in _places().items()}),
    }


def _lines(entries: dict[str, str]) -> str:
    """Give entries as lines sorted by their bytes, as the lookup wants them."""
    lines = [f"{key}\t{entry}" for key, entry in entries.items()]
    return "\n".join(sorted(lines, key=str.encode))


def _names() -> dict[str, str]:
    names: dict[str, str] = {}
    for table in ("states", "bodies", "state_words", "organisations", "groups"):
        for row in tables.rows(f"actors/{table}.csv"):
            if row.get("form", "state") == "state":
                names.setdefault(row["code"], row["name"])
    for table in ("state_names", "state_words", "firms"):
        for row in tables.rows(f"actors/{table}.csv"):
            if row.get("form") not in ("capital",):
                names.setdefault(row["code"], row["name"])
    return dict(sorted(names.items()))


def _aliases() -> dict[str, list[str]]:
    aliases: dict[str, dict[str, str]] = {}
    for written, code, sector, form, start, end, name in _named():
        alias = written.removeprefix("the ")
        entry = "|".join((code, sector, form, start, end, case_of(alias), name))
        for key in {forms.key(alias): None, forms.key(forms.apart(alias)): None}:
            if not key or (name and key in GENERIC):
                continue
            known = aliases.setdefault(key, {})
            if f"{code}|{sector}" not in known:
                known[f"{code}|{sector}"] = entry
    return {key: list(found.values()) for key, found in sorted(aliases.items())}


def _named() -> Iterator[tuple[str, ...]]:
    for row in tables.rows("actors/state_words.csv"):
        for alias in (row["name"], *row["aliases"].split(";")):
            yield (
                alias, row["code"], "", row["form"], row["start"], row["end"], "",
            )  # fmt: skip
    for table in NAMED[:1]:
        yield from _bodies(table)
    for row in tables.rows("actors/states.csv"):
        yield row["name"], row["code"], "", "state", "", "", ""
    for row in tables.rows("actors/state_names.csv"):
        yield row["name"], row["code"], "", row["form"], row["start"], row["end"], ""
    for table in NAMED[1:]:
        yield from _bodies(table)


def _bodies(table: str) -> Iterator[tuple[str, ...]]:
    for row in tables.rows(f"actors/{table}.csv"):
        for alias in (row["name"], *row["aliases"].split(";")):
            form = "movement" if table == "groups" else "org"
            yield (
                alias, row["code"], row["sector"], form, row["start"], row["end"],
                row["name"],
            )  # fmt: skip


def _people() -> tuple[list[str], dict[str, list[str]]]:
    people: list[str] = []
    index: dict[str, list[str]] = {}
    for table in PEOPLE:
        for row in tables.rows(f"actors/{table}.csv"):
            for spelled in _spellings(row, each=table == "figures"):
                identity, role = row.get("qid") or "", _role(row)
                people.append(
                    "|".join(
                        (
                            row["person"], row["code"], row["sector"], role,
                            row["start"], _end(row), row["rank"], identity, spelled,
                        )
                    )
                )  # fmt: skip
                for token in _name_tokens(spelled or row["person"]):
                    index.setdefault(token, []).append(str(len(people) - 1))
    return people, dict(sorted(index.items()))


def _spellings(row: dict[str, str], *, each: bool) -> list[str]:
    """Give what a person is found by: "" for the name, then other spellings of it,
    those that sound the same only where `each` stands for itself.
    """
    found, heard = [""], set(_name_tokens(row["person"]))
    for other in filter(None, row["other"].split(";")):
        sounds = set(_name_tokens(other))
        if each or not sounds <= heard:
            found.append(other)
    return found


def _end(row: dict[str, str]) -> str:
    """Give the end of a term: at the latest that of the state itself. One that ends on
    the day on which its source was read was running then: it goes on until another's
    begins, and where none is known its end is told to the year alone.
    """
    last, end = _last_days().get(row["code"], ""), row["end"]
    if (row["code"], end) in _source_days():
        begun = _begun().get((row["code"], _office(row["role"])), [])
        end = next((day for day in begun if day > end), end[:4])
    return last if last and (not end or end > last) else end


@lru_cache(maxsize=1)
def _source_days() -> frozenset[tuple[str, str]]:
    rows = tables.rows("words/source_days.csv")
    return frozenset((row["code"], row["day"]) for row in rows)


@lru_cache(maxsize=1)
def _begun() -> dict[tuple[str, str], list[str]]:
    """Give the days on which the terms of an office began, in their order."""
    days: dict[tuple[str, str], set[str]] = {}
    for row in tables.rows("actors/leaders.csv"):
        office = row["code"], _office(row["role"])
        days.setdefault(office, set()).add(row["start"])
    return {office: sorted(found) for office, found in days.items()}


def _office(role: str) -> str:
    """Give what an office is called in all states.

    >>> _office("Minister of External Affairs"), _office("Defense Minister")
    ('foreign', 'defence')
    """
    words = set(role.lower().replace("defense", "defence").split())
    if not words.isdisjoint(("foreign", "external")):
        return "foreign"
    return "defence" if "defence" in words else role.lower()


@lru_cache(maxsize=1)
def _last_days() -> dict[str, str]:
    """Give the last day of every code under which no state is left."""
    ends: dict[str, list[str]] = {}
    for row in tables.rows("codes/states.csv"):
        ends.setdefault(row["code"], []).append(row["end"])
    return {code: max(days) for code, days in ends.items() if all(days)}


def _role(row: dict[str, str]) -> str:
    """Give the office of a row: without ranks, and by state and day where it has none.

    >>> _role({"role": "President Lt. Gen.", "code": "IDN", "start": ""})
    'President'
    """
    if row["role"]:
        return RANKS.sub("", row["role"])
    for title in _titles().get(row["code"], ()):
        if holds_on(row["start"], title["start"], title["end"]):
            return title["title"]
    return "leader"


@lru_cache(maxsize=1)
def _titles() -> dict[str, list[dict[str, str]]]:
    found: dict[str, list[dict[str, str]]] = {}
    for row in tables.rows("actors/titles.csv"):
        found.setdefault(row["code"], []).append(row)
    return found


def _name_tokens(name: str) -> list[str]:
    sounds = (forms.sound(w.form) for w in forms.words(name) if len(w.form) > 1)
    return list(dict.fromkeys(sounds))


def _places() -> dict[str, list[str]]:
    places: dict[str, dict[str, str]] = {}
    for rank, name, entry in sorted(_named_places()):
        if key := forms.key(name):
            places.setdefault(key, {}).setdefault(entry, f"{rank}|{entry}")
    return {key: list(found.values())[:SAME_NAME] for key, found in places.items()}


def _named_places() -> Iterator[tuple[int, str, str]]:
    for row in tables.rows("places/extra.csv"):
        yield from _entries(row, row["country"], -50_000_000)
    for row in tables.rows("places/physical.csv"):
        countries = row["countries"].split(";")
        country = countries[0] if len(countries) == 1 else ""
        yield from _entries(row, country, _weight_of_feature(row["feature"], country))
    for row in tables.rows("places/regions.csv"):
        people = min(max(int(row["people"] or 0), REGION_LEAST), REGION_MOST)
        region = row | {"feature": "region"}
        yield from _entries(region, row["country"], -people, others=-people // 3)


def _entries(
    row: dict[str, str], country: str, weight: int, *, others: int | None = None
) -> Iterator[tuple[int, str, str]]:
    fields = (row["name"], country, row["lat"], row["lon"], row["feature"])
    entry = "|".join((*fields, row.get("geonames", ""), row.get("people", "")))
    yield weight, row["name"], entry
    for alias in filter(None, row["aliases"].split(";")):
        yield weight if others is None else others, alias, entry


def _weight_of_feature(feature: str, country: str) -> int:
    if any(word in feature.lower() for word in WATERS):
        return -700_000
    return -400_000 if country else -20_000


if __name__ == "__main__":
    main()
