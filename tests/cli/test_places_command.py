import json

from tests.cli.program import call


def test_lookup_lists_places_with_the_likeliest_first() -> None:
    done = call("places", "lookup", "Tripoli", "--near", "Lebanon", "--format", "json")
    assert done.returncode == 0
    rows = json.loads(done.stdout)
    assert rows[0]["country"] == "LBN"
    assert {"place", "feature", "country", "region", "lat", "lon", "people"} == set(
        rows[0]
    )
    assert {"LBY", "USA"} <= {row["country"] for row in rows}


def test_lookup_in_a_pipe_has_a_line_a_place() -> None:
    done = call("places", "lookup", "Kyiv")
    assert done.stdout.splitlines()[0].split("\t")[:3] == ["Kyiv", "capital", "UKR"]


def test_a_name_that_is_not_known_is_said_so() -> None:
    done = call("places", "lookup", "Qwertyville")
    assert (done.returncode, done.stdout) == (0, "")
    assert "no place is known as 'Qwertyville'" in done.stderr


def test_what_stands_near_has_to_be_known() -> None:
    done = call("places", "lookup", "Tripoli", "--near", "Qwertyville")
    assert done.returncode == 2
    assert "no state, region or city is known as 'Qwertyville'" in done.stderr
