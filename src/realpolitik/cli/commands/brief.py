"""`brief`: two actors on a few pages, every statement with its evidence."""

from pathlib import Path

import click

from realpolitik.cli import arguments
from realpolitik.cli.outputs import check_writable, output, output_option
from realpolitik.cli.selecting import nothing_between
from realpolitik.cli.session import Session, project_option
from realpolitik.core.errors import UsageError
from realpolitik.core.selection import Selection

_SUFFIXES = {
    "": "html",
    ".html": "html",
    ".htm": "html",
    ".md": "markdown",
    ".markdown": "markdown",
}


@click.command(
    epilog="""\b
Examples:
  realpolitik -p myproject brief RUS ISR -o brief.html
  realpolitik -p myproject brief Serbia Kosovo --format markdown"""
)
@click.argument("first", type=arguments.actor, metavar="A")
@click.argument("second", type=arguments.actor, metavar="B")
@output_option
@click.option(
    "--format",
    "form",
    type=click.Choice(("html", "markdown")),
    help="Form of the brief [default: by the suffix of -o, else html].",
)
@project_option
@click.pass_obj
def command(
    session: Session,
    /,
    first: str,
    second: str,
    *,
    path: Path | None,
    form: str | None,
) -> None:
    """Write a brief on actors A and B as one page.

    The page stands alone: no network, no other files. Each statement carries the
    sentences behind it, with their publisher and date.
    """
    form = form or _form_of(path)
    check_writable(path)
    project = session.open()
    if not project.claims(Selection(dyad=(first, second))):
        session.say(nothing_between(project.folder, first, second))
    text = project.brief(first, second, format=form)
    with output(path) as sink:
        sink.write(text.encode("utf-8", "replace"))
    if path is not None:
        session.say(f"wrote {path}")


def _form_of(path: Path | None) -> str:
    suffix = path.suffix.lower() if path else ""
    if suffix in _SUFFIXES:
        return _SUFFIXES[suffix]
    raise UsageError(
        f"{path}: no brief is written as {suffix}; "
        "name a .html or .md file, or give --format html or --format markdown"
    )
