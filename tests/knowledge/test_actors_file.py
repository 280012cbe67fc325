"""A file of own actors is taken whole, or refused with line, field and example."""

import pickle
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from realpolitik.core.errors import ActorsFileError
from realpolitik.knowledge import directory
from realpolitik.knowledge.actors_file import actors_in, read_actors
from realpolitik.knowledge.forms import words
from realpolitik.knowledge.own_actors import NONE, OwnActors, current, using
from realpolitik.knowledge.roles import find_roles
from realpolitik.knowledge.toml_lines import line_of, lines_of

GOOD = """
[[actor]]
id = "night-guard"
name = "Night Guard"
kind = "movement"
code = "NIGHT_GUARD"
sector = "REB"
aliases = ["NGD", "the Guardsmen"]
start = 2014

[[actor]]
id = "petrovsky"
name = "Pavel Petrovsky"

[[actor.terms]]
country = "NIGHT_GUARD"
role = "commander"
start = 2019-03-01
end = "2021-06"

[[actor.terms]]
country = "RUS"
sector = "GOV"
role = "Deputy Minister of Energy"
start = "2021-07"

[[role]]
word = "guardmaster"
sector = "MIL"
"""


def load(text: str) -> OwnActors:
    return actors_in(text, Path("actors.toml"))


def faults(text: str) -> tuple[str, ...]:
    with pytest.raises(ActorsFileError) as caught:
        load(text)
    return caught.value.faults


def test_a_good_file_is_known_while_it_counts_and_no_longer() -> None:
    own = load(GOOD)
    with using(own):
        (naming,) = directory.namings("night guard")
        assert (naming.code, naming.sector) == ("NIGHT_GUARD", "REB")
        assert naming.holds("2014-01-01")
        assert not naming.holds("2013-12-31")
        terms = [(t.code, t.role) for t in directory.tenures("petrovsky") if t.own]
        assert terms == [
            ("NIGHT_GUARD", "commander"),
            ("RUS", "Deputy Minister of Energy"),
        ]
        assert directory.known_names()["NIGHT_GUARD"] == "Night Guard"
        (role,) = find_roles(words("the guardmaster"))
        assert role.role.sector == "MIL"
    assert current() is NONE
    assert directory.namings("night guard") == ()
    assert "NIGHT_GUARD" not in directory.known_names()
    assert find_roles(words("the guardmaster")) == ()


def test_an_empty_file_is_no_fault() -> None:
    assert load("").actors == ()


ENTRY = '[[actor]]\nid = "a"\nname = "A B"\ncountry = "RUS"\n'
FAULTY = [
    (ENTRY + 'start = "2014-02-30"', 5, "start", "does not exist", 'start = "20'),
    (ENTRY + 'start = "May 2014"', 5, "start", "no date", 'start = "20'),
    (ENTRY + "start = true", 5, "start", "no text", 'start = "20'),
    (ENTRY + 'start = "2999"', 5, "start", "no date of this world", 'start = "20'),
    (
        ENTRY + 'start = "2014"\nend = "2012-05"',
        6,
        "end",
        "ends (2012-05) before it starts (2014)",
        'start = "2012-05", end = "2014"',
    ),
    (
        ENTRY.replace("RUS", "Russia"),
        4,
        "country",
        "no country is known as 'Russia'; did you mean 'RUS'?",
        'country = "RUS"',
    ),
    (ENTRY.replace("RUS", "rus"), 4, "country", "did you mean 'RUS'?", 'country = "'),
    (ENTRY.replace("RUS", "XQX"), 4, "country", "alpha-3", 'country = "RUS"'),
    (ENTRY + "\n" + ENTRY, 7, "id", "(line 2)", 'id = "a-2"'),
    (ENTRY + 'name_ = "x"', 5, "name_", "did you mean name?", ""),
    (ENTRY + 'sector = "ARMY"', 5, "sector", "there are: BUS", 'sector = "MIL"'),
    (ENTRY + 'aliases = "X"', 5, "aliases", "no list", "aliases = ["),
    (ENTRY + "rank = 9", 5, "rank", "1 to 5", "rank = 4"),
    (ENTRY + 'code = "NEW"', 5, "code", "no known code", "country"),
    ('[[actor]]\nname = "A"\ncountry = "RUS"', 1, "id", "is missing", 'id = "'),
    ('[[actor]]\nid = "a"\nname = "A"', 1, "country", "is missing", 'country = "'),
    (ENTRY + '[[actor.terms]]\nstart = "20x"', 6, "start", "no date", 'start = "'),
    ('[[role]]\nsector = "MIL"', 1, "word", "is missing", 'word = "'),
    ('[actor]\nid = "a"', 1, "actor", "no list of tables", "[[actor]]"),
    ('[[actor]]\nid = "a"\nname = Night', 3, "name", "not TOML", 'name = "'),
    ('[[actor]\nid = "a"', 1, None, "not TOML", 'name = "'),
]


@pytest.mark.parametrize(("text", "line", "field", "what", "example"), FAULTY)
def test_a_fault_names_line_field_and_what_is_right(
    text: str, line: int, field: str | None, what: str, example: str
) -> None:
    (fault, *_) = faults(text)
    where = f"line {line}, field {field}: " if field else f"line {line}: "
    assert fault.startswith(where), fault
    assert what in fault
    assert example in fault


def test_all_faults_are_told_at_once_in_their_order() -> None:
    text = ENTRY + 'start = "x"\n\n' + ENTRY.replace("RUS", "??").replace('"a"', '"b"')
    assert [f.split(",")[0] for f in faults(text)] == ["line 5", "line 10"]


def test_a_file_that_is_no_text_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "actors.toml"
    path.write_bytes(b'[[actor]]\nname = "\xff"\n')
    with pytest.raises(ActorsFileError, match=r"actors\.toml: line 2: is not UTF-8"):
        read_actors(path)
    with pytest.raises(ActorsFileError, match="cannot be read"):
        read_actors(tmp_path / "nowhere.toml")


def test_the_error_comes_whole_from_a_worker() -> None:
    error = ActorsFileError(Path("a.toml"), ["line 1: x"])
    assert pickle.loads(pickle.dumps(error)).lines == ["a.toml: line 1: x"]


@given(st.text(alphabet="[]=\"abc#\n .-1'", max_size=80))
def test_any_text_is_taken_or_refused_with_a_line(text: str) -> None:
    try:
        load(text)
    except ActorsFileError as error:
        assert all(fault.startswith("line ") for fault in error.faults)


def test_lines_are_found_through_comments_and_long_texts() -> None:
    text = '# x\n[[actor]]\nnote = """\nid = "no"\n"""\nid = "a"\n[[actor]]\nid = "b"\n'
    lines = lines_of(text)
    assert lines["actor", 0, "id"] == 6
    assert line_of(("actor", 1, "id"), lines) == 8
    assert line_of(("actor", 1, "start"), lines) == 7
