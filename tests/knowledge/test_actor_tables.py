"""The tables of the directory: one a kind, sorted, each row one that can be true."""

import re
from itertools import pairwise

import pytest

from realpolitik.knowledge import tables
from realpolitik.knowledge.directory import known_names
from realpolitik.knowledge.events import terms

NAMES = sorted(path.name for path in (tables.FOLDER / "actors").glob("*.csv"))
CODES = ("states.csv", "values.csv", "exceptions.csv", "systems.csv", "cameo.csv")
DAY = re.compile(r"(\d{4}(-\d{2}(-\d{2})?)?)?")


def rows(name: str) -> list[dict[str, str]]:
    return list(tables.rows(f"actors/{name}"))


@pytest.mark.parametrize("name", NAMES)
def test_a_table_is_sorted_and_has_each_row_once(name: str) -> None:
    found = [tuple(row.values()) for row in rows(name)]
    assert all(one < other for one, other in pairwise(found))


@pytest.mark.parametrize("name", NAMES)
def test_terms_are_days_in_their_order(name: str) -> None:
    for row in rows(name):
        start, end = row.get("start", ""), row.get("end", "")
        assert DAY.fullmatch(start), row
        assert DAY.fullmatch(end), row
        assert not (start and end) or start <= f"{end}9", row


@pytest.mark.parametrize("name", NAMES)
def test_codes_and_sectors_are_known(name: str) -> None:
    known, sectors = known_names(), {*terms("sector"), ""}
    wrong = [
        row
        for row in rows(name)
        if row["code"] not in known or row.get("sector", "") not in sectors
    ]
    assert wrong == []


@pytest.mark.parametrize("name", NAMES)
def test_no_field_breaks_the_compiled_form(name: str) -> None:
    for row in rows(name):
        assert None not in row, row
        assert None not in row.values(), row
        assert all("|" not in value and "\t" not in value for value in row.values())
        assert all(value == value.strip() for value in row.values()), row


@pytest.mark.parametrize("name", ["figures.csv", "leaders.csv", "officials.csv"])
def test_persons_have_a_name_and_a_rank(name: str) -> None:
    assert all(row["person"] and row["rank"] in "12345" for row in rows(name))


@pytest.mark.parametrize("name", CODES)
def test_code_tables_are_sorted(name: str) -> None:
    found = [tuple(row.values()) for row in tables.rows(f"codes/{name}")]
    keys = [row[:2] for row in found] if name == "cameo.csv" else found
    order = sorted(keys, key=lambda k: (k[1], k[0])) if name == "cameo.csv" else None
    assert keys == (order or sorted(keys))
    assert len(set(found)) == len(found)
