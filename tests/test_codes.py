"""A code is its state's only on its days, and nothing is guessed."""

import re
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

import realpolitik as rp
from realpolitik.codes import convert, explain, systems
from realpolitik.core.errors import UsageError
from realpolitik.knowledge import state_codes
from tests.cli.program import call

DATED = [
    ("365", "cow", "iso3", "1991-12-25", "SUN"),
    ("365", "cow", "iso3", "1991-12-26", "RUS"),
    ("USSR", "name", "wikidata", "1987-06-01", "Q15180"),
    ("RUS", "iso3", "cow", "1987-06-01", None),
    ("SUN", "iso3", "cow", "1992-01-01", None),
    ("DEU", "iso3", "cow", "1990-10-02", "260"),
    ("DEU", "iso3", "cow", "1990-10-03", "255"),
    ("DEU", "iso3", "gw", "1990-10-03", "260"),
    ("DEU", "iso3", "iso-numeric", "1990-10-02", "280"),
    ("DEU", "iso3", "iso-numeric", "1990-10-03", "276"),
    ("DDR", "iso3", "cow-letters", "1980-01-01", "GDR"),
    ("DDR", "iso3", "cow", "1950-01-01", None),
    ("DDR", "iso3", "gw", "1950-01-01", "265"),
    ("Germany", "name", "iso3", "1980-01-01", None),
    ("345", "cow", "name", "1992-04-26", "Yugoslavia"),
    ("YUG", "iso3", "iso-numeric", "1992-04-26", "890"),
    ("YUG", "iso3", "iso-numeric", "1992-04-27", "891"),
    ("345", "cow", "iso3", "2003-02-04", "SCG"),
    ("345", "cow", "iso3", "2006-06-05", "SRB"),
    ("SRB", "iso3", "gw", "2006-06-05", "340"),
    ("345", "gw", "iso3", "2007-01-01", None),
    ("YEM", "iso3", "cow", "1990-05-21", "678"),
    ("YEM", "iso3", "cow", "1990-05-22", "679"),
    ("South Yemen", "name", "fips", "1980-01-01", "YS"),
    ("South Yemen", "name", "fips", "1995-01-01", None),
    ("Yemen", "name", "iso3", "1980-01-01", None),
    ("817", "cow", "name", "1975-04-30", "South Vietnam"),
    ("817", "cow", "name", "1975-05-01", None),
    ("816", "cow", "name", "1970-01-01", "North Vietnam"),
    ("816", "cow", "iso3", "1980-01-01", "VNM"),
    ("Vietnam", "name", "cow", "1970-01-01", None),
    ("SDN", "iso3", "iso-numeric", "2011-07-08", "736"),
    ("SDN", "iso3", "iso-numeric", "2011-07-09", "729"),
    ("SSD", "iso3", "cow", "2011-07-08", None),
    ("SSD", "iso3", "cow", "2011-07-09", "626"),
    ("CSK", "iso3", "cow", "1992-12-31", "315"),
    ("CSK", "iso3", "cow", "1993-01-01", None),
    ("CZ", "fips", "iso3", "1992-12-31", "CSK"),
    ("CZE", "iso3", "cow", "1993-01-01", "316"),
    ("490", "cow", "iso3", "1985-01-01", "ZAR"),
    ("490", "cow", "iso3", "2000-01-01", "COD"),
    ("COD", "iso3", "cow", "1985-01-01", "490"),
    ("Macedonia", "name", "iso3", "2001-01-01", "MKD"),
    ("343", "cow", "name", "2020-01-01", "North Macedonia"),
    ("PSE", "iso3", "cow", "2020-01-01", None),
    ("USA", "iso3", "cow", "1944-06-06", None),
]
NOW = [
    ("4", "iso-numeric", "iso3", "AFG"),
    ("004", "iso-numeric", "iso2", "AF"),
    (4, "iso-numeric", "name", "Afghanistan"),
    ("004", "cow", "iso3", None),
    ("rus", "iso3", "cow", "365"),
    ("the Netherlands", "name", "iso3", "NLD"),
    ("Cote d'Ivoire", "name", "iso3", "CIV"),
    ("SUN", "iso3", "cow", None),
    ("Atlantis", "name", "iso3", None),
    ("", "iso3", "cow", None),
]


