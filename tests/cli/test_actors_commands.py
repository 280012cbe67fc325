"""`actors`: the directory asked by hand, and the user's own actors in a project."""

import json
from pathlib import Path

import pytest

from tests.cli.program import call

OWN = """
[[actor]]
id = "night-guard"
name = "Night Guard"
kind = "movement"
code = "NIGHT_GUARD"
sector = "REB"
"""


@pytest.fixture
def project(tmp_path: Path) -> Path:
    folder = tmp_path / "project"
    assert call("init", folder).returncode == 0
    return folder


def test_lookup_as_table_and_json() -> None:
    done = call("actors", "lookup", "the Kremlin", "--date", "1987-06-01")
    head, first, *_ = done.stdout.splitlines()
    assert head.split("\t")[:4] == ["chosen", "held", "name", "code"]
    assert first.split("\t")[:5] == ["yes", "yes", "Kremlin", "SUN", "GOV"]
    done = call(
        *("actors", "lookup", "the Kremlin", "--date", "1995-06-01"),
        *("--format", "json"),
    )
    assert json.loads(done.stdout)[0]["code"] == "RUS"


def test_lookup_of_nobody_says_so() -> None:
    done = call("actors", "lookup", "Zzyzx")
    assert done.returncode == 1
    assert "nobody is known by these words" in done.stderr


def test_list_of_a_state_on_a_day() -> None:
    done = call(
        *("actors", "list", "--country", "ISR", "--on", "1996-01-01"),
        *("--format", "json"),
    )
    rows = json.loads(done.stdout)
    assert rows[0]["name"] == "Shimon Peres"
    assert {(row["name"], row["role"]) for row in rows} >= {
        ("Shimon Peres", "Prime Minister"),
        ("Ezer Weizman", "President"),
        ("Knesset", None),
    }
    assert "Benjamin Netanyahu" not in {row["name"] for row in rows}


def test_list_of_one_kind_and_sector() -> None:
    done = call(
        *("actors", "list", "--country", "Lebanon", "--on", "2006-07-12"),
        *("--kind", "movement"),
    )
    head, *lines = (line.split("\t") for line in done.stdout.splitlines())
    assert "Hezbollah\tHEZBOLLAH" in done.stdout
    assert {line[head.index("kind")] for line in lines} == {"movement"}
    done = call("actors", "list", "--country", "RUS", "--sector", "SPI")
    assert done.returncode == 2
    assert "there are BUS, COP" in done.stderr


def test_own_actors_are_known_in_their_project_alone(project: Path) -> None:
    (project / "actors.toml").write_text(OWN)
    done = call("-p", project, "actors", "lookup", "Night Guard", "--format", "json")
    assert json.loads(done.stdout)[0]["source"] == "actors.toml"
    assert call("actors", "lookup", "Night Guard").returncode == 1
    done = call("claims", "--actor", "Night Guard", "-p", project)
    assert done.returncode == 0
    assert call("claims", "--actor", "Night Guard").returncode == 2


def test_read_knows_the_actors_of_a_file(tmp_path: Path) -> None:
    own, text = tmp_path / "own.toml", tmp_path / "a.txt"
    own.write_text(OWN)
    text.write_text("The Night Guard attacked Ukraine on 3 May 2020.")
    done = call("read", text, "--actors", own, "--format", "json")
    assert json.loads(done.stdout)[0]["actor"][0]["code"] == "NIGHT_GUARD"
    done = call("read", text, "--format", "json")
    assert json.loads(done.stdout)[0]["actor"][0]["code"] is None


def test_a_faulty_file_stops_before_anything_is_read(project: Path) -> None:
    path = project / "actors.toml"
    path.write_text(OWN + 'start = "2014-13-01"\nsector2 = "X"\n')
    source = project.parent / "a.txt"
    source.write_text("Russia met Israel.")
    done = call("-p", project, "add", source)
    assert done.returncode == 1
    first, second = done.stderr.splitlines()
    assert first.startswith(f"{path}: line 8, field start: '2014-13-01' is a date")
    assert 'write it as: start = "2014-05-01"' in first
    assert "did you mean sector?" in second
    assert "documents   0\n" in call("-p", project, "status").stdout
    assert call("read", source, "--actors", path).returncode == 1
