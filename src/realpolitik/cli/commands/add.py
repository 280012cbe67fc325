"""`add`: documents into a project, as many as there are, each only once."""

from datetime import date
from typing import TYPE_CHECKING

import click

from realpolitik.cli import arguments
from realpolitik.cli.added_words import added_words
from realpolitik.cli.advance import expected, telling
from realpolitik.cli.endings import DONE, INTERRUPTED, UNUSABLE, WITH_PROBLEMS
from realpolitik.cli.reading_options import day_option, workers_option
from realpolitik.cli.session import Session, project_option, warn
from realpolitik.cli.words import count_words

if TYPE_CHECKING:
    from realpolitik.project import AddReport


@click.command(
    epilog="""\b
Examples:
  realpolitik -p myproject add documents/ article.html
  realpolitik -p myproject add news.jsonl --workers 2
  realpolitik -p myproject add speech.txt --date 2015-09-21 -v"""
)
@click.argument(
    "sources", nargs=-1, required=True, type=arguments.place, metavar="SOURCE..."
)
@day_option
@workers_option
@click.option("-v", "--verbose", is_flag=True, help="A line on stderr a document.")
@project_option
@click.pass_obj
def command(
    session: Session,
    /,
    sources: tuple[str, ...],
    *,
    day: date | None,
    workers: int,
    verbose: bool,
) -> int:
    """Read documents into the project: files, folders, URLs, or - for stdin.

    A document that the project holds already is left as it is, so the same command
    again goes on where an interrupted one stopped.
    """
    project = session.open()
    try:
        total = expected(sources)
        with telling(session, lines=verbose, total=total) as tell:
            report = project.add(
                sources, date=day, workers=workers, progress=tell, web=session.web()
            )
    except KeyboardInterrupt as interruption:  # its words tell what is kept
        warn(str(interruption) or "interrupted before anything was added")
        return INTERRUPTED
    session.say(_summary(report))
    return _code(report)


def _summary(report: "AddReport") -> str:
    parts = added_words(report)
    if report.replaced:
        parts.append(
            f"{count_words(len(report.replaced), 'earlier version')} withdrawn"
        )
    if report.problems:
        parts.append(count_words(report.problems, "problem"))
    return ", ".join(parts)


def _code(report: "AddReport") -> int:
    if report.unread and not (report.added or report.known):
        return UNUSABLE
    return WITH_PROBLEMS if report.unread or report.problems else DONE
