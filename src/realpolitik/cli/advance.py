"""How a long run is told on stderr: a bar with rate and time left, or lines."""

import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from realpolitik.cli.session import Session, warn
from realpolitik.cli.words import count_words

if TYPE_CHECKING:
    from rich.progress import Progress as Bar
    from rich.progress import TaskID

    from realpolitik.project import Progress


class Teller(Protocol):
    """What hears of every document as it is done."""

    def __call__(self, progress: "Progress", /) -> None:
        """Take note of one document."""
        ...


@contextmanager
def telling(
    session: Session, *, lines: bool, total: int | None = None
) -> Iterator[Teller]:
    """Tell progress: lines, on a terminal with a bar below; into a file if asked for.

    Else problems only.
    """
    if session.quiet or not sys.stderr.isatty():
        yield _tell_line if lines else _tell_problem
        return
    with _bar(session) as bar:
        left = "left" if total else ""
        task = bar.add_task("reading", total=total, rate="", left=left)
        yield _BarTeller(bar, task)


def expected(sources: Sequence[str]) -> int | None:
    """Count the documents of files and folders without reading them.

    None for standard input and the web.
    """
    if any("://" in source for source in sources):
        return None
    paths = [Path(source) for source in sources]
    if Path("-") in paths:
        return None
    return sum(
        _documents_in(file)
        for path in paths
        for file in (path.rglob("*") if path.is_dir() else (path,))
    )


def _documents_in(path: Path) -> int:
    if path.is_dir() or path.name.startswith("."):
        return 0
    if path.suffix.lower() != ".jsonl" or not path.is_file():
        return 1
    with path.open("rb") as rows:
        return sum(1 for row in rows if row.strip())


def _tell_problem(progress: "Progress", /) -> None:
    if progress.problem:
        warn(progress.problem)


def _tell_line(progress: "Progress", /) -> None:
    total = f"/{progress.total}" if progress.total else ""
    warn(f"{progress.done}{total} {document_line(progress)}")


def document_line(progress: "Progress") -> str:
    """Say in a line what became of a document: kept share, language, date, claims."""
    found = progress.document
    if found is None:
        problem = progress.problem if progress.result == "unread" else None
        return problem or f"{progress.source}: {progress.result}"
    day = f"{found.published} ({found.dated_by})" if found.published else "no date"
    damage = ", ".join(f"{n} {kind}" for kind, n in found.damage.items())
    language = found.language or "no language"
    facts = (found.document, f"kept {found.kept:.0%}", language, day)
    claims = count_words(found.claims, "claim")
    line = f"{progress.source}: {', '.join((*facts, claims))}"
    return f"{line}; {damage}" if damage else line


class _BarTeller:
    """Moves the bar; what became of each document is printed above it."""

    def __init__(self, bar: "Bar", task: "TaskID") -> None:
        self._bar, self._task = bar, task

    def __call__(self, progress: "Progress", /) -> None:
        """Show how far the run is."""
        line = " ".join(document_line(progress).split())
        self._bar.console.print(line, soft_wrap=True, markup=False, highlight=False)
        rate = progress.sentences / progress.seconds if progress.seconds else 0.0
        self._bar.update(
            self._task,
            completed=progress.done,
            total=progress.total,  # None leaves the expected one
            rate=f"{rate:.0f} sentences/s, {count_words(progress.claims, 'claim')}",
        )


def _bar(session: Session) -> "Bar":
    from rich.progress import (
        BarColumn,
        MofNCompleteColumn,
        Progress,
        TextColumn,
        TimeRemainingColumn,
    )

    from realpolitik.cli.screen import console

    return Progress(
        TextColumn("reading"),
        BarColumn(),
        MofNCompleteColumn(),
        TextColumn("documents, {task.fields[rate]}"),
        TimeRemainingColumn(),
        TextColumn("{task.fields[left]}"),
        console=console(session, sys.stderr),
        transient=True,
    )
