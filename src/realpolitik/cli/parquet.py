"""Results as Parquet: the contract's rows with typed, nested columns."""

from collections.abc import Callable
from datetime import date
from typing import BinaryIO

import pyarrow as pa
import pyarrow.parquet

from realpolitik.core.json_form import Json
from realpolitik.result_tables import claims_table, with_floats

_WORD, _NUMBER, _PLACE, _DAY = pa.string(), pa.float64(), pa.int32(), pa.date32()

_MENTIONS = pa.schema(
    [
        ("document", _WORD),
        ("sentence", _PLACE),
        ("text", _WORD),
        ("start", _PLACE),
        ("end", _PLACE),
        *((name, _WORD) for name in ("kind", "code", "sector", "id", "name", "role")),
        ("country", _WORD),
        ("lat", _NUMBER),
        ("lon", _NUMBER),
        ("place", _WORD),
        ("feature", _WORD),
        ("from", _DAY),
        ("to", _DAY),
        ("precision", _WORD),
        ("value", _NUMBER),
        ("high", _NUMBER),
        ("approximate", pa.bool_()),
        ("unit", _WORD),
        ("lost", pa.bool_()),
        ("certainty", _NUMBER),
    ]
)
_SPAN = [("kind", _WORD), ("start", _PLACE), ("end", _PLACE)]
_PROBLEM = [*_SPAN, ("note", _WORD), ("words", _WORD), ("share", _NUMBER)]
_DOCUMENTS = pa.schema(
    [
        *((name, _WORD) for name in ("document", "source", "title", "publisher")),
        *((name, _WORD) for name in ("author", "url", "language")),
        ("published", _DAY),
        ("modified", _DAY),
        ("dated_by", _WORD),
        ("dated_words", _WORD),
        ("publisher_words", _WORD),
        ("text", _WORD),
        ("passages", pa.list_(pa.struct([*_SPAN, ("speaker", _WORD)]))),
        ("problems", pa.list_(pa.struct(_PROBLEM))),
        ("sentences", pa.list_(pa.list_(_PLACE))),
        ("sha256", _WORD),
        ("bytes", pa.int64()),
        ("format", _WORD),
    ]
)
_DAYS = ("from", "to", "published", "modified")


def write_parquet(thing: str, rows: list[Json], sink: BinaryIO) -> None:
    """Write rows of claims, mentions or documents; without rows, the empty table.

    Rows of other things, flat ones, get their types from what they hold.
    """
    table = _TABLES.get(thing, pa.Table.from_pylist)
    pyarrow.parquet.write_table(table(rows), sink)


def _mentions_table(rows: list[Json]) -> pa.Table:
    whole = [with_floats(_dated(row)) for row in rows]
    return pa.Table.from_pylist(whole, schema=_MENTIONS)


def _documents_table(rows: list[Json]) -> pa.Table:
    return pa.Table.from_pylist([_dated(row) for row in rows], schema=_DOCUMENTS)


def _dated(row: Json) -> Json:
    return row | {name: _day(row[name]) for name in _DAYS if name in row}


def _day(value: object) -> date | None:
    return date.fromisoformat(value) if isinstance(value, str) else None


_TABLES: dict[str, Callable[[list[Json]], pa.Table]] = {
    "claims": claims_table,
    "mentions": _mentions_table,
    "documents": _documents_table,
}
