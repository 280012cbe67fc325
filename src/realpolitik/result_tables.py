"""Claims and records as typed Arrow tables, in the shape of the contract's JSON."""

from collections.abc import Mapping
from datetime import date

import pyarrow as pa

from realpolitik.core.json_form import Json


def claims_table(rows: list[Json]) -> pa.Table:
    """Give a claim's keys as typed, nested columns."""
    dated = [
        row | {"when": _with_days(row["when"]), "amount": with_floats(row["amount"])}
        for row in rows
    ]
    return pa.Table.from_pylist(dated, schema=CLAIMS)


def records_table(rows: list[Json]) -> pa.Table:
    """Give a record's keys as typed columns."""
    dated = [{**row, **_days(row)} for row in rows]
    return pa.Table.from_pylist(dated, schema=RECORDS)


def with_floats(amount: object) -> Json | None:
    """Give an amount with floats; Arrow refuses whole numbers that it must round."""
    if not isinstance(amount, Mapping):
        return None
    return {key: _float(v) if key in _FLOATS else v for key, v in amount.items()}


_FLOATS = ("value", "high")


def _float(value: object) -> float | None:
    return float(value) if isinstance(value, int | float) else None


def _with_days(when: object) -> Json | None:
    if not isinstance(when, Mapping):
        return None
    return {**when, **_days(when)}


def _days(row: Mapping[str, object]) -> Json:
    return {key: _day(row[key]) for key in ("from", "to")}


def _day(value: object) -> date | None:
    return date.fromisoformat(value) if isinstance(value, str) else None


_WORD, _NUMBER, _PLACE = pa.string(), pa.float64(), pa.int32()
_WORDS = [("text", _WORD), ("start", _PLACE), ("end", _PLACE)]
_SAID = pa.struct(_WORDS)
_PARTY = pa.struct(
    [*_WORDS, *((key, _WORD) for key in ("code", "sector", "id", "name", "role"))]
)
_WHEN = pa.struct(
    [("from", pa.date32()), ("to", pa.date32()), ("precision", _WORD), *_WORDS]
)
_WHERE = pa.struct(
    [
        ("place", _WORD),
        ("country", _WORD),
        ("lat", _NUMBER),
        ("lon", _NUMBER),
        *_WORDS,
    ]
)
_AMOUNT = pa.struct(
    [
        ("value", _NUMBER),
        ("high", _NUMBER),
        ("approximate", pa.bool_()),
        ("unit", _WORD),
        *_WORDS,
    ]
)

CLAIMS = pa.schema(
    [
        ("claim", _WORD),
        ("document", _WORD),
        ("sentence", _PLACE),
        ("text", _WORD),
        ("span", pa.list_(_PLACE)),
        ("kind", _WORD),
        ("type", _WORD),
        ("mode", _WORD),
        ("trigger", _SAID),
        ("actor", pa.list_(_PARTY)),
        ("recipient", pa.list_(_PARTY)),
        ("when", _WHEN),
        ("where", _WHERE),
        ("issue", pa.list_(_WORD)),
        ("amount", _AMOUNT),
        ("about", _SAID),
        ("modality", _WORD),
        ("negated", pa.bool_()),
        ("speaker", pa.list_(_PARTY)),
        ("certainty", _NUMBER),
        ("quad", pa.int8()),
        ("cameo", _WORD),
        ("intensity", _NUMBER),
    ]
)
"""The contract's keys of a claim."""

RECORDS = pa.schema(
    [
        ("record", _WORD),
        ("kind", _WORD),
        ("type", _WORD),
        ("mode", _WORD),
        ("actor", pa.list_(_WORD)),
        ("recipient", pa.list_(_WORD)),
        ("from", pa.date32()),
        ("to", pa.date32()),
        ("dated_by", _WORD),
        ("issue", pa.list_(_WORD)),
        ("modality", _WORD),
        ("negated", pa.bool_()),
        ("certainty", _NUMBER),
        ("quad", pa.int8()),
        ("intensity", _NUMBER),
        ("claims", pa.list_(_WORD)),
        ("publishers", pa.list_(_WORD)),
    ]
)
"""The keys of a record."""
