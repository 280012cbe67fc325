"""The front door: the commands by name, the options of all of them, the exit code."""

import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import click

from realpolitik import __version__
from realpolitik.cli.endings import INTERRUPTED, ending
from realpolitik.cli.groups import LazyGroup
from realpolitik.cli.session import Session

COMMANDS = {
    "read": "Read the claims of texts; no project needed.",
    "init": "Make a new project folder.",
    "add": "Read documents into a project.",
    "watch": "Add what is new in feeds, at intervals, until stopped.",
    "status": "Say what a project holds.",
    "claims": "List claims of a project, filtered, in seven formats.",
    "show": "Show one document or one claim with its context.",
    "dyad": "Show the relationship of two actors on one screen.",
    "explain": "Explain what the reader saw in a sentence, and by which scores.",
    "places": "Look places up in the shipped gazetteer.",
    "brief": "Write a brief on two actors, every statement with its evidence.",
    "actors": "Ask the directory of actors, and tell it of your own.",
    "codes": "Convert codes of states between systems, right on their day.",
    "demo": "Build a project from the shipped documents and brief it.",
    "doctor": "Check the installation and a project.",
}

EPILOG = """\b
Examples:
  realpolitik demo
  realpolitik read article.html
  realpolitik init myproject
  realpolitik -p myproject add FOLDER FILE ...
  realpolitik -p myproject claims --dyad RUS ISR --since 2015
  realpolitik -p myproject brief RUS ISR -o brief.html

\b
Exit codes: 0 done, 1 the input could not be used at all, 2 wrong usage,
3 done but with problems (each a line on stderr), 130 interrupted."""


@click.group(
    cls=LazyGroup,
    listed=COMMANDS,
    place="realpolitik.cli.commands.{}",
    epilog=EPILOG,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 88},
)
@click.option(
    "-p",
    "--project",
    metavar="FOLDER",
    type=click.Path(path_type=Path),
    envvar="REALPOLITIK_PROJECT",
    help="The project's folder [env REALPOLITIK_PROJECT; default: the current folder].",
)
@click.option("-q", "--quiet", is_flag=True, help="No progress and no summaries.")
@click.option(
    "--offline",
    is_flag=True,
    envvar="REALPOLITIK_OFFLINE",
    help="Refuse every request to the web [env REALPOLITIK_OFFLINE].",
)
@click.option("--no-color", is_flag=True, help="No colours [env NO_COLOR].")
@click.option(
    "--debug",
    is_flag=True,
    envvar="REALPOLITIK_DEBUG",
    help="Show the trace of an internal error [env REALPOLITIK_DEBUG].",
)
@click.version_option(__version__, prog_name="realpolitik")
@click.pass_context
def realpolitik(context: click.Context, /, **options: Any) -> None:
    """Read texts on relations between states into claims that can be checked."""
    context.obj = Session(
        project=options["project"],
        quiet=options["quiet"],
        offline=options["offline"],
        colour=not (options["no_color"] or os.environ.get("NO_COLOR")),
    )


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the program and give its exit code."""
    words = list(sys.argv[1:] if arguments is None else arguments)
    code = ending(realpolitik, words)
    if code == INTERRUPTED and arguments is None:
        # Python would end by the signal, not by the code, if it met Ctrl-C in an exec
        os._exit(code)
    return code
