"""Words that a page shows struck out: withdrawn by their writer, told but not read."""

from collections.abc import Iterator, Sequence

from lxml.html import HtmlElement

from realpolitik.core.problem import Problem

_LONGEST = 200  # characters; more is a mark that was never closed
_EXCERPT = 60


def take_struck_out(tree: HtmlElement) -> list[str]:
    """Take the struck-out words from a tree and give them, in their order."""
    taken = []
    for element in list(tree.iter("del", "s", "strike")):
        words = " ".join("".join(element.itertext()).split())
        if 0 < len(words) <= _LONGEST:
            taken.append(words)
            tail = element.tail
            element.clear()
            element.tail = tail
    return taken


def of_struck_out(words: Sequence[str]) -> Iterator[Problem]:
    """Tell what was not read, with the first words of it."""
    if words:
        some = "; ".join(words)
        cut = f"{some[:_EXCERPT]} ..." if len(some) > _EXCERPT else some
        note = f"struck out on the page, and not read ({len(words)} times): {cut!r}"
        yield Problem("struck-out", note)
