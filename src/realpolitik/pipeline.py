"""The way of a document in one page: from a source to resolved claims."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache, partial
from pathlib import Path

from realpolitik.attributing.accusations import accusations
from realpolitik.attributing.running import with_running_speakers
from realpolitik.core.accusation import Accusation
from realpolitik.core.actor import Actor
from realpolitik.core.claim import Claim, SaidClaim
from realpolitik.core.document import Document, RawDocument, Unread
from realpolitik.core.errors import UnusableInputError
from realpolitik.core.mention import Mention
from realpolitik.core.uncollected import uncollected
from realpolitik.documents.make import make_document
from realpolitik.knowledge.actors_file import read_actors
from realpolitik.knowledge.own_actors import NONE, OwnActors
from realpolitik.reading.reader import Reader
from realpolitik.resolving.resolver import Resolver
from realpolitik.resolving.whole import resolve_whole
from realpolitik.workers import spread


@dataclass(frozen=True, slots=True)
class Result:
    """A document as read: its clean text, mentions and claims, all resolved; `said`
    are the claims before their parties were.
    """

    document: Document
    mentions: tuple[Mention, ...]
    claims: tuple[Claim, ...]
    said: tuple[SaidClaim, ...] = ()


@dataclass(frozen=True, slots=True)
class Pipeline:
    """The reader and the resolver, loaded once."""

    reader: Reader
    resolver: Resolver

    @classmethod
    def load(cls, *, threads: int = 1, own: OwnActors = NONE) -> "Pipeline":
        """Load the model and the knowledge; ModelError or KnowledgeError if broken."""
        return cls(Reader.load(threads=threads), Resolver.load(own))

    def asking(self, min_certainty: float | None) -> "Pipeline":
        """Give a pipeline that tells claims down to a certainty, 0 to 1.

        It may be lower than the reader's own least certainty, which None stands for.
        """
        return replace(self, reader=self.reader.asking(min_certainty))

    @uncollected
    def read(self, raw: RawDocument, *, given_date: date | None = None) -> Result:
        """Read one document; UnusableInputError if nothing in it can be read."""
        return self.read_document(make_document(raw, given_date=given_date))

    @uncollected
    def read_document(self, document: Document) -> Result:
        """Read the claims of a document that is already clean text."""
        reading = with_running_speakers(document, self.reader.read(document))
        whole = resolve_whole(document, reading, self.resolver)
        claims = _at_least(self.reader.min_certainty, whole.claims)
        return Result(document, whole.mentions, claims, whole.said)

    def accusations(self, document: Document) -> tuple[Accusation, ...]:
        """Give whom the speeches of a document accuse.

        Doubtful claims are read too: a sentence may accuse where it is unclear who
        does what to whom.
        """
        claims = self.asking(0.0).read_document(document).claims
        speakers = [self._speaker(document, s.start) for s in document.sentences]
        return accusations(claims, speakers)

    def _speaker(self, document: Document, start: int) -> Actor | None:
        _, passage = document.passage_at(start) or (0, None)
        return self.resolver.speaker(document, passage)


def _at_least(least: float | None, claims: tuple[Claim, ...]) -> tuple[Claim, ...]:
    """Leave out what a damaged text has made less certain than was asked for."""
    if least is None:
        return claims
    return tuple(claim for claim in claims if claim.certainty >= least)


def read_all(
    raws: Iterable[RawDocument | Unread],
    *,
    workers: int = 1,
    given_date: date | None = None,
    pipeline: Pipeline | None = None,
    actors: Path | None = None,
    min_certainty: float | None = None,
) -> Iterator[Result | Unread]:
    """Read many documents, in the order in which they came.

    The answers do not depend on `workers`: a document is read whole by one process,
    and nothing is shared between documents. `pipeline` is used by a single worker, as
    it is. `actors` is a file of own actors; ActorsFileError if there is anything wrong
    in it. `min_certainty` is as for `Pipeline.asking`.
    """
    own = read_actors(actors) if actors else NONE
    if workers <= 1:
        pipeline = pipeline or Pipeline.load(own=own).asking(min_certainty)
        return (_attempt(pipeline, raw, given_date) for raw in raws)
    work = partial(_work, way=_Way(given_date, actors, min_certainty))
    return spread(work, raws, workers=workers, size=_size)


def _size(raw: RawDocument | Unread) -> int:
    return len(raw.content) if isinstance(raw, RawDocument) else 0


def _attempt(
    pipeline: Pipeline, raw: RawDocument | Unread, given_date: date | None
) -> Result | Unread:
    if isinstance(raw, Unread):
        return raw
    try:
        return pipeline.read(raw, given_date=given_date)
    except UnusableInputError as error:
        return Unread(error.source, error.what, error.remedy)


@dataclass(frozen=True, slots=True)
class _Way:
    """How every document is read; it travels to the workers."""

    given_date: date | None
    actors: Path | None
    min_certainty: float | None


@lru_cache(maxsize=1)
def _worker_pipeline(actors: Path | None, min_certainty: float | None) -> Pipeline:
    own = read_actors(actors) if actors else NONE
    return Pipeline.load(own=own).asking(min_certainty)


def _work(raw: RawDocument | Unread, way: _Way) -> Result | Unread:
    pipeline = _worker_pipeline(way.actors, way.min_certainty)
    return _attempt(pipeline, raw, way.given_date)
