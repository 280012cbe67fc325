"""Which documents are known already."""

from collections.abc import Mapping, Sequence

import duckdb

from realpolitik.store.entry import Known


def known_documents(
    connection: duckdb.DuckDBPyConnection, *, among: Sequence[str] | None = None
) -> dict[str, Known]:
    """Give what has been read, as it stands now, by identity; all or `among` these."""
    rows = connection.execute(
        "SELECT d.document, d.identity, d.given, r.reader, d.sha256, d.source "
        "FROM documents_now d JOIN runs r USING (run) "
        "WHERE $1 IS NULL OR list_contains($1::VARCHAR[], d.identity)",
        [among],
    ).fetchall()
    return {row[1]: Known(*row) for row in rows}


def is_known(asked: Known, known: Mapping[str, Known]) -> bool:
    """Tell whether reading again would give the same.

    It would not with another reader, nor with a day that is given only now.
    """
    found = known.get(asked.identity)
    if found is None or found.reader != asked.reader:
        return False
    return asked.given is None or asked.given == found.given
