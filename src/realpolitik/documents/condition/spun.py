"""Text that a machine put together or put in other words to be found by search."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from realpolitik.core.problem import Problem
from realpolitik.documents.condition.seen import Seen
from realpolitik.knowledge.condition_words import condition_words

_SIGNS = (
    "keyword-line",
    "stitched",
    "broken-sentence",
    "lost-number",
    "fused-words",
    "repeated",
)
_FEWEST_KINDS = 3
_PER_WORDS = 250


def spun(seen: Seen, found: Sequence[Problem]) -> Iterator[Problem]:
    """Tell machine-spun text: fixed names in other words, or damage of many kinds.

    Damage of three kinds, of them keyword lines or seams, once in so many words is no
    slip of a writer's. A line that returns counts once: frames have such lines, too.
    """
    text = seen.document.text
    for name in sorted(condition_words("spun-names")):
        for match in re.finditer(rf"{name}\b", text) if name in text else ():
            note = f"a fixed name stands here in other words: {name!r}"
            yield Problem("spun", note, *match.span())
    counts = _counted(text, found)
    made = {"keyword-line", "stitched"}.intersection(counts)
    words = len(text.split())
    often = counts.total() * _PER_WORDS >= words
    if made and often and len(counts) >= _FEWEST_KINDS:
        told = ", ".join(f"{n} {kind}" for kind, n in sorted(counts.items()))
        share = _touched(seen, found)
        note = f"the text looks put together by a machine ({told}); check its source"
        yield Problem("spun", note, share=round(share, 4))


def _counted(text: str, found: Sequence[Problem]) -> Counter[str]:
    signs = [problem for problem in found if problem.kind in _SIGNS]
    lines = {text[p.start : p.end] for p in signs if p.kind == "keyword-line"}
    counts = Counter(p.kind for p in signs if p.kind != "keyword-line")
    return counts + Counter({"keyword-line": len(lines)})


def _touched(seen: Seen, found: Sequence[Problem]) -> float:
    """Give the share of passages that show one of the signs."""
    passages = seen.document.passages
    places = [p.start for p in found if p.kind in _SIGNS and p.start is not None]
    hit = {seen.document.passage_at(place) for place in places}
    return len(hit) / max(len(passages), 1)
