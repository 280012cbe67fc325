"""The documents for which a condition holds, with their parts."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import duckdb

from realpolitik.core.document import Document, Part, Passage
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
        f"SELECT reading, origins, dated_words, {_COLUMNS}, publisher_words "
        "FROM documents_now d "
        f"WHERE {where.condition} ORDER BY published NULLS LAST, document",
        list(where.values),
    ).fetchall()
    readings = [row[0] for row in rows]
    parts = {
        table: _parts(connection, f"SELECT reading, {columns}", readings)
        for table, columns in _PARTS.items()
    }
    copies = _copies(connection, [row[3] for row in rows])
    found = (_document(row, parts) for row in rows)
    return tuple(_as_copy(one, copies) if one.id in copies else one for one in found)


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


def copies_of(document: str) -> Where:
    """Give the condition that a document is another copy of this one."""
    return Where(
        "d.document <> ? AND d.document IN (SELECT a.document FROM copy_groups a "
        "JOIN copy_groups b USING (first_copy) WHERE b.document = ?)",
        (document, document),
    )


_PARTS = {
    "passages": "kind, span_start, span_end, speaker FROM passages",
    "parts": "name, span_start, span_end FROM parts",
    "sentences": "span_start, span_end FROM sentences",
    "problems": "kind, note, span_start, span_end, share FROM problems",
}
_POSITIONS = {
    "passages": "passage",
    "parts": "part",
    "sentences": "sentence",
    "problems": "problem",
}

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


def _copies(
    connection: duckdb.DuckDBPyConnection, documents: list[str]
) -> dict[str, tuple[str, float, int]]:
    rows = connection.execute(
        "SELECT document, first_copy, shared, others FROM (SELECT *, "
        "count(*) OVER (PARTITION BY first_copy) - 1 AS others FROM copy_groups) "
        "WHERE document IN (SELECT unnest(?::VARCHAR[]))",
        [documents],
    ).fetchall()
    return {
        document: (first, shared, others) for document, first, shared, others in rows
    }


def _as_copy(
    document: Document, copies: Mapping[str, tuple[str, float, int]]
) -> Document:
    first, shared, others = copies[document.id]
    which = "the first of them" if first == document.id else f"the first is {first}"
    plural = "s" if others > 1 else ""
    note = f"{others} other document{plural} print this text ({which}); counted once"
    problem = Problem("near-copy", note, share=shared)
    return replace(document, problems=(*document.problems, problem))


def _document(row: tuple[Any, ...], parts: Parts) -> Document:
    reading, origins, dated_words, *known, publisher_words = row
    return replace(
        Document(*known),
        passages=tuple(Passage(*part) for part in parts["passages"].get(reading, ())),
        sentences=tuple(Span(*part) for part in parts["sentences"].get(reading, ())),
        problems=tuple(Problem(*part) for part in parts["problems"].get(reading, ())),
        origins=unpack(origins),
        parts=tuple(Part(*part) for part in parts["parts"].get(reading, ())),
        dated_words=dated_words,
        publisher_words=publisher_words,
    )
