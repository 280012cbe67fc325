"""Persons by initials, in lists, as leaders of followers, and beside firms' names."""

import pytest

from realpolitik.core.mention import Mention
from realpolitik.resolving.phrase import phrase, sector_of
from realpolitik.resolving.pronouns import as_pronoun
from tests.resolving.resolving_notation import codes

NAMED = [
    ("[Presidents Gorbachev and Bush|person] met.", "1989-12-03", {"SUN", "USA"}),
    ("[Prime Ministers Blair and Aznar|person] met.", "2003-03-16", {"GBR", "ESP"}),
    ("[Presidents Doe and Roe|person] met.", "1989-12-03", set()),
    ("[President F.W. de Klerk|person] spoke.", "1990-02-02", {"ZAF"}),
    ("[B.J. Habibie|person] resigned.", "1999-10-20", {"IDN"}),
    ("[Rafael Correa|person] won.", "2010-09-30", {"ECU"}),
    ("[Rafael|org] sold missiles.", "2010-09-30", {"ISR"}),
    ("[Muhammad Mursi|person] was deposed.", "2013-07-03", {"EGY"}),
    ("[Milo Djukanovic|person] won.", "2012-12-10", {"MNE"}),
    ("[Followers of Jair Bolsonaro|group] marched.", "2023-01-08", {"BRA"}),
    ("[Supporters of Jane Doe|group] marched.", "2023-01-08", set()),
    ("[He|person] left.", "2024-01-08", set()),
]


@pytest.mark.parametrize(("text", "day", "expected"), NAMED)
def test_persons(text: str, day: str, expected: set[str]) -> None:
    assert codes(text, day=day)[-1] == expected


@pytest.mark.parametrize(
    ("words", "form", "is_one"),
    [("He", "person", True), ("they", "group", True), ("US", "state", False),
     ("IT", "org", False), ("the army", "org", False)],
)  # fmt: skip
def test_a_pronoun_is_one_whatever_the_reader_saw(
    words: str, form: str, is_one: bool
) -> None:
    mention = as_pronoun(Mention(0, words, 0, len(words), "actor", form))
    assert (mention.form == "pronoun") is is_one


@pytest.mark.parametrize(
    ("words", "sector"),
    [("Sen. John Roe", "LEG"), ("Gen. Roe", "MIL"), ("Gov. Roe", "GOV"),
     ("Hun Sen", None)],
)  # fmt: skip
def test_short_titles(words: str, sector: str | None) -> None:
    assert sector_of(phrase(words), None) == sector


@pytest.mark.parametrize(
    ("text", "day", "expected"),
    [("[The two Koreas|group] talked.", "2001-08-13", {"KOR", "PRK"}),
     ("[Officials of both Koreas|group] met.", "2018-01-09", {"KOR", "PRK"}),
     ("[The two Sudans|group] signed.", "2013-02-20", {"SDN", "SSD"}),
     ("[two Germanys|group] met.", "1987-09-07", {"DDR", "DEU"})],
)  # fmt: skip
def test_states_of_one_name(text: str, day: str, expected: set[str]) -> None:
    assert codes(text, day=day)[-1] == expected


@pytest.mark.parametrize(
    ("words", "sector"),
    [("army accountant", "MIL"), ("police doctors", "COP"), ("accountant", "BUS"),
     ("president of the rights league", "NGO"), ("president of the republic", "GOV"),
     ("leader of a rebel group", "REB"), ("the National Renewal Party", "PTY"),
     ("Contracting Party", None), ("either party", None)],
)  # fmt: skip
def test_sectors_by_the_words_beside(words: str, sector: str | None) -> None:
    assert sector_of(phrase(words), None) == sector


@pytest.mark.parametrize(
    ("text", "day", "expected"),
    [("[Pro-Russian separatists|group] fired.", "2014-07-01", {"UKR"}),
     ("[Maidan activists|group] fired.", "2014-02-20", {"UKR"}),
     ("[Turkish-backed rebels|group] fired.", "2018-01-20", {"SYR"}),
     ("[the National Guard|org] came.", "2014-02-20", set()),],
)  # fmt: skip
def test_bodies_told_by_whose_they_are(text: str, day: str, expected: set[str]) -> None:
    assert codes(text, day=day)[-1] == expected


def test_a_government_tells_of_two_leaders_of_whom_one_is_its_own() -> None:
    text = "[The two leaders|group] discussed the war."
    assert codes(text, day="2023-11-06", speaker="President Biden")[-1] == {"USA"}


@pytest.mark.parametrize(
    ("name", "day", "code"),
    [("Ben Wallace", "2022-03-01", "GBR"), ("Ahmed Ben Bella", "1963-06-01", "DZA"),
     ("Ben Ali", "2010-12-20", "TUN"), ("Manuel Noriega", "1989-12-20", "PAN")],
)  # fmt: skip
def test_names_with_ben_and_leaders_of_one_word(name: str, day: str, code: str) -> None:
    assert codes(f"[{name}|person] spoke.", day=day) == [{code}]


@pytest.mark.parametrize(
    ("text", "code"),
    [("[Mumbai police|group]", "IND"), ("[Gaza militants|group]", "PSE"),
     ("[Texas judge|person]", "USA"), ("[Bavarian farmers|group]", "DEU"),
     ("[Texan ranchers|group]", "USA"), ("[Hazara refugees|group]", "AFG"),
     ("[Yazidis|group]", "IRQ"), ("[Japanese Americans|group]", "USA"),
     ("[governor of New Mexico|person]", "USA"), ("[Okinawan police|group]", "JPN"),
     ("[New South Wales coroner|person]", "AUS")],
)  # fmt: skip
def test_peoples_and_places_of_a_state(text: str, code: str) -> None:
    assert codes(f"{text} spoke.") == [{code}]


def test_what_stands_behind_a_name_is_no_surname() -> None:
    text = "[President Joseph R. Biden, Jr.|person] met [Sam Nujoma, Sr.|person]."
    assert codes(text, day="2022-05-23") == [{"USA"}, {"NAM"}]


def test_a_minister_of_an_unknown_owner_is_nobodys() -> None:
    text = "[Turkey|state] was criticised by [New Democracy's shadow minister|person]."
    assert codes(text, day="2011-01-01")[-1] == set()


def test_a_firm_named_like_its_states_things_is_written_with_capitals() -> None:
    text = "[Syrian air defences|group] fired at [Syrian Air|org] and [Korean air|org]."
    assert codes(text, day="2018-09-17") == [{"SYR"}, {"SYR"}, {"KOR"}]


def test_hours_are_no_initials() -> None:
    assert codes("[A.M. EST|person] began.", day="2024-04-24") == [set()]
