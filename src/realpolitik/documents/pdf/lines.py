"""From runs to lines in reading order: rows, table rows, columns beside each other."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from statistics import median

from realpolitik.documents.pdf.letters import Run

_LEVEL = 0.4  # of the size: how far the runs of one row may stand apart in height
_WORD_GAP = 1.1  # of the size: runs that stand closer are one text
_CELL_GAP = " | "
_LABEL = 5  # letters of a bullet or number before a text
_FEWEST = 4  # rows that a column has at least
_PROSE = 22  # letters that a row of a column of prose has on average
_EDGE = 0.18  # of the width: no gutter stands nearer to the edge
_STEP = 3.0
_DEEPEST = 3


@dataclass(frozen=True, slots=True)
class Line:
    """One line of text, or one row of a table, where it stands on its page.

    `column` counts the columns of the page in reading order; `cells` is how many
    texts of a table the line was made of.
    """

    text: str
    left: float
    right: float
    base: float
    size: float
    bold: bool
    cells: int = 1
    column: int = 0


Row = list[Run]


def lines_of(runs: Sequence[Run]) -> list[Line]:
    """Give the lines of a page in reading order."""
    regions = list(_regions(_rows(runs), depth=0))
    return [
        replace(_line(row), column=number)
        for number, rows in enumerate(regions)
        for row in rows
    ]


def _rows(runs: Sequence[Run]) -> list[Row]:
    """Put runs of the same height into one row, from left to right; top row first."""
    rows: list[Row] = []
    for run in sorted(runs, key=lambda run: -run.base):
        if rows and _is_level(rows[-1], run):
            rows[-1].append(run)
        else:
            rows.append([run])
    return [_merged(sorted(row, key=lambda run: run.left)) for row in rows]


def _is_level(row: Row, run: Run) -> bool:
    size = min(max(each.size for each in row), run.size)
    return abs(row[0].base - run.base) <= _LEVEL * size


def _merged(row: Row) -> Row:
    """Join runs that stand as close as words do, and bullets with their text."""
    merged: Row = []
    for run in row:
        last = merged[-1] if merged else None
        if last is not None and _belongs(last, run, first=len(merged) == 1):
            merged[-1] = _one(last, run)
        else:
            merged.append(run)
    return merged


def _belongs(last: Run, run: Run, *, first: bool) -> bool:
    size = max(last.size, run.size)
    gap = run.left - last.right
    label = first and len(last.text) <= _LABEL and not last.text[-1].isalpha()
    numbered = label and (last.text[-1] in ".)•–-—" or not last.text[-1].isalnum())
    return gap < (4 * size if numbered else _WORD_GAP * size)


def _one(last: Run, run: Run) -> Run:
    apart = run.left - last.right > 0.12 * run.size
    text = f"{last.text} {run.text}" if apart else last.text + run.text
    larger = max(last, run, key=lambda each: len(each.text))
    return Run(
        text,
        last.left,
        max(run.right, last.right),
        larger.base,
        larger.size,
        last.bold and run.bold,
    )


def _regions(rows: list[Row], *, depth: int) -> Iterator[list[Row]]:
    """Cut rows into stretches that are read one after another."""
    gutter = _gutter(rows) if depth < _DEEPEST else None
    if gutter is None:
        yield from [rows] if rows else []
        return
    plain: list[Row] = []
    for crosses, group in groupby(rows, key=lambda row: _crosses(row, gutter)):
        band = list(group)
        if crosses or not _are_columns(band, gutter):
            plain += band
            continue
        yield from [plain] if plain else []
        plain = []
        for side in _sides(band, gutter):
            yield from _regions(side, depth=depth + 1)
    yield from [plain] if plain else []


def _gutter(rows: Sequence[Row]) -> float | None:
    """Find where a page is parted: most rows on both sides, none of prose across."""
    runs = [run for row in rows for run in row]
    if len(rows) < _FEWEST:
        return None
    low, high = min(r.left for r in runs), max(r.right for r in runs)
    width = high - low
    place, best = None, 0
    x = low + _EDGE * width
    while x < high - _EDGE * width:
        free = [row for row in rows if not _crosses(row, x)]
        count = min(len(side) for side in _sides(free, x))
        if count > best:
            place, best = x, count
        x += _STEP
    return place if best >= _FEWEST else None


def _crosses(row: Row, x: float) -> bool:
    return any(run.left < x < run.right for run in row)


def _sides(rows: Sequence[Row], x: float) -> tuple[list[Row], list[Row]]:
    left = [[run for run in row if run.right <= x] for row in rows]
    right = [[run for run in row if run.left >= x] for row in rows]
    return [row for row in left if row], [row for row in right if row]


def _are_columns(band: Sequence[Row], x: float) -> bool:
    """Tell columns of prose from a table: many words in each row on both sides."""
    sides = _sides(band, x)
    return all(
        len(side) >= _FEWEST
        and median(sum(len(run.text) for run in row) for row in side) >= _PROSE
        and _fill(side) > 0.6
        for side in sides
    )


def _fill(rows: Sequence[Row]) -> float:
    """Give the share of its column's width that the middle row fills."""
    left = min(row[0].left for row in rows)
    right = max(row[-1].right for row in rows)
    widths = [sum(run.right - run.left for run in row) for row in rows]
    return median(widths) / max(right - left, 1.0)


def _line(row: Row) -> Line:
    return Line(
        _CELL_GAP.join(run.text for run in row),
        row[0].left,
        row[-1].right,
        row[0].base,
        max(run.size for run in row),
        all(run.bold for run in row),
        len(row),
    )
