"""The table of formats: one line each, and how a format is told from bytes."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from pathlib import PurePosixPath
from typing import cast

from realpolitik.documents.blocks import Extract

_SNIFFED = 2048
_BLANK = b"\xef\xbb\xbf\xff\xfe \t\r\n"
_DIRECTORY = 2**20
_PDF = re.compile(rb"[\s\xef\xbb\xbf]*%PDF-")
_ZIPPED = (
    (b"word/document.xml", "docx"),
    (b"application/vnd.oasis.opendocument.text", "odt"),
    (b"application/epub+zip", "epub"),
    (b"META-INF/container.xml", "epub"),
)
_SUFFIX = re.compile(r"\.[a-z][a-z0-9]{0,7}")


@dataclass(frozen=True, slots=True)
class Format:
    """A format: its name, the endings of its files, the module that reads it.

    The bytes of a `packed` format are no characters.
    """

    name: str
    suffixes: tuple[str, ...]
    module: str
    packed: bool = False

    def read(self, content: bytes, *, encoding: str | None = None) -> Extract:
        """Read the bytes of a source; `encoding` is what its carrier declares.

        UnreadableError says why bytes of this format can't be read.
        """
        module = import_module(f"realpolitik.documents.{self.module}")
        if self.packed:
            return cast(Callable[[bytes], Extract], module.read)(content)
        reader = cast(Callable[[bytes, str | None], Extract], module.read)
        return reader(content, encoding)


FORMATS = (
    Format("text", ("", ".txt", ".text", ".asc", ".log"), "text"),
    Format("markdown", (".md", ".markdown", ".mdown", ".mkd"), "markdown"),
    Format("fragment", (), "fragment"),
    Format("html", (".html", ".htm", ".xhtml", ".shtml", ".php", ".asp"), "html"),
    Format("pdf", (".pdf",), "pdf.reading", packed=True),
    Format("docx", (".docx", ".docm", ".dotx"), "docx", packed=True),
    Format("odt", (".odt", ".ott", ".fodt"), "odt", packed=True),
    Format("epub", (".epub",), "epub", packed=True),
    Format("xml", (".xml", ".tei", ".nitf", ".nml"), "xml"),
)


def format_named(name: str) -> Format | None:
    """Find a format by its name."""
    return next((known for known in FORMATS if known.name == name), None)


def detect(source: str, content: bytes) -> Format | None:
    """Tell the format by the look of the beginning and the ending of the name.

    Signs that only one format has are believed over the name.

    >>> detect("page", b"<!doctype html><p>").name
    'html'
    >>> detect("paper.txt", b"%PDF-1.4 ...").name
    'pdf'
    >>> detect("x.doc", b"text") is None
    True
    """
    if (packed := _packed_format(content)) is not None:
        return packed
    suffix = suffix_of(source)
    named = next((known for known in FORMATS if suffix in known.suffixes), None)
    if named is not None and named.name not in {"text", "xml"} and not named.packed:
        return named
    head = content[:_SNIFFED].replace(b"\0", b"").lstrip(_BLANK).lower()
    if b"<html" in head or head.startswith((b"<!doctype html", b"<head", b"<body")):
        return format_named("html")
    if head.startswith(b"<?xml") and named is not None:
        return format_named("xml")
    return named


def _packed_format(content: bytes) -> Format | None:
    """Tell a PDF by its first bytes, zipped formats by the name of a file inside."""
    if _PDF.match(content[:_SNIFFED]):
        return format_named("pdf")
    if not content.startswith(b"PK\x03\x04"):
        return None
    for mark, name in _ZIPPED:
        if mark in content[:_SNIFFED] or mark in content[-_DIRECTORY:]:
            return format_named(name)
    return None


def suffix_of(source: str) -> str:
    """Give the ending of a path or address that tells the format, in lower case.

    >>> suffix_of("a/page.HTML.gz"), suffix_of("http://x.org/a.txt?b=1"), suffix_of("-")
    ('.html', '.txt', '')
    >>> suffix_of("No. 5 of 12.3.2020 Moscow")
    ''
    """
    path = source.split("?", 1)[0].split("#", 1)[0] if "://" in source else source
    name = PurePosixPath(path.replace("\\", "/")).name.lower().removesuffix(".gz")
    suffix = PurePosixPath(name).suffix
    return suffix if _SUFFIX.fullmatch(suffix) else ""
