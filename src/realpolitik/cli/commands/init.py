"""`init`: a new project folder."""

from pathlib import Path
from shlex import quote

import click

from realpolitik.cli import arguments
from realpolitik.cli.session import Session


@click.command(
    epilog="""\b
Examples:
  realpolitik init myproject
  realpolitik -p myproject add documents/"""
)
@click.argument("folder", type=arguments.folder)
@click.pass_obj
def command(session: Session, /, folder: Path) -> None:
    """Make a new project folder.

    The folder holds everything: copying it is a backup.
    """
    from realpolitik.project import Project

    Project.init(folder)
    place = quote(str(folder))
    session.say(
        f"made project {folder}; next: realpolitik -p {place} add FOLDER FILE ..."
    )
