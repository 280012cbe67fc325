"""Sitemaps: each page that is listed fetched as a document."""

from collections.abc import Iterator
from typing import BinaryIO

from realpolitik.core.document import RawDocument, Unread
from realpolitik.core.errors import UnreadableError
from realpolitik.sources.links import fetch_all
from realpolitik.sources.opening import Opening
from realpolitik.unpacking.decoding import decode
from realpolitik.unpacking.xml import Broken, End, Start, Text, events, mended

MOST_PAGES = 50_000  # as the protocol has it


def read(
    stream: BinaryIO, told: RawDocument, opening: Opening
) -> Iterator[RawDocument | Unread]:
    """Give each page (or sitemap) that is listed; each is fetched once."""
    content = opening.whole(stream, told).content
    pages, broken = _addresses(content)
    if broken is not None:
        what = f"the sitemap is broken ({broken}); it is read up to there"
        yield Unread(told.source, what, "mend it")
    if not pages and broken is None:
        yield Unread(told.source, "the sitemap lists no pages", "check the address")
    yield from fetch_all(pages, told=told, opening=opening, what="pages")


def _addresses(content: bytes) -> tuple[list[str], str | None]:
    found: dict[str, None] = {}
    broken, inside, words = None, False, ""
    for event in events(mended(decode(content).text)):
        if isinstance(event, Broken):
            broken = event.what
        elif isinstance(event, Start):
            inside, words = event.name == "loc", ""
        elif isinstance(event, Text) and inside:
            words += event.text
        elif isinstance(event, End) and inside:
            found[words.strip()] = None
            inside = False
    found.pop("", None)
    if len(found) > MOST_PAGES:
        raise UnreadableError(f"it lists more than {MOST_PAGES} pages", "split it")
    return list(found), broken
