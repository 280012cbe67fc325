"""The lead of an article that stands apart from its body, between title and text.

Extraction keeps the body and often leaves the lead away. What a page describes itself
with, prints before the body and marks as the summary of its entry is read with it.
"""

import re
from bisect import bisect_right
from collections.abc import Sequence
from html import unescape

from realpolitik.documents.blocks import Block
from realpolitik.documents.layout import blocks_between
from realpolitik.documents.page_order import place_of
from realpolitik.documents.visible import VisibleText

_META = re.compile(r"<meta\b[^>]{0,2000}>", re.IGNORECASE)
_NAME = re.compile(
    r"""(?:name|property)\s*=\s*["']?(?:og:|twitter:)?description["'\s/>]""",
    re.IGNORECASE,
)
_CONTENT = re.compile(r"""content\s*=\s*(?:"(?P<a>[^"]*)"|'(?P<b>[^']*)')""")
_CUT = re.compile(r"(?:\.\.\.|…|\[…\])\s*\Z")
_MARK = re.compile(
    r"""class=["'][^"']*(?:entry-summary|p-summary|\blead\b)""",
    re.IGNORECASE,
)
_REACH = 300
_FEWEST_WORDS = 5
_LEAD_KEY = 80


def with_lead(blocks: Sequence[Block], page: VisibleText) -> list[Block]:
    """Put the lead before the body where the page prints it there."""
    lead = _described(page.source)
    first = place_of(blocks)
    if len(lead.split()) < _FEWEST_WORDS or first is None:
        return list(blocks)
    key = _squeezed(_CUT.sub("", lead))[:_LEAD_KEY]
    if key in _squeezed("".join(block.text for block in blocks)):
        return list(blocks)
    body = page.starts[max(bisect_right(page.places, (first + 1,)) - 1, 0)]
    place = _marked_place(page, key, body)
    if place is None:
        return list(blocks)
    end = min(body, place + len(_squeezed(lead)))
    return [*blocks_between(page, place, end), *blocks]


def _marked_place(page: VisibleText, key: str, body: int) -> int | None:
    """Find the words before the body, where the page marks them as a summary.

    A line under the headline that is not so marked is part of the headline.
    """
    place = page.text.find(key, 0, body)
    while place >= 0:
        word = bisect_right(page.starts, place) - 1
        start = page.places[word][0]
        if _MARK.search(page.source, max(start - _REACH, 0), start):
            return place
        place = page.text.find(key, place + 1, body)
    return None


def _described(source: str) -> str:
    contents = (
        _CONTENT.search(meta) for meta in _META.findall(source) if _NAME.search(meta)
    )
    told = (unescape(c["a"] or c["b"] or "").strip() for c in contents if c)
    return next(filter(None, told), "")


def _squeezed(text: str) -> str:
    return "".join(text.split())
