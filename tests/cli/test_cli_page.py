"""`docs/cli.md` tells every command and option, and its examples run."""

import re
import shlex
import subprocess
from pathlib import Path

import click
import pytest

from realpolitik.cli.main import COMMANDS, realpolitik
from tests.cli.program import PROGRAM, Done, call

ROOT = Path(__file__).parents[2]
TEXT = (ROOT / "docs" / "cli.md").read_text("utf-8")
SECTIONS = dict(re.findall(r"^## (\S+)$\n(.*?)(?=^## |\Z)", TEXT, re.M | re.S))
EXAMPLES = [
    line
    for block in re.findall(r"^```sh\n(.*?)^```", TEXT, re.M | re.S)
    for line in block.splitlines()
]


def options(name: str) -> list[str]:
    command = realpolitik.get_command(click.Context(realpolitik), name)
    commands = [command]
    if isinstance(command, click.Group):
        context = click.Context(command)
        names = command.list_commands(context)
        assert all(f" {name} {n}" in SECTIONS[name] for n in names)
        commands += [command.get_command(context, n) for n in names]
    return [
        word
        for one in commands
        for parameter in one.params
        if isinstance(parameter, click.Option)
        and not parameter.hidden  # those of all commands
        and parameter.name != "project"
        for word in parameter.opts
    ]


@pytest.mark.parametrize("name", COMMANDS)
def test_the_page_tells_every_option_of(name: str) -> None:
    assert name in SECTIONS
    missing = [word for word in options(name) if f"`{word}" not in SECTIONS[name]]
    assert not missing
    assert f"| [`{name}`](#{name}) | {COMMANDS[name]} |" in TEXT


@pytest.mark.parametrize("word", ["--project", "--quiet", "--no-color", "--debug"])
def test_the_page_tells_every_option_of_all_commands(word: str) -> None:
    assert f"`{word}" in TEXT


def test_the_examples_run(tmp_path: Path, monkeypatch) -> None:
    (tmp_path / "examples").symlink_to(ROOT / "examples")
    monkeypatch.chdir(tmp_path)
    for example in EXAMPLES:
        done = in_a_shell(example) if "|" in example else in_this_process(example)
        assert done.returncode in (0, 3), f"{example}\n{done.stderr}"
        assert "Traceback" not in done.stderr


def in_this_process(example: str) -> Done:
    return call(*shlex.split(example)[1:])


def in_a_shell(example: str) -> Done:
    program = f'realpolitik() {{ {shlex.join(PROGRAM)} "$@"; }}'
    return subprocess.run(
        ["bash", "-c", f"{program}; {example}"],
        capture_output=True,
        text=True,
        timeout=600,
        check=False,
    )
