"""The condition of a document: what was lost, broken, repeated or left away.

Each file of this folder looks for one sort of damage. A check takes what is known of
the document and gives problems; nothing is repaired.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from realpolitik.core.document import Document
from realpolitik.core.problem import Problem
from realpolitik.documents.condition.edges import cut_edges
from realpolitik.documents.condition.encoding import mojibake, read_as
from realpolitik.documents.condition.fused import fused_words
from realpolitik.documents.condition.lines import keyword_lines, repeated
from realpolitik.documents.condition.lost import lost_numbers
from realpolitik.documents.condition.seams import stitched
from realpolitik.documents.condition.seen import Seen
from realpolitik.documents.condition.sentences import broken_sentences
from realpolitik.documents.condition.spun import spun
from realpolitik.documents.condition.tables import tables
from realpolitik.documents.condition.whole import (
    dates,
    emptiness,
    frame,
    languages,
    paywall,
)

Check = Callable[[Seen], Iterable[Problem]]

_ON_THE_WHOLE: Sequence[Check] = (
    read_as,
    dates,
    languages,
    frame,
    paywall,
    emptiness,
)
_ON_SPANS: Sequence[Check] = (
    keyword_lines,
    repeated,
    fused_words,
    lost_numbers,
    broken_sentences,
    mojibake,
    cut_edges,
    stitched,
    tables,
)
_MOST_EACH = 20


def condition_of(seen: Seen) -> tuple[Problem, ...]:
    """List what is wrong: first on the whole, then in the order of the text."""
    spans = [p for check in _ON_SPANS for p in _first(list(check(seen)))]
    spans.sort(key=_place)
    whole = [
        *seen.raw.problems,
        *seen.extract.problems,
        *(problem for check in _ON_THE_WHOLE for problem in check(seen)),
        *spun(seen, spans),
    ]
    return tuple(_with_share(problem, seen.document) for problem in (*whole, *spans))


def _first(problems: list[Problem]) -> list[Problem]:
    """Keep the first of each kind, and tell how many more there are."""
    kept: list[Problem] = []
    counts: dict[str, int] = {}
    for problem in problems:
        counts[problem.kind] = counts.get(problem.kind, 0) + 1
        if counts[problem.kind] <= _MOST_EACH or problem.kind in _ALL_OF:
            kept.append(problem)
    for kind, count in counts.items():
        if count > _MOST_EACH and kind not in _ALL_OF:
            note = f"{count - _MOST_EACH} more places like these"
            kept.append(Problem(kind, note))
    return kept


_ALL_OF = frozenset(
    {"keyword-line", "language", "broken-paragraph", "stitched", "table"}
)


def _place(problem: Problem) -> tuple[int, int, str]:
    return (problem.start or 0, problem.end or 0, problem.kind)


def _with_share(problem: Problem, document: Document) -> Problem:
    """Say how much of the text a span is."""
    if problem.start is None or problem.end is None or problem.share is not None:
        return problem
    share = (problem.end - problem.start) / max(len(document.text), 1)
    return replace(problem, share=round(share, 4))
