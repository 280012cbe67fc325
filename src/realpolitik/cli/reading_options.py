"""Options of every command that reads documents."""

import click

from realpolitik.cli import arguments

day_option = click.option(
    "--date",
    "day",
    type=arguments.day,
    metavar="DAY",
    help="The day of documents that do not say theirs.",
)
workers_option = click.option(
    "--workers",
    type=click.IntRange(1),
    default=1,
    metavar="NUMBER",
    help="Processes that read at the same time.",
)
