"""The web as a source: an address asked for politely and safely, its answer kept."""

from typing import TYPE_CHECKING

from realpolitik.core.document import RawDocument
from realpolitik.core.errors import UnreadableError
from realpolitik.sources.fetching.fetched import Fetched, Keeper, Kept, Nowhere
from realpolitik.sources.fetching.policy import Policy
from realpolitik.sources.media import charset_of, format_of

if TYPE_CHECKING:
    from realpolitik.sources.fetching.manners import Manners

_OK, _SAME = 200, 304
_GONE = frozenset((404, 410))
_CLOSED = frozenset((401, 402, 403, 451))


class Web:
    """Fetches addresses under one policy; what it learns of hosts it keeps in mind."""

    def __init__(
        self, policy: Policy | None = None, keeper: Keeper | None = None
    ) -> None:
        self.policy = policy or Policy()
        self._keeper = keeper or Nowhere()
        self._manners: Manners | None = None

    def keeping(self, keeper: Keeper) -> "Web":
        """Give the same web with another place where answers are kept."""
        other = Web(self.policy, keeper)
        other._manners = self._manners = self._known_manners()
        return other

    def fetch(self, address: str) -> RawDocument:
        """Fetch an address, or find that the kept answer is still the same.

        UnreadableError says why it can't be had.
        """
        if self.policy.offline:
            raise UnreadableError(
                "it is not fetched: --offline is on",
                "leave --offline away, or save the page and give the file",
            )
        kept = self._keeper.kept(address)
        fetched = self._ask(address, kept)
        if fetched.status == _SAME and kept is not None:
            return _of_kept(address, kept)
        if fetched.status != _OK:
            raise _refused(fetched.status)
        if not fetched.content.strip():
            raise UnreadableError("the server's answer is empty", "check the address")
        self._keeper.keep(fetched)
        return _raw(fetched)

    def fetch_once(self, address: str) -> RawDocument:
        """Give the kept answer of an address; fetch it only where there is none."""
        kept = self._keeper.kept(address)
        return self.fetch(address) if kept is None else _of_kept(address, kept)

    def _ask(self, address: str, kept: Kept | None) -> Fetched:
        from realpolitik.sources.fetching.asking import ask

        headers = {}
        if kept is not None and kept.etag:
            headers["If-None-Match"] = kept.etag
        if kept is not None and kept.last_modified:
            headers["If-Modified-Since"] = kept.last_modified
        before = self._known_manners().before
        return ask(address, policy=self.policy, headers=headers, before=before)

    def _known_manners(self) -> "Manners":
        from realpolitik.sources.fetching.manners import Manners

        if self._manners is None:
            self._manners = Manners(self.policy)
        return self._manners


def _refused(status: int) -> UnreadableError:
    if status in _GONE:
        return UnreadableError(f"there is no such page ({status})", "check the address")
    if status in _CLOSED:
        what = f"the server does not let everyone read it ({status})"
        return UnreadableError(what, "save the page yourself and give the file")
    return UnreadableError(f"the server answered {status}", "try again later")


def _raw(fetched: Fetched) -> RawDocument:
    return RawDocument(
        fetched.address,
        fetched.content,
        format=format_of(fetched.media, fetched.content),
        url=fetched.final,
        encoding=charset_of(fetched.headers.get("content-type")),
        taken=fetched.time.date(),
    )


def _of_kept(address: str, kept: Kept) -> RawDocument:
    told = Fetched(
        address,
        kept.final,
        kept.time,
        _OK,
        {"content-type": kept.media_type or ""},
        kept.content,
    )
    return _raw(told)
