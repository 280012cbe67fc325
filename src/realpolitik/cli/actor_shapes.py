"""The rows and columns in which entries of the directory of actors are written."""

from collections.abc import Iterator

from realpolitik.cli.shapes import Cell, Shape
from realpolitik.cli.words import one_line
from realpolitik.core.json_form import Json
from realpolitik.core.unknown import UnknownName
from realpolitik.knowledge.roster import Entry
from realpolitik.resolving.lookup import Found

_ENTRY = (*("name", "code", "sector", "role", "from", "to", "kind", "id", "source"),)


def _entry(entry: Entry) -> dict[str, Cell]:
    return {
        "name": entry.name,
        "code": entry.code or None,
        "sector": entry.sector,
        "role": entry.role or None,
        "from": entry.start or None,
        "to": entry.end or None,
        "kind": entry.kind,
        "id": entry.id,
        "source": entry.source,
    }


def _entry_rows(entry: Entry) -> Iterator[Json]:
    yield dict(_entry(entry))


def _entry_cells(entry: Entry) -> Iterator[dict[str, Cell]]:
    yield _entry(entry)


def _found_rows(found: Found) -> Iterator[Json]:
    yield {"chosen": found.chosen, "held": found.held, **_entry(found.entry)}


def _found_cells(found: Found) -> Iterator[dict[str, Cell]]:
    chosen = "yes" if found.chosen else "no"
    held = "yes" if found.held else "no"
    yield {"chosen": chosen, "held": held, **_entry(found.entry)}


def _unknown(name: UnknownName) -> dict[str, Cell]:
    return {
        "name": name.name,
        "form": name.form,
        "mentions": name.mentions,
        "documents": name.documents,
        "claims": name.claims,
        "first": name.first.isoformat() if name.first else None,
        "last": name.last.isoformat() if name.last else None,
    }


def _unknown_rows(name: UnknownName) -> Iterator[Json]:
    sentences = [{"document": d, "text": text} for d, text in name.sentences]
    yield {**_unknown(name), "sentences": sentences}


def _unknown_cells(name: UnknownName) -> Iterator[dict[str, Cell]]:
    told = " | ".join(one_line(text) for _, text in name.sentences)
    yield {**_unknown(name), "sentences": told or None}


ENTRIES = Shape("entries", _entry_rows, _ENTRY, _entry_cells, _ENTRY)
FOUND = Shape(
    "found",
    _found_rows,
    ("chosen", "held", *_ENTRY),
    _found_cells,
    ("chosen", "held", *_ENTRY),
)
_UNKNOWN = (
    *("name", "form", "mentions", "documents", "claims", "first", "last", "sentences"),
)
UNKNOWN = Shape("unknown", _unknown_rows, _UNKNOWN, _unknown_cells, _UNKNOWN)
