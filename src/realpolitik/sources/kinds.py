"""The table of carriers: what holds documents, how it is told, and its reader."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from importlib import import_module
from typing import TYPE_CHECKING, BinaryIO, cast

from realpolitik.core.document import RawDocument, Unread

if TYPE_CHECKING:
    from realpolitik.sources.opening import Opening

_OFFICE = (
    *(".docx", ".docm", ".dotx", ".odt", ".ott", ".epub", ".xlsx", ".xlsm", ".pptx"),
    *(".ods", ".odp", ".jar", ".apk", ".xpi", ".kmz"),
)
_IN_OFFICE = (b"[Content_Types].xml", b"mimetypeapplication/", b"word/", b"META-INF/")
_ZIP = (b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")
_ROOT = re.compile(rb"<(?:[\w.-]+:)?([\w.-]+)")
_ASIDE = ((b"<?", b"?>"), (b"<!--", b"-->"), (b"<!", b">"))
_ROOTS = {
    **dict.fromkeys((b"rss", b"feed", b"rdf"), "feed"),
    b"opml": "opml",
    **dict.fromkeys((b"urlset", b"sitemapindex"), "sitemap"),
}
_JSON_FEED = re.compile(rb'\A[\s\xef\xbb\xbf]*\{.*?"https?://jsonfeed\.org/', re.DOTALL)
_HEADER = re.compile(rb"([\w-]+):")
_OF_LETTERS = frozenset(
    (
        *(b"content-type", b"delivered-to", b"message-id", b"mime-version"),
        *(b"received", b"return-path", b"x-mailer", b"x-originating-ip"),
    )
)
_MBOX = re.compile(rb"\A\s*From \S.*\r?\n[\w-]+:", re.IGNORECASE)
_TAR_MARK = slice(257, 262)


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of carrier: its name, the endings of its files, the module that reads it.

    One that `seeks` is read back and forth.
    """

    name: str
    suffixes: tuple[str, ...]
    module: str
    seeks: bool = False

    def read(
        self, stream: BinaryIO, told: RawDocument, opening: "Opening"
    ) -> Iterator[RawDocument | Unread]:
        """Give the documents that a stream of this kind holds."""
        module = import_module(f"realpolitik.sources.{self.module}")
        return cast(_Reader, module.read)(stream, told, opening)


_Reader = Callable[[BinaryIO, RawDocument, object], Iterator[RawDocument | Unread]]

KINDS = (
    Kind("rows", (".jsonl", ".ndjson", ".jsonlines"), "lines"),
    Kind("table", (".csv", ".tsv", ".tab"), "table"),
    Kind("parquet", (".parquet", ".pq"), "parquet", seeks=True),
    Kind("warc", (".warc", ".arc"), "warc"),
    Kind("mbox", (".mbox", ".mbx"), "mbox"),
    Kind("letter", (".eml", ".mht", ".mhtml"), "letter"),
    Kind("feed", (".rss", ".atom", ".rdf"), "feed"),
    Kind("opml", (".opml",), "opml"),
    Kind("sitemap", (), "sitemap"),
    Kind("zip", (".zip",), "zip", seeks=True),
    Kind("tar", (".tar",), "tar"),
)
_NAMED = {kind.name: kind for kind in KINDS}


def kind_of(name: str, head: bytes, told: str | None = None) -> Kind | None:
    """Tell what carries documents by its first bytes and the ending of its name.

    None for a document itself. `told` is the format that its carrier is sure of.

    >>> kind_of("page", b"<?xml version='1.0'?><rss>").name
    'feed'
    >>> kind_of("page.html", b"<!doctype html>") is None
    True
    """
    if told is not None:
        return None
    suffix = f".{name.rsplit('.', 1)[-1]}" if "." in name else ""
    if (by_look := _by_look(head, suffix)) is not None:
        return _NAMED[by_look]
    named = next((kind for kind in KINDS if suffix in kind.suffixes), None)
    # what claims to be an archive but does not look like one is no archive
    return None if named is None or named.name in {"zip", "parquet"} else named


def _by_look(head: bytes, suffix: str) -> str | None:
    if head.startswith(_ZIP):
        office = suffix in _OFFICE or any(mark in head for mark in _IN_OFFICE)
        return None if office else "zip"
    if head[_TAR_MARK] == b"ustar":
        return "tar"
    if head.startswith(b"PAR1"):
        return "parquet"
    if head.startswith((b"WARC/", b"filedesc://")):
        return "warc"
    return _by_words(head, suffix)


def _by_words(head: bytes, suffix: str) -> str | None:
    if suffix in {".jsonl", ".ndjson", ".csv", ".tsv", ".txt", ".md"}:
        return None
    if _MBOX.match(head):
        return "mbox"
    if _is_letter(head):
        return "letter"
    if _JSON_FEED.match(head):
        return "feed"
    return _ROOTS.get(_root(head.replace(b"\0", b"")) or b"")


def _is_letter(head: bytes) -> bool:
    """Tell a letter: it begins with headers, some of which only letters have."""
    names = set()
    for number, line in enumerate(head.splitlines()):
        header = _HEADER.match(line)
        if header is None and not (number and line[:1] in (b" ", b"\t")):
            break
        names.update([header.group(1).lower()] if header else [])
    return len(names) > 1 and bool(names & _OF_LETTERS)


def _root(head: bytes) -> bytes | None:
    """Name the first element of a page, in lower case, without its namespace."""
    rest = head.lstrip(b" \t\r\n\xef\xbb\xbf\xff\xfe")
    while opening := next((each for each in _ASIDE if rest.startswith(each[0])), None):
        before, end, rest = rest.partition(opening[1])
        if b"[" in before and opening[0] == b"<!":
            rest = rest.partition(b"]")[2].lstrip().removeprefix(b">")
        if not end:
            return None
        rest = rest.lstrip()
    root = _ROOT.match(rest)
    return root.group(1).lower() if root else None
