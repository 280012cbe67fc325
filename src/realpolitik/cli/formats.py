"""The formats of results: plain table, csv, tsv, JSON, JSON Lines, Parquet."""

import csv
import io
import json
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import BinaryIO, Generic, TypeVar

import click

from realpolitik.cli.shapes import Shape
from realpolitik.core.errors import UsageError
from realpolitik.core.json_form import Json

T = TypeVar("T")

NAMES = ("table", "csv", "tsv", "json", "jsonl", "ndjson", "parquet")
_SUFFIXES = {f".{name}": name for name in NAMES if name != "table"}


def format_for(name: str | None, path: Path | None) -> str:
    """Choose the format: the one named, else by the file's suffix, else a table."""
    if name is not None:
        return name
    return _SUFFIXES.get(path.suffix.lower(), "table") if path else "table"


def write(items: Iterable[T], shape: Shape[T], name: str, sink: BinaryIO) -> int:
    """Write items as they come and give their number."""
    counted = _Counted(items)
    if name == "csv":
        _write_csv(counted, shape, sink)
    elif name in ("tsv", "table"):
        columns = shape.columns if name == "tsv" else shape.brief_columns
        _write_tabbed(counted, shape, columns, sink)
    else:
        _write_rows(
            (r for item in counted for r in shape.rows(item)), shape, name, sink
        )
    return counted.number


def check_sink(name: str, path: Path | None) -> None:
    """Keep binary output off a screen."""
    if name == "parquet" and path is None and sys.stdout.isatty():
        raise UsageError("parquet is no text for a terminal; name a file with -o FILE")


class _Counted(Generic[T]):
    """An iterable that knows how many it has given."""

    def __init__(self, items: Iterable[T]) -> None:
        self.number = 0
        self._items = items

    def __iter__(self) -> Iterator[T]:
        for item in self._items:
            self.number += 1
            yield item


def _write_csv(items: Iterable[T], shape: Shape[T], sink: BinaryIO) -> None:
    line = io.StringIO()
    writer = csv.writer(line, lineterminator="\n")
    writer.writerow(shape.columns)
    for item in items:
        for cells in shape.cells(item):
            writer.writerow([_plain(cells.get(column)) for column in shape.columns])
        _flush(line, sink)
    _flush(line, sink)


def _write_tabbed(
    items: Iterable[T], shape: Shape[T], columns: tuple[str, ...], sink: BinaryIO
) -> None:
    sink.write("\t".join(columns).encode() + b"\n")
    for item in items:
        for cells in shape.cells(item):
            line = "\t".join(_plain(cells.get(column)) for column in columns)
            sink.write(line.encode("utf-8", "replace") + b"\n")


def _write_rows(
    rows: Iterable[Json], shape: Shape[T], name: str, sink: BinaryIO
) -> None:
    if name == "parquet":
        from realpolitik.cli.parquet import write_parquet

        write_parquet(shape.name, list(rows), sink)
    elif name == "json":
        _write_json(rows, sink)
    else:
        _write_json_lines(rows, sink)


def _flush(line: io.StringIO, sink: BinaryIO) -> None:
    sink.write(line.getvalue().encode("utf-8", "replace"))
    line.seek(0)
    line.truncate()


def _plain(value: object) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    return "" if value is None else str(value)


def _json(row: Json) -> bytes:
    return json.dumps(row, ensure_ascii=False).encode("utf-8", "replace")


def _write_json_lines(rows: Iterable[Json], sink: BinaryIO) -> None:
    for row in rows:
        sink.write(_json(row) + b"\n")


def _write_json(rows: Iterable[Json], sink: BinaryIO) -> None:
    sink.write(b"[")
    for position, row in enumerate(rows):
        sink.write((b",\n " if position else b"\n ") + _json(row))
    sink.write(b"\n]\n")


format_option = click.option(
    "--format",
    "format_name",
    type=click.Choice(NAMES, case_sensitive=False),
    metavar="FORM",
    help=f"{', '.join(NAMES)} [default: by the suffix of -o, else table].",
)
