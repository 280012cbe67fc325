"""Dictionaries of PETRARCH and TABARI are read line by line, and what is odd is told."""

import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evals.shared import shared_folder
from realpolitik.knowledge.actors_file import actors_in
from realpolitik.knowledge.cameo_actors import CameoActor, cameo_actor
from realpolitik.knowledge.dictionaries import Importing, own_states, readable
from realpolitik.knowledge.dictionary_terms import TermError, read_term
from tests.cli.program import call

PETRARCH = """\
# a comment
<!-- another,
of two lines -->
ZORKISTAN_GUARD_  [AFGMIL] ; CountryInfo.txt
+ZORK_GUARD_  # old
AHMAD_ZZYZX_
\t[AFGELI 320101-331108]
\t[AFGGOV 20041207-20091119] # minister
\t[AFGELI]
FREE_BADGERS_ [SASREB]
+BADGERS_OF_THE_NORTH

ZORK_UNION_ [IGOUNO]
FAKE_STEEL_ [MNCUSA]
KABUL_ [AFG]
"""
TABARI = "OLEG_ZZYZX [SUNGOV <911225][RUSELI >911226] ;jw 11/14/91\n"
AGENTS = """\
!PERSON! = MAN, WOMEN
GUARDMASTER [~MIL] # jap
ZORKPOLICE {} [~COP]
GOLDEN_GOOSE {GOLDEN_GEESE} [~BUS]
ZORKBODY [NGO~]
ZORK!PERSON! [~LEG]
MINISTER [~GOV]
"""


def taken(text: str, **options: bool):
    importing = Importing(**options)
    whole = "\n".join(importing.entries(text.splitlines()))
    actors_in(whole, Path("x.toml"))  # what comes out is a file without fault
    rows = tomllib.loads(whole)
    return importing, rows.get("actor", []), rows.get("role", [])


def test_petrarch_entries_with_synonyms_and_dated_terms() -> None:
    importing, actors, _ = taken(PETRARCH)
    assert importing.problems == []
    by_name = {actor["name"]: actor for actor in actors}
    assert by_name["Zorkistan Guard"]["aliases"] == ["Zork Guard"]
    assert by_name["Zorkistan Guard"]["sector"] == "MIL"
    zzyzx = by_name["Ahmad Zzyzx"]
    assert zzyzx["kind"] == "person"
    assert zzyzx["terms"] == [
        {
            "country": "AFG",
            "sector": "CVL",
            "start": "1932-01-01",
            "end": "1933-11-08",
        },
        {
            "country": "AFG",
            "sector": "GOV",
            "start": "2004-12-07",
            "end": "2009-11-19",
        },
        {"country": "AFG", "sector": "CVL"},
    ]
    badgers = by_name["Free Badgers"]
    assert (badgers["kind"], badgers["code"]) == ("movement", "FREE_BADGERS")
    assert by_name["Zork Union"]["kind"] == "organisation"
    assert by_name["Fake Steel"]["country"] == "USA"
    assert by_name["Fake Steel"]["sector"] == "BUS"
    assert "Kabul" not in by_name  # the directory knows it
    assert importing.known == 1


def test_names_of_ours_are_taken_where_the_user_wants_it() -> None:
    _, actors, _ = taken("KABUL_ [AFG]", override=True)
    assert actors[0]["name"] == "Kabul"


def test_tabari_terms_on_one_line() -> None:
    _, (actor,), _ = taken(TABARI)
    assert [(t["country"], t.get("start"), t.get("end")) for t in actor["terms"]] == [
        ("SUN", None, "1991-12-25"),
        ("RUS", "1991-12-26", None),
    ]


def test_agents_become_role_nouns_with_their_plurals() -> None:
    importing, _, roles = taken(AGENTS)
    told = {(r["word"], r["sector"], r["number"]) for r in roles}
    assert (
        told
        == {
            ("guardmaster", "MIL", "s"),
            ("guardmasters", "MIL", "p"),
            ("zorkpolice", "COP", "b"),
            ("golden goose", "BUS", "s"),
            ("golden geese", "BUS", "p"),
            ("zorkbody", "NGO", "s"),
            ("zorkbodies", "NGO", "p"),
            ("zorkman", "LEG", "p"),
            ("zorkwomen", "LEG", "p"),
        }
        or ("zorkman", "LEG", "s") in told
    )
    assert importing.known == 2  # minister, ministers


