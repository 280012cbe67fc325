"""The article of a page: the blocks of its body, found by trafilatura."""

import logging

from lxml.html import HtmlElement
from trafilatura import bare_extraction
from trafilatura.settings import Document as Page

from realpolitik.documents.blocks import Block
from realpolitik.documents.body import blocks_of_body
from realpolitik.documents.loose import mark_loose_prose, mark_words_of_lines

logging.getLogger("trafilatura").setLevel(logging.CRITICAL)


def article_of(tree: HtmlElement) -> list[Block]:
    """Find the article; other ways than the first are gone where that finds none.

    The first way alone is right more often than the longest of several. Running text in
    a `<div>` among paragraphs is made one of them, since extraction would pass it over.
    """
    mark_loose_prose(tree)
    mark_words_of_lines(tree)
    return _blocks(tree, fast=True) or _blocks(tree, fast=False)


def _blocks(tree: HtmlElement, *, fast: bool) -> list[Block]:
    found = bare_extraction(
        tree,
        fast=fast,
        include_comments=False,
        include_tables=True,
        include_formatting=True,
        output_format="xml",  # the tree alone: its text is not written out
    )
    return blocks_of_body(found.body) if isinstance(found, Page) else []
