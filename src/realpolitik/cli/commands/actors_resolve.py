"""`actors resolve`: a project resolved anew, without reading its texts again."""

import click

from realpolitik.cli.endings import DONE, WITH_PROBLEMS
from realpolitik.cli.resolved import told, warn_skipped
from realpolitik.cli.session import Session, project_option


@click.command(
    epilog="""\b
Examples:
  realpolitik -p myproject actors resolve"""
)
@project_option
@click.pass_obj
def command(session: Session, /) -> int:
    """Resolve all documents of the project anew, after actors.toml was edited.

    The texts are not read again: what the reader saw in them is kept.
    """
    resolved = session.open().resolve_again()
    session.say(told(resolved))
    return WITH_PROBLEMS if warn_skipped(resolved) else DONE
