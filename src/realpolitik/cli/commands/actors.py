"""`actors`: the directory of actors, ours and the user's own."""

import click

from realpolitik.cli.groups import LazyGroup

COMMANDS = {
    "lookup": "Say whom a name or title means on a day, and its rivals.",
    "list": "List who and what belongs to a state or organisation on a day.",
    "unknown": "Rank the names that a project saw and could not place.",
    "add": "Tell a project of an actor, and resolve its claims anew.",
    "resolve": "Resolve a project anew after actors.toml was edited.",
    "import": "Take in dictionaries of PETRARCH, PETRARCH2 and TABARI.",
}


@click.group(
    cls=LazyGroup,
    listed=COMMANDS,
    place="realpolitik.cli.commands.actors_{}",
    epilog="""\b
Examples:
  realpolitik actors lookup "the Kremlin" --date 1987-06-01
  realpolitik actors list --country ISR --on 1996-01-01
  realpolitik -p myproject actors unknown
  realpolitik -p myproject actors add "Night Guard" --country RUS --sector MIL""",
)
def command() -> None:
    """Ask the directory of actors, and tell it of your own."""
