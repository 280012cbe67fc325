"""Project: one folder of documents, claims and records, and what can be asked of it."""

import datetime
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from importlib.resources import files
from pathlib import Path
from shlex import quote
from typing import TYPE_CHECKING

from realpolitik.adding import ReadingWay, Source, add_documents
from realpolitik.asked import checked, code_of
from realpolitik.core.document import Document, Unread
from realpolitik.core.dossier import Dossier
from realpolitik.core.errors import UsageError
from realpolitik.core.problem import REMARKS, Problem
from realpolitik.core.selection import Selection
from realpolitik.measures.dyad import DyadView, view_of
from realpolitik.progress import AddInterruptedError, AddReport, Progress, Wishes
from realpolitik.records.copies import Differences, differences
from realpolitik.results import Claims, Records
from realpolitik.store.store import Store

if TYPE_CHECKING:
    from realpolitik.core.unknown import UnknownName
    from realpolitik.knowledge.actors_writing import Fields
    from realpolitik.knowledge.own_actors import OwnActor, OwnActors
    from realpolitik.pipeline import Result
    from realpolitik.reading.card import Card
    from realpolitik.resolving_again import Resolved
    from realpolitik.sources.web import Web

__all__ = [
    "AddInterruptedError",
    "AddReport",
    "DyadView",
    "Progress",
    "Project",
    "Status",
]

_EVERYTHING = Selection()
_LEVELS = ("type", "who", "strict", "all")  # of agreement, each an F1 of 100


@dataclass(frozen=True, slots=True)
class Status:
    """How much a project holds: counts by kind, span of dates, size on the disk.

    `remarks` are problems that are none: what was left away on purpose. `copies`
    documents print what one of `copied` others printed before.
    """

    folder: Path
    name: str
    layout: int
    documents: int
    sentences: int
    mentions: int
    claims: Mapping[str, int]
    records: int
    problems: Mapping[str, int]
    runs: int
    first: datetime.date | None
    last: datetime.date | None
    bytes: int
    reader: str
    readers: tuple[str, ...]
    remarks: Mapping[str, int] = field(default_factory=dict)
    copies: int = 0
    copied: int = 0


