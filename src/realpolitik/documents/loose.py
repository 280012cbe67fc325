"""Running text of a page that extraction would pass over or tear, marked otherwise."""

import re

from lxml.html import HtmlElement

_FEWEST_WORDS = 25
_FEWEST_AFTER_QUOTE = 6  # what follows a quotation at once translates or answers it
_MOST_LINKED = 0.3
_STOP = re.compile(r"""[.!?…]["'”’»)\]]*\Z""")
_WITHIN_LINE = frozenset(
    (
        *("a", "abbr", "b", "br", "cite", "code", "del", "em", "font", "i", "ins"),
        *("mark", "q", "s", "small", "span", "strong", "sub", "sup", "time", "u"),
    )
)
_SET_OFF = frozenset(("p", "blockquote"))


def mark_loose_prose(tree: HtmlElement) -> None:
    """Make running text in a `<div>` between paragraphs one of them, in the tree.

    One with paragraphs of its own is set off as a quote is. Extraction would pass over
    what is marked as neither.
    """
    for element in list(tree.iter("div")):
        if not (_is_set_off(element.getprevious()) and _is_set_off(element.getnext())):
            continue
        inner = {each.tag for each in element.iterdescendants()}
        if inner <= _WITHIN_LINE | _SET_OFF and _is_prose(element):
            element.tag = "blockquote" if inner & _SET_OFF else "p"


def mark_words_of_lines(tree: HtmlElement) -> None:
    """Make a day or a quotation within a line plain words of it, in the tree.

    Extraction leaves `<time>` away and parts a sentence at `<q>`.
    """
    for element in list(tree.iter("time", "q")):
        parent = element.getparent()
        around = (parent.text, element.tail) if parent is not None else ()
        if element.tag == "q" or any(text and text.strip() for text in around):
            element.tag = "span"


def _is_prose(element: HtmlElement) -> bool:
    text = _text(element)
    words = len(text.split())
    if words < _FEWEST_WORDS or not _STOP.search(text):
        previous = element.getprevious()
        if (
            previous is None
            or previous.tag != "blockquote"
            or words < _FEWEST_AFTER_QUOTE
        ):
            return False
    linked = sum(len(_text(link)) for link in element.iter("a"))
    return linked <= _MOST_LINKED * len(text)


def _is_set_off(element: HtmlElement | None) -> bool:
    return element is not None and element.tag in _SET_OFF


def _text(element: HtmlElement) -> str:
    return " ".join("".join(element.itertext()).split())
