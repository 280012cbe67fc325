"""What the tree of a page tells of it: title, publisher, author, address, day.

The steps are those of trafilatura's metadata; its categories, tags and licences, which
nobody asks for, are left out.
"""

import logging
import re
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from html import unescape

from htmldate import find_date
from lxml.html import HtmlElement
from trafilatura.metadata import (
    examine_meta,
    extract_author,
    extract_meta_json,
    extract_sitename,
    extract_title,
    extract_url,
)
from trafilatura.settings import Document as Found

from realpolitik.documents.page_dates import day_of
from realpolitik.documents.page_title import Headed, headed

_HOST = re.compile(r"https?://(?:www\.|w[0-9]+\.)?(?P<host>[^/]+)")
_LONGEST = 10_000
logging.getLogger("htmldate").setLevel(logging.CRITICAL)


@dataclass(frozen=True, slots=True)
class PageFacts:
    """What a page tells of itself; `day` is the likeliest one of its publication."""

    title: str | None = None
    publisher: str | None = None
    author: str | None = None
    url: str | None = None
    day: date | None = None


def facts_of(tree: HtmlElement) -> PageFacts:
    """Gather the facts from meta elements, linked data and the page itself."""
    found = _declared(tree)
    address = found.url or extract_url(tree)
    day = find_date(tree, original_date=True, extensive_search=True, url=address)
    told = Headed(found.title) if found.title else headed(tree, extract_title(tree))
    site = found.sitename or extract_sitename(tree) or told.site
    return PageFacts(
        _tidy(told.title),
        _tidy(_publisher(site, address)),
        _tidy(found.author or extract_author(tree)),
        _tidy(address),
        day_of(day),
    )


def _declared(tree: HtmlElement) -> Found:
    found = examine_meta(tree)
    found.author = _author(found.author)
    # linked data is written by hand as often as not: its reader fails in many ways
    with suppress(Exception):
        found = extract_meta_json(tree, found)
    return found


def _author(name: str | None) -> str | None:
    """One word is the account of somebody, not a name."""
    return name if name and " " in name else None


def _publisher(site: str | None, address: str | None) -> str | None:
    site = (site or "").lstrip("@")
    if site and "." not in site and not site[0].isupper():
        return site.title()
    host = _HOST.match(address or "")
    return site or (host["host"] if host else None)


def _tidy(text: str | None) -> str | None:
    """Resolve entities, squeeze white space; nothing is as long as a book."""
    return " ".join(unescape((text or "")[:_LONGEST]).split()) or None