@dataclass(frozen=True, slots=True)
class Project:
    """A project folder; every call opens it, works and closes it again."""

    folder: Path
    _store: Store

    @classmethod
    def init(cls, folder: str | Path) -> "Project":
        """Make a project in a folder; ProjectError if that cannot be."""
        return cls(Path(folder), Store.create(Path(folder)))

    @classmethod
    def open(cls, folder: str | Path) -> "Project":
        """Open the project in a folder; ProjectError if there is none to be opened."""
        return cls(Path(folder), Store.open(Path(folder)))

    def add(
        self,
        sources: Iterable[str | Path],
        *,
        date: datetime.date | str | None = None,
        workers: int = 1,
        progress: Callable[[Progress], None] | None = None,
        web: "Web | None" = None,
    ) -> AddReport:
        """Add documents; what is known already is left as it is.

        `date` is the day of documents that do not say theirs, `web` how addresses are
        fetched. What `progress` is told of as read is on the disk.
        AddInterruptedError (a KeyboardInterrupt) on Ctrl-C.
        """
        from realpolitik.fetches import StoreKeeper
        from realpolitik.pipeline import read_all
        from realpolitik.sources.open import open_sources
        from realpolitik.sources.web import Web

        given = _day(date) if isinstance(date, str) else date
        actors = self.actors_file

        kept_web = (web or Web()).keeping(StoreKeeper(self._store))

        def read(fresh: Iterable[Source]) -> "Iterator[Result | Unread]":
            return read_all(fresh, workers=workers, given_date=given, actors=actors)

        return add_documents(
            self._store,
            open_sources(map(str, sources), web=kept_web),
            way=ReadingWay(_card().version, read),
            wishes=Wishes(given, progress),
        )

    @property
    def actors_file(self) -> Path | None:
        """The project's own actors, None if it has none."""
        from realpolitik.knowledge.actors_file import ACTORS_FILE

        path = self.folder / ACTORS_FILE
        return path if path.exists() else None

    def actors(self) -> "OwnActors":
        """Give the project's own actors; ActorsFileError if its file has faults."""
        from realpolitik.knowledge.actors_file import read_actors
        from realpolitik.knowledge.own_actors import NONE

        path = self.actors_file
        return read_actors(path) if path else NONE

    def add_actor(
        self, fields: "Fields", terms: "Iterable[Fields]" = ()
    ) -> "tuple[OwnActor, Resolved]":
        """Write an own actor into actors.toml and resolve what may name it anew.

        `fields` and `terms` are those of the file; without an id one is made of the
        name. ActorsFileError if there is a fault in them, UsageError if the file has
        the actor already; it is then as before.
        """
        from realpolitik.knowledge.actors_file import ACTORS_FILE
        from realpolitik.knowledge.actors_writing import (
            append,
            entry_text,
            free_id,
            same_as_before,
        )
        from realpolitik.resolving_again import resolve_again

        held = self.actors().actors
        identity = fields.get("id") or free_id(
            str(fields.get("name", "")), [actor.id for actor in held]
        )
        text = entry_text("actor", {"id": identity, **fields}, terms)
        own = append(self.folder / ACTORS_FILE, text, refuse=same_as_before)
        return own.actors[-1], resolve_again(self._store, own, naming=own.actors[-1:])

    def resolve_again(self) -> "Resolved":
        """Resolve everything anew, after actors.toml was edited; nothing is read."""
        from realpolitik.resolving_again import resolve_again

        return resolve_again(self._store, self.actors())

    def unknown_names(self, *, sentences: int = 2) -> "list[UnknownName]":
        """Rank the names that were seen and not placed, with some sentences each."""
        from realpolitik.knowledge.own_actors import using
        from realpolitik.resolving.unknown_names import unknown_names

        with using(self.actors()):
            return unknown_names(self._store.unplaced(), sentences=sentences)

    def claims(self, selection: Selection = _EVERYTHING) -> Claims:
        """Give claims, by date of their documents, as they read."""
        return Claims(self._store.claims(self._checked(selection)))

    def records(self, selection: Selection = _EVERYTHING) -> Records:
        """Give records, by day."""
        return Records(self._store.records(self._checked(selection)))

    def _checked(self, selection: Selection) -> Selection:
        from realpolitik.knowledge.own_actors import using

        if selection == _EVERYTHING:
            return selection
        with using(self.actors()):
            return checked(selection)

    def documents(self) -> tuple[Document, ...]:
        """Give all documents, by date and id."""
        return self._store.documents()

    def document(self, id_or_prefix: str) -> Document:
        """Give one document by its id or the beginning of it."""
        if found := self._store.document(id_or_prefix):
            return found
        ids = self._store.document_ids(id_or_prefix)
        if len(ids) > 1:
            some = ", ".join(ids[:5])
            raise UsageError(
                f"{id_or_prefix!r} begins {len(ids)} documents: {some} ..."
            )
        found = self._store.document(ids[0]) if ids else None
        if found is None:
            raise UsageError(
                f"no document {id_or_prefix!r} in {self.folder}; "
                "see the document of each claim in: "
                f"realpolitik -p {quote(str(self.folder))} claims"
            )
        return found

    def copies(self, document_id: str) -> list[tuple[Document, Differences]]:
        """Give the documents that print the same text, and what differs in each."""
        own = self.document(document_id)
        return [
            (other, differences(_sentences(own), _sentences(other)))
            for other in self._store.copies(own.id)
        ]

    def raw_bytes(self, document_id: str) -> bytes:
        """Give the bytes from which a document was made."""
        return self._store.original(self.document(document_id).sha256)

    def status(self) -> Status:
        """Count what the project holds."""
        counts = self._store.counts()
        return Status(
            folder=self.folder,
            name=self._store.settings.name,
            layout=self._store.settings.layout,
            documents=counts.documents,
            sentences=counts.sentences,
            mentions=counts.mentions,
            claims=counts.claims,
            records=counts.records,
            problems={k: n for k, n in counts.problems.items() if k not in REMARKS},
            remarks={k: n for k, n in counts.problems.items() if k in REMARKS},
            runs=counts.runs,
            first=counts.first,
            last=counts.last,
            bytes=self._store.size(),
            reader=_card().version,
            readers=counts.readers,
            copies=counts.copies,
            copied=counts.copied,
        )

    def problems(self) -> tuple[tuple[str, Problem], ...]:
        """Give each problem with its document's id, or with the source left unread."""
        return self._store.problems()

    def dossier(self, first: str, second: str) -> Dossier:
        """Gather what is known between two actors, by code or name, either way."""
        from realpolitik.knowledge.own_actors import using

        with using(self.actors()):
            return self._dossier(code_of(first), code_of(second))

    def _dossier(self, first: str, second: str) -> Dossier:
        from realpolitik.knowledge.names import name_of

        if first == second:
            raise UsageError(f"a dyad needs two actors; {first} was given twice")
        found = self._store.evidence(Selection(dyad=(first, second)))
        codes = {first, second}.union(
            party.actor.code
            for claim in found.claims
            for party in (*claim.actor, *claim.recipient, *claim.speaker)
            if party.actor.code
        )
        days = [d.published for d in found.documents if d.published]
        card = _card()
        return Dossier(
            first=first,
            second=second,
            names={code: name_of(code) for code in sorted(codes)},
            claims=found.claims,
            records=found.records,
            documents={document.id: document for document in found.documents},
            as_of=max(days, default=None),
            reader=card.version,
            scores=_scores(card),
            searched=found.searched,
        )

    def dyad(self, first: str, second: str) -> DyadView:
        """Measure the relationship of two actors."""
        return view_of(self.dossier(first, second))

    def brief(self, first: str, second: str, *, format: str = "html") -> str:
        """Write the brief on two actors, as html or markdown."""
        from realpolitik.briefs.render import html, markdown

        renderers = {
            "html": html.render,
            "markdown": markdown.render,
            "md": markdown.render,
        }
        if format not in renderers:
            raise UsageError(f"no brief as {format!r}; there are: html, markdown")
        return renderers[format](self.dossier(first, second))


def _sentences(document: Document) -> list[str]:
    return [document.sentence_text(n) for n in range(len(document.sentences))]


def _day(words: str) -> datetime.date:
    try:
        return datetime.date.fromisoformat(words)
    except ValueError as error:
        raise UsageError(f"{words!r} is no day; write it as 2020-03-05") from error


def _card() -> "Card":
    from realpolitik.reading.card import Card

    return Card.load(Path(str(files("realpolitik.reading"))) / "model" / "card.json")


def _scores(card: "Card") -> dict[str, float]:

    told = card.about.get("scores", {}).get("held_out", {})
    return {level: float(told[level]) for level in _LEVELS if level in told}
