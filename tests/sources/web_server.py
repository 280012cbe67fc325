"""A real server on loopback, and a policy under which a test may ask it."""

import ssl
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from realpolitik.sources.fetching.policy import Policy, is_public

LOOPBACK = "127.0.0.1"
Headers = dict[str, str]


@dataclass(slots=True)
class Answer:
    """What a path answers; `drip` sends a byte, then waits so long."""

    body: bytes = b""
    status: int = 200
    headers: Headers = field(default_factory=dict)
    drip: float = 0.0
    drip_head: float = 0.0


@dataclass(slots=True)
class Site:
    """The answers by path, and what was asked for."""

    port: int
    answers: dict[str, Answer | Callable[[Headers], Answer]] = field(
        default_factory=dict
    )
    asked: list[tuple[str, Headers]] = field(default_factory=list)
    scheme: str = "http"

    def address(self, path: str, host: str = "site.test") -> str:
        return f"{self.scheme}://{host}:{self.port}{path}"

    def paths(self) -> list[str]:
        return [path for path, _ in self.asked if path != "/robots.txt"]


class _Handler(BaseHTTPRequestHandler):
    site: Site
    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        told = {key.lower(): value for key, value in self.headers.items()}
        self.site.asked.append((self.path, told))
        answer = self.site.answers.get(self.path, Answer(b"none", 404))
        if callable(answer):
            answer = answer(told)
        try:
            self._send(answer)
        except OSError:
            self.close_connection = True

    def _send(self, answer: Answer) -> None:
        if answer.drip_head:
            self._drip(b"HTTP/1.0 200 OK\r\nX-A: " + b"a" * 100, answer.drip_head)
            return
        self.send_response(answer.status)
        self.send_header("Connection", "close")
        for name, value in answer.headers.items():
            self.send_header(name, value)
        self.end_headers()
        if answer.drip:
            self._drip(answer.body, answer.drip)
        else:
            self.wfile.write(answer.body)

    def _drip(self, content: bytes, seconds: float) -> None:
        for byte in content:
            self.wfile.write(bytes([byte]))
            self.wfile.flush()
            time.sleep(seconds)

    def log_message(self, *_words: object) -> None:
        """Say nothing."""


@contextmanager
def serving(safe: ssl.SSLContext | None = None) -> Iterator[Site]:
    """Run a server for as long as it is needed; `safe` makes it one of https."""
    handler = type("Handler", (_Handler,), {})
    server = ThreadingHTTPServer((LOOPBACK, 0), handler)
    server.daemon_threads = True
    scheme = "https" if safe else "http"
    if safe:
        server.socket = safe.wrap_socket(server.socket, server_side=True)
    handler.site = site = Site(  # type: ignore[attr-defined]
        server.server_address[1], scheme=scheme
    )
    thread = threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True)
    thread.start()
    try:
        yield site
    finally:
        server.shutdown()
        server.server_close()


NAMES = {"site.test": [LOOPBACK], "other.test": [LOOPBACK]}


def test_policy(names: dict[str, list[str]] | None = None, **rules: object) -> Policy:
    """Permit loopback, under names that no resolver is asked for."""
    known = NAMES | (names or {})

    def resolve(host: str, _port: int) -> list[str]:
        if host not in known:
            raise OSError("no such name")
        return known[host]

    def permits(address: str) -> bool:
        return address == LOOPBACK or is_public(address)

    told: dict[str, object] = {"delay": 0.0, "seconds": 5.0, **rules}
    return Policy(resolve=resolve, permits=permits, **told)  # type: ignore[arg-type]


test_policy.__test__ = False  # type: ignore[attr-defined]
