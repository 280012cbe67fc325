"""What may be fetched, from where, how fast and how much: one object says it all."""

import socket
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from importlib.metadata import version
from ipaddress import IPv4Address, IPv6Address, ip_address

_NAT64 = "64:ff9b::"
_PLAIN_PORTS = frozenset((80, 443))
_FIRST_FREE_PORT = 1024

Resolve = Callable[[str, int], list[str]]


def resolve(host: str, port: int) -> list[str]:
    """Give the addresses of a host as the system finds them, or raise OSError."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(each[4][0]) for each in found))


def is_public(address: str) -> bool:
    """Tell an address of the open internet from loopback, private, link-local ones.

    Addresses that carry another one inside are as public as that one.

    >>> is_public("93.184.216.34"), is_public("127.0.0.1"), is_public("::ffff:10.0.0.1")
    (True, False, False)
    """
    try:
        known = ip_address(address.split("%", 1)[0])
    except ValueError:
        return False
    inner = _inside(known) if isinstance(known, IPv6Address) else None
    if inner is not None and not is_public(str(inner)):
        return False
    hidden = (
        known.is_private,
        known.is_loopback,
        known.is_link_local,
        known.is_multicast,
        known.is_reserved and inner is None,
        known.is_unspecified,
    )
    return (known.is_global or inner is not None) and not any(hidden)


def is_open_port(port: int) -> bool:
    """Tell a port on which web servers listen from those of other services.

    >>> is_open_port(443), is_open_port(8080), is_open_port(25)
    (True, True, False)
    """
    return port in _PLAIN_PORTS or port >= _FIRST_FREE_PORT


def _inside(known: IPv6Address) -> IPv4Address | None:
    if known.ipv4_mapped is not None:
        return known.ipv4_mapped
    if known.sixtofour is not None:
        return known.sixtofour
    if known.teredo is not None:
        return known.teredo[1]
    if known.compressed.startswith(_NAT64):
        return IPv4Address(int(known) & 0xFFFFFFFF)
    return None


@dataclass(frozen=True, slots=True)
class Policy:
    """The rules of fetching. Times are in seconds, sizes in bytes.

    `delay` lies between two requests to a host, `seconds` is all that one address may
    take, redirects included. `permits` decides on an address after its name was
    resolved, at the first request and at every redirect.
    """

    offline: bool = False
    delay: float = 1.0
    longest_delay: float = 30.0
    seconds: float = 60.0
    connect_seconds: float = 10.0
    most_bytes: int = 64 * 2**20
    most_redirects: int = 5
    agent: str = field(default_factory=lambda: f"realpolitik/{version('realpolitik')}")
    resolve: Resolve = resolve
    permits: Callable[[str], bool] = is_public
    permits_port: Callable[[int], bool] = is_open_port
    sleep: Callable[[float], None] = time.sleep
