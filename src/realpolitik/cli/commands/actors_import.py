"""`actors import`: dictionaries of older coders into a file of own actors."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import click

from realpolitik.cli import arguments
from realpolitik.cli.delivering import Delivery, deliver, delivery_options
from realpolitik.cli.endings import DONE, UNUSABLE, WITH_PROBLEMS
from realpolitik.cli.session import Session, project_option
from realpolitik.cli.shapes import Cell, Shape
from realpolitik.cli.words import count_words, one_line
from realpolitik.core.errors import UnusableInputError
from realpolitik.core.json_form import Json
from realpolitik.knowledge.actors_file import ACTORS_FILE, read_actors
from realpolitik.knowledge.actors_writing import append
from realpolitik.knowledge.dictionaries import Importing, LineProblem, own_states
from realpolitik.knowledge.own_actors import NONE, using


@dataclass(frozen=True, slots=True)
class _Reported:
    """A line of a dictionary with what is wrong with it."""

    file: str
    problem: LineProblem

    @property
    def cells(self) -> dict[str, Cell]:
        """One row of the report."""
        found = self.problem
        return {
            "file": self.file,
            "line": found.line,
            "what": found.what,
            "taken": "no" if found.left_out else "yes",
            "text": one_line(found.text),
        }


@click.command(
    epilog="""\b
Examples:
  realpolitik -p myproject actors import Phoenix.Countries.actors.txt
  realpolitik actors import *.actors.txt *.agents.txt --into own.toml -o report.csv"""
)
@click.argument(
    "files", nargs=-1, required=True, type=arguments.place, metavar="FILE..."
)
@click.option(
    "--into",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="File to write the actors to [default: the project's actors.toml].",
)
@click.option(
    "--override",
    is_flag=True,
    help="Take names that our directory knows as well; on their days they win.",
)
@click.option(
    "--own-codes",
    is_flag=True,
    help="Take codes of three letters that CAMEO does not know as states of your own.",
)
@delivery_options
@project_option
@click.pass_obj
def command(
    session: Session,
    /,
    files: tuple[str, ...],
    *,
    into: Path | None,
    override: bool,
    own_codes: bool,
    delivery: Delivery,
) -> int:
    """Take in actor and agent dictionaries of PETRARCH, PETRARCH2 and TABARI.

    Names that our directory knows are left to it, unless --override is given. What
    comes on stdout is the report: each line that could not be read, or whose term is
    impossible or doubtful. Exit code 3 if there is any.
    """
    path = into or session.open().folder / ACTORS_FILE
    own = read_actors(path) if path.exists() else NONE
    reported: list[_Reported] = []
    with using(own):
        importing = Importing(override, _states(files) if own_codes else frozenset())
        entries: list[str] = []
        for name in files:
            first = len(importing.problems)
            entries += importing.entries(_lines(name))
            new = importing.problems[first:]
            reported += (_Reported(name, p) for p in sorted(new, key=_line))
    if entries:
        append(path, "\n".join(entries))
    deliver(session, reported, _REPORT, delivery)
    session.say(_summary(importing, path))
    if not (importing.actors or importing.roles or importing.known):
        return UNUSABLE
    return WITH_PROBLEMS if reported else DONE


def _states(names: tuple[str, ...]) -> frozenset[str]:
    return own_states(line for name in names for line in _lines(name))


def _lines(name: str) -> list[str]:
    """Read a dictionary; some of them are Latin-1 here and there."""
    try:
        content = Path(name).read_bytes()
    except OSError as error:
        what = f"cannot be read ({error.strerror})"
        raise UnusableInputError(name, what, "check its name") from error
    try:
        return content.decode("utf-8-sig").splitlines()
    except UnicodeDecodeError:
        return content.decode("latin-1").splitlines()


def _line(problem: LineProblem) -> int:
    return problem.line


def _summary(importing: Importing, path: Path) -> str:
    left = sum(problem.left_out for problem in importing.problems)
    odd = len(importing.problems) - left
    parts = [
        f"{count_words(importing.lines, 'line')} read",
        f"{count_words(importing.actors, 'actor')} and "
        f"{count_words(importing.roles, 'role noun')} written to {path}",
        f"{importing.known:,} known already",
        f"{count_words(left, 'line')} left out",
        f"{count_words(odd, 'doubtful term')} taken",
    ]
    return ", ".join(parts)


def _rows(reported: _Reported) -> Iterator[Json]:
    yield dict(reported.cells)


def _cells(reported: _Reported) -> Iterator[dict[str, Cell]]:
    yield reported.cells


_COLUMNS = ("file", "line", "what", "taken", "text")
_REPORT = Shape("lines", _rows, _COLUMNS, _cells, _COLUMNS)
