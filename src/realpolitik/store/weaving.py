"""Bring the records up to date where a batch touched them, and only there."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

import duckdb

from realpolitik.store.entry import Merging, Printed
from realpolitik.store.inserting import insert
from realpolitik.store.queries.claims import select_claims
from realpolitik.store.queries.where import Where
from realpolitik.store.rows import record_row

Keys = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Touched:
    """Keys of claims that came or went, and the ids of those that may have gone."""

    record_keys: frozenset[str] = frozenset()
    reprint_keys: frozenset[str] = frozenset()
    claims: frozenset[str] = frozenset()

    def __or__(self, other: "Touched") -> "Touched":
        """Join what two changes touch."""
        return Touched(
            self.record_keys | other.record_keys,
            self.reprint_keys | other.reprint_keys,
            self.claims | other.claims,
        )

    def with_keys(self, keys: Iterable[Keys]) -> "Touched":
        """Add the keys of claims."""
        pairs = list(keys)
        return replace(
            self,
            record_keys=self.record_keys.union(key for key, _ in pairs),
            reprint_keys=self.reprint_keys.union(key for _, key in pairs),
        )


def touched_by(
    connection: duckdb.DuckDBPyConnection, documents: Sequence[str]
) -> Touched:
    """Tell what the present claims of documents touch, before they are replaced."""
    rows = connection.execute(
        "SELECT record_key, reprint_key, claim FROM claims_now "
        "WHERE document IN (SELECT unnest(?::VARCHAR[]))",
        [list(documents)],
    ).fetchall()
    touched = Touched(claims=frozenset(claim for _, _, claim in rows))
    return touched.with_keys((key, reprint) for key, reprint, _ in rows)


def weave(
    connection: duckdb.DuckDBPyConnection, touched: Touched, *, merging: Merging
) -> None:
    """Merge anew all claims that what was touched may be merged with."""
    touched = _with_neighbours(connection, touched)
    if not touched.record_keys:
        return
    keys = sorted(touched.record_keys)
    claims = select_claims(
        connection, Where("c.record_key IN (SELECT unnest(?::VARCHAR[]))", (keys,))
    )
    _remove(connection, touched.claims.union(claim.id for claim in claims))
    printed = printed_as(connection, sorted({claim.document for claim in claims}))
    records = merging.merge(claims, printed)
    insert(connection, "records", [record_row(record) for record in records])
    pairs = [(record.id, claim) for record in records for claim in record.claims]
    insert(connection, "record_claims", pairs)


def _with_neighbours(
    connection: duckdb.DuckDBPyConnection, touched: Touched
) -> Touched:
    while True:
        rows = connection.execute(
            "SELECT DISTINCT record_key, reprint_key FROM claims_now "
            "WHERE record_key IN (SELECT unnest(?::VARCHAR[])) "
            "OR reprint_key IN (SELECT unnest(?::VARCHAR[]))",
            [sorted(touched.record_keys), sorted(touched.reprint_keys)],
        ).fetchall()
        wider = touched.with_keys((key, reprint) for key, reprint in rows)
        if wider == touched:
            return touched
        touched = wider


def _remove(connection: duckdb.DuckDBPyConnection, claims: Iterable[str]) -> None:
    records = connection.execute(
        "SELECT DISTINCT record FROM record_claims "
        "WHERE claim IN (SELECT unnest(?::VARCHAR[]))",
        [sorted(claims)],
    ).fetchall()
    ids = sorted(record for (record,) in records)
    for table in ("records", "record_claims"):
        connection.execute(
            f"DELETE FROM {table} WHERE record IN (SELECT unnest(?::VARCHAR[]))", [ids]
        )


def printed_as(
    connection: duckdb.DuckDBPyConnection, documents: Sequence[str]
) -> dict[str, Printed]:
    """Give what counting needs to know of documents; copies stand as their first."""
    rows = connection.execute(
        "SELECT document, coalesce(g.first_copy, document), "
        "coalesce(g.first_day, published), publisher "
        "FROM documents_now LEFT JOIN copy_groups g USING (document) "
        "WHERE document IN (SELECT unnest(?::VARCHAR[]))",
        [list(documents)],
    ).fetchall()
    return {document: Printed(*known) for document, *known in rows}
