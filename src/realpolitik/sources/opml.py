"""Lists of feeds (OPML): each feed fetched, its entries as documents."""

import re
from collections.abc import Iterator
from html import unescape
from typing import BinaryIO

from realpolitik.core.document import RawDocument, Unread
from realpolitik.core.errors import UnreadableError
from realpolitik.sources.links import fetch_all
from realpolitik.sources.opening import Opening
from realpolitik.unpacking.decoding import decode
from realpolitik.unpacking.xml import Broken, Start, events, mended

MOST_FEEDS = 5000
_FEED = re.compile(r"""\bxmlUrl\s*=\s*["']\s*([^"'<>\s]+)""", re.IGNORECASE)


def read(
    stream: BinaryIO, told: RawDocument, opening: Opening
) -> Iterator[RawDocument | Unread]:
    """Give the entries of each feed that is listed; each feed is fetched once."""
    content = opening.whole(stream, told).content
    feeds, broken = feeds_of(content)
    if broken is not None:
        what = f"the list is ill-formed ({broken})"
        yield Unread(told.source, what, "mend it; its feeds are read all the same")
    if not feeds and broken is None:
        yield Unread(told.source, "the list names no feeds", "is this an OPML file?")
    yield from fetch_all(feeds, told=told, opening=opening, what="feeds")


def feeds_of(content: bytes) -> tuple[list[str], str | None]:
    """Give the addresses of the feeds in a list, and where the list is broken.

    UnreadableError where it declares entities, or names far too many feeds.
    """
    found: dict[str, None] = {}
    broken = None
    text = decode(content).text
    for event in events(mended(text)):
        if isinstance(event, Broken):
            broken = event.what
            found |= dict.fromkeys(map(unescape, _FEED.findall(text)))
        elif isinstance(event, Start) and event.name == "outline":
            told = {key.lower(): value for key, value in event.attributes.items()}
            if address := told.get("xmlurl", "").strip() or _included(told):
                found[address] = None
    if len(found) > MOST_FEEDS:
        raise UnreadableError(f"it lists more than {MOST_FEEDS} feeds", "split it")
    return list(found), broken


def _included(told: dict[str, str]) -> str | None:
    """Give the address of a list inside of the list."""
    kind = told.get("type", "").lower()
    address = told.get("url", "").strip()
    opml = kind == "include" or (kind == "link" and address.endswith(".opml"))
    return address if opml and address else None
