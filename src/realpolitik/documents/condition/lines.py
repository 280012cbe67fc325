"""Lines that return: search phrases between the paragraphs, text that stands twice."""

import re
from collections.abc import Iterator

from realpolitik.core.problem import Problem
from realpolitik.documents.condition.seen import Seen

_WORDS = re.compile(r"[^\W_]+")
_LONG = 12


def keyword_lines(seen: Seen) -> Iterator[Problem]:
    """List the lines that return between the paragraphs."""
    for passage in seen.document.passages:
        if passage.kind == "keyword-line":
            note = "this line returns between the paragraphs and is not read"
            yield Problem("keyword-line", note, passage.start, passage.end)


def repeated(seen: Seen) -> Iterator[Problem]:
    """Find sentences that stand a second time, whole or with their beginning lost."""
    told: dict[str, int] = {}
    tails: dict[str, int] = {}
    for number, span in enumerate(seen.document.sentences):
        words = [word.lower() for word in _WORDS.findall(seen.words(span))]
        if len(words) < _LONG:
            continue
        whole, tail = " ".join(words), " ".join(words[-_LONG:])
        earlier = told.get(whole, tails.get(tail))
        told.setdefault(whole, number)
        tails.setdefault(tail, number)
        if earlier is not None:
            note = f"these words stand in sentence {earlier}, too"
            yield Problem("repeated", note, span.start, span.end)
