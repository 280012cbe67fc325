"""The documents for which a condition holds, with their parts."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import duckdb

from realpolitik.core.document import Document, Passage
from realpolitik.core.problem import Problem
from realpolitik.core.span import Span
from realpolitik.store.packing import unpack
from realpolitik.store.queries.where import Where

_COLUMNS = (
    "document, source, text, sha256, bytes, format, title, publisher, author, url, "
    "language, published, modified, dated_by, speaker"
)


def select_documents(
    connection: duckdb.DuckDBPyConnection, where: Where
) -> tuple[Document, ...]:
    """Give the documents for which a condition on a row `d` holds, by date and id."""
    rows = connection.execute(
        f"SELECT reading, origins, {_COLUMNS} FROM documents_now d "
        f"WHERE {where.condition} ORDER BY published NULLS LAST, document",
        list(where.values),
    ).fetchall()
    readings = [row[0] for row in rows]
    parts = {
        table: _parts(connection, f"SELECT reading, {columns}", readings)
        for table, columns in _PARTS.items()
    }
    return tuple(_document(row, parts) for row in rows)


def document_ids(
    connection: duckdb.DuckDBPyConnection, beginning: str
) -> tuple[str, ...]:
    """Give the ids that begin so, sorted."""
    rows = connection.execute(
        "SELECT document FROM documents_now WHERE starts_with(document, ?) "
        "ORDER BY document",
        [beginning],
    ).fetchall()
    return tuple(row[0] for row in rows)


def of_ids(ids: list[str]) -> Where:
    """Give the condition that a document is one of these."""
    return Where("d.document IN (SELECT unnest(?::VARCHAR[]))", (ids,))


_PARTS = {
    "passages": "kind, span_start, span_end, speaker FROM passages",
    "sentences": "span_start, span_end FROM sentences",
    "problems": "kind, note, span_start, span_end, share FROM problems",
}
_POSITIONS = {"passages": "passage", "sentences": "sentence", "problems": "problem"}

Parts = Mapping[str, Mapping[int, list[tuple[Any, ...]]]]


def _parts(
    connection: duckdb.DuckDBPyConnection, select: str, readings: list[int]
) -> dict[int, list[tuple[Any, ...]]]:
    table = select.rsplit(" ", 1)[-1]
    rows = connection.execute(
        f"{select} WHERE reading IN (SELECT unnest(?::BIGINT[])) "
        f"ORDER BY reading, {_POSITIONS[table]}",
        [readings],
    ).fetchall()
    parts: dict[int, list[tuple[Any, ...]]] = defaultdict(list)
    for reading, *values in rows:
        parts[reading].append(tuple(values))
    return parts


def _document(row: tuple[Any, ...], parts: Parts) -> Document:
    reading, origins, *known = row
    return replace(
        Document(*known),
        passages=tuple(Passage(*part) for part in parts["passages"].get(reading, ())),
        sentences=tuple(Span(*part) for part in parts["sentences"].get(reading, ())),
        problems=tuple(Problem(*part) for part in parts["problems"].get(reading, ())),
        origins=unpack(origins),
    )
