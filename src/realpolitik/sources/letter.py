"""Letters (eml): their text, who wrote them and when, and what is attached to them."""

import io
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from datetime import date
from email import policy
from email.errors import HeaderParseError
from email.header import decode_header
from email.message import Message
from email.parser import BytesParser
from email.utils import parseaddr, parsedate_to_datetime
from typing import BinaryIO

from realpolitik.core.document import RawDocument, Unread
from realpolitik.core.errors import UnreadableError
from realpolitik.core.problem import Problem
from realpolitik.sources.furniture import furniture_kind
from realpolitik.sources.opening import Opening, PassedOverError

_MOST_PARTS = 200
_FORMATS = {"text/plain": "text", "text/html": "fragment"}
_DOCUMENTS = frozenset(
    (".pdf", ".docx", ".odt", ".epub", ".txt", ".html", ".htm", ".md", ".csv", ".zip")
)


def read(
    stream: BinaryIO, told: RawDocument, opening: Opening
) -> Iterator[RawDocument | Unread]:
    """Give the document that a letter is, then those that are attached to it.

    Where the text comes both plain and as a page, the plain one is read. A letter
    without a text is an Unread.
    """
    whole = opening.whole(stream, told)
    try:
        letter = BytesParser(policy=policy.compat32).parsebytes(whole.content)
        parts = list(_parts(letter))
    except (RecursionError, *_BROKEN) as error:
        raise UnreadableError(
            "its parts nest too deep or are broken", "save it again"
        ) from error
    told = _described(letter, told)
    body = _body(parts)
    if body is None:
        yield Unread(told.source, "this letter has no text", "give what it refers to")
    else:
        yield _document(body, told)
    yield from _attached(parts, told, opening)


_BROKEN = (ValueError, LookupError, AttributeError, TypeError, AssertionError)


def _parts(letter: Message) -> Iterator[Message]:
    for number, part in enumerate(letter.walk()):
        if number > _MOST_PARTS:
            return
        if not part.is_multipart():
            yield part


def _body(parts: list[Message]) -> Message | None:
    """Find the text: the first plain part that holds something, else a page."""
    for kind in ("text/plain", "text/html"):
        for part in parts:
            fits = part.get_content_type() == kind and not _file_name(part)
            if fits and _content(part).strip():
                return part
    return None


def _document(part: Message, told: RawDocument) -> RawDocument:
    problems = []
    if part.defects:
        kinds = ", ".join(sorted({type(each).__name__ for each in part.defects}))
        problems.append(Problem("broken-mail", f"the letter is ill-formed: {kinds}"))
    return replace(
        told,
        content=_content(part),
        format=_FORMATS[part.get_content_type()],
        encoding=_charset(part),
        problems=tuple(problems),
    )


def _attached(
    parts: list[Message], told: RawDocument, opening: Opening
) -> Iterator[RawDocument | Unread]:
    """Open what is attached and may be a document; pictures and keys are none."""
    for part in parts:
        name = _file_name(part)
        if not name or furniture_kind(name):
            continue
        suffix = f".{name.rsplit('.', 1)[-1].lower()}"
        if suffix not in _DOCUMENTS and part.get_content_maintype() != "text":
            continue
        source = f"{told.source}/{name}"
        alone = RawDocument(
            source, b"", date=told.date, author=told.author, encoding=_charset(part)
        )
        try:
            inside = opening.inside()
        except PassedOverError:
            continue
        except UnreadableError as error:
            yield Unread(source, error.what, error.remedy)
            continue
        yield from inside.read(io.BytesIO(_content(part)), alone)


def _content(part: Message) -> bytes:
    with suppress(*_BROKEN):
        content = part.get_payload(decode=True)
        return content if isinstance(content, bytes) else b""
    return b""


def _charset(part: Message) -> str | None:
    with suppress(*_BROKEN):
        return part.get_content_charset()
    return None


def _file_name(part: Message) -> str | None:
    with suppress(*_BROKEN):
        name = part.get_filename()
        last = name.replace("\\", "/").rsplit("/", 1)[-1] if name else ""
        return " ".join(last.split())[:200] or None
    return None


def _described(letter: Message, told: RawDocument) -> RawDocument:
    name, address = parseaddr(_header(letter, "From") or "")
    return replace(
        told,
        title=_header(letter, "Subject"),
        author=name or address or None,
        date=_day(letter),
    )


def _header(letter: Message, name: str) -> str | None:
    """Give a header as words, whatever encoding it claims to be in."""
    raw = next((v for key, v in letter.raw_items() if key.lower() == name.lower()), "")
    plain = _decoded(str(raw).encode("utf-8", "surrogateescape"), "utf-8")
    try:
        parts = decode_header(plain)
    except (HeaderParseError, *_BROKEN):
        parts = [(plain, None)]
    words = "".join(_decoded(text, charset) for text, charset in parts)
    return " ".join(words.split()) or None


def _decoded(text: bytes | str, charset: str | None) -> str:
    if isinstance(text, str):
        return text
    with suppress(*_BROKEN):
        return text.decode(charset or "utf-8")
    return text.decode("cp1252", "replace")


def _day(letter: Message) -> date | None:
    with suppress(*_BROKEN, OverflowError):
        return parsedate_to_datetime(_header(letter, "Date") or "").date()
    return None
