"""How much there is."""

from dataclasses import dataclass
from datetime import date

import duckdb


@dataclass(frozen=True, slots=True)
class Counts:
    """How much the tables hold, as of the newest readings."""

    documents: int
    sentences: int
    mentions: int
    claims: dict[str, int]
    records: int
    problems: dict[str, int]
    runs: int
    first: date | None
    last: date | None
    readers: tuple[str, ...]
    copies: int = 0
    copied: int = 0


def count_all(connection: duckdb.DuckDBPyConnection) -> Counts:
    """Count everything."""
    days = connection.execute(
        "SELECT min(published), max(published) FROM documents_now"
    ).fetchone()
    first, last = days or (None, None)
    return Counts(
        documents=_number(connection, "documents_now"),
        sentences=_number(
            connection, "sentences SEMI JOIN documents_now USING (reading)"
        ),
        mentions=_number(
            connection, "(SELECT DISTINCT reading, mention FROM mentions_now)"
        ),
        claims=_by_kind(connection, "claims_now"),
        records=_number(connection, "records"),
        problems=_by_kind(connection, "problems_now"),
        runs=_number(connection, "runs"),
        first=first,
        last=last,
        readers=_readers(connection),
        copies=_number(connection, "copy_groups WHERE document <> first_copy"),
        copied=_number(connection, "copy_groups WHERE document = first_copy"),
    )


def _number(connection: duckdb.DuckDBPyConnection, what: str) -> int:
    row = connection.execute(f"SELECT count(*) FROM {what}").fetchone()
    return int(row[0]) if row else 0


def _by_kind(connection: duckdb.DuckDBPyConnection, what: str) -> dict[str, int]:
    rows = connection.execute(
        f"SELECT kind, count(*) FROM {what} GROUP BY kind ORDER BY kind"
    ).fetchall()
    return dict(rows)


def _readers(connection: duckdb.DuckDBPyConnection) -> tuple[str, ...]:
    rows = connection.execute(
        "SELECT DISTINCT r.reader FROM documents_now d JOIN runs r USING (run) "
        "ORDER BY r.reader"
    ).fetchall()
    return tuple(row[0] for row in rows)
