"""Tables as wide as the screen: one thing a line, long texts cut at the edge."""

from collections.abc import Iterable
from typing import TypeVar

from rich.console import Console
from rich.table import Table
from rich.text import Text

from realpolitik.cli.listing import parties_words
from realpolitik.cli.screen import print_line, quad_style
from realpolitik.cli.shapes import Listed, Shape
from realpolitik.cli.words import (
    REPORTED,
    REPORTED_MEANS,
    claim_date,
    fit,
    is_dated,
    one_line,
    type_words,
    who_codes,
)

T = TypeVar("T")

_LEAST_WIDTH = 4


def print_claims(console: Console, listed: Iterable[Listed]) -> int:
    """Print claims one a line, the sentences cut to the width; give their number."""
    items = list(listed)
    for item in items:
        print_line(console, _claim_line(item))
    if any(_is_reported(item) for item in items):
        print_line(console, Text(REPORTED_MEANS, style="faint"))
    return len(items)


def print_table(console: Console, items: Iterable[T], shape: Shape[T]) -> int:
    """Print things of any shape with their most telling columns; give the lines."""
    rows = [cells for item in items for cells in shape.cells(item)]
    filled = [
        name
        for name in shape.brief_columns
        if any(row.get(name) is not None for row in rows)
    ]
    table = _table(*filled)
    for row in rows:
        values = (row.get(name) for name in filled)
        table.add_row(*("" if value is None else str(value) for value in values))
    return _print(console, table)


def _claim_line(item: Listed) -> Text:
    claim = item.claim
    who = parties_words(claim).plain
    speaker = f"{who_codes(claim.speaker)}: " if claim.speaker else ""
    return Text.assemble(
        (f"{fit(claim_date(claim, item.published), 10)}", "date"),
        (f"{REPORTED if _is_reported(item) else ' '} ", "date"),
        (f"{fit(who, 16)} ", "actor"),
        (f"{fit(type_words(claim), 16)} ", quad_style(claim.quad)),
        f"{fit(claim.modality, 8)} ",
        (f"{claim.certainty:.2f} ", "faint"),
        (speaker, "speaker"),
        one_line(claim.text),
    )


def _is_reported(item: Listed) -> bool:
    return item.published is not None and not is_dated(item.claim)


def _table(*names: str) -> Table:
    table = Table(box=None, pad_edge=False, header_style="faint")
    for name in names:
        table.add_column(
            name, no_wrap=True, overflow="ellipsis", min_width=_LEAST_WIDTH
        )
    return table


def _print(console: Console, table: Table) -> int:
    if table.row_count:
        console.print(table)
    return table.row_count
