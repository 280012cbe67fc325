"""What is written: a document as read, with its place in the project's history."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from realpolitik.core.claim import Claim, SaidClaim
from realpolitik.core.document import Document
from realpolitik.core.mention import Mention
from realpolitik.core.record import Record


@dataclass(frozen=True, slots=True)
class Entry:
    """A document with its mentions and claims.

    `identity` is the hash of the bytes and of what the carrier knew; `given` the day
    that the user gave for documents without one; `said` the claims before their
    parties were resolved.
    """

    document: Document
    mentions: tuple[Mention, ...]
    claims: tuple[Claim, ...]
    identity: str
    given: date | None = None
    said: tuple[SaidClaim, ...] = ()

    def known(self, reader: str) -> "Known":
        """Give what is known once this entry is written."""
        d = self.document
        return Known(d.id, self.identity, self.given, reader, d.sha256, d.source)


@dataclass(frozen=True, slots=True)
class Stored:
    """A document as it stands in the store; `said` is what the reader saw."""

    document: Document
    mentions: tuple[Mention, ...]
    said: tuple[SaidClaim, ...]
    claims: tuple[Claim, ...]


@dataclass(frozen=True, slots=True)
class Refusal:
    """A source that could not be read, kept as a problem."""

    source: str
    note: str


@dataclass(frozen=True, slots=True)
class Printed:
    """What counting reports once needs to know of a document.

    For a copy of another document, `id` is that of the earliest one and `published`
    the earliest day: what they report is counted once.
    """

    id: str
    published: date | None
    publisher: str | None


@dataclass(frozen=True, slots=True)
class Copying:
    """The rules by which documents are copies of each other.

    `sketch` gives hash values of a text; documents that have `least` of them in common
    are compared by `shared`, which gives 0 for two that are no copies.
    """

    sketch: Callable[[str], Sequence[int]]
    shared: Callable[[str, str], float]
    least: int


@dataclass(frozen=True, slots=True)
class Merging:
    """The rules by which claims become records; the store itself knows none.

    Claims are merged only if they share one of the two keys, directly or through
    other claims.
    """

    merge: Callable[[Iterable[Claim], Mapping[str, Printed]], Sequence[Record]]
    record_key: Callable[[Claim, Printed], str]
    reprint_key: Callable[[Claim], str]
    copying: Copying


@dataclass(frozen=True, slots=True)
class Known:
    """A document that the project holds: what was read, and by which reader."""

    document: str
    identity: str
    given: date | None
    reader: str
    sha256: str
    source: str = ""
