"""Connections that go to an address which was checked, and end in time.

The name of a host is resolved once for a connection, every address it gives is held
against the policy, and the socket is opened to one of those very addresses: a name
that means something else a moment later can't lead anywhere else.
"""

import socket
import threading
import time
from types import TracebackType
from typing import Any
from urllib.parse import SplitResult

from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.connectionpool import HTTPConnectionPool, HTTPSConnectionPool
from urllib3.util import Timeout

from realpolitik.core.errors import UnreadableError
from realpolitik.sources.fetching.policy import Policy


class Watchdog:
    """Ends the sockets it watches when the time is over, whatever they wait for."""

    def __init__(self, seconds: float) -> None:
        self._end = time.monotonic() + seconds
        self._socket: socket.socket | None = None
        self._timer = threading.Timer(max(seconds, 0.0), self._bite)
        self._timer.daemon = True
        self.bit = False

    def __enter__(self) -> "Watchdog":
        self._timer.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._timer.cancel()

    @property
    def left(self) -> float:
        """Give the seconds that are left."""
        return self._end - time.monotonic()

    def watch(self, connection: socket.socket) -> None:
        """Watch a socket from now on."""
        self._socket = connection
        if self.bit:
            self._bite()

    def _bite(self) -> None:
        self.bit = True
        if self._socket is not None:
            try:
                self._socket.shutdown(socket.SHUT_RDWR)
            except OSError:
                return  # it is closed already


def checked_addresses(host: str, port: int, policy: Policy) -> list[str]:
    """Resolve a host; UnreadableError where the policy forbids what it means."""
    if not policy.permits_port(port):
        raise UnreadableError(
            f"port {port} is none of a web server", "check the address"
        )
    try:
        found = policy.resolve(host, port)
    except (OSError, UnicodeError) as error:
        raise UnreadableError(
            f"there is no host named {host}", "check the address or the network"
        ) from error
    refused = [address for address in found if not policy.permits(address)]
    if refused or not found:
        raise UnreadableError(
            f"{host} is {refused[0] if refused else 'nowhere'}, which is no address "
            "of the open internet",
            "save the page and give the file",
        )
    return found


def pool_for(parts: SplitResult, policy: Policy, dog: Watchdog) -> HTTPConnectionPool:
    """Give a pool of one connection to a host; nothing is sent yet."""
    secure = parts.scheme == "https"
    kind = _SecurePool if secure else _PlainPool
    port = parts.port or (443 if secure else 80)
    pool = kind(
        parts.hostname or "",
        port,
        timeout=Timeout(connect=policy.connect_seconds, read=policy.seconds),
        maxsize=1,
        retries=False,
    )
    pool.conn_kw.update(policy=policy, dog=dog)
    return pool


class _Checked:
    """What both kinds of connection do: connect to a checked address, be watched."""

    def __init__(self, *words: Any, policy: Policy, dog: Watchdog, **told: Any) -> None:
        self.policy, self.dog = policy, dog
        super().__init__(*words, **told)

    def _new_conn(self) -> socket.socket:
        host, port = str(self._dns_host), int(self.port)  # type: ignore[attr-defined]
        problem: OSError | None = None
        for address in checked_addresses(host, port, self.policy):
            wait = max(min(self.policy.connect_seconds, self.dog.left), 0.01)
            try:
                connection = socket.create_connection((address, port), wait)
            except OSError as error:
                problem = error
                continue
            self.dog.watch(connection)
            return connection
        why = (problem.strerror if problem else None) or "it does not answer"
        raise UnreadableError(
            f"no connection to {host} ({why.lower()})", "try again later"
        )


class _PlainConnection(_Checked, HTTPConnection):
    pass


class _SecureConnection(_Checked, HTTPSConnection):
    pass


class _PlainPool(HTTPConnectionPool):
    ConnectionCls = _PlainConnection


class _SecurePool(HTTPSConnectionPool):
    ConnectionCls = _SecureConnection
