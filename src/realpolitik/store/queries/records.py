"""The records for which a condition holds."""

from typing import Any

import duckdb

from realpolitik.core.record import Record
from realpolitik.store.queries.where import Where

_COLUMNS = (
    "r.record, r.kind, r.type, r.mode, r.actor, r.recipient, r.modality, r.negated, "
    "r.date_from, r.date_to, r.dated_by, r.issue, r.quad, r.intensity, r.certainty"
)


def select_records(
    connection: duckdb.DuckDBPyConnection, where: Where
) -> tuple[Record, ...]:
    """Give the records for which a condition on a row `r` holds, by first day."""
    rows = connection.execute(
        f"SELECT {_COLUMNS}, k.claims, r.publishers FROM records r JOIN "
        "(SELECT record, list(claim ORDER BY claim) AS claims FROM record_claims "
        f"GROUP BY record) k USING (record) WHERE {where.condition} "
        "ORDER BY r.date_from NULLS LAST, r.record",
        list(where.values),
    ).fetchall()
    return tuple(_record(row) for row in rows)


def _record(row: tuple[Any, ...]) -> Record:
    values: list[Any] = [tuple(v) if isinstance(v, list) else v for v in row]
    return Record(*values)
