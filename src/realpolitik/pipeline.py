"""The way of a document in one page: from a source to resolved claims."""

from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from dataclasses import dataclass
from datetime import date
from itertools import islice
from multiprocessing import get_context

from realpolitik.core.claim import Claim, Reading
from realpolitik.core.document import Document, RawDocument, Unread
from realpolitik.core.errors import UnusableInputError
from realpolitik.core.mention import Mention
from realpolitik.documents.make import make_document
from realpolitik.reading.reader import Reader
from realpolitik.resolving.claims import assemble
from realpolitik.resolving.resolver import Resolver

_AHEAD = 8  # documents handed to each worker before the first answer is awaited


@dataclass(frozen=True, slots=True)
class Result:
    """A document as read: its clean text, mentions and claims, all resolved."""

    document: Document
    mentions: tuple[Mention, ...]
    claims: tuple[Claim, ...]


@dataclass(frozen=True, slots=True)
class Pipeline:
    """The reader and the resolver, loaded once."""

    reader: Reader
    resolver: Resolver

    @classmethod
    def load(cls, *, threads: int = 1) -> "Pipeline":
        """Load the model and the knowledge; ModelError or KnowledgeError if broken."""
        return cls(Reader.load(threads=threads), Resolver.load())

    def read(self, raw: RawDocument, *, given_date: date | None = None) -> Result:
        """Read one document; UnusableInputError if nothing in it can be read."""
        return self.read_document(make_document(raw, given_date=given_date))

    def read_document(self, document: Document) -> Result:
        """Read the claims of a document that is already clean text."""
        reading = self.reader.read(document)
        mentions = self.resolver.resolve(document, reading.mentions)
        return Result(document, mentions, self.claims(document, reading, mentions))

    def claims(
        self, document: Document, reading: Reading, mentions: tuple[Mention, ...]
    ) -> tuple[Claim, ...]:
        """Turn what was said into claims about actors, days, places and amounts."""
        return assemble(document, reading, mentions, self.resolver)


def read_all(
    raws: Iterable[RawDocument | Unread],
    *,
    workers: int = 1,
    given_date: date | None = None,
    pipeline: Pipeline | None = None,
) -> Iterator[Result | Unread]:
    """Read many documents, in the order in which they came.

    The answers do not depend on `workers`: a document is read whole by one process,
    and nothing is shared between documents. `pipeline` is used by a single worker.
    """
    if workers <= 1:
        pipeline = pipeline or Pipeline.load()
        return (_attempt(pipeline, raw, given_date) for raw in raws)
    return _read_in_processes(raws, workers=workers, given_date=given_date)


def _attempt(
    pipeline: Pipeline, raw: RawDocument | Unread, given_date: date | None
) -> Result | Unread:
    if isinstance(raw, Unread):
        return raw
    try:
        return pipeline.read(raw, given_date=given_date)
    except UnusableInputError as error:
        return Unread(error.source, error.what, error.remedy)


def _read_in_processes(
    raws: Iterable[RawDocument | Unread], *, workers: int, given_date: date | None
) -> Iterator[Result | Unread]:
    waiting: list[Future[Result | Unread]] = []
    source = iter(raws)
    # "spawn": a forked copy of a process that runs threads may hang
    with ProcessPoolExecutor(workers, get_context("spawn"), _load_worker) as pool:
        try:
            for raw in islice(source, workers * _AHEAD):
                waiting.append(pool.submit(_work, raw, given_date))
            while waiting:
                yield waiting.pop(0).result()
                for raw in islice(source, 1):
                    waiting.append(pool.submit(_work, raw, given_date))
        finally:
            for future in waiting:
                future.cancel()


_worker: list[Pipeline] = []


def _load_worker() -> None:
    import signal  # a worker leaves Ctrl-C to the process that it works for

    signal.signal(signal.SIGINT, signal.SIG_IGN)
    _worker.append(Pipeline.load())


def _work(raw: RawDocument | Unread, given_date: date | None) -> Result | Unread:
    return _attempt(_worker[0], raw, given_date)