BROKEN = [
    ("+ORPHAN_", "belongs to no actor"),
    ("\t[AFGGOV]", "belongs to no actor"),
    ("ZORK_A_ [AFGGOV", "a bracket is not closed"),
    ("ZORK_B_ [XQXGOV]", "XQX is no state"),
    ("ZORK_C_ [AFGGOV 19990230-20010101]", "does not exist"),
    ("ZORK_D_ [AFGGOV 20050101-20040101]", "ends (2004-01-01) before it starts"),
    ("ZORK_E_ [AFGGOV >25010101]", "after the year 2200"),
    ("ZORK_F_ [AFGGOV 99]", "is no code with a date"),
    ("ZORK_G_", "has no code"),
    ("___ [AFGGOV]", "is no name"),
    ("ZORK\x1aH_ [AFGGOV]", "holds a sign"),
    ("ZORK_I_ [SASGOV]", "SAS is a region"),
    ("ZORKER [~GGS]", "is no role that has a sector"),
]


@pytest.mark.parametrize(("line", "what"), BROKEN)
def test_a_broken_line_is_told_and_the_others_are_taken(line: str, what: str) -> None:
    importing, actors, _ = taken(f"{line}\nZORK_GOOD_ [AFGGOV]\n")
    (problem,) = importing.problems
    assert (problem.line, problem.left_out) == (1, True)
    assert what in problem.what
    assert [actor["name"] for actor in actors] == ["Zork Good"]


def test_a_term_of_few_days_is_taken_and_told() -> None:
    importing, (actor,), _ = taken("ZORK_A_ [AFGGOV 780427-780430]")
    (problem,) = importing.problems
    assert "only 4 days" in problem.what
    assert not problem.left_out
    assert actor["start"] == "1978-04-27"


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        ("USRGOV", CameoActor("SUN", "GOV", "body")),
        ("NGOUSAHRI", CameoActor("USA", "NGO", "body")),
        ("IGOUNO", CameoActor(None, None, "organisation")),
        ("INTREB", CameoActor(None, "REB", "movement")),
        ("PSEREBHMS", CameoActor("PSE", "REB", "body")),
    ],
)
def test_codes_of_cameo(code: str, expected: CameoActor) -> None:
    assert cameo_actor(code) == expected


@given(st.text(alphabet="AFGOV [<>-]0123456789", max_size=30))
def test_any_term_is_read_or_refused(text: str) -> None:
    try:
        term = read_term(text)
    except TermError:
        return
    assert not (term.start and term.end) or term.start <= term.end


@given(st.text(max_size=200))
def test_any_dictionary_is_taken_or_told(text: str) -> None:
    taken(text)


@given(st.text(alphabet="ABC_-. ", max_size=30))
def test_a_readable_name_has_no_underscores(name: str) -> None:
    assert "_" not in readable(name)


def test_many_lines_of_which_some_are_broken(tmp_path: Path) -> None:
    lines = [
        f"ZORK_NUMBER_{n}_ [AFGGOV 2001{1 + n % 12:02}01-20050101]" for n in range(3000)
    ]
    for n in range(0, 3000, 100):
        lines[n] = f"ZORK_NUMBER_{n}_ [AFGGOV 20010101-"
    path, into = tmp_path / "x.actors.txt", tmp_path / "own.toml"
    path.write_text("\n".join(lines))
    done = call("actors", "import", path, "--into", into, "--format", "csv")
    assert done.returncode == 3
    report = done.stdout.splitlines()
    assert report[0] == "file,line,what,taken,text"
    assert len(report) == 31
    assert "2,970 actors" in done.stderr
    assert into.read_text().count("[[actor]]") == 2970


def test_a_file_that_is_not_there_is_refused(tmp_path: Path) -> None:
    done = call("actors", "import", tmp_path / "no.txt", "--into", tmp_path / "o.toml")
    assert done.returncode == 1
    assert "cannot be read" in done.stderr


def test_the_validation_dictionaries_of_petrarch() -> None:
    shared = shared_folder()
    if shared is None:
        pytest.skip("../shared is not here")
    folder = shared / "knowledge" / "petrarch_dictionaries"
    for name in ("PETR.Validate.actors.txt", "PETR.Validate.agents.txt"):
        text = (folder / name).read_text("latin-1")
        importing, actors, roles = taken(text)
        assert importing.lines > 40
        assert actors or roles
        assert all(problem.what for problem in importing.problems)


def test_codes_of_ones_own_become_states(tmp_path: Path) -> None:
    lines = ["GONDOR [GON]", "+MINAS_TIRITH", "GONDOR_GUARD [GONMIL]", "ORCS [MOOREB]"]
    states = own_states(lines)
    assert states == {"GON"}
    importing = Importing(states=states)
    own = actors_in("\n".join(importing.entries(lines)), tmp_path / "own.toml")
    gondor, guard = own.actors
    assert (gondor.kind, gondor.terms[0].code) == ("state", "GON")
    assert gondor.aliases == ("Minas Tirith",)
    assert (guard.kind, guard.terms[0].code, guard.terms[0].sector) == (
        "body", "GON", "MIL"
    )  # fmt: skip
    assert [p.what for p in importing.problems] == [
        "MOO is no state, region or body of CAMEO"
    ]
    assert not list(Importing().entries(["GONDOR [GON]"]))
