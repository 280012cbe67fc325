"""Web archives (WARC, ARC): each page that a server gave, with its address and day."""

import io
import logging
from collections import Counter
from collections.abc import Iterator
from contextlib import redirect_stderr, suppress
from dataclasses import replace
from datetime import date
from email.message import Message
from typing import Any, BinaryIO

from realpolitik.core.document import RawDocument, Unread
from realpolitik.core.errors import UnreadableError
from realpolitik.core.problem import Problem
from realpolitik.sources.media import charset_of, format_of, is_furniture
from realpolitik.sources.opening import LARGEST, Opening

_HELD = frozenset(("response", "resource", "conversion"))
_OK = "200"
_LARGEST_HEAD = 2**20
_BLOCK = 2**18
logging.getLogger("warcio").setLevel(logging.CRITICAL)


def read(
    stream: BinaryIO, told: RawDocument, opening: Opening
) -> Iterator[RawDocument | Unread]:
    """Give each answer of a server as a document, in the order of the archive.

    An answer that is an error is an Unread; pictures, scripts and styles are passed
    over. UnreadableError from where on the archive is damaged.
    """
    furniture: Counter[str] = Counter()
    pages = 0
    for record in _records(stream):
        if record.rec_type not in _HELD:
            continue
        media = _media(record)
        if is_furniture(media) or _is_of_the_archive(record):
            furniture[media or "record of the archive itself"] += 1
            continue
        pages += 1
        yield from _opened(record, media, told=told, opening=opening)
    if not pages:
        kinds = ", ".join(
            f"{count} {kind}" for kind, count in sorted(furniture.items())
        )
        what = f"the archive holds no pages{', only ' if kinds else ''}{kinds}"
        yield Unread(told.source, what, "give an archive of pages")


def _records(stream: BinaryIO) -> Iterator[Any]:
    """Give the records; warcio's own words to stderr are not for users."""
    from warcio.archiveiterator import ArchiveIterator
    from warcio.exceptions import ArchiveLoadFailed

    number = 0
    leashed = _Leashed(stream)
    with redirect_stderr(io.StringIO()):
        records = ArchiveIterator(leashed, arc2warc=True)
    while True:
        try:
            leashed.left = _LARGEST_HEAD
            with redirect_stderr(io.StringIO()):
                record = next(records, None)
        except (
            ArchiveLoadFailed,
            ValueError,
            LookupError,
            TypeError,
            AttributeError,
            OverflowError,
        ) as error:
            said = next(iter(str(error).split("\n")), "").strip()[:80]
            raise UnreadableError(
                f"the archive is damaged after record {number} ({said or 'cut off'})",
                "fetch it again; the records before are read",
            ) from error
        if record is None:
            return
        number += 1
        leashed.left = None
        yield record
        _pass_over(record)


def _pass_over(record: Any) -> None:
    """Read what is left of a record, so that only the next head is still to come."""
    with suppress(Exception), redirect_stderr(io.StringIO()):
        while record.raw_stream.read(_BLOCK):
            pass


class _Leashed(io.RawIOBase):
    """A stream of which only so much is given, where `left` says how much.

    Between two records there is nothing but the head of the next one.
    """

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream
        self.left: int | None = _LARGEST_HEAD

    def readable(self) -> bool:
        return True

    def read(self, size: int = -1) -> bytes:
        block = self._stream.read(size)
        if self.left is not None:
            self.left -= len(block)
            if self.left < 0:
                raise ValueError("no record begins here")
        return block


def _opened(
    record: Any, media: str | None, *, told: RawDocument, opening: Opening
) -> Iterator[RawDocument | Unread]:
    address = record.rec_headers.get_header("WARC-Target-URI") or ""
    source = f"{told.source}/{address}" if address else told.source
    status = record.http_headers.get_statuscode() if record.http_headers else _OK
    if status != _OK:
        yield Unread(source, f"the server answered {status}", "archive the page again")
        return
    content = _payload(record)
    if content is None or len(content) > LARGEST:
        what = "its packing is damaged" if content is None else "it is too large"
        yield Unread(source, what, "archive the page again")
        return
    problems = told.problems
    if getattr(record.raw_stream, "limit", 0) > 0:
        note = "the archive ends inside of this page; the end of it is missing"
        problems = (*problems, Problem("cut-off", note))
    page = replace(
        told,
        problems=problems,
        source=source,
        url=address or None,
        taken=_day(record.rec_headers.get_header("WARC-Date")),
        format=format_of(media, content),
        encoding=charset_of(_type(record)),
    )
    yield from opening.read(io.BytesIO(content), page)


def _is_of_the_archive(record: Any) -> bool:
    """Tell what the archiving program wrote about itself."""
    address = str(record.rec_headers.get_header("WARC-Target-URI") or "")
    return address.startswith("metadata:")


def _payload(record: Any) -> bytes | None:
    with suppress(Exception), redirect_stderr(io.StringIO()):
        return bytes(record.content_stream().read(LARGEST + 1))
    return None


def _type(record: Any) -> str | None:
    if record.http_headers is not None:
        told = record.http_headers.get_header("Content-Type")
    else:
        told = record.rec_headers.get_header("Content-Type")
    return str(told) if told else None


def _media(record: Any) -> str | None:
    told = _type(record)
    if told is None:
        return None
    message = Message()
    message["Content-Type"] = told
    return message.get_content_type()


def _day(text: str | None) -> date | None:
    with suppress(ValueError):
        return date.fromisoformat((text or "")[:10])
    return None
