"""Store: one project folder, its tables and its originals."""

import logging
from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from pathlib import Path

from realpolitik.core.claim import Claim
from realpolitik.core.document import Document
from realpolitik.core.errors import ProjectError
from realpolitik.core.mention import Mention
from realpolitik.core.problem import Problem
from realpolitik.core.record import Record
from realpolitik.core.selection import Selection
from realpolitik.core.unknown import Unplaced
from realpolitik.store.beginning import clean_start
from realpolitik.store.entry import Entry, Known, Merging, Stored
from realpolitik.store.fetches import Fetch, fetch_row, last_fetch
from realpolitik.store.inserting import insert
from realpolitik.store.originals import ORIGINALS, keep_original, original_bytes
from realpolitik.store.queries.claims import select_claims
from realpolitik.store.queries.documents import (
    copies_of,
    document_ids,
    of_ids,
    select_documents,
)
from realpolitik.store.queries.known import known_documents
from realpolitik.store.queries.mentions import select_mentions
from realpolitik.store.queries.problems import select_problems
from realpolitik.store.queries.records import select_records
from realpolitik.store.queries.said import (
    actor_words,
    kept_documents,
    select_said,
    select_unplaced,
)
from realpolitik.store.queries.status import Counts, count_all
from realpolitik.store.queries.where import Where, claims_where, records_where
from realpolitik.store.session import Tables, has_table
from realpolitik.store.settings import (
    LAYOUT,
    SETTINGS_FILE,
    Settings,
    note_layout,
    read_settings,
    write_settings,
)
from realpolitik.store.writer_lock import writer_lock
from realpolitik.store.writing import Batch, Run, write_again, write_batch

Waiting = Callable[[str], None]

# with no logging set up, a warning goes to stderr as one line
_say = logging.getLogger(__name__).warning


@dataclass(frozen=True, slots=True)
class Evidence:
    """What a selection finds, with the documents it was found in.

    `searched` is the number of documents that were looked through.
    """

    claims: tuple[Claim, ...]
    records: tuple[Record, ...]
    documents: tuple[Document, ...]
    searched: int


