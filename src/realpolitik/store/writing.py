"""Write one batch of documents as read, in one short transaction."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

import duckdb

from realpolitik.store.claim_rows import actor_rows, claim_row, said_rows
from realpolitik.store.copying import note_copies, rekey
from realpolitik.store.entry import Entry, Merging, Refusal
from realpolitik.store.inserting import insert
from realpolitik.store.queries.known import is_known, known_documents
from realpolitik.store.rows import (
    Row,
    document_row,
    mention_rows,
    part_rows,
    passage_rows,
    problem_rows,
    sentence_rows,
)
from realpolitik.store.weaving import printed_as, touched_by, weave

Numbered = list[tuple[int, Entry]]


@dataclass(frozen=True, slots=True)
class Run:
    """One call of `add`: who reads, since when; `number` is None before it wrote."""

    reader: str
    started: datetime
    number: int | None = None


@dataclass(frozen=True, slots=True)
class Batch:
    """What is written at once."""

    entries: Sequence[Entry] = ()
    refusals: Sequence[Refusal] = ()


def write_batch(
    connection: duckdb.DuckDBPyConnection, batch: Batch, *, run: Run, merging: Merging
) -> Run:
    """Write what is not known yet, bring the records up to date, give the run.

    To be called in a transaction. What another process wrote meanwhile is left alone.
    """
    known = known_documents(connection, among=[e.identity for e in batch.entries])
    fresh = [e for e in batch.entries if not is_known(e.known(run.reader), known)]
    refusals = _new_refusals(connection, batch.refusals)
    return _write(connection, Batch(fresh, refusals), run=run, merging=merging)


def write_again(
    connection: duckdb.DuckDBPyConnection,
    entries: Sequence[Entry],
    *,
    run: Run,
    merging: Merging,
) -> Run:
    """Write documents that are known, resolved anew, as newer readings.

    To be called in a transaction.
    """
    return _write(connection, Batch(entries), run=run, merging=merging)


def _write(
    connection: duckdb.DuckDBPyConnection, batch: Batch, *, run: Run, merging: Merging
) -> Run:
    fresh, refusals = batch.entries, batch.refusals
    if not (fresh or refusals):
        return run
    number = run.number or _start(connection, run)
    touched = touched_by(connection, [entry.document.id for entry in fresh])
    readings = _numbers(connection, fresh)
    _insert_documents(connection, readings, run=number)
    regrouped = note_copies(connection, fresh, merging.copying)
    keys = _insert_claims(connection, readings, merging=merging)
    insert(connection, "problems", [_refusal_row(r, number) for r in refusals])
    rekeyed = rekey(connection, regrouped, merging)
    weave(connection, touched.with_keys(keys) | rekeyed, merging=merging)
    return replace(run, number=number)


def _start(connection: duckdb.DuckDBPyConnection, run: Run) -> int:
    found = connection.execute("SELECT coalesce(max(run), 0) + 1 FROM runs").fetchone()
    number = int(found[0]) if found else 1
    connection.execute(
        "INSERT INTO runs VALUES (?, ?, ?)", [number, run.started, run.reader]
    )
    return number


def _numbers(
    connection: duckdb.DuckDBPyConnection, entries: Sequence[Entry]
) -> Numbered:
    numbers = connection.execute(
        "SELECT nextval('reading_numbers') FROM range(?)", [len(entries)]
    ).fetchall()
    return list(zip(sorted(int(n) for (n,) in numbers), entries, strict=True))


def _insert_documents(
    connection: duckdb.DuckDBPyConnection, readings: Numbered, *, run: int
) -> None:
    rows: dict[str, list[Row]] = {
        "documents": [document_row(e, reading=n, run=run) for n, e in readings],
        "passages": [],
        "parts": [],
        "sentences": [],
        "mentions": [],
        "said": [],
        "problems": [],
    }
    for n, entry in readings:
        rows["passages"].extend(passage_rows(entry.document, reading=n))
        rows["parts"].extend(part_rows(entry.document, reading=n))
        rows["sentences"].extend(sentence_rows(entry.document, reading=n))
        rows["mentions"].extend(mention_rows(entry, reading=n))
        rows["said"].extend(said_rows(entry.document.id, entry.said, reading=n))
        rows["problems"].extend(problem_rows(entry.document, reading=n, run=run))
    for table, table_rows in rows.items():
        insert(connection, table, table_rows)


def _insert_claims(
    connection: duckdb.DuckDBPyConnection, readings: Numbered, *, merging: Merging
) -> list[tuple[str, str]]:
    claims: list[Row] = []
    actors: list[Row] = []
    keys: list[tuple[str, str]] = []
    documents = printed_as(connection, [entry.document.id for _, entry in readings])
    for n, entry in readings:
        printed = documents[entry.document.id]
        for claim in entry.claims:
            both = (merging.record_key(claim, printed), merging.reprint_key(claim))
            keys.append(both)
            claims.append(claim_row(claim, reading=n, keys=both))
            actors.extend(actor_rows(claim, reading=n))
    insert(connection, "claims", claims)
    insert(connection, "claim_actors", actors)
    return keys


def _new_refusals(
    connection: duckdb.DuckDBPyConnection, refusals: Iterable[Refusal]
) -> list[Refusal]:
    rows = connection.execute(
        "SELECT source, note FROM problems_now WHERE reading IS NULL"
    ).fetchall()
    known = {Refusal(*row) for row in rows}
    return [refusal for refusal in refusals if refusal not in known]


def _refusal_row(refusal: Refusal, run: int) -> Row:
    where = (run, None, refusal.source, None, 0)
    return *where, "unread", refusal.note, None, None, None
