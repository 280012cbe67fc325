"""`dyad`: the relationship of two actors on one screen."""

import click

from realpolitik.cli import arguments
from realpolitik.cli.selecting import nothing_between
from realpolitik.cli.session import Session, project_option


@click.command(
    epilog="""\b
Examples:
  realpolitik -p myproject dyad RUS ISR
  realpolitik -p myproject dyad Serbia Kosovo"""
)
@click.argument("first", type=arguments.actor, metavar="A")
@click.argument("second", type=arguments.actor, metavar="B")
@project_option
@click.pass_obj
def command(session: Session, /, first: str, second: str) -> None:
    """Show the relationship of actors A and B on one screen.

    What happened by quad and direction, the course by month or year, the latest
    records, agreements, figures, stances, judgements, and who says so.
    """
    project = session.open()
    view = project.dyad(first, second)
    if not view.dossier.claims:
        session.say(nothing_between(project.folder, first, second))
        return
    from realpolitik.cli.dyad_view import print_dyad
    from realpolitik.cli.screen import console

    print_dyad(console(session), view)
