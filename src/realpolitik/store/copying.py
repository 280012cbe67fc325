"""Which documents are copies of each other, kept up to date with every batch."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date

import duckdb

from realpolitik.core.document import Document
from realpolitik.store.entry import Copying, Entry, Merging
from realpolitik.store.inserting import insert
from realpolitik.store.queries.claims import select_claims
from realpolitik.store.queries.where import Where
from realpolitik.store.weaving import Keys, Touched, printed_as

_MOST_COMPARED = 20
"""A document is compared with so many others: a group of copies hangs together so."""

_Group = tuple[str, date | None]  # the first copy and its day
_Pair = tuple[str, str, float]


def note_copies(
    connection: duckdb.DuckDBPyConnection, entries: Sequence[Entry], copying: Copying
) -> list[str]:
    """Find copies of documents just written; give the others whose group changed."""
    texts = {entry.document.id: text_of(entry.document) for entry in entries}
    fresh = sorted(texts)
    affected = set(fresh).union(_partners(connection, fresh))
    _forget(connection, fresh)
    rows = [(name, value) for name in fresh for value in copying.sketch(texts[name])]
    insert(connection, "sketches", rows)
    pairs = list(_pairs(connection, texts, copying))
    insert(connection, "copies", pairs)
    affected.update(name for first, second, _ in pairs for name in (first, second))
    changed = _regroup(connection, affected)
    return sorted(changed.difference(fresh))


def rekey(
    connection: duckdb.DuckDBPyConnection, documents: Sequence[str], merging: Merging
) -> Touched:
    """Give the claims of documents the keys of their group; tell what was touched."""
    if not documents:
        return Touched()
    where = Where("c.document IN (SELECT unnest(?::VARCHAR[]))", (list(documents),))
    printed = printed_as(connection, documents)
    touched = Touched()
    for claim in select_claims(connection, where):
        key = merging.record_key(claim, printed[claim.document])
        keys: list[Keys] = connection.execute(
            "SELECT record_key, reprint_key FROM claims_now WHERE claim = ?", [claim.id]
        ).fetchall()
        touched = touched.with_keys([*keys, (key, merging.reprint_key(claim))])
        connection.execute(
            "UPDATE claims SET record_key = ? WHERE claim = ?", [key, claim.id]
        )
    return touched


def text_of(document: Document) -> str:
    """Give what is compared: the sentences, without frame and keyword lines."""
    return " ".join(document.text[span.start : span.end] for span in document.sentences)


def _partners(
    connection: duckdb.DuckDBPyConnection, documents: Iterable[str]
) -> set[str]:
    rows = connection.execute(
        "SELECT document, other FROM copies "
        "WHERE document IN (SELECT unnest($1::VARCHAR[])) "
        "OR other IN (SELECT unnest($1::VARCHAR[]))",
        [sorted(documents)],
    ).fetchall()
    return {name for row in rows for name in row}


def _forget(connection: duckdb.DuckDBPyConnection, documents: Sequence[str]) -> None:
    among = "IN (SELECT unnest($1::VARCHAR[]))"
    for condition in (
        f"sketches WHERE document {among}",
        f"copies WHERE document {among} OR other {among}",
    ):
        connection.execute(f"DELETE FROM {condition}", [list(documents)])


def _pairs(
    connection: duckdb.DuckDBPyConnection, texts: Mapping[str, str], copying: Copying
) -> Iterator[_Pair]:
    found = connection.execute(
        "SELECT a.document, b.document FROM sketches a JOIN sketches b USING (value) "
        "WHERE a.document IN (SELECT unnest(?::VARCHAR[])) "
        "AND a.document <> b.document "
        "GROUP BY a.document, b.document HAVING count(*) >= ? "
        "QUALIFY row_number() OVER (PARTITION BY a.document "
        "ORDER BY count(*) DESC, b.document) <= ?",
        [sorted(texts), copying.least, _MOST_COMPARED],
    ).fetchall()
    candidates = sorted({(min(pair), max(pair)) for pair in found})
    names = {name for pair in candidates for name in pair}
    known = dict(texts) | _texts(connection, sorted(names.difference(texts)))
    for first, second in candidates:
        if shared := copying.shared(known[first], known[second]):
            yield first, second, shared


def _texts(
    connection: duckdb.DuckDBPyConnection, documents: Sequence[str]
) -> dict[str, str]:
    if not documents:
        return {}
    rows = connection.execute(
        "SELECT document, text FROM sentences_now "
        "WHERE document IN (SELECT unnest(?::VARCHAR[])) ORDER BY document, sentence",
        [list(documents)],
    ).fetchall()
    texts: dict[str, list[str]] = {name: [] for name in documents}
    for document, text in rows:
        texts[document].append(text)
    return {name: " ".join(parts) for name, parts in texts.items()}


def _regroup(connection: duckdb.DuckDBPyConnection, touched: set[str]) -> set[str]:
    """Put the documents that hang together with the touched ones into groups anew."""
    reached = set(touched)
    while wider := _partners(connection, reached).difference(reached):
        reached |= wider
    names = sorted(reached)
    before = _groups(connection, names)
    connection.execute(
        "DELETE FROM copy_groups WHERE document IN (SELECT unnest(?::VARCHAR[]))",
        [names],
    )
    links = connection.execute(
        "SELECT document, other, shared FROM copies "
        "WHERE document IN (SELECT unnest(?::VARCHAR[]))",
        [names],
    ).fetchall()
    insert(connection, "copy_groups", list(_rows(links, _days(connection, names))))
    after = _groups(connection, names)
    return {name for name in names if before.get(name) != after.get(name)}


def _groups(
    connection: duckdb.DuckDBPyConnection, names: Sequence[str]
) -> dict[str, _Group]:
    rows = connection.execute(
        "SELECT document, first_copy, first_day FROM copy_groups "
        "WHERE document IN (SELECT unnest(?::VARCHAR[]))",
        [list(names)],
    ).fetchall()
    return {document: (first, day) for document, first, day in rows}


def _days(
    connection: duckdb.DuckDBPyConnection, names: Sequence[str]
) -> dict[str, date | None]:
    rows = connection.execute(
        "SELECT document, published FROM documents_now "
        "WHERE document IN (SELECT unnest(?::VARCHAR[]))",
        [list(names)],
    ).fetchall()
    return dict(rows)


def _rows(
    links: Sequence[_Pair], days: Mapping[str, date | None]
) -> Iterator[tuple[str, str, date | None, float]]:
    shared: dict[str, float] = defaultdict(float)
    near: dict[str, set[str]] = defaultdict(set)
    for first, second, share in links:
        for one, other in ((first, second), (second, first)):
            near[one].add(other)
            shared[one] = max(shared[one], share)
    for group in _components(near):
        first = min(group, key=lambda name: (days[name] or date.max, name))
        for name in sorted(group):
            yield name, first, days[first], shared[name]


def _components(near: Mapping[str, set[str]]) -> Iterator[set[str]]:
    seen: set[str] = set()
    for start in sorted(near):
        if start in seen:
            continue
        group, waiting = {start}, [start]
        while waiting:
            fresh = near[waiting.pop()] - group
            group |= fresh
            waiting.extend(fresh)
        seen |= group
        yield group
