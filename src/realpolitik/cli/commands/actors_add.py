"""`actors add`: an own actor into actors.toml, and the claims concerned resolved."""

import re
from collections.abc import Callable
from typing import Any, TypeVar

import click

from realpolitik.cli import arguments
from realpolitik.cli.endings import DONE, WITH_PROBLEMS
from realpolitik.cli.resolved import told, warn_skipped
from realpolitik.cli.session import Session, project_option
from realpolitik.core.errors import ActorsFileError, UsageError

Result = TypeVar("Result")

_LINE = re.compile(r"^line \d+, ")  # of a file that was not written

_OPTIONS = (
    click.option("--country", metavar="CODE", help="Whose: ISO alpha-3, or EU, NATO."),
    click.option("--code", metavar="CODE", help="Its own code, for a movement or so."),
    click.option("--kind", metavar="KIND", help="person, body, organisation ..."),
    click.option("--sector", metavar="SECTOR", help="GOV, MIL, REB, BUS ..."),
    click.option("--role", metavar="WORDS", help="Office or part of a person."),
    click.option("--start", metavar="DAY", help="From this day, month or year on."),
    click.option("--end", metavar="DAY", help="Up to this day, month or year."),
    click.option(
        "--alias", "aliases", multiple=True, metavar="NAME", help="Another name."
    ),
    click.option("--qid", metavar="ITEM", help="Its Wikidata item, to replace ours."),
    click.option("--rank", type=int, metavar="NUMBER", help="1 to 5, how well known."),
    click.option("--note", metavar="WORDS", help="A word for whoever reads the file."),
    click.option("--id", metavar="ID", help="Its id [default: made of the name]."),
)


def _fields(command: Callable[..., Result]) -> Callable[..., Result]:
    for option in reversed(_OPTIONS):
        command = option(command)
    return command


@click.command(
    epilog="""\b
Examples:
  realpolitik -p myproject actors add "Night Guard" --country RUS --sector MIL
  realpolitik -p myproject actors add "Pavel Petrovsky" --country RUS --sector GOV \\
      --role "Deputy Minister of Energy" --start 2019-03 --end 2021 --alias Petrovski
  realpolitik -p myproject actors add "Free Marsh" --kind movement --code FREE_MARSH"""
)
@click.argument("name", type=arguments.place)
@_fields
@project_option
@click.pass_obj
def command(session: Session, /, name: str, **options: Any) -> int:
    """Write an actor into the project's actors.toml and resolve its claims anew.

    Only documents that may name it are resolved anew, and none is read again.
    """
    project = session.open()
    given = {"name": name, **options, "aliases": list(options["aliases"])}
    order = ("id", "name", "kind", *(key for key in options if key != "id"))
    fields = {key: given[key] for key in order if given[key] not in (None, [], ())}
    project.actors()  # a fault that is in the file already is told with its line
    try:
        actor, resolved = project.add_actor(fields)
    except ActorsFileError as error:
        faults = (_LINE.sub("", fault) for fault in error.faults)
        raise UsageError("; ".join(faults)) from error
    session.say(f"added {actor.name} as {actor.id} to actors.toml; {told(resolved)}")
    return WITH_PROBLEMS if warn_skipped(resolved) else DONE
