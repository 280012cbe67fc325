"""What was fetched, kept in a project's store: the store's side of `sources.web`."""

from dataclasses import dataclass
from hashlib import sha256

from realpolitik.sources.fetching.fetched import Fetched, Kept
from realpolitik.store.fetches import Fetch
from realpolitik.store.store import Store


@dataclass(frozen=True, slots=True)
class StoreKeeper:
    """Keeps answers in a store and gives them back."""

    store: Store

    def kept(self, address: str) -> Kept | None:
        """Give the last answer of an address with its bytes."""
        fetch = self.store.last_fetch(address)
        if fetch is None:
            return None
        return Kept(
            fetch.final,
            fetch.etag,
            fetch.last_modified,
            fetch.media_type,
            fetch.time,
            self.store.original(fetch.sha256),
        )

    def keep(self, fetched: Fetched) -> None:
        """Keep an answer: its bytes by their hash, the rest as a row."""
        fetch = Fetch(
            fetched.address,
            fetched.final,
            fetched.time,
            fetched.status,
            sha256(fetched.content).hexdigest(),
            len(fetched.content),
            fetched.headers.get("content-type"),
            fetched.headers,
        )
        self.store.keep_fetch(fetch, fetched.content)
