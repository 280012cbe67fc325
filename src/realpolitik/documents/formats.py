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
_SUFFIX = re.compile(r"\.[a-z][a-z0-9]{0,7}")


@dataclass(frozen=True, slots=True)
class Format:
    """A format: its name, the endings of its files, the module that reads it."""

    name: str
    suffixes: tuple[str, ...]
    module: str

    def read(self, content: bytes) -> Extract:
        """Read the bytes of a source of this format."""
        module = import_module(f"realpolitik.documents.{self.module}")
        reader = cast(Callable[[bytes], Extract], module.read)
        return reader(content)


FORMATS = (
    Format("text", ("", ".txt", ".text", ".asc", ".log"), "text"),
    Format("markdown", (".md", ".markdown", ".mdown", ".mkd"), "markdown"),
    Format("html", (".html", ".htm", ".xhtml", ".shtml", ".php", ".asp"), "html"),
)


def format_named(name: str) -> Format | None:
    """Find a format by its name."""
    return next((known for known in FORMATS if known.name == name), None)


def detect(source: str, content: bytes) -> Format | None:
    """Tell the format by the ending of the name and the look of the beginning.

    >>> detect("page", b"<!doctype html><p>").name
    'html'
    >>> detect("x.docx", b"text") is None
    True
    """
    suffix = suffix_of(source)
    named = next((known for known in FORMATS if suffix in known.suffixes), None)
    if named is not None and named.name != "text":
        return named
    head = content[:_SNIFFED].replace(b"\0", b"").lstrip(_BLANK).lower()
    if b"<html" in head or head.startswith((b"<!doctype html", b"<head", b"<body")):
        return format_named("html")
    return named


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
