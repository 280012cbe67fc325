"""Answers of web servers: their bytes among the originals, the rest in a table."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

import duckdb

from realpolitik.store.rows import Row


@dataclass(frozen=True, slots=True)
class Fetch:
    """One answer as the table holds it; `time` is in UTC."""

    address: str
    final: str
    time: datetime
    status: int
    sha256: str
    bytes: int
    media_type: str | None
    headers: Mapping[str, str]

    @property
    def etag(self) -> str | None:
        """The server's mark of this version."""
        return self.headers.get("etag")

    @property
    def last_modified(self) -> str | None:
        """The server's time of the last change, as it writes it."""
        return self.headers.get("last-modified")


def fetch_row(fetch: Fetch) -> Row:
    """Give the row of table `fetches`."""
    told = json.dumps(dict(fetch.headers), ensure_ascii=False, sort_keys=True)
    return (
        *(fetch.address, fetch.final, fetch.time, fetch.status),
        *(fetch.sha256, fetch.bytes, fetch.media_type),
        *(fetch.etag, fetch.last_modified, told),
    )


def last_fetch(connection: duckdb.DuckDBPyConnection, address: str) -> Fetch | None:
    """Give the newest answer of an address."""
    row = connection.execute(
        "SELECT address, final, fetched, status, sha256, bytes, media_type, headers "
        "FROM fetches WHERE address = ? ORDER BY fetched DESC, rowid DESC LIMIT 1",
        [address],
    ).fetchone()
    if row is None:
        return None
    asked, final, time, status, sha256, size, media, headers = row
    return Fetch(asked, final, time, status, sha256, size, media, json.loads(headers))
