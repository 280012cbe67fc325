"""What a server answered, as it was, and where answers are kept."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol


@dataclass(frozen=True, slots=True)
class Fetched:
    """One answer: the very bytes, from where, when (UTC), and with which headers.

    `final` is the address that answered after redirects; the names of headers are in
    lower case. The bytes are those of the body without its transfer packing.
    """

    address: str
    final: str
    time: datetime
    status: int
    headers: Mapping[str, str]
    content: bytes

    @property
    def media(self) -> str | None:
        """What the server says the bytes are, without parameters."""
        told = self.headers.get("content-type", "").split(";")[0].strip().lower()
        return told or None


@dataclass(frozen=True, slots=True)
class Kept:
    """An answer that is kept: its bytes, and how to ask whether they still hold."""

    final: str
    etag: str | None
    last_modified: str | None
    media_type: str | None
    time: datetime
    content: bytes


class Keeper(Protocol):
    """Where answers are kept between two runs."""

    def kept(self, address: str) -> Kept | None:
        """Give the last answer of an address, if there is one."""
        ...

    def keep(self, fetched: Fetched) -> None:
        """Keep an answer."""
        ...


class Nowhere:
    """A keeper that keeps nothing: for reading without a project."""

    def kept(self, address: str) -> Kept | None:
        """Know nothing."""
        return None

    def keep(self, fetched: Fetched) -> None:
        """Keep nothing."""
