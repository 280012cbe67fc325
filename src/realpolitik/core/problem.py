"""What is wrong with an input, kept as data beside what could be read."""

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Problem:
    """Something wrong with a document, or with one span of it.

    `kind` is a short hyphenated word ("no-date", "fused-words", "keyword-line"),
    `note` says what was seen and what to do, for a person. `start` and `end` count
    in the clean text and are None where the problem is about the whole document.
    `share` says how much of the text it concerns, 0 to 1 (of a frame: of what stands on
    the page); None where that cannot be told.
    """

    kind: str
    note: str
    start: int | None = None
    end: int | None = None
    share: float | None = None


REMARKS = frozenset(
    (
        *("frame", "keyword-line", "near-copy", "new-version", "repeated"),
        *("struck-out", "table"),
    )
)
"""Kinds that tell what was left away on purpose or is no prose: nothing to mend."""


def troubles(problems: Iterable[Problem]) -> list[Problem]:
    """Give the problems that a person should hear of: all but the remarks."""
    return [problem for problem in problems if problem.kind not in REMARKS]
