"""Open the tables, work, close; a locked file is waited for, a broken one named."""

import re
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path

import duckdb

from realpolitik.core.errors import DiskError, ProjectError

TABLES_FILE = "store.duckdb"
_TABLE = re.compile(r"CREATE TABLE IF NOT EXISTS (\w+)")
_EVERY = 0.05  # seconds between two tries

_BROKEN = ("not a valid", "corrupt", "checksum", "read enough bytes", "deserialize")
_FULL = ("no space left", "file too large", "write file", "write all", "disk quota")


@dataclass(frozen=True, slots=True)
class Tables:
    """The tables of one project: how to open them, and how long to wait for that."""

    folder: Path
    wait: float
    waiting: Callable[[str], None]

    @contextmanager
    def reading(self) -> Iterator[duckdb.DuckDBPyConnection]:
        """Open the tables for questions."""
        with self._session(read_only=True) as connection:
            if not _missing(connection):
                yield connection
                return
        with self.writing() as connection:
            yield connection

    @contextmanager
    def writing(self) -> Iterator[duckdb.DuckDBPyConnection]:
        """Open the tables for one transaction: all of it is kept, or nothing."""
        with self._session(read_only=False) as connection:
            connection.begin()
            _complete(connection)
            yield connection
            connection.commit()

    def create(self) -> None:
        """Make the tables and views that are not there yet."""
        with self._session(read_only=False, exists=False) as connection:
            connection.execute(_schema())

    def upgrade(self) -> None:
        """Bring the tables of an earlier layout up to this one; nothing is lost.

        Layout 2 came with shares of problems, words of dates, with copies of documents,
        layout 3 with the words that name a publisher.
        """
        with self.writing() as connection:
            for column in (
                "problems {} share DOUBLE",
                "documents {} dated_words VARCHAR",
                "documents {} publisher_words VARCHAR",
            ):
                adding = column.format("ADD COLUMN IF NOT EXISTS")
                connection.execute(f"ALTER TABLE {adding}")
            schema = files("realpolitik.store").joinpath("schema.sql")
            connection.execute(schema.read_text("utf-8"))

    @contextmanager
    def _session(
        self, *, read_only: bool, exists: bool = True
    ) -> Iterator[duckdb.DuckDBPyConnection]:
        path = self.folder / TABLES_FILE
        if exists and not path.exists():
            raise ProjectError(
                self.folder, f"{TABLES_FILE} is missing", "copy it back from a backup"
            )
        try:
            # closing without a commit rolls back
            with self._connect(path, read_only=read_only) as connection:
                yield connection
        except duckdb.Error as error:
            raise self._explained(error) from error
        except RuntimeError as error:
            # so DuckDB tells of Ctrl-C while it works
            if "interrupted" in str(error):
                raise KeyboardInterrupt from error
            raise

    def _connect(self, path: Path, *, read_only: bool) -> duckdb.DuckDBPyConnection:
        end, told = time.monotonic() + self.wait, False
        while True:
            try:
                return duckdb.connect(path, read_only=read_only)
            except (duckdb.IOException, duckdb.ConnectionException) as error:
                if not _is_locked(error):
                    raise
                if time.monotonic() > end:
                    raise ProjectError(
                        self.folder,
                        f"another process has {TABLES_FILE} open",
                        "close it and try again",
                    ) from error
            if not told:
                self.waiting(f"{self.folder}: another process has it open; waiting")
                told = True
            time.sleep(_EVERY)

    def _explained(self, error: duckdb.Error) -> ProjectError:
        words = str(error).splitlines()[0] if str(error) else type(error).__name__
        low = words.lower()
        if any(sign in low for sign in _FULL):
            return DiskError(
                self.folder,
                f"{TABLES_FILE} cannot be written ({words})",
                "free some space on its disk, then add again: what was reported as "
                "done is kept",
            )
        if "permission denied" in low or "read-only" in low:
            return ProjectError(
                self.folder,
                f"{TABLES_FILE} cannot be opened ({words})",
                "check its permissions",
            )
        if any(sign in low for sign in _BROKEN):
            return ProjectError(
                self.folder,
                f"{TABLES_FILE} is damaged ({words})",
                "copy it back from a backup, or make a new project and add again; "
                "the originals are not touched",
            )
        return ProjectError(
            self.folder, f"{TABLES_FILE} could not be used ({words})", "try again"
        )


def has_table(connection: duckdb.DuckDBPyConnection, name: str) -> bool:
    """Say whether a table is there: projects of earlier versions lack the newest."""
    return bool(
        connection.execute(
            "SELECT 1 FROM duckdb_tables() WHERE table_name = ?", [name]
        ).fetchone()
    )


def _schema() -> str:
    return files("realpolitik.store").joinpath("schema.sql").read_text("utf-8")


def _missing(connection: duckdb.DuckDBPyConnection) -> bool:
    """Tell a project made before some of the tables were thought of."""
    rows = connection.execute("SELECT table_name FROM duckdb_tables()").fetchall()
    return not set(_TABLE.findall(_schema())) <= {name for (name,) in rows}


def _complete(connection: duckdb.DuckDBPyConnection) -> None:
    """Make the tables that an older project lacks; its rows stay as they are."""
    if _missing(connection):
        connection.execute(_schema())


def _is_locked(error: duckdb.Error) -> bool:
    words = str(error)
    return "Could not set lock" in words or "different configuration" in words
