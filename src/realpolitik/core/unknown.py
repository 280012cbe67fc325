"""Names that nobody is known by: where they stand, and what they sum up to."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Unplaced:
    """An actor mention that no actor was found for, with its sentence.

    `claims` is the number of claims, as the reader saw them, in which it has a part.
    """

    document: str
    published: date | None
    sentence: str
    text: str
    form: str | None
    claims: int = 0


@dataclass(frozen=True, slots=True)
class UnknownName:
    """A name that was seen and not placed, with how often, from when to when, and the
    first sentences that hold it, each with its document.
    """

    name: str
    form: str | None
    mentions: int
    documents: int
    claims: int
    first: date | None
    last: date | None
    sentences: tuple[tuple[str, str], ...] = ()
