"""The mentions of a document and what they mean."""

from itertools import groupby
from operator import itemgetter
from typing import Any

import duckdb

from realpolitik.core.actor import Actor
from realpolitik.core.interval import Interval
from realpolitik.core.mention import Meaning, Mention
from realpolitik.core.place import Place
from realpolitik.core.quantity import Quantity

_MENTION = "sentence, text, span_start, span_end, kind, form, seen_sector, certainty"
_MEANING = {
    "actor": "code, sector, actor, name, office, actor_certainty",
    "place": "name, country, latitude, longitude, feature",
    "time": "date_from, date_to, precision",
    "quantity": "value, unit, high, approximate, bound, lost",
}
_MAKERS: dict[str, type[Actor] | type[Place] | type[Interval] | type[Quantity]] = {
    "actor": Actor,
    "place": Place,
    "time": Interval,
    "quantity": Quantity,
}


def select_mentions(
    connection: duckdb.DuckDBPyConnection, document: str
) -> tuple[Mention, ...]:
    """Give the mentions of a document in reading order."""
    structs = ", ".join(f"row({columns})" for columns in _MEANING.values())
    rows = connection.execute(
        f"SELECT mention, {_MENTION}, meant, {structs} FROM mentions_now "
        "WHERE document = ? ORDER BY mention, meaning",
        [document],
    ).fetchall()
    return tuple(_mention(list(same)) for _, same in groupby(rows, key=itemgetter(0)))


def _mention(rows: list[tuple[Any, ...]]) -> Mention:
    meanings = tuple(_meaning(row[9], row[10:]) for row in rows if row[9])
    values: list[Any] = [*rows[0][1:9], meanings]
    return Mention(*values)


def _meaning(meant: str, structs: tuple[Any, ...]) -> Meaning:
    values = structs[list(_MEANING).index(meant)]
    return _MAKERS[meant](*values)
