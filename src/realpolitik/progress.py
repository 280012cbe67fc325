"""What `add` tells while it works, and what it reports at the end."""

import time
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from shlex import quote

from realpolitik.core.document import Document, Unread
from realpolitik.core.problem import troubles
from realpolitik.store.entry import Entry


@dataclass(frozen=True, slots=True)
class Found:
    """What became of one document: what a line about it says.

    `kept` is the share of the page's text that is read, 0 to 1; `damage` counts the
    problems by kind, without remarks.
    """

    document: str
    kept: float
    language: str | None
    published: date | None
    dated_by: str | None
    damage: Mapping[str, int]
    claims: int
    replaced: bool = False


@dataclass(frozen=True, slots=True)
class Progress:
    """One source is done: read and written, known already, or unread.

    `done`, `sentences`, `claims` and `seconds` count from the start of the call;
    `found` is the number of claims in this document. `result` is read, known or
    unread, `problem` one line for a person, `document` what was read.
    """

    source: str
    done: int
    total: int | None
    sentences: int
    claims: int
    seconds: float
    result: str
    problem: str | None = None
    found: int = 0
    document: Found | None = None


@dataclass(frozen=True, slots=True)
class AddReport:
    """What one call of `add` did.

    `replaced` are the ids of documents that came with other content than before: their
    earlier claims are withdrawn. `problems` counts what is wrong with the documents.
    """

    added: int = 0
    known: int = 0
    unread: tuple[Unread, ...] = ()
    claims: int = 0
    problems: int = 0
    replaced: tuple[str, ...] = ()
    interrupted: bool = False


class AddInterruptedError(KeyboardInterrupt):
    """Ctrl-C in the middle of `add`; `report` tells what was kept until then."""

    def __init__(self, report: AddReport) -> None:
        self.report = report
        super().__init__(
            f"interrupted: {report.added} documents were added and are kept; "
            "add the same again to go on"
        )


@dataclass(frozen=True, slots=True)
class Wishes:
    """What the caller of `add` wants: a day for undated documents, to be told."""

    given: date | None = None
    tell: Callable[[Progress], None] | None = None
    total: int | None = None


class Ledger:
    """What was done so far, told as it happens."""

    def __init__(self, wishes: Wishes, folder: Path) -> None:
        self.wishes = wishes
        self._folder = folder
        self.report = AddReport()
        self._started = time.monotonic()
        self._done = 0
        self._sentences = 0

    def note_known(self, source: str) -> None:
        """A source that the project holds already."""
        self.report = replace(self.report, known=self.report.known + 1)
        self._tell(source, "known")

    def note_unread(self, unread: Unread) -> None:
        """A source that cannot be read, now kept as a problem."""
        self.report = replace(self.report, unread=(*self.report.unread, unread))
        self._tell(unread.source, "unread", f"{unread.source}: {words_on(unread)}")

    def note_read(self, entry: Entry) -> None:
        """A document that is on the disk."""
        document = entry.document
        replaced = [p for p in document.problems if p.kind in _WITHDRAWING]
        self._sentences += len(document.sentences)
        self.report = replace(
            self.report,
            added=self.report.added + 1,
            claims=self.report.claims + len(entry.claims),
            problems=self.report.problems + len(troubles(document.problems)),
            replaced=(*self.report.replaced, *(document.id for _ in replaced)),
        )
        problem = _problem_line(document, self._folder)
        found = found_in(document, len(entry.claims))
        self._tell(document.source, "read", problem, found=found)

    def _tell(
        self,
        source: str,
        result: str,
        problem: str | None = None,
        *,
        found: Found | None = None,
    ) -> None:
        self._done += 1
        if self.wishes.tell:
            self.wishes.tell(
                Progress(
                    source,
                    self._done,
                    self.wishes.total,
                    self._sentences,
                    self.report.claims,
                    time.monotonic() - self._started,
                    result,
                    problem,
                    found.claims if found else 0,
                    found,
                )
            )


def found_in(document: Document, claims: int) -> Found:
    """Sum up one document as read."""
    damage = Counter(problem.kind for problem in troubles(document.problems))
    return Found(
        document.id,
        kept_share(document),
        document.language,
        document.published,
        document.dated_by,
        dict(sorted(damage.items())),
        claims,
        replaced=any(p.kind in _WITHDRAWING for p in document.problems),
    )


def kept_share(document: Document) -> float:
    """Give the share of what a person sees on the page that is read, 0 to 1."""
    frame = sum(p.share or 0.0 for p in document.problems if p.kind == "frame")
    parts = [part for part in document.passages if part.kind != "boilerplate"]
    whole = sum(part.end - part.start for part in parts)
    read = sum(p.end - p.start for p in parts if p.kind not in _LEFT_AWAY)
    return round((1 - min(frame, 1.0)) * read / whole, 4) if whole else 0.0


_WITHDRAWING = ("new-version", "replaced")
_LEFT_AWAY = ("keyword-line", "other-language")


def words_on(unread: Unread) -> str:
    """Say what is wrong with a source and what to do, without its name."""
    return f"{unread.what}; {unread.remedy}"


def _problem_line(document: Document, folder: Path) -> str | None:
    problems = troubles(document.problems)
    if not problems:
        return None
    if len(problems) == 1:
        return f"{document.source}: {problems[0].note}"
    counts = Counter(problem.kind for problem in problems)
    kinds = ", ".join(f"{n} {kind}" for kind, n in sorted(counts.items()))
    hint = f"realpolitik -p {quote(str(folder))} show {quote(document.id)}"
    return f"{document.source}: {kinds}; see: {hint}"
