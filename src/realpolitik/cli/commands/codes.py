"""`codes`: codes of states between the systems of the field."""

import click

from realpolitik.cli.groups import LazyGroup

COMMANDS = {
    "convert": "Convert codes or names of states from one system to others.",
    "systems": "List the systems of codes.",
}


@click.group(
    cls=LazyGroup,
    listed=COMMANDS,
    place="realpolitik.cli.commands.codes_{}",
    epilog="""\b
Examples:
  realpolitik codes convert 365 --from cow --to iso3 --date 1987-06-01
  realpolitik codes systems""",
)
def command() -> None:
    """Convert codes of states between systems, right on their day."""
