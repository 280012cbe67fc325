"""The tree of a page, parsed once, for all that reads trees."""

from lxml.etree import ElementDefaultClassLookup, LxmlError
from lxml.html import HtmlElement, HTMLParser, fromstring
from trafilatura.utils import repair_faulty_html

_BEGINNING = 50


def page_tree(source: str) -> HtmlElement | None:
    """Parse a page; None where there is nothing to parse or it is no page.

    Faulty beginnings are mended as trafilatura does. Text in the place of a page (no
    mention of HTML and one element at most) is none.
    """
    beginning = source[:_BEGINNING].lower()
    mended = repair_faulty_html(source, beginning)
    try:
        tree = fromstring(mended.encode("utf-8", "surrogatepass"), parser=_parser())
    except (LxmlError, ValueError):
        return None
    if "html" not in beginning and len(tree) < 2:
        return None
    return tree


def _parser() -> HTMLParser:
    """Make elements of one class, without asking Python for the class of each.

    lxml's own choice by tag costs a tenth of the whole extraction.
    """
    parser = HTMLParser(
        collect_ids=False,
        default_doctype=False,
        encoding="utf-8",
        remove_comments=True,
        remove_pis=True,
    )
    parser.set_element_class_lookup(ElementDefaultClassLookup(element=HtmlElement))
    return parser