@dataclass(frozen=True, slots=True)
class Store:
    """Everything that reads or writes a project folder; each call opens and closes.

    `waiting` is told, once a call, that another process has to be waited for.
    """

    folder: Path
    settings: Settings
    waiting: Waiting = _say

    @classmethod
    def create(cls, folder: Path, *, waiting: Waiting = _say) -> "Store":
        """Make a project in a new or existing folder; it is one when this returns."""
        if (folder / SETTINGS_FILE).exists():
            raise ProjectError(folder, "is a project already", "add documents to it")
        store = cls(folder, Settings(folder.resolve().name), waiting)
        with clean_start(folder):
            (folder / ORIGINALS).mkdir(parents=True, exist_ok=True)
            store._tables.create()
            write_settings(folder, store.settings)
        return store

    @classmethod
    def open(cls, folder: Path, *, waiting: Waiting = _say) -> "Store":
        """Open the project in a folder; ProjectError says why it cannot be.

        One that an earlier version made is brought up to this one's layout.
        """
        store = cls(folder, read_settings(folder), waiting)
        if store.settings.layout == LAYOUT:
            return store
        store._tables.upgrade()
        note_layout(folder)
        return cls(folder, read_settings(folder), waiting)

    def adding(self) -> AbstractContextManager[None]:
        """Hold the right to add; a second process waits for the first."""
        return writer_lock(self.folder, waiting=self.waiting)

    def keep_original(self, content: bytes) -> str:
        """Keep bytes and give their hash."""
        return keep_original(self.folder, content)

    def write(self, batch: Batch, *, run: Run, merging: Merging) -> Run:
        """Write a batch in one transaction and give its run with its number."""
        with self._tables.writing() as connection:
            return write_batch(connection, batch, run=run, merging=merging)

    def keep_fetch(self, fetch: Fetch, content: bytes) -> None:
        """Keep an answer of a web server: its bytes, then what is known of it."""
        self.keep_original(content)
        with self._tables.writing() as connection:
            insert(connection, "fetches", [fetch_row(fetch)])

    def last_fetch(self, address: str) -> Fetch | None:
        """Give the newest kept answer of an address."""
        with self._tables.reading() as connection:
            return last_fetch(connection, address)

    def write_again(
        self, entries: Sequence[Entry], *, run: Run, merging: Merging
    ) -> Run:
        """Write known documents, resolved anew, and give the run with its number."""
        with self._tables.writing() as connection:
            return write_again(connection, entries, run=run, merging=merging)

    def stored(self, documents: Sequence[str]) -> list[Stored]:
        """Give documents with all that was read and resolved in them."""
        with self._tables.reading() as connection:
            found = select_documents(connection, of_ids(list(documents)))
            return [
                Stored(
                    document,
                    select_mentions(connection, document.id),
                    select_said(connection, document.id),
                    select_claims(
                        connection, claims_where(Selection(document=document.id))
                    ),
                )
                for document in found
            ]

    def kept_readings(self) -> frozenset[str]:
        """Give the documents of which is kept what the reader saw."""
        with self._tables.reading() as connection:
            if not has_table(connection, "said"):
                return frozenset()
            return kept_documents(connection)

    def actor_words(self) -> dict[str, list[str]]:
        """Give the words by which each document may name actors."""
        with self._tables.reading() as connection:
            return actor_words(connection)

    def unplaced(self) -> list[Unplaced]:
        """Give the actor mentions that no actor was found for, by day."""
        with self._tables.reading() as connection:
            if not has_table(connection, "said"):
                return []
            return select_unplaced(connection)

    def known(self) -> dict[str, Known]:
        """Give what has been read, as it stands now, by identity."""
        with self._tables.reading() as connection:
            return known_documents(connection)

    def claims(self, selection: Selection) -> tuple[Claim, ...]:
        """Give claims by date of their documents, as they read."""
        with self._tables.reading() as connection:
            return select_claims(connection, claims_where(selection))

    def records(self, selection: Selection) -> tuple[Record, ...]:
        """Give records by day."""
        with self._tables.reading() as connection:
            return select_records(connection, records_where(selection))

    def evidence(self, selection: Selection) -> Evidence:
        """Give claims, records and the claims' documents, all of the same moment."""
        with self._tables.reading() as connection:
            claims = select_claims(connection, claims_where(selection))
            ids = sorted({claim.document for claim in claims})
            return Evidence(
                claims,
                select_records(connection, records_where(selection)),
                select_documents(connection, of_ids(ids)),
                len(document_ids(connection, "")),
            )

    def documents(self) -> tuple[Document, ...]:
        """Give all documents by date and id."""
        with self._tables.reading() as connection:
            return select_documents(connection, Where())

    def document(self, identity: str) -> Document | None:
        """Give one document by its whole id."""
        with self._tables.reading() as connection:
            found = select_documents(connection, of_ids([identity]))
        return found[0] if found else None

    def document_ids(self, beginning: str = "") -> tuple[str, ...]:
        """Give the ids that begin so."""
        with self._tables.reading() as connection:
            return document_ids(connection, beginning)

    def copies(self, document: str) -> tuple[Document, ...]:
        """Give the documents that print the same text, by date and id."""
        with self._tables.reading() as connection:
            return select_documents(connection, copies_of(document))

    def mentions(self, document: str) -> tuple[Mention, ...]:
        """Give the mentions of a document in reading order."""
        with self._tables.reading() as connection:
            return select_mentions(connection, document)

    def problems(self) -> tuple[tuple[str, Problem], ...]:
        """Give each problem with its document's id, or with the source left unread."""
        with self._tables.reading() as connection:
            return select_problems(connection)

    def original(self, sha256: str) -> bytes:
        """Give the bytes with this hash."""
        return original_bytes(self.folder, sha256)

    def counts(self) -> Counts:
        """Count everything."""
        with self._tables.reading() as connection:
            return count_all(connection)

    def size(self) -> int:
        """Give how many bytes the folder takes on the disk."""
        files = (path for path in self.folder.rglob("*") if path.is_file())
        return sum(path.stat().st_size for path in files)

    @property
    def _tables(self) -> Tables:
        return Tables(self.folder, self.settings.wait, self.waiting)
