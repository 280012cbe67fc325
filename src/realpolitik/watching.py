"""Watch feeds: add what is new, at intervals; a host that fails is asked less often."""

import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

from realpolitik.core.document import Unread
from realpolitik.core.errors import DiskError, ProjectError, UnreadableError
from realpolitik.project import AddReport, Progress, Project

if TYPE_CHECKING:
    from realpolitik.sources.web import Web

_MOST_ROUNDS_LEFT_OUT = 23  # a day, at one round an hour
_LIST = ".opml"


@dataclass(frozen=True, slots=True)
class Round:
    """What one round did: its report, or why it could not be done.

    `resting` are the feeds that failed before and were not asked this time.
    """

    number: int
    report: AddReport
    resting: tuple[str, ...] = ()
    failed: str | None = None


@dataclass(frozen=True, slots=True)
class Rhythm:
    """How often to look (seconds), how many rounds (None: until stopped)."""

    every: float = 3600.0
    rounds: int | None = None
    sleep: Callable[[float], None] = time.sleep


def watch(
    project: Project,
    sources: Iterable[str],
    *,
    rhythm: Rhythm,
    web: "Web",
    progress: Callable[[Progress], None] | None = None,
) -> Iterator[Round]:
    """Give each round when it is done.

    Lists of feeds are read again each round, so that they may be edited meanwhile. A
    feed that fails is left out for 0, 1, 3, 7 ... rounds. DiskError where nothing can
    be written any more; any other failure of a round is told and the next one comes.
    """
    patience = _Patience()
    names = list(sources)
    number = 0
    while True:
        number += 1
        feeds, unread = feeds_in(names)
        due = [feed for feed in feeds if patience.is_due(feed, number)]
        resting = tuple(feed for feed in feeds if feed not in due)
        done = _round(project, due, web=web, progress=progress)
        report, failed = done
        report = _with(report, unread)
        patience.note(report.unread, due, number)
        yield Round(number, report, resting, failed)
        if rhythm.rounds is not None and number >= rhythm.rounds:
            return
        rhythm.sleep(rhythm.every)


def feeds_in(sources: Iterable[str]) -> tuple[list[str], list[Unread]]:
    """Give the feeds that sources mean: those that a list on the disk names, else they
    themselves; and what is wrong with a list.
    """
    feeds: dict[str, None] = {}
    unread: list[Unread] = []
    for source in sources:
        if "://" in source or not source.lower().endswith(_LIST):
            feeds[source] = None
            continue
        try:
            found, broken = _listed(source)
        except (OSError, UnreadableError) as error:
            what = getattr(error, "what", None) or getattr(error, "strerror", None)
            remedy = getattr(error, "remedy", "check the path")
            unread.append(Unread(source, str(what or error).lower(), remedy))
            continue
        if broken is not None:
            what = f"the list is ill-formed ({broken})"
            remedy = "mend it; its feeds are read all the same"
            unread.append(Unread(source, what, remedy))
        feeds |= dict.fromkeys(found)
    return list(feeds), unread


def _listed(source: str) -> tuple[list[str], str | None]:
    from realpolitik.sources.opml import feeds_of

    return feeds_of(Path(source).read_bytes())


def _round(
    project: Project,
    feeds: list[str],
    *,
    web: "Web",
    progress: Callable[[Progress], None] | None,
) -> tuple[AddReport, str | None]:
    try:
        return project.add(feeds, progress=progress, web=web), None
    except DiskError:
        raise
    except ProjectError as error:
        return AddReport(), str(error)


def _with(report: AddReport, unread: list[Unread]) -> AddReport:
    return replace(report, unread=(*report.unread, *unread))


@dataclass(slots=True)
class _Patience:
    """Which feeds failed how often, and in which round each is asked again."""

    failures: dict[str, int] = field(default_factory=dict)
    again: dict[str, int] = field(default_factory=dict)

    def is_due(self, feed: str, number: int) -> bool:
        """Tell whether a feed is asked in a round."""
        return self.again.get(feed, 0) <= number

    def note(self, unread: Iterable[Unread], asked: list[str], number: int) -> None:
        """Take note of what became of the feeds that were asked."""
        failed = {one.source for one in unread}
        for feed in asked:
            if feed not in failed:
                self.failures.pop(feed, None)
                continue
            times = self.failures.get(feed, 0) + 1
            self.failures[feed] = times
            rest = min(2 ** (min(times, 10) - 1) - 1, _MOST_ROUNDS_LEFT_OUT)
            self.again[feed] = number + 1 + rest
