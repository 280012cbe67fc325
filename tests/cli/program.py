"""Run the real program in a process of its own."""

import io
import os
import pty
import subprocess
import sys
import termios
from pathlib import Path
from unittest import mock

from realpolitik.cli.main import main

PROGRAM = (sys.executable, "-m", "realpolitik.cli")
EXAMPLES = Path(__file__).parents[2] / "examples" / "documents"
SENTENCE = "Israel's prime minister visited Moscow on 30 January 2020.\n"

Done = subprocess.CompletedProcess[str]


def run(*words: object, timeout: float = 300, **options: object) -> Done:
    """Run a command to its end."""
    return subprocess.run(
        [*PROGRAM, *map(str, words)],
        capture_output=True,
        text=True,
        timeout=timeout,
        check=False,
        **options,
    )


def call(*words: object, stdin: str = "") -> Done:
    """Run a command in this process, which has the libraries already."""
    texts = [io.TextIOWrapper(io.BytesIO(), "utf-8") for _ in range(2)]
    given = io.TextIOWrapper(io.BytesIO(stdin.encode()), "utf-8")
    with mock.patch.multiple(sys, stdin=given, stdout=texts[0], stderr=texts[1]):
        code = main([str(word) for word in words])
    for text in texts:
        text.flush()
    output, error = (text.buffer.getvalue().decode() for text in texts)
    return subprocess.CompletedProcess([*map(str, words)], code, output, error)


def start(*words: object) -> subprocess.Popen[str]:
    """Start a command."""
    return subprocess.Popen(
        [*PROGRAM, *map(str, words)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def run_on_terminal(*words: object, **environment: str) -> str:
    """Run a command on a terminal of 80 columns and give all that it shows."""
    here, there = pty.openpty()
    termios.tcsetwinsize(there, (40, 80))
    process = subprocess.Popen(
        [*PROGRAM, *map(str, words)],
        stdin=there,
        stdout=there,
        stderr=there,
        env=os.environ | {"TERM": "xterm-256color", "COLUMNS": ""} | environment,
    )
    os.close(there)
    shown = b""
    while True:
        try:
            part = os.read(here, 65536)
        except OSError:  # what Linux says when the other end is closed
            break
        if not part:
            break
        shown += part
    process.wait(timeout=300)
    os.close(here)
    return shown.decode("utf-8", "replace")
