"""`actors unknown`: names that a project saw and could not place."""

from itertools import islice

import click

from realpolitik.cli.actor_shapes import UNKNOWN
from realpolitik.cli.delivering import Delivery, deliver, delivery_options
from realpolitik.cli.session import Session, project_option
from realpolitik.cli.words import count_words


@click.command(
    epilog="""\b
Examples:
  realpolitik -p myproject actors unknown
  realpolitik -p myproject actors unknown --limit 100 --sentences 5 --format json"""
)
@click.option(
    "--limit",
    type=click.IntRange(1),
    default=50,
    show_default=True,
    metavar="NUMBER",
    help="At most this many names.",
)
@click.option(
    "--sentences",
    type=click.IntRange(0),
    default=2,
    show_default=True,
    metavar="NUMBER",
    help="At most this many sentences a name.",
)
@delivery_options
@project_option
@click.pass_obj
def command(
    session: Session, /, *, limit: int, sentences: int, delivery: Delivery
) -> None:
    """Rank names of persons and bodies that nobody is known by.

    What stands in most documents comes first. *claims* counts the claims, as the
    reader saw them, in which the name has a part.
    """
    found = session.open().unknown_names(sentences=sentences)
    deliver(session, islice(found, limit), UNKNOWN, delivery)
    if not found:
        session.say("no unknown names: everybody who was named was placed")
    elif len(found) > limit:
        rest = count_words(len(found) - limit, "more name")
        session.say(f"{rest}; raise --limit to see them")
