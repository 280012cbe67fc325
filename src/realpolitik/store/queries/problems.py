"""What is wrong with what was read, and what could not be read."""

import duckdb

from realpolitik.core.problem import Problem


def select_problems(
    connection: duckdb.DuckDBPyConnection,
) -> tuple[tuple[str, Problem], ...]:
    """Give each problem with its document's id, or with the source left unread."""
    rows = connection.execute(
        "SELECT coalesce(document, source), kind, note, span_start, span_end, share "
        "FROM problems_now ORDER BY document IS NULL, document, source, problem"
    ).fetchall()
    return tuple((row[0], Problem(*row[1:])) for row in rows)
