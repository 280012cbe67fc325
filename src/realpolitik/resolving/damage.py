"""Where the condition of a text meets the certainty of its claims: here, nowhere else.

A claim keeps of its certainty the product of what each kind of problem leaves it that
touches its sentence, or that is told of the whole document. The kinds and what they
leave stand in `knowledge/words/problems.csv`.
"""

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import cache
from math import prod

from realpolitik.core.claim import Claim
from realpolitik.core.document import Document
from realpolitik.core.problem import Problem
from realpolitik.core.span import Span
from realpolitik.knowledge.tables import rows


def weakened(document: Document, claims: Iterable[Claim]) -> tuple[Claim, ...]:
    """Lower the certainty of claims from damaged sentences."""
    harmful = [problem for problem in document.problems if keeps(problem.kind) < 1]
    if not harmful:
        return tuple(claims)
    whole = {problem.kind for problem in harmful if problem.start is None}
    spans = sorted(_spans(harmful))
    return tuple(_weakened(claim, whole, spans) for claim in claims)


@cache
def keeps(kind: str) -> float:
    """Give the part of its certainty that a claim keeps, 1 for kinds without harm."""
    return _table().get(kind, 1.0)


@cache
def _table() -> dict[str, float]:
    return {row["kind"]: float(row["keeps"]) for row in rows("words/problems.csv")}


_Place = tuple[int, int, str]


def _spans(problems: Iterable[Problem]) -> Iterable[_Place]:
    for problem in problems:
        if problem.start is not None and problem.end is not None:
            yield problem.start, problem.end, problem.kind


def _weakened(claim: Claim, whole: set[str], spans: Sequence[_Place]) -> Claim:
    kinds = whole | set(_touching(claim.span, spans))
    if not kinds:
        return claim
    factor = prod(keeps(kind) for kind in sorted(kinds))
    return replace(claim, certainty=round(claim.certainty * factor, 4))


def _touching(sentence: Span, spans: Sequence[_Place]) -> Iterable[str]:
    """Give the kinds whose spans share a character with a sentence."""
    last = bisect_left(spans, (sentence.end, 0, ""))
    return (kind for _, end, kind in spans[:last] if end > sentence.start)
