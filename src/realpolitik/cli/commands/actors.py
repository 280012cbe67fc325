"""`actors`: the directory of actors, ours and the user's own."""

import click

from realpolitik.cli.groups import LazyGroup

COMMANDS = {
    "lookup": "Say whom a name or title means on a day, and its rivals.",
    "list": "List who and what belongs to a state or organisation on a day.",
}


@click.group(
    cls=LazyGroup,
    listed=COMMANDS,
    place="realpolitik.cli.commands.actors_{}",
    epilog="""\b
Examples:
  realpolitik actors lookup "the Kremlin" --date 1987-06-01
  realpolitik actors list --country ISR --on 1996-01-01""",
)
def command() -> None:
    """Ask the directory of actors, and tell it of your own."""
