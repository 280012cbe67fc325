"""Add documents to a project: skip what is known, read the rest, write in batches."""

import json
import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from hashlib import sha256
from typing import TYPE_CHECKING

from realpolitik.core.document import Document, RawDocument, Unread
from realpolitik.core.problem import Problem
from realpolitik.progress import (
    AddInterruptedError,
    AddReport,
    Ledger,
    Wishes,
    words_on,
)
from realpolitik.records.copies import SHARED_VALUES, shared_part, sketch
from realpolitik.records.keys import record_key, reprint_key
from realpolitik.records.merge import merge
from realpolitik.store.entry import Copying, Entry, Known, Merging, Refusal
from realpolitik.store.queries.known import is_known
from realpolitik.store.store import Store
from realpolitik.store.writing import Batch, Run

if TYPE_CHECKING:
    from realpolitik.pipeline import Result

Source = RawDocument | Unread

BATCH_DOCUMENTS = 64
"""A batch is written after so many documents ..."""

BATCH_SECONDS = 2.0
"""... or when so much time has passed, so that little is ever read in vain."""


@dataclass(frozen=True, slots=True)
class ReadingWay:
    """How sources are read: which version of the reader, and the way it goes.

    `read` answers every source in order, and asks for the next ones as it likes.
    """

    version: str
    read: Callable[[Iterable[Source]], Iterator["Result | Unread"]]


def add_documents(
    store: Store, sources: Iterable[Source], *, way: ReadingWay, wishes: Wishes
) -> AddReport:
    """Add sources to a project and report what became of them.

    What is told as read is on the disk. AddInterruptedError on Ctrl-C: the batch at
    hand is given up, earlier ones are kept.
    """
    ledger = Ledger(wishes, store.folder)
    try:
        with store.adding():
            adding = _Adding(store, Run(way.version, _now()), ledger)
            for result in way.read(adding.fresh(sources)):
                adding.take(result)
            adding.write()
    except KeyboardInterrupt as error:
        report = replace(ledger.report, interrupted=True)
        raise AddInterruptedError(report) from error
    return ledger.report


def identity_of(raw: RawDocument) -> str:
    """Hash the bytes and what the carrier knew: equal means the same document."""
    told = (raw.id, raw.date, raw.title, raw.publisher, raw.author, raw.url)
    carrier = json.dumps([*told, raw.language, raw.speaker], default=str)
    return sha256(sha256(raw.content).digest() + carrier.encode()).hexdigest()


