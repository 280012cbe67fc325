"""The program as a whole: help, versions, unknown words, exit codes, speed."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from realpolitik.cli.main import COMMANDS
from tests.cli.program import PROGRAM, call


def test_help_names_every_command_and_gives_examples() -> None:
    done = call("--help")
    assert done.returncode == 0
    assert all(f"  {name} " in done.stdout for name in COMMANDS)
    assert "Examples:" in done.stdout


@pytest.mark.parametrize("name", COMMANDS)
def test_help_of_each_command_has_examples(name: str) -> None:
    done = call(name, "--help")
    assert done.returncode == 0, done.stderr
    assert "Examples:" in done.stdout


def test_version() -> None:
    done = call("--version")
    assert done.stdout.startswith("realpolitik, version ")


WRONG = [
    (["clams"], "did you mean claims?"),
    (["frobnicate"], "there are read, init"),
    (["--foo"], "No such option"),
    (["read"], "Missing argument"),
    (["claims", "--since", "20x"], "write 2015, 2015-03 or 2015-03-01"),
    (["claims", "--since", "2015-13"], "write 2015, 2015-03 or 2015-03-01"),
    (["read", "x.txt", "--date", "2015"], "is no single day; write 2015-03-01"),
    (["claims", "--modality", "plned"], "did you mean planned?"),
    (["claims", "--kind", "x"], "there are event, stance, figure, judgement"),
    (["claims", "--type", "CONSLT"], "did you mean CONSULT?"),
    (["claims", "--issue", "nuclaer"], "did you mean nuclear?"),
    (["claims", "--actor", "Rusia"], "did you mean Russia"),
    (["show", "d1", "--span", "7:3"], "write START:END"),
    (["claims", "--format", "xls"], "'csv'"),
    (["read", "x.txt", "--mentions", "--documents"], "not both"),
]


@pytest.mark.parametrize(("words", "hint"), WRONG)
def test_wrong_usage_is_one_line_that_names_the_way_out(
    words: list[str], hint: str
) -> None:
    done = call(*words)
    assert done.returncode == 2
    assert done.stdout == ""
    assert done.stderr.count("\n") == 1
    assert hint in done.stderr


def test_no_project_here(tmp_path: Path, monkeypatch) -> None:
    monkeypatch.chdir(tmp_path)
    done = call("status")
    assert done.returncode == 2
    assert "realpolitik init FOLDER" in done.stderr
    assert done.stderr.count("\n") == 1


def test_help_is_quick() -> None:
    def seconds(*words: str) -> float:  # of computing, however busy the machine is
        before = os.times()
        subprocess.run(words, capture_output=True, check=True)
        after = os.times()
        return sum(after[2:4]) - sum(before[2:4])

    bare = min(seconds(sys.executable, "-c", "pass") for _ in range(3))
    best = min(seconds(*PROGRAM, "--help") for _ in range(5))
    assert best - bare < 0.25
