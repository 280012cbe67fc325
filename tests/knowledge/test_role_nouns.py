"""The table of role nouns: sorted, whole in both numbers, each noun of one sector."""

from itertools import pairwise

import pytest

from realpolitik.knowledge import tables
from realpolitik.knowledge.events import terms
from realpolitik.knowledge.forms import key
from realpolitik.knowledge.roles import role_named

ROWS = list(tables.rows("words/roles.csv"))
KINDS = {"body", "organisation", "person", "state", "thing"}
SECTORS = [
    ("lawmaker", "LEG"), ("state senators", "LEG"), ("house of commons", "LEG"),
    ("chief minister", "GOV"), ("attorney general", "GOV"), ("city halls", "GOV"),
    ("brigadier general", "MIL"), ("airmen", "MIL"), ("patrol boats", "MIL"),
    ("police chief", "COP"), ("state troopers", "COP"), ("fire brigade", "COP"),
    ("investigating judges", "JUD"), ("law firm", "JUD"), ("jury", "JUD"),
    ("separatist movement", "REB"), ("hostage-takers", "REB"), ("death squads", "REB"),
    ("stockbroker", "BUS"), ("oil companies", "BUS"), ("cargo ship", "BUS"),
    ("war reporters", "MED"), ("newspaper columnist", "MED"), ("news outlets", "MED"),
    ("nuclear physicists", "EDU"), ("expert", "EDU"), ("vocational school", "EDU"),
    ("clergyman", "REL"), ("archbishop", "REL"), ("synagogues", "REL"),
    ("conservationists", "NGO"), ("election observers", "NGO"), ("charity", "NGO"),
    ("garment workers", "LAB"), ("herdsmen", "LAB"), ("dockers", "LAB"),
    ("drug lords", "CRM"), ("war criminal", "CRM"), ("crime families", "CRM"),
    ("economic migrants", "REF"), ("refugee camp", "REF"), ("diaspora", "REF"),
    ("cardiologist", "CVL"), ("villagers", "CVL"), ("amusement park", "CVL"),
    ("opposition candidates", "OPP"), ("party bosses", "PTY"), ("mole rat", None),
]  # fmt: skip


def test_the_table_is_sorted_and_has_each_noun_once() -> None:
    words = [row["word"] for row in ROWS]
    assert all(one < other for one, other in pairwise(words))


def test_each_noun_is_of_a_known_kind_and_sector() -> None:
    sectors = {*terms("sector"), ""}
    assert {row["kind"] for row in ROWS} <= KINDS
    assert {row["sector"] for row in ROWS} <= sectors
    assert {row["number"] for row in ROWS} <= {"s", "p", "b"}


@pytest.mark.parametrize(("noun", "sector"), SECTORS)
def test_sectors(noun: str, sector: str | None) -> None:
    found = role_named(key(noun))
    assert (found.sector if found else None) == sector
