"""`claims`: the claims of a project, filtered, in any format."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

import click

from realpolitik.cli.formats import check_sink, format_for, format_option, write
from realpolitik.cli.outputs import check_writable, output, output_option
from realpolitik.cli.selecting import filters_in, selection_options, why_empty
from realpolitik.cli.session import Session, at_terminal, project_option
from realpolitik.cli.shapes import CLAIMS, Listed
from realpolitik.cli.words import count_words
from realpolitik.core.claim import Claim
from realpolitik.core.selection import Selection

if TYPE_CHECKING:
    from realpolitik.project import Project

_DATED = ("table", "csv", "tsv")  # the forms that give the day of the document


@click.command(
    epilog="""\b
Examples:
  realpolitik -p myproject claims --dyad RUS ISR --since 2015 --type CONSULT
  realpolitik -p myproject claims --actor Russia --modality planned
  realpolitik -p myproject claims --kind figure --format csv -o figures.csv
  realpolitik -p myproject claims --issue trade --format ndjson | head"""
)
@selection_options
@click.option(
    "--limit",
    type=click.IntRange(1),
    metavar="NUMBER",
    help="At most this many claims.",
)
@format_option
@output_option
@project_option
@click.pass_obj
def command(
    session: Session,
    /,
    selection: Selection,
    *,
    limit: int | None,
    format_name: str | None,
    path: Path | None,
) -> None:
    """List the claims of the project that pass all filters.

    Actors may be given by code or name. On a terminal the table is cut to the width
    of the screen; in a pipe it is tab-separated and whole.
    """
    form = format_for(format_name, path)
    check_sink(form, path)
    check_writable(path)
    project = session.open()
    if selection.document:
        whole = project.document(selection.document).id
        selection = replace(selection, document=whole)
    claims: Sequence[Claim] = project.claims(selection)
    dated = form in _DATED
    listed = _with_documents(project, islice(claims, limit), dated=dated)
    if path is None and form == "table" and at_terminal():
        from realpolitik.cli.screen import console
        from realpolitik.cli.tables import print_claims

        print_claims(console(session), listed)
    else:
        with output(path) as sink:
            write(listed, CLAIMS, form, sink)
    if not claims:
        session.say(_why_empty(project, selection))
    elif limit and limit < len(claims):
        rest = count_words(len(claims) - limit, "more claim")
        session.say(f"{rest}; raise --limit to see them")


def _with_documents(
    project: "Project", claims: Iterator[Claim], *, dated: bool
) -> Iterator[Listed]:
    documents = {d.id: d for d in project.documents()} if dated else {}
    for claim in claims:
        yield Listed(claim, documents.get(claim.document))


def _why_empty(project: "Project", selection: Selection) -> str:
    alone = {
        option: len(project.claims(_only(selection, option)))
        for option in filters_in(selection)
    }
    return why_empty(selection, alone, len(project.claims()))


def _only(selection: Selection, option: str) -> Selection:
    name = option.removeprefix("--").replace("-", "_")
    return replace(Selection(), **{name: getattr(selection, name)})
