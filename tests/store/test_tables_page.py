"""docs/tables.md says what the schema is."""

from pathlib import Path

import duckdb

from realpolitik.store.describe import describe
from realpolitik.store.store import Store

PAGE = Path(__file__).parents[2] / "docs" / "tables.md"


def test_the_page_is_made_from_the_schema() -> None:
    assert PAGE.read_text("utf-8") == describe(), (
        "make it anew: python -m realpolitik.store.describe > docs/tables.md"
    )


def test_every_table_view_and_column_is_on_the_page(tmp_path: Path) -> None:
    Store.create(tmp_path / "p")
    with duckdb.connect(tmp_path / "p" / "store.duckdb") as connection:
        names = connection.execute(
            "SELECT table_name FROM duckdb_tables() UNION ALL "
            "SELECT view_name FROM duckdb_views() WHERE NOT internal UNION ALL "
            "SELECT column_name FROM duckdb_columns() c "
            "JOIN duckdb_tables() USING (table_oid) WHERE NOT c.internal"
        ).fetchall()
    page = describe()
    assert [name for (name,) in names if f"`{name}`" not in page] == []
    assert len(names) > 100
