"""The screen: a console for results on stdout and the colours of their parts."""

import sys
from typing import TextIO

from rich.console import Console
from rich.padding import Padding
from rich.text import Text
from rich.theme import Theme

from realpolitik.cli.session import Session

PIPE_WIDTH = 100

THEME = Theme(
    {
        "date": "dim",
        "actor": "bold cyan",
        "recipient": "bold magenta",
        "speaker": "green",
        "trigger": "bold underline",
        "heading": "bold",
        "faint": "dim",
        "good": "green",
        "bad": "bold red",
        "quad1": "green",
        "quad2": "bold green",
        "quad3": "yellow",
        "quad4": "bold red",
        "view": "blue",
    }
)


def console(session: Session, stream: TextIO | None = None) -> Console:
    """Make a console; in a pipe it has a fixed width, no colours and no codes."""
    stream = stream or sys.stdout
    terminal = stream.isatty()
    return Console(
        file=stream,
        theme=THEME,
        width=None if terminal else PIPE_WIDTH,
        no_color=not session.colour,
        color_system="auto" if terminal and session.colour else None,
        legacy_windows=False,
        highlight=False,
        markup=False,
        emoji=False,
    )


def arrow(stream: TextIO | None = None) -> str:
    """Give an arrow that the terminal can show."""
    return "→" if speaks_unicode(stream) else "->"


def speaks_unicode(stream: TextIO | None = None) -> bool:
    """Say whether the stream's encoding holds all characters."""
    stream = stream or sys.stdout
    return (stream.encoding or "ascii").lower().replace("-", "").startswith("utf")


def print_line(console: Console, line: Text) -> None:
    """Print one line: cut at the edge of a screen, whole in a pipe."""
    if console.is_terminal:
        console.print(line, no_wrap=True, overflow="ellipsis")
    else:
        line.rstrip()
        console.print(line, soft_wrap=True)


def print_block(console: Console, text: Text, *, indent: int = 0) -> None:
    """Print a text: folded to the width of a screen, whole in a pipe."""
    if console.is_terminal:
        console.print(Padding(text, (0, 0, 0, indent)))
    else:
        console.print(Text(" " * indent).append_text(text), soft_wrap=True)


def quad_style(quad: int | None) -> str:
    """Give the style of a quad: cooperation green, conflict yellow and red."""
    return f"quad{quad}" if quad in (1, 2, 3, 4) else "view"
