"""Many rows at once into one table."""

from collections.abc import Sequence

import duckdb

from realpolitik.store.rows import Row


def insert(
    connection: duckdb.DuckDBPyConnection, table: str, rows: Sequence[Row]
) -> None:
    """Insert rows whose values stand in the order of the table's columns."""
    if not rows:
        return
    import pyarrow as pa  # questions do without it and start sooner

    schema = connection.table(table).limit(0).to_arrow_table().schema
    columns = [
        pa.array(column, field.type)
        for column, field in zip(zip(*rows, strict=True), schema, strict=True)
    ]
    connection.register("batch", pa.Table.from_arrays(columns, schema=schema))
    connection.execute(f"INSERT INTO {table} SELECT * FROM batch")
    connection.unregister("batch")
