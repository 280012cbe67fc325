"""The title of a page that declares none: its first heading or its `<title>`.

The first heading of many pages is the site's name, which links to its front page, or a
word of its frame ("Main Content"); the `<title>` then says better what the page is.
"""

import re
from dataclasses import dataclass
from urllib.parse import urlsplit

from lxml.html import HtmlElement

_WORDS = re.compile(r"\w+")
_EDGES = " \t\n\xa0|»«›‹·•:–—-"
_FEW_WORDS = 3
_FRONT = frozenset(("", "/", "/index.html", "/index.htm", "/index.php", "/home"))


@dataclass(frozen=True, slots=True)
class Headed:
    """The title of a page, and the site's name where its first heading is that."""

    title: str | None
    site: str | None = None


def headed(tree: HtmlElement, heading: str | None) -> Headed:
    """Choose between a page's first heading and its `<title>`.

    The heading is right but for two cases: it is the site's name, which the `<title>`
    has beside the page's own, or it is short and the `<title>` knows nothing of it.
    """
    named = _squeezed(tree.findtext(".//title"))
    if not named or not heading:
        return Headed(heading or named)
    if not _is_within(heading, named):
        short = len(heading.split()) <= _FEW_WORDS
        return Headed(named if short else heading)
    rest = _without(named, _squeezed(heading))
    if rest and _leads_home(tree, heading):
        return Headed(rest, site=_squeezed(heading))
    return Headed(heading)


def _is_within(heading: str, named: str) -> bool:
    words = set(_WORDS.findall(heading.lower()))
    return bool(words) and words <= set(_WORDS.findall(named.lower()))


def _without(named: str, site: str) -> str:
    """Take the site's name from the beginning or end of a `<title>`."""
    if named.startswith(site):
        return named.removeprefix(site).strip(_EDGES)
    return named.removesuffix(site).strip(_EDGES) if named.endswith(site) else ""


def _leads_home(tree: HtmlElement, heading: str) -> bool:
    """Tell a heading that is a link to the front page of a site."""
    wanted = _squeezed(heading)
    for element in tree.iter("h1", "h2"):
        if _squeezed("".join(element.itertext())) != wanted:
            continue
        links = [*element.iter("a"), *element.iterancestors("a")]
        return any(_is_front(link.get("href")) for link in links)
    return False


def _is_front(address: str | None) -> bool:
    if not address or address.startswith("#"):
        return False
    try:
        parts = urlsplit(address)
    except ValueError:
        return False
    return parts.path in _FRONT and not parts.query and not parts.fragment


def _squeezed(text: str | None) -> str:
    return " ".join((text or "").split())
