"""What a server's word for the kind of its answer tells: format, encoding, no text."""

import re

_FORMATS = {
    "text/html": "html",
    "application/xhtml+xml": "html",
    "text/markdown": "markdown",
    "application/pdf": "pdf",
}
_FURNITURE = ("image/", "audio/", "video/", "font/", "text/css", "text/javascript")
_SCRIPTS = frozenset(
    (
        *("application/javascript", "application/x-javascript", "text/css"),
        *("application/font-woff", "application/vnd.ms-fontobject"),
        *("application/http", "text/dns"),
    )
)
_JSON_FEED = b"jsonfeed.org/version"
_ROOTS = (b"<?xml", b"<rss", b"<feed", b"<rdf", b"<opml", b"<urlset", b"<sitemap")
_CHARSET = re.compile(r"charset\s*=\s*[\"']?([A-Za-z0-9_.:-]{2,40})", re.IGNORECASE)


def format_of(media: str | None, content: bytes) -> str | None:
    """Give the format that is named where the bytes don't say otherwise.

    >>> format_of("text/html", b"<p>x"), format_of("text/html", b"<?xml ?><rss>")
    ('html', None)
    """
    if content.lstrip()[:20].lower().startswith(_ROOTS):
        return None
    if media == "application/json" and _JSON_FEED not in content[:4096]:
        return "json"
    named = _FORMATS.get(media or "")
    if content.startswith(b"%PDF-"):
        return "pdf"
    return None if named == "pdf" else named


def charset_of(told: str | None) -> str | None:
    """Give the encoding that a header names.

    >>> charset_of("text/html; charset=windows-1251")
    'windows-1251'
    """
    match = _CHARSET.search(told or "")
    return match.group(1) if match else None


def is_furniture(media: str | None) -> bool:
    """Tell pictures, sounds, fonts, scripts and styles."""
    return media is not None and (media.startswith(_FURNITURE) or media in _SCRIPTS)
