"""Copies in a project: found as they come, grouped, counted once, let go again."""

import shutil
from dataclasses import replace
from datetime import date, datetime
from itertools import permutations
from pathlib import Path

import duckdb
import pytest
from making import claim, document

from realpolitik.core.document import Document
from realpolitik.core.selection import Selection
from realpolitik.core.span import Span
from realpolitik.records.copies import SHARED_VALUES, shared_part, sketch
from realpolitik.records.keys import record_key, reprint_key
from realpolitik.records.merge import merge
from realpolitik.store.entry import Copying, Entry, Merging
from realpolitik.store.store import Store
from realpolitik.store.writing import Batch, Run

MERGING = Merging(
    merge, record_key, reprint_key, Copying(sketch, shared_part, SHARED_VALUES)
)
WIRE = (
    "Russia met Israel.",
    "Both sides agreed to hold regular consultations on Syria in the coming years.",
    "The prime minister said that trade between the two states would double soon.",
    "A spokesman of the foreign ministry in Tehran called the agreement a mistake.",
    "The drones that were bought in 2009 are to be assembled in a plant at Kazan.",
)
OTHER = ("Egypt and Jordan spoke of water, of bread and of the price of oil in May.",)
TEXTS = {
    "a": (WIRE, date(2020, 3, 9)),
    "b": (WIRE[:3], date(2020, 3, 1)),
    "c": (("AGENCY.", *WIRE[::-1]), date(2020, 3, 20)),
    "d": (OTHER * 2, date(2020, 3, 9)),
}


def entry(name: str, sentences: tuple[str, ...], day: date | None) -> Entry:
    text = " ".join(sentences)
    spans, start = [], 0
    for sentence in sentences:
        spans.append(Span(start, start + len(sentence)))
        start += len(sentence) + 1
    made: Document = replace(
        document(name, published=day), text=text, sentences=tuple(spans)
    )
    number = sentences.index(WIRE[0]) if WIRE[0] in sentences else None
    said = () if number is None else (claim(WIRE[0], document=name, sentence=number),)
    return Entry(made, (), said, f"{name}{text}{day}")


def write(store: Store, *entries: Entry) -> None:
    run = Run("1", datetime(2020, 4, 1))
    store.write(Batch(list(entries)), run=run, merging=MERGING)


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store.create(tmp_path / "p")


def groups(store: Store) -> set[tuple[object, ...]]:
    with duckdb.connect(store.folder / "store.duckdb", read_only=True) as connection:
        rows = connection.execute(
            "SELECT document, first_copy, first_day FROM copy_groups"
        )
        return set(rows.fetchall())


@pytest.mark.parametrize("order", list(permutations("abc")))
def test_the_order_of_coming_does_not_matter(store: Store, order: str) -> None:
    for name in order:
        write(store, entry(name, *TEXTS[name]))
    write(store, entry("d", *TEXTS["d"]))
    assert groups(store) == {(name, "b", date(2020, 3, 1)) for name in "abc"}
    (record,) = store.records(Selection())
    assert (record.start, len(record.claims)) == (date(2020, 3, 1), 3)


def test_at_once_is_as_one_by_one(store: Store) -> None:
    write(store, *(entry(name, *told) for name, told in TEXTS.items()))
    assert groups(store) == {(name, "b", date(2020, 3, 1)) for name in "abc"}
    assert len(store.records(Selection())) == 1


def test_undated_copies_are_counted_once(store: Store) -> None:
    write(store, entry("a", WIRE, None), entry("b", WIRE[::-1], None))
    assert len(store.records(Selection())) == 1


def test_a_copy_that_is_replaced_leaves_its_group(store: Store) -> None:
    write(store, *(entry(name, *told) for name, told in TEXTS.items()))
    write(store, entry("b", ("Chile sold copper.", "It was not much."), None))
    assert groups(store) == {(name, "a", date(2020, 3, 9)) for name in "ac"}
    (record,) = store.records(Selection())
    assert (record.start, len(record.claims)) == (date(2020, 3, 9), 2)


def test_a_copy_is_told_with_the_others(store: Store) -> None:
    write(store, *(entry(name, *told) for name, told in TEXTS.items()))
    found = store.document("c")
    assert found is not None
    (problem,) = [p for p in found.problems if p.kind == "near-copy"]
    assert problem.note.startswith("2 other documents print this text (the first is b)")
    assert [other.id for other in store.copies("c")] == ["b", "a"]
    assert store.copies("d") == ()
    assert (store.counts().copies, store.counts().copied) == (2, 1)


def test_a_project_of_the_first_layout_is_brought_up_to_date(store: Store) -> None:
    write(store, entry("a", *TEXTS["a"]))
    with duckdb.connect(store.folder / "store.duckdb") as connection:
        connection.execute("DROP TABLE sketches")
        connection.execute("DROP TABLE copies")
        connection.execute("DROP TABLE copy_groups")
        for view in ("problems", "claims", "mentions", "sentences", "documents"):
            connection.execute(f"DROP VIEW {view}_now")
        connection.execute("ALTER TABLE problems DROP COLUMN share")
        connection.execute("ALTER TABLE documents DROP COLUMN dated_words")
        connection.execute("ALTER TABLE documents DROP COLUMN publisher_words")
    settings = store.folder / "project.toml"
    settings.write_text(settings.read_text().replace("layout = 3", "layout = 1"))
    copy = Path(shutil.copytree(store.folder, store.folder.parent / "q"))
    opened = Store.open(copy)
    assert opened.settings.layout == 3
    write(opened, entry("c", *TEXTS["c"]), entry("b", *TEXTS["b"]))
    assert [d.id for d in opened.documents()] == ["b", "a", "c"]
