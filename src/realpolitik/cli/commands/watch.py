"""`watch`: what is new in feeds into a project, at intervals, until stopped."""

from datetime import datetime, timedelta
from typing import TYPE_CHECKING

import click

from realpolitik.cli import arguments
from realpolitik.cli.added_words import added_words
from realpolitik.cli.advance import telling
from realpolitik.cli.endings import DONE, INTERRUPTED, UNUSABLE, WITH_PROBLEMS
from realpolitik.cli.problems import warn_unread
from realpolitik.cli.session import Session, project_option, warn
from realpolitik.cli.words import count_words

if TYPE_CHECKING:
    from realpolitik.watching import Round


@click.command(
    epilog="""\b
Examples:
  realpolitik -p myproject watch feeds.opml
  realpolitik -p myproject watch feeds.opml https://example.org/feed --every 15
  realpolitik -p myproject watch feeds.opml --once"""
)
@click.argument(
    "sources", nargs=-1, required=True, type=arguments.place, metavar="SOURCE..."
)
@click.option(
    "--every",
    "minutes",
    type=click.FloatRange(min=1, max=60 * 24 * 7),
    default=60.0,
    show_default=True,
    metavar="MINUTES",
    help="Time between two rounds.",
)
@click.option("--once", is_flag=True, help="One round, then stop.")
@click.option("-v", "--verbose", is_flag=True, help="A line on stderr a document.")
@project_option
@click.pass_obj
def command(
    session: Session,
    /,
    sources: tuple[str, ...],
    *,
    minutes: float,
    once: bool,
    verbose: bool,
) -> int:
    """Add what is new in feeds, at intervals, until stopped with Ctrl-C.

    A SOURCE is a list of feeds (.opml), the address of a feed, or anything else that
    `add` takes. A feed that fails is asked less and less often, the others go on.
    """
    from realpolitik.watching import Rhythm, watch

    project = session.open()
    rhythm = Rhythm(every=minutes * 60, rounds=1 if once else None)
    code = DONE
    try:
        with telling(session, lines=verbose) as tell:
            for done in watch(
                project, sources, rhythm=rhythm, web=session.web(), progress=tell
            ):
                code = _code(done)
                _tell(session, done, None if once else minutes)
    except KeyboardInterrupt as interruption:  # its words tell what is kept
        warn(str(interruption) or "stopped; what was reported as done is kept")
        return INTERRUPTED
    return code


def _tell(session: Session, done: "Round", minutes: float | None) -> None:
    if done.failed is not None:
        warn(done.failed)
    for unread in done.report.unread:
        if unread.source.lower().endswith(".opml") and "://" not in unread.source:
            warn_unread(unread)
    session.say(_summary(done, minutes))


def _summary(done: "Round", minutes: float | None) -> str:
    report = done.report
    now = datetime.now()
    parts = added_words(report)
    if done.resting:
        parts.append(f"{count_words(len(done.resting), 'feed')} left to rest")
    told = f"{now:%Y-%m-%d %H:%M} round {done.number}: {', '.join(parts)}"
    if minutes is None:
        return told
    return f"{told}; next at {now + timedelta(minutes=minutes):%H:%M}"


def _code(done: "Round") -> int:
    report = done.report
    if done.failed or (report.unread and not (report.added or report.known)):
        return UNUSABLE
    return WITH_PROBLEMS if report.unread or report.problems else DONE
