"""`doctor`: is everything in place, and what to do if it is not."""

from collections.abc import Iterator
from pathlib import Path

import click

from realpolitik.cli.checks import Check, installation_checks, project_checks
from realpolitik.cli.endings import DONE, UNUSABLE
from realpolitik.cli.quality_view import print_quality
from realpolitik.cli.screen import console
from realpolitik.cli.session import Session, project_option


@click.command(
    epilog="""\b
Examples:
  realpolitik doctor
  realpolitik -p myproject doctor
  realpolitik doctor --quality"""
)
@click.option(
    "--quality",
    is_flag=True,
    help="Show how good the reader has proved on held-out text, with 95 % intervals.",
)
@project_option
@click.pass_obj
def command(session: Session, /, quality: bool) -> int:
    """Check the installation, and the project if one is named or here.

    Each line says ok or not ok; the exit code is 1 if anything is not.
    """
    if quality:
        print_quality(console(session))
        return DONE
    sound = True
    for check in _checks(session):
        sound = sound and check.remedy is None
        click.echo(_line(check))
        if check.remedy is not None:
            click.echo(f"{'':8}{'':20}to do: {check.remedy}")
    return DONE if sound else UNUSABLE


def _checks(session: Session) -> Iterator[Check]:
    yield from installation_checks()
    here = Path() if Path("project.toml").exists() else None
    folder = session.project or here
    if folder is not None:
        yield from project_checks(folder)


def _line(check: Check) -> str:
    verdict = "ok" if check.remedy is None else "not ok"
    return f"{verdict:<8}{check.name:<20}{' '.join(check.found.split())}"
