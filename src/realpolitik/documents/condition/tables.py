"""Rows of tables: their cells are words of the text, and no sentences."""

from collections.abc import Iterator, Sequence

from realpolitik.core.document import Passage
from realpolitik.core.problem import Problem
from realpolitik.documents.condition.seen import Seen
from realpolitik.documents.frame import is_prose

_FEWEST_ROWS = 3
_BETWEEN = 3  # lines that a table may have between two of its rows


def tables(seen: Seen) -> Iterator[Problem]:
    """Find runs of rows that hold no prose, with the lines that stand among them.

    A row with a sentence in it, as pages have that are laid out by tables, is none.
    """
    run: list[Passage] = []
    waiting: list[Passage] = []
    for passage in seen.document.passages:
        if passage.kind == "row" and not is_prose(seen.words(passage)):
            run += [*waiting, passage] if run else [passage]
            waiting = []
        elif is_prose(seen.words(passage)) or len(waiting) == _BETWEEN:
            yield from _told(run)
            run, waiting = [], []
        else:
            waiting.append(passage)
    yield from _told(run)


def _told(run: Sequence[Passage]) -> Iterator[Problem]:
    rows = sum(passage.kind == "row" for passage in run)
    if rows >= _FEWEST_ROWS:
        note = f"{rows} rows of a table stand here; cells are no sentences"
        yield Problem("table", note, run[0].start, run[-1].end)
