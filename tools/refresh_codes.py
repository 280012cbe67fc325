"""Take the code tables of ../shared/knowledge into knowledge/codes/, dated.

    python tools/refresh_codes.py

For maintainers, not for installing. Two tables come out: the states by period, and
each of their codes and names with the days on which it was theirs.
`codes/exceptions.csv` is kept by hand and wins over what comes from outside.
"""

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from refresh_knowledge import FREE_FACTS, KNOWLEDGE, PROJECT, SHARED, STATE_IDS, Row

from realpolitik.knowledge import tables

PLAIN = {"iso2": "iso2", "iso3": "iso3", "iso-numeric": "iso_num", "fips": "fips"}
LISTED = {"COW": ("cow", "cow_num"), "GW": ("gw", "gw_num")}
ALIASES = ("short", "official", "local_short", "abbreviation")
STATES = (
    "Source: andybega/states (MIT), datasets/country-codes (PDDL), "
    f"{FREE_FACTS}; {PROJECT}."
)


@dataclass(frozen=True, slots=True, order=True)
class Value:
    """A code or name of a state in one system, from day to day; "" is open."""

    state: str
    system: str
    value: str
    start: str = ""
    end: str = ""


def main() -> None:
    """Write both tables."""
    states = _states()
    write(
        "codes/states.csv",
        "state,code,name,start,end,succeeded_by",
        [
            [
                row["state_id"], code_of(row["state_id"]), row["name"], row["start"],
                row["end"], row["succeeded_by"],
            ]
            for row in states.values()
        ],
        "States and territories, one row a period: what later rows mean by `state`.",
        STATES,
    )  # fmt: skip
    kept = set(_values(states))
    write(
        "codes/values.csv",
        "state,system,value,start,end",
        [[v.state, v.system, v.value, v.start, v.end] for v in kept],
        "Codes and names of states by system, with the days on which they were theirs.",
        STATES,
        "Names: Unicode CLDR by way of babel (Unicode licence), datasets/country-codes "
        "(PDDL), World Factbook (public domain).",
    )


def read(name: str) -> Iterator[Row]:
    """Give the rows of a table of ../shared/knowledge."""
    with (SHARED / name).open(encoding="utf-8", newline="") as handle:
        yield from csv.DictReader(handle)


def write(path: str, columns: str, rows: list[list[str]], *notes: str) -> None:
    """Write a table of knowledge/, sorted, its notes above it."""
    with (KNOWLEDGE / path).open("w", encoding="utf-8", newline="") as handle:
        handle.writelines(f"# {note}\n" for note in notes)
        writer = csv.writer(handle, lineterminator="\n")
        writer.writerow(columns.split(","))
        writer.writerows(sorted(rows))
    print(f"{path}: {len(rows)} rows")


def code_of(state: str) -> str:
    """Give our code of a state of the shared tables."""
    return STATE_IDS.get(state, state)


def _states() -> dict[str, Row]:
    states = {row["state_id"]: row for row in read("states.csv")}
    for row in read("country_names.csv"):
        name = row["name_en"].split(" (")[0].replace("St. ", "Saint ")
        name = name.replace(" & ", " and ").replace("U.S.", "US")
        bare = dict.fromkeys(next(iter(states.values())), "")
        states.setdefault(
            row["iso3"],
            bare
            | {"state_id": row["iso3"], "name": name}
            | {"iso2": row["iso2"], "iso3": row["iso3"]},
        )
    return states


def _values(states: dict[str, Row]) -> Iterator[Value]:
    own = [Value(**row) for row in tables.rows("codes/exceptions.csv")]
    changed = {(value.state, value.system) for value in own}
    found = [*_plain(states), *_listed(states), *_names(states)]
    for value in [*own, *found]:
        replaced = value.system != "alias" and (value.state, value.system) in changed
        clipped = _clipped(value, states[value.state])
        if clipped and (value in own or not replaced):
            yield clipped


def _plain(states: dict[str, Row]) -> Iterator[Value]:
    for state, row in states.items():
        yield Value(state, "code", code_of(state))
        for system, column in PLAIN.items():
            for value in filter(None, row[column].split(";")):
                yield Value(state, system, value)
        if row["qid"]:
            yield Value(state, "wikidata", row["qid"])


def _listed(states: dict[str, Row]) -> Iterator[Value]:
    """Give numbers and letters for the days on which the list has the state."""
    for spell in read("state_system_spells.csv"):
        system, column = LISTED[spell["system"]]
        for state, row in states.items():
            if row[column] == spell["num"]:
                days = (spell["start"], spell["end"])
                yield Value(state, system, spell["num"], *days)
                yield Value(state, f"{system}-letters", spell["abb"], *days)


def _names(states: dict[str, Row]) -> Iterator[Value]:
    shorts: dict[str, list[Row]] = {}
    for row in read("state_names_dated.csv"):
        system = "name" if row["kind"] == "short" else "alias"
        if system == "name":
            shorts.setdefault(row["state_id"], []).append(row)
        yield Value(row["state_id"], system, row["name"], row["start"], row["end"])
    for state, row in states.items():
        if state not in shorts:
            yield Value(state, "name", row["name"])
        elif not any(not known["end"] for known in shorts[state]) and not row["end"]:
            last = max(known["end"] for known in shorts[state])
            yield Value(state, "name", row["name"], _day_after(last))
        yield Value(state, "alias", row["name"])
        yield Value(state, "alias", row["official_name"] or row["name"])
    for row in read("country_aliases.csv"):
        if row["kind"] in ALIASES and row["lang"] in ("en", "und"):
            yield Value(row["iso3"], "alias", row["alias"])


def _day_after(day: str) -> str:
    return (date.fromisoformat(day) + timedelta(days=1)).isoformat()


def _clipped(value: Value, state: Row) -> Value | None:
    """Keep the days on which the state existed; None if there are none."""
    start = max(value.start, state["start"])
    ends = [end for end in (value.end, state["end"]) if end]
    end = min(ends, default="")
    if end and start > end:
        return None
    return Value(value.state, value.system, value.value, start, end)


if __name__ == "__main__":
    main()
