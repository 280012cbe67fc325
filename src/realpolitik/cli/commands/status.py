"""`status`: how much a project holds, and what is wrong with it."""

import json
from collections.abc import Mapping
from dataclasses import asdict
from shlex import quote
from typing import TYPE_CHECKING

import click

from realpolitik.cli.session import Session, project_option
from realpolitik.cli.words import count_words, size_words

if TYPE_CHECKING:
    from realpolitik.project import Status


@click.command(
    epilog="""\b
Examples:
  realpolitik -p myproject status
  realpolitik -p myproject status --format json"""
)
@click.option(
    "--format",
    "form",
    type=click.Choice(("table", "json")),
    default="table",
    help="Lines for people, or one JSON object [default: table].",
)
@project_option
@click.pass_obj
def command(session: Session, /, form: str) -> None:
    """Say what the project holds: documents, claims by kind, records, problems."""
    project = session.open()
    status = project.status()
    if form == "json":
        click.echo(json.dumps(asdict(status), default=str, ensure_ascii=False))
        return
    for name, value in _lines(status):
        click.echo(f"{name:<12}{value}")
    _hint(session, status)


def _lines(status: "Status") -> list[tuple[str, str]]:
    days = f", {status.first} to {status.last}" if status.first else ""
    layout = f"layout {status.layout}, {size_words(status.bytes)}"
    return [
        ("project", f"{status.name} in {status.folder}, {layout}"),
        ("documents", f"{status.documents:,}{days}"),
        *_copies(status),
        ("sentences", f"{status.sentences:,}"),
        ("mentions", f"{status.mentions:,}"),
        ("claims", _by_kind(status.claims)),
        ("records", f"{status.records:,}"),
        ("problems", _by_kind(status.problems)),
        ("remarks", _by_kind(status.remarks)),
        ("runs", f"{status.runs:,}"),
        ("reader", status.reader),
    ]


def _copies(status: "Status") -> list[tuple[str, str]]:
    if not status.copies:
        return []
    of = f"print what {status.copied:,} others printed before; counted once"
    return [("copies", f"{status.copies:,} {of}")]


def _by_kind(counts: Mapping[str, int]) -> str:
    total = f"{sum(counts.values()):,}"
    kinds = ", ".join(f"{number:,} {kind}" for kind, number in counts.items())
    return f"{total}: {kinds}" if kinds else total


def _hint(session: Session, status: "Status") -> None:
    if not status.documents:
        session.say(
            f"next: realpolitik -p {quote(str(status.folder))} add FOLDER FILE ..."
        )
    elder = [reader for reader in status.readers if reader != status.reader]
    if elder:
        older = count_words(len(elder), "other version")
        session.say(
            f"some documents were read by {older} of the reader ({', '.join(elder)}); "
            "add them again to have them read by this one"
        )
