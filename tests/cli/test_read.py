"""`read`, from words to lines, on a terminal and in a pipe."""

import json
import re
from pathlib import Path

import pytest

from tests.cli.program import EXAMPLES, SENTENCE, call, run_on_terminal

SPEECH = SENTENCE + "Russia sold Israel two ships in 2019.\n"
REPORTS = EXAMPLES / "18-agency-kosovo.jsonl"
ANSI = re.compile(r"\x1b\[[0-9;?]*[a-zA-Z]")


@pytest.fixture
def speech(tmp_path: Path) -> Path:
    path = tmp_path / "speech.txt"
    path.write_text(SPEECH)
    return path


def test_a_pipe_gets_plain_lines(speech: Path) -> None:
    done = call("read", speech, "--date", "2020-02-01")
    head, *lines = done.stdout.splitlines()
    assert done.returncode == 0, done.stderr
    assert done.stderr == ""
    assert head.split("\t")[:4] == ["date", "actor", "recipient", "what"]
    assert {len(line.split("\t")) for line in lines} == {len(head.split("\t"))}
    assert "2020-01-30" in lines[0]


def test_json_lines_have_the_keys_of_the_contract(speech: Path) -> None:
    done = call("read", speech, "--date", "2020-02-01", "--format", "jsonl")
    rows = [json.loads(line) for line in done.stdout.splitlines()]
    assert rows
    text = json.loads(call("read", speech, "--documents", "--format", "jsonl").stdout)[
        "text"
    ]
    for row in rows:
        start, end = row["span"]
        assert text[start:end] == row["text"]
        trigger = row["trigger"]
        assert text[trigger["start"] : trigger["end"]] == trigger["text"]


def test_stdin_and_a_file_say_the_same(speech: Path) -> None:
    words = ("--date", "2020-02-01", "--format", "jsonl")
    one = call("read", speech, *words).stdout
    other = call("read", "-", *words, stdin=SPEECH).stdout
    assert one == other


def test_two_workers_say_the_same(speech: Path, tmp_path: Path) -> None:
    for number in range(5):
        (tmp_path / f"{number}.txt").write_text(SPEECH * (number + 1))
    words = ("read", tmp_path, "--date", "2020-02-01", "--format", "jsonl")
    assert call(*words).stdout == call(*words, "--workers", 2).stdout


def test_less_certainty_gives_more_claims() -> None:
    words = ("read", REPORTS, "--format", "jsonl")
    usual = call(*words).stdout.splitlines()
    more = call(*words, "--min-certainty", 0.1).stdout.splitlines()
    fewer = call(*words, "--min-certainty", 0.6).stdout.splitlines()
    assert len(more) > len(usual) > len(fewer) > 0
    assert [line for line in more if line in usual] == usual
    assert fewer == [line for line in usual if json.loads(line)["certainty"] >= 0.6]
    assert min(json.loads(line)["certainty"] for line in more) >= 0.1


def test_two_workers_say_the_same_with_less_certainty() -> None:
    words = ("read", REPORTS, "--format", "jsonl", "--min-certainty", 0)
    one = call(*words).stdout
    assert one
    assert one == call(*words, "--workers", 2).stdout


def test_explain_agrees_on_the_certainty_asked_for() -> None:
    doubtful = "Egypt watched Libya. Cuba overshadowed Washington's Angola policy."
    words = ("explain", doubtful)
    usual = call(*words).stdout.split("\ndropped")[0]
    more = call(*words, "--min-certainty", 0).stdout
    assert len(more.split("\ndropped")[0]) > len(usual)
    assert "certainty: of every kind 0.00" in more


def test_a_file_has_the_bytes_of_the_pipe(speech: Path, tmp_path: Path) -> None:
    out = tmp_path / "out.csv"
    done = call("read", speech, "--date", "2020-02-01", "-o", out)
    assert done.stdout == ""
    piped = call("read", speech, "--date", "2020-02-01", "--format", "csv")
    assert out.read_text() == piped.stdout


def test_a_terminal_gets_sentences_and_colours(speech: Path) -> None:
    shown = run_on_terminal("read", speech, "--date", "2020-02-01")
    assert ANSI.search(shown)
    plain = ANSI.sub("", shown)
    assert SENTENCE.strip() in plain
    assert "CONSULT/visit" in plain
    assert " claims in 1 document" in plain


def test_no_colour_if_the_user_wants_none(speech: Path) -> None:
    words = ("read", speech, "--date", "2020-02-01")
    for shown in (
        run_on_terminal("--no-color", *words),
        run_on_terminal(*words, NO_COLOR="1"),
    ):
        assert "CONSULT" in shown
        assert not re.search(r"\x1b\[[0-9;]*3[0-9]m", shown)


def test_a_terminal_of_another_encoding(speech: Path) -> None:
    speech.write_text("Israel’s leader visited Moscow – and Ankara – on 3 May 2019.\n")
    shown = run_on_terminal(
        "read", speech, "--date", "2020-02-01", PYTHONIOENCODING="ascii"
    )
    assert "Traceback" not in shown
    assert "Moscow" in shown


def test_nothing_found_is_said(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("The weather was fine in the mountains.\n")
    done = call("read", tmp_path / "a.txt", "--date", "2020-02-01")
    assert done.returncode == 0
    assert "no claims in 1 document" in done.stderr