class _Adding:
    """What waits to be read and what waits to be written."""

    def __init__(self, store: Store, run: Run, ledger: Ledger) -> None:
        self._store, self._run, self._ledger = store, run, ledger
        self._known = store.known()
        self._current = {known.document: known for known in self._known.values()}
        self._holders = {
            known.document: _file_of(known.source) for known in self._known.values()
        }
        self._pages = {
            known.source: known.document
            for known in self._known.values()
            if _may_change(known.source)
        }
        self._waiting: deque[RawDocument | Unread] = deque()
        self._at_hand: dict[str, list[str]] = {}  # twins of what is not written yet
        self._entries: list[Entry] = []
        self._unread: list[Unread] = []
        self._written = time.monotonic()

    def fresh(self, sources: Iterable[Source]) -> Iterator[Source]:
        """Pass on what is not known; the answers have to come in the same order."""
        for found in sources:
            source = self._apart(found) if isinstance(found, RawDocument) else found
            if isinstance(source, RawDocument) and not self._is_new(source):
                continue
            self._waiting.append(source)
            yield source

    def take(self, result: "Result | Unread") -> None:
        """Take what became of the source that waits longest."""
        source = self._waiting.popleft()
        if isinstance(result, Unread):
            self._unread.extend([result, *self._unread_twins(source, result)])
        elif isinstance(source, RawDocument):
            self._store.keep_original(source.content)
            self._enter(result, source)
        full = len(self._entries) >= BATCH_DOCUMENTS
        if full or time.monotonic() - self._written > BATCH_SECONDS:
            self.write()

    def write(self) -> None:
        """Write what was read in one transaction, then tell of it."""
        refusals = [Refusal(u.source, words_on(u)) for u in self._unread]
        if self._entries or refusals:
            batch = Batch(self._entries, refusals)
            self._run = self._store.write(batch, run=self._run, merging=MERGING)
        entries, unread = self._entries, self._unread
        self._entries, self._unread = [], []
        for one in unread:
            self._ledger.note_unread(one)
        for entry in entries:
            self._ledger.note_read(entry)
            for twin in self._at_hand.pop(entry.identity, ()):
                self._ledger.note_known(twin)
        self._written = time.monotonic()

    def _apart(self, raw: RawDocument) -> RawDocument:
        """Give a document another id if another file uses its id for another text.

        A page or entry that has changed keeps the id of its first version.
        """
        identity = identity_of(raw)
        if identity in self._known or identity in self._at_hand:
            return raw
        if raw.id is None:
            return replace(raw, id=self._version_of(raw))
        file = _file_of(raw.source)
        holder = self._holders.setdefault(raw.id, file)
        if holder == file:
            return raw
        own = f"{raw.id}-{sha256(file.encode()).hexdigest()[:6]}"
        note = (
            f"the id {raw.id} stands for another text in {holder}: this one is kept "
            f"as {own}; give different documents different ids"
        )
        problems = (*raw.problems, Problem("same-id", note))
        return replace(raw, id=own, problems=problems)

    def _version_of(self, raw: RawDocument) -> str | None:
        lasts = raw.lasts or _is_address(raw.source)
        return self._pages.get(raw.source) if lasts else None

    def _is_new(self, raw: RawDocument) -> bool:
        asked = self._asked(raw)
        if asked.identity in self._at_hand:
            self._at_hand[asked.identity].append(raw.source)
            return False
        if is_known(asked, self._known):
            self._ledger.note_known(raw.source)
            return False
        self._at_hand[asked.identity] = []
        return True

    def _unread_twins(self, source: Source, unread: Unread) -> list[Unread]:
        if isinstance(source, Unread):
            return []
        twins = self._at_hand.pop(self._asked(source).identity, [])
        return [replace(unread, source=twin) for twin in twins]

    def _asked(self, raw: RawDocument) -> Known:
        given = self._ledger.wishes.given
        return Known("", identity_of(raw), given, self._run.reader, "")

    def _enter(self, result: "Result", source: RawDocument) -> None:
        asked = self._asked(source)
        entry = Entry(
            self._with_history(result.document, source, asked.identity),
            result.mentions,
            result.claims,
            asked.identity,
            asked.given,
            result.said,
        )
        known = entry.known(self._run.reader)
        self._known[known.identity] = self._current[known.document] = known
        if _may_change(known.source):
            self._pages[known.source] = known.document
        self._entries.append(entry)

    def _with_history(
        self, document: Document, source: RawDocument, identity: str
    ) -> Document:
        former = self._current.get(document.id)
        if former is None or former.identity == identity:
            return document
        self._known.pop(former.identity, None)
        if former.sha256 == document.sha256:
            return document  # the same text, only described anew
        problems = (*document.problems, _withdrawal(document, source))
        return replace(document, problems=problems)


_COPYING = Copying(sketch, shared_part, SHARED_VALUES)
MERGING = Merging(merge, record_key, reprint_key, _COPYING)
"""How claims become records, in every project."""


def _withdrawal(document: Document, source: RawDocument) -> Problem:
    if source.lasts:
        note = "the entry has changed: what came from its earlier version is withdrawn"
        return Problem("new-version", note)
    if _is_address(document.source):
        note = "the page has changed: what came from its earlier version is withdrawn"
        return Problem("new-version", note)
    note = (
        f"another content came with the id {document.id}: the claims of the "
        "earlier one are withdrawn; give different documents different ids"
    )
    return Problem("replaced", note)


def _is_address(source: str) -> bool:
    """Tell the address of one page from a path and from a row of a file."""
    return "://" in source and _file_of(source) == source


def _may_change(source: str) -> bool:
    """Tell what may name a page or an entry of a feed, whose text may change."""
    return "#" in source or _is_address(source)


def _file_of(source: str) -> str:
    """Give the file in which a row stands."""
    file, _, line = source.rpartition(":")
    return file if line.isdecimal() else source


def _now() -> datetime:
    return datetime.now(UTC).replace(tzinfo=None)
