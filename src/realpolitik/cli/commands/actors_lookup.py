"""`actors lookup`: whom a name or title means on a day."""

from datetime import date

import click

from realpolitik.cli import arguments
from realpolitik.cli.actor_shapes import FOUND
from realpolitik.cli.delivering import Delivery, deliver, delivery_options
from realpolitik.cli.endings import DONE, UNUSABLE
from realpolitik.cli.session import Session, project_option, warn


@click.command(
    epilog="""\b
Examples:
  realpolitik actors lookup "the Kremlin" --date 1987-06-01
  realpolitik actors lookup "the Russian president" --date 2009-05-01
  realpolitik actors lookup Bush --date 1991-01-17 --format json"""
)
@click.argument("words", type=arguments.place, metavar="WORDS")
@click.option(
    "--date",
    "day",
    type=arguments.day,
    metavar="DAY",
    help="The day on which they were written.",
)
@delivery_options
@project_option
@click.pass_obj
def command(
    session: Session, /, words: str, *, day: date | None, delivery: Delivery
) -> int:
    """Say whom words mean on a day: the one chosen, then whom else they may mean.

    The project's own actors, if there is a project at hand, come first. Exit code 1
    if nobody is known by these words.
    """
    from realpolitik.resolving.lookup import look_up

    found = look_up(words, day, session.actors())
    deliver(session, found, FOUND, delivery)
    if found:
        return DONE
    warn(
        f"{words}: nobody is known by these words; "
        "tell who it is with: realpolitik -p PROJECT actors add"
    )
    return UNUSABLE
