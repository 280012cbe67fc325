"""HTML: the article without the page's frame, and what the page says of itself."""

import re
from collections.abc import Sequence

from realpolitik.core.problem import Problem
from realpolitik.documents.alignment import align, unplaced
from realpolitik.documents.article import article_of
from realpolitik.documents.blocks import Block, Extract, Metadata
from realpolitik.documents.layout import blocks_of_layout, within
from realpolitik.documents.lead import with_lead
from realpolitik.documents.limits import check_page
from realpolitik.documents.needles import places_of
from realpolitik.documents.page_dates import page_dates
from realpolitik.documents.page_facts import PageFacts, facts_of
from realpolitik.documents.page_order import in_page_order
from realpolitik.documents.page_tree import page_tree
from realpolitik.documents.parting import parted
from realpolitik.documents.struck import of_struck_out, take_struck_out
from realpolitik.documents.visible import visible_text
from realpolitik.unpacking.decoding import decode

_WINDOWS_REFERENCE = re.compile(r"&#(1(?:2[89]|[345]\d));")
_LANGUAGE = re.compile(
    r"<html\b[^>]*?\blang\s*=\s*[\"']?([A-Za-z-]{2,12})", re.IGNORECASE
)
_CLOSED_NAMES = ("isaccessibleforfree", "content_tier")
_CLOSED = re.compile(
    r"""isAccessibleForFree["']\s*:\s*["']?false
    |content_tier["'][^>]{0,40}?["'](?:locked|metered)""",
    re.VERBOSE | re.IGNORECASE,
)
_LOST_SHARE = 0.005
_LONGEST_PARAGRAPH = 1000


def read(content: bytes, encoding: str | None = None) -> Extract:
    """Read a page: its article, aligned with the source, and its metadata.

    The extraction keeps no memory between pages, so that one page always gives the
    same text. UnreadableError for one that is far too long.
    """
    decoded = decode(content, encoding)
    source = decoded.text
    check_page(source)
    tree = page_tree(_WINDOWS_REFERENCE.sub(_windows_character, source))
    facts = facts_of(tree) if tree is not None else PageFacts()
    struck = take_struck_out(tree) if tree is not None else []
    blocks = article_of(tree) if tree is not None else []
    visible = visible_text(source)
    problems: list[Problem] = []
    framed = not blocks or _has_no_structure(blocks)
    if framed:
        blocks, problems = _by_layout(source, blocks)
    else:
        blocks = align(blocks, visible)
        problems = [*_of_alignment(blocks), *of_struck_out(struck)]
        blocks = with_lead(in_page_order(parted(blocks, source)), visible)
    return Extract(
        tuple(blocks),
        decoded,
        metadata=_metadata(facts, source),
        problems=tuple(problems),
        visible=max(len(visible.text), 1),
        framed=framed,
    )


def _has_no_structure(blocks: Sequence[Block]) -> bool:
    """Tell an article that came out as one long run of its paragraphs."""
    return len(blocks) == 1 and len(blocks[0].text) > _LONGEST_PARAGRAPH


def _by_layout(
    source: str, found: Sequence[Block]
) -> tuple[list[Block], list[Problem]]:
    """Cut the page at its own elements; keep what the extraction kept, if it did."""
    blocks = blocks_of_layout(source)
    if found:
        return within(blocks, found[0].text), []
    if not blocks:
        return [], []
    note = "no article was found on the page; all of its text is read"
    return blocks, [Problem("whole-page", note)]


def _windows_character(reference: re.Match[str]) -> str:
    """Read &#146; as browsers do, as a character of Windows-1252."""
    return bytes([int(reference.group(1))]).decode("cp1252", "replace")


def _is_closed(source: str) -> bool:
    places = places_of(source, _CLOSED_NAMES)
    return any(_CLOSED.match(source, place) for place in places)


def _of_alignment(blocks: Sequence[Block]) -> list[Problem]:
    total = sum(len(block.text) for block in blocks)
    lost = unplaced(blocks)
    if lost <= _LOST_SHARE * total:
        return []
    note = f"the place in the source of {lost} of {total} characters was not found"
    return [Problem("no-origin", f"{note}; the page is put together by other means")]


def _metadata(facts: PageFacts, source: str) -> Metadata:
    language = _LANGUAGE.search(source)
    dates = page_dates(source, guess=facts.day)
    return Metadata(
        title=facts.title,
        publisher=facts.publisher,
        author=facts.author,
        url=facts.url,
        language=language.group(1).lower() if language else None,
        published=dates.published,
        dated_words=dates.words,
        modified=dates.modified,
        free=False if _is_closed(source) else None,
    )
