"""docs/tables.md, made from the schema: every table with its columns.

After a change of the schema: `python -m realpolitik.store.describe > docs/tables.md`.
"""

import re
from collections.abc import Iterator
from importlib.resources import files

_OPENING = re.compile(r"CREATE TABLE IF NOT EXISTS (\w+) \( -- (.+)")
_COLUMN = re.compile(r"    (\w+) (\w+(?:\[\])?)( NOT NULL)?,? -- (.+)")
_VIEW = re.compile(r"CREATE OR REPLACE VIEW (\w+) AS -- (.+)")

_HEAD = """\
# Tables

A project keeps everything in one [DuckDB](https://duckdb.org) file, `store.duckdb`.
Any DuckDB client opens it, best read-only and while no `add` is running:

```sql
-- duckdb -readonly myproject/store.duckdb
SELECT type, count(*) AS records FROM records
WHERE list_contains(actor, 'RUS') GROUP BY type ORDER BY records DESC;
```

What was read is never changed: a document that is read again (with other content, or
by a newer reader) is a new *reading*, and the views ending in `_now` show the newest
one. `records` follow `claims_now`. All offsets count characters of `documents.text`,
from 0, the end exclusive. NULL is unknown. This page is made from the schema; names
stay as they are, new columns may be added.
"""


def describe() -> str:
    """Write the page on tables and views."""
    schema = files("realpolitik.store").joinpath("schema.sql").read_text("utf-8")
    return "\n".join([_HEAD, *_tables(schema), *_views(schema)])


def _tables(schema: str) -> Iterator[str]:
    for line in schema.splitlines():
        if opening := _OPENING.fullmatch(line):
            yield f"## `{opening[1]}`\n\n{opening[2]}\n"
            yield "| column | type | what it says |\n|---|---|---|"
        elif column := _COLUMN.fullmatch(line):
            name, kind, required, words = column.groups()
            null = "" if required else ", may be NULL"
            yield f"| `{name}` | {kind}{null} | {words} |"
        elif line == ");":
            yield ""


def _views(schema: str) -> Iterator[str]:
    yield "## Views\n\n| view | what it shows |\n|---|---|"
    for name, words in _VIEW.findall(schema):
        yield f"| `{name}` | {words} |"
    yield ""


if __name__ == "__main__":
    print(describe(), end="")
