"""Feeds (RSS, Atom, JSON Feed): each entry a document with its title, day and address.

Broken feeds are read as far as they go (feedparser), with a problem that says so.
"""

import json
import re
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, BinaryIO
from urllib.parse import urljoin, urlsplit

from realpolitik.core.document import RawDocument, Unread
from realpolitik.core.errors import UnreadableError
from realpolitik.core.problem import Problem
from realpolitik.sources.entry_names import Named, names_of
from realpolitik.sources.opening import Opening
from realpolitik.unpacking.decoding import decode

_ENTITIES = re.compile(r"<!ENTITY\s")
_DECLARED = re.compile(r"\A\s*<\?xml[^>]*\?>")
_MARKUP = re.compile(r"<[A-Za-z!/][^<>]*>|&#?\w{2,};")
_LARGEST = 16 * 2**20
_FULL = 0.5  # of the summary's length: shorter "content" is a label, no text
_TEASER = 600


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry as its feed gives it; `whole` tells that its text is no teaser.

    `guid` is the mark by which the feed itself knows the entry again.
    """

    title: str | None
    text: str
    link: str | None
    author: str | None
    day: date | None
    markup: bool
    whole: bool
    guid: str | None = None


def read(
    stream: BinaryIO, told: RawDocument, opening: Opening
) -> Iterator[RawDocument | Unread]:
    """Give each entry in the order of the feed; one without any text is an Unread.

    UnreadableError for a feed that declares entities, or that nothing can be read of.
    """
    content = opening.whole(stream, told).content
    if len(content) > _LARGEST:
        raise UnreadableError(
            f"the feed is larger than {_LARGEST // 2**20} MB", "split it"
        )
    decoded = decode(content, told.encoding)
    text = decoded.text.lstrip("\ufeff \t\r\n")
    if text.startswith("{"):
        feed = _json_feed(text)
    else:
        feed = _xml_feed(text, base=told.url or "")
    problems = list(feed.problems)
    if decoded.repaired and not decoded.skip:
        problems.append(Problem("encoding", decoded.repaired))
    carrier = replace(
        told,
        publisher=told.publisher or feed.title,
        language=told.language or feed.language,
        problems=tuple(problems),
        encoding=None,
    )
    yield from _documents(feed.entries, carrier, opening)


def _documents(
    entries: tuple[Entry, ...], told: RawDocument, opening: Opening
) -> Iterator[RawDocument | Unread]:
    if not entries:
        yield Unread(told.source, "the feed has no entries", "look at it again later")
    named = [Named(e.guid, e.link, e.title, e.text) for e in entries]
    for number, (entry, name) in enumerate(
        zip(entries, names_of(named), strict=True), start=1
    ):
        source = f"{told.source}#{name}" if name else f"{told.source}:{number}"
        if not entry.text.strip() and not entry.title:
            yield Unread(source, "this entry has no text", "open the page it leads to")
            continue
        document = _document(entry, replace(told, source=source, lasts=bool(name)))
        yield from _page_or(document, entry, opening)


def _page_or(
    document: RawDocument, entry: Entry, opening: Opening
) -> Iterator[RawDocument | Unread]:
    """Give the page that a teaser leads to; the teaser where it can't be had.

    Only entries of a feed that was fetched itself are followed.
    """
    web = opening.web
    fetched = document.taken is not None
    link = entry.link
    if link in opening.budget.visited:  # a feed that names itself
        link = None
    if web is None or not fetched or entry.whole or not link:
        yield document
        return
    try:
        page = web.fetch_once(link)
    except UnreadableError as error:
        problem = Problem("page-unread", f"its page can't be had: {error.what}")
        yield replace(document, problems=(*document.problems, problem))
        return
    yield replace(
        document,
        content=page.content,
        format=page.format or "html",
        encoding=page.encoding,
        taken=page.taken,
        problems=(),
    )


def _document(entry: Entry, told: RawDocument) -> RawDocument:
    problems = list(told.problems)
    text, markup = entry.text, entry.markup
    if not text.strip():
        text, markup = entry.title or "", False
        problems.append(Problem("headline-only", "the feed gives only the headline"))
    elif not entry.whole:
        note = "the feed gives only the beginning or a summary of the article"
        problems.append(Problem("summary-only", note))
    return replace(
        told,
        content=text.encode("utf-8", "replace"),
        format="fragment" if markup else "text",
        title=entry.title,
        author=entry.author,
        date=entry.day,
        url=entry.link,
        problems=tuple(problems),
    )


@dataclass(frozen=True, slots=True)
class _Feed:
    title: str | None
    language: str | None
    entries: tuple[Entry, ...]
    problems: tuple[Problem, ...] = ()


def _xml_feed(text: str, *, base: str) -> _Feed:
    import feedparser

    if _ENTITIES.search(text[:20_000]):
        raise UnreadableError(
            "the feed declares entities of its own, as attacks do",
            "take the declarations out",
        )
    plain = _DECLARED.sub("", text, count=1).encode("utf-8", "replace")
    headers = {"content-type": "application/xml; charset=utf-8"}
    if base:
        headers["content-location"] = base
    try:
        found = feedparser.parse(
            plain,
            sanitize_html=False,
            resolve_relative_uris=False,
            response_headers=headers,
        )
    except (
        ValueError,
        LookupError,
        TypeError,
        AttributeError,
        OverflowError,
        RecursionError,
    ) as error:
        raise UnreadableError("the feed is broken", "look at it again later") from error
    head = found.get("feed", {})
    if not found.entries and not found.get("version"):
        raise UnreadableError("it is no feed that can be read", "check the address")
    problems: tuple[Problem, ...] = ()
    if found.bozo and isinstance(found.get("bozo_exception"), Exception):
        said = " ".join(str(found.bozo_exception).split())[:100]
        note = f"the feed is ill-formed ({said}); what could be read of it is read"
        problems = (Problem("broken-feed", note),)
    return _Feed(
        _plain(head.get("title")),
        head.get("language"),
        tuple(_xml_entry(entry, base) for entry in found.entries),
        problems,
    )


def _xml_entry(entry: Mapping[str, Any], base: str) -> Entry:
    summary = str(entry.get("summary") or "")
    contents = [str(each.get("value") or "") for each in entry.get("content", [])]
    content = max(contents, key=len, default="")
    whole = bool(content.strip()) and len(content) >= _FULL * len(summary)
    text = content if whole else summary
    return Entry(
        _plain(entry.get("title")),
        text,
        _address(entry.get("link"), base),
        _plain(entry.get("author")),
        _day_of(_stored(entry, "published_parsed") or _stored(entry, "updated_parsed")),
        _MARKUP.search(text) is not None,
        whole or len(text) > _TEASER,
        _plain(entry.get("id")),
    )


def _stored(entry: Mapping[str, Any], key: str) -> Any:
    """Give what an entry itself holds: feedparser answers one key for another."""
    return dict(entry).get(key)


def _json_feed(text: str) -> _Feed:
    try:
        told = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise UnreadableError("the feed is no valid JSON", "fetch it again") from error
    items = told.get("items") if isinstance(told, dict) else None
    if not isinstance(items, list):
        raise UnreadableError("the feed has no items", "check the address")
    entries = (_json_entry(each) for each in items if isinstance(each, dict))
    return _Feed(
        _words(told.get("title")), _words(told.get("language")), tuple(entries)
    )


def _json_entry(item: Mapping[str, Any]) -> Entry:
    page, plain = _words(item.get("content_html")), _words(item.get("content_text"))
    summary = _words(item.get("summary")) or ""
    authors = item.get("authors") or [item.get("author")]
    first = authors[0] if isinstance(authors, list) and authors else None
    day = _words(item.get("date_published")) or _words(item.get("date_modified"))
    return Entry(
        _plain(item.get("title")),
        page or plain or summary,
        _address(item.get("url"), ""),
        _words(first.get("name")) if isinstance(first, dict) else None,
        _iso_day(day),
        page is not None,
        bool(page or plain),
        _mark(item.get("id")),
    )


def _words(value: object) -> str | None:
    return value if isinstance(value, str) and value.strip() else None


def _mark(value: object) -> str | None:
    """Give the id of an entry, which some feeds write as a number."""
    return str(value) if isinstance(value, int) else _words(value)


def _plain(value: object) -> str | None:
    """Give words without the tags that some feeds put into titles."""
    from html import unescape

    if not isinstance(value, str):
        return None
    return " ".join(unescape(re.sub(r"</?[A-Za-z][^<>]*>", "", value)).split()) or None


def _address(link: object, base: str) -> str | None:
    if not isinstance(link, str):
        return None
    with suppress(ValueError):
        whole = urljoin(base, link.strip())
        return whole if urlsplit(whole).scheme in {"http", "https"} else None
    return None


def _iso_day(text: str | None) -> date | None:
    with suppress(ValueError):
        return date.fromisoformat((text or "")[:10])
    return None


def _day_of(parsed: Any) -> date | None:
    with suppress(ValueError, TypeError):
        return date(*parsed[:3]) if parsed else None
    return None
