"""One address asked for: redirects followed and checked, time and size bounded."""

import io
import re
import ssl
import zlib
from collections.abc import Callable, Mapping
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import BinaryIO, cast
from urllib.parse import SplitResult, quote, urljoin, urlsplit

from urllib3.exceptions import HTTPError, SSLError
from urllib3.response import BaseHTTPResponse

from realpolitik.core.errors import UnreadableError
from realpolitik.sources.fetching.connecting import Watchdog, pool_for
from realpolitik.sources.fetching.fetched import Fetched
from realpolitik.sources.fetching.policy import Policy
from realpolitik.sources.streams import unpacked

_MOVED = frozenset((301, 302, 303, 307, 308))
_SAFE = "/?&=%:;,+$@!*'()~#[]-._"
_HOST = re.compile(r"[A-Za-z0-9._:-]+")
_DISTRUST = re.compile(r"certificate verify failed: (.+?)(?: \(_ssl\.c|\)|$)")
_BLOCK = 2**16
_LONGEST = 4000
_ACCEPT = (
    "text/html,application/xhtml+xml,application/rss+xml,application/atom+xml,"
    "application/feed+json,application/xml;q=0.9,*/*;q=0.5"
)

Before = Callable[[str], None]


def ask(
    address: str,
    *,
    policy: Policy,
    headers: Mapping[str, str],
    before: Before,
    most: int | None = None,
) -> Fetched:
    """Ask for an address, at most `most` bytes; `before` is called with each hop.

    Gives the answer whatever its status. UnreadableError where there is none, or where
    the policy forbids it.
    """
    with Watchdog(policy.seconds) as dog:
        asking = _Asking(policy, dict(headers), dog, most or policy.most_bytes)
        hop = whole_address(address)
        for _ in range(policy.most_redirects + 1):
            before(hop)
            status, told, content = asking.once(hop)
            if status not in _MOVED or "location" not in told:
                now = datetime.now(UTC).replace(tzinfo=None, microsecond=0)
                return Fetched(address, hop, now, status, told, content)
            hop = whole_address(urljoin(hop, told["location"]))
    raise UnreadableError(
        f"it leads on and on: more than {policy.most_redirects} redirects",
        "give the address of the page itself",
    )


def whole_address(address: str) -> str:
    """Write an address as it is sent; UnreadableError for what is none of the web.

    >>> whole_address("HTTP://Example.org/a b#c")
    'http://example.org/a%20b'
    """
    try:
        parts = urlsplit(address.strip())
        host = (parts.hostname or "").encode("idna").decode("ascii")
        port = parts.port
    except (ValueError, UnicodeError) as error:
        raise UnreadableError("it is no valid address", "check it") from error
    if parts.scheme.lower() not in {"http", "https"}:
        raise UnreadableError(
            "it is no address of the web: only http and https are fetched",
            "save the page and give the file",
        )
    if not _HOST.fullmatch(host) or len(address) > _LONGEST:
        raise UnreadableError("it is no valid address", "check it")
    named = f"[{host}]" if ":" in host else host
    place = f"{named}:{port}" if port else named
    path = quote(parts.path or "/", safe=_SAFE)
    query = quote(parts.query, safe=_SAFE)
    whole = SplitResult(parts.scheme.lower(), place, path, query, "")
    return whole.geturl()


@dataclass(frozen=True, slots=True)
class _Asking:
    policy: Policy
    headers: dict[str, str]
    dog: Watchdog
    most: int

    def once(self, address: str) -> tuple[int, dict[str, str], bytes]:
        """Send one request and give status, headers and body."""
        parts = urlsplit(address)
        path = parts.path + (f"?{parts.query}" if parts.query else "")
        sent = {
            "User-Agent": self.policy.agent,
            "Accept": _ACCEPT,
            "Accept-Encoding": "gzip",
            **self.headers,
        }
        try:
            with closing(pool_for(parts, self.policy, self.dog)) as pool:
                answer = pool.urlopen(
                    "GET",
                    path,
                    headers=sent,
                    redirect=False,
                    retries=False,
                    preload_content=False,
                    decode_content=False,
                )
                told = {key.lower(): value for key, value in answer.headers.items()}
                moved = answer.status in _MOVED
                content = b"" if moved else self._body(answer, told)
                answer.close()
                return answer.status, told, content
        except (HTTPError, OSError, ValueError) as error:
            raise self._explained(error, parts) from error

    def _body(self, answer: BaseHTTPResponse, told: Mapping[str, str]) -> bytes:
        length = told.get("content-length", "")
        if length.isdecimal() and int(length) > self.most:
            raise self._too_large()
        blocks, size = [], 0
        while block := answer.read1(_BLOCK, decode_content=False):
            blocks.append(block)
            size += len(block)
            if size > self.most:
                raise self._too_large()
            if self.dog.bit:
                break
        if self.dog.bit:
            raise self._too_slow(size)
        return self._decoded(b"".join(blocks), told.get("content-encoding", ""))

    def _decoded(self, content: bytes, encoding: str) -> bytes:
        """Take off the packing that the server put on for the way."""
        if encoding.strip().lower() not in {"gzip", "x-gzip"} or not content:
            return content
        opened = unpacked(content[:16], cast(BinaryIO, io.BytesIO(content)))
        if opened is None:
            return content
        try:
            with opened as stream:
                plain = stream.read(self.most + 1)
        except (EOFError, zlib.error, OSError) as error:
            raise UnreadableError(
                "the server's answer is damaged", "try again later"
            ) from error
        if len(plain) > self.most:
            raise self._too_large()
        return plain

    def _too_large(self) -> UnreadableError:
        return UnreadableError(
            f"it is larger than {max(self.most // 2**20, 1)} MB",
            "fetch it yourself and give the file",
        )

    def _too_slow(self, size: int) -> UnreadableError:
        return UnreadableError(
            f"the server is too slow: {size} bytes in {self.policy.seconds:.0f} s",
            "try again later",
        )

    def _explained(self, error: Exception, parts: SplitResult) -> UnreadableError:
        if self.dog.bit:
            return self._too_slow(0)
        said = " ".join(str(error).split())
        if isinstance(error, (ssl.SSLError, SSLError)):
            return _untrusted(said, parts)
        said = said[:80] or type(error).__name__
        return UnreadableError(
            f"no answer from {parts.hostname} ({said})", "try again later"
        )


def _untrusted(said: str, parts: SplitResult) -> UnreadableError:
    """Say why a connection can't be made safe; nothing is ever fetched all the same."""
    reason = _DISTRUST.search(said)
    if reason is None:
        what = f"{parts.hostname} makes no safe connection"
        return UnreadableError(what, "check the address; does it begin with http:// ?")
    why = reason[1].rstrip(".")
    remedy = "check the address and the clock"
    if "issuer" in why or "signed" in why:
        remedy += "; if you trust who signed it, name a file with the signer's "
        remedy += "certificate in SSL_CERT_FILE"
    what = f"the certificate of {parts.hostname} can't be trusted ({why})"
    return UnreadableError(what, remedy)