@pytest.mark.parametrize(("value", "origin", "target", "day", "answer"), DATED)
def test_a_code_on_its_day(value, origin, target, day, answer) -> None:
    assert convert(value, origin, target, day) == answer
    assert convert(value, origin, target, date.fromisoformat(day)) == answer


@pytest.mark.parametrize(("value", "origin", "target", "answer"), NOW)
def test_a_code_of_today(value, origin, target, answer) -> None:
    assert rp.codes.convert(value, origin, target) == answer


@pytest.mark.parametrize(("origin", "target"), [("icao", "iso3"), ("iso3", "")])
def test_an_unknown_system_is_refused_with_the_known_ones(origin, target) -> None:
    with pytest.raises(UsageError, match="there are: code, cow"):
        convert("RUS", origin, target)


@pytest.mark.parametrize("day", ["1987", "1987-13-01", "yesterday"])
def test_a_day_that_is_none_is_refused(day: str) -> None:
    with pytest.raises(UsageError, match="write it as 1987-06-01"):
        convert("RUS", "iso3", "cow", day)


WHY = [
    ("Russia", "name", "1987-06-01", "from 1991-12-26.*Soviet Union"),
    ("YEM", "code", "1985-01-01", "North Yemen.*or South Yemen"),
    ("DEU", "iso3", "1952-01-01", "not in cow on 1952-01-01.*260 from 1955-05-05"),
    ("XYZ", "iso3", "1999-01-01", "no state has this iso3 value"),
]


@pytest.mark.parametrize(("value", "origin", "day", "reason"), WHY)
def test_a_missing_answer_says_why(value, origin, day, reason) -> None:
    found = explain(value, origin, "cow", day)
    assert found.answer is None
    assert found.why is not None
    assert re.search(reason, found.why)


CODED = sorted({v.state for v in state_codes._values() if v.system == "cow"})
DAYS = st.dates(date(1945, 1, 1), date(2025, 1, 1))


@given(st.sampled_from(CODED), st.sampled_from(sorted(systems())), DAYS)
def test_there_and_back_is_the_same_state(state, system, day) -> None:
    iso = day.isoformat()
    for value in state_codes.values_of(state, system):
        if value.holds(iso):
            found = explain(value.text, system, "cow", day)
            assert found.state in (state, None)


@given(st.sampled_from(CODED), DAYS)
def test_a_state_has_one_cow_number_on_a_day_at_most(state: str, day: date) -> None:
    iso = day.isoformat()
    held = {v.text for v in state_codes.values_of(state, "cow") if v.holds(iso)}
    assert len(held) <= 1


def test_no_two_states_share_a_number_on_a_day() -> None:
    values = [v for v in state_codes._values() if v.system in ("cow", "gw", "iso3")]
    clashes = [
        (one, other)
        for one in values
        for other in state_codes.meant_by(one.text, one.system)
        if one.state < other.state
        and one.start <= (other.end or "9")
        and other.start <= (one.end or "9")
    ]
    assert clashes == []


def test_periods_that_follow_each_other_leave_no_day_between() -> None:
    states = state_codes.states()
    for state in ("SUN", "CSK", "FRY", "SCG", "DDR", "DEU-FRG", "YMD", "VDR"):
        heirs = states[state].succeeded_by
        end = date.fromisoformat(states[state].end)
        starts = {states[heir].start for heir in heirs}
        assert (end + timedelta(days=1)).isoformat() in starts, state


def test_the_command_says_what_is_missing() -> None:
    done = call(
        *("codes", "convert", "365", "RUS", "--from", "cow", "--to", "iso3"),
        *("--date", "1987-06-01"),
    )
    assert done.stdout == "value\tiso3\n365\tSUN\nRUS\t\n"
    assert done.returncode == 3
    assert done.stderr == "RUS: no state has this cow value\n"
    done = call("codes", "convert", "RUS", "--from", "cow", "--to", "iso3")
    assert done.returncode == 1


@pytest.mark.parametrize("system", sorted(systems()))
def test_every_system_is_listed_and_told_of(system: str) -> None:
    assert f"\n{system}\t" in call("codes", "systems").stdout


def test_a_name_of_another_time_is_told_with_its_days() -> None:
    why = explain("Swaziland", "name", "iso3").why
    assert why and "Eswatini (SWZ) from 1968-09-06 to 2018-04-18, not now" in why
    assert convert("Swaziland", "name", "iso3", "2010-01-01") == "SWZ"
