"""Documents added, and what the project should hold afterwards."""

import signal
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from realpolitik.adding import ReadingWay, add_documents
from realpolitik.core.document import RawDocument, Unread
from realpolitik.core.selection import Selection
from realpolitik.progress import AddInterruptedError, Wishes
from realpolitik.records.merge import merge
from realpolitik.store.store import Store
from tests.store.making import add, raw, read_by_hand, way

NOW = datetime(2026, 1, 1)
ALL = Selection()


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store.create(tmp_path / "p")


def test_adding_again_changes_nothing(store: Store) -> None:
    sources = [raw("RUS ISR talk", "a"), raw("RUS SYR talk", "b")]
    assert add(store, *sources).added == 2
    before = store.claims(ALL), store.records(ALL), store.documents()
    again = add(store, *sources)
    assert (again.added, again.known, again.claims) == (0, 2, 0)
    assert (store.claims(ALL), store.records(ALL), store.documents()) == before


def test_what_is_known_is_not_read(store: Store) -> None:
    add(store, raw("RUS ISR talk"))

    def read(sources: Iterable) -> Iterator:
        assert list(sources) == []
        return iter(())

    report = add_documents(
        store, [raw("RUS ISR talk")], way=ReadingWay("1", read), wishes=Wishes()
    )
    assert report.known == 1


def test_the_same_bytes_under_two_paths_are_one_document(store: Store) -> None:
    report = add(store, raw("RUS ISR talk", "a"), raw("RUS ISR talk", "b"))
    assert (report.added, report.known) == (1, 1)
    assert len(store.documents()) == 1


def test_the_twin_of_an_unreadable_document_is_unreadable(store: Store) -> None:
    report = add(store, raw("\0", "a"), raw("\0", "b"))
    assert [unread.source for unread in report.unread] == ["a", "b"]
    assert report.known == 0


def test_unread_sources_are_kept_as_problems_until_they_can_be_read(
    store: Store,
) -> None:
    add(store, raw("\0", "a"), Unread("b", "is missing", "find it"))
    add(store, raw("\0", "a"))
    assert [(s, p.kind) for s, p in store.problems()] == [
        ("a", "unread"),
        ("b", "unread"),
    ]
    assert store.problems()[1][1].note == "is missing; find it"
    assert store.counts().runs == 1
    made = read_by_hand(raw("RUS ISR talk", "a"))
    assert not isinstance(made, Unread)

    def read(sources: Iterable) -> Iterator:
        return (
            replace(made, document=replace(made.document, source="a")) for _ in sources
        )

    add_documents(
        store, [raw("RUS ISR talk", "a")], way=ReadingWay("1", read), wishes=Wishes()
    )
    assert [source for source, _ in store.problems()] == ["b"]


def test_other_content_under_the_same_id_replaces_and_says_so(store: Store) -> None:
    add(store, raw("RUS ISR talk\nRUS SYR talk", "a", id="row1"))
    report = add(store, raw("RUS IRN talk", "a", id="row1"))
    assert report.replaced == ("row1",)
    assert report.problems == 1
    assert [claim.text for claim in store.claims(ALL)] == ["RUS IRN talk"]
    assert [record.recipient for record in store.records(ALL)] == [("IRN",)]
    assert [problem.kind for _, problem in store.problems()] == ["replaced"]


def test_two_files_with_the_same_ids_keep_both_documents(store: Store) -> None:
    add(store, raw("RUS ISR talk", "a.jsonl:1", id="row1"))
    first = raw("RUS IRN talk", "b.jsonl:1", id="row1")
    report = add(store, first)
    assert (report.added, report.replaced) == (1, ())
    own = next(d.id for d in store.documents() if d.id != "row1")
    assert own.startswith("row1-")
    assert len(store.claims(ALL)) == 2
    assert add(store, first).known == 1
    # a changed row of the same file is a new version, with the id that it had
    report = add(store, raw("RUS SYR talk", "b.jsonl:4", id="row1"))
    assert report.replaced == (own,)
    report = add(store, raw("RUS EGY talk", "a.jsonl:2", id="row1"))
    assert report.replaced == ("row1",)
    assert len(store.documents()) == len(store.claims(ALL)) == 2


def test_the_same_row_in_two_files_is_one_document(store: Store) -> None:
    add(store, raw("RUS ISR talk", "a.jsonl:1", id="row1"))
    assert add(store, raw("RUS ISR talk", "b.jsonl:1", id="row1")).known == 1
    report = add(store, raw("RUS ISR talk", "b.jsonl:1", id="row1"), version="2")
    assert (report.added, len(store.documents())) == (1, 1)


def test_rows_described_anew_are_read_again_without_a_problem(store: Store) -> None:
    add(store, raw("RUS ISR talk", "a", publisher="Agency"))
    report = add(store, raw("RUS ISR talk", "a", publisher="Daily"))
    assert (report.added, report.replaced) == (1, ())
    assert [d.publisher for d in store.documents()] == ["Daily"]


def test_a_newer_reader_reads_again(store: Store) -> None:
    add(store, raw("RUS ISR talk"), version="1")
    report = add(store, raw("RUS ISR talk"), version="2")
    assert (report.added, report.known, report.replaced) == (1, 0, ())
    assert len(store.claims(ALL)) == 1
    assert store.counts().runs == 2
    assert store.counts().readers == ("2",)


def test_a_day_given_later_is_read_and_one_left_out_later_is_not(store: Store) -> None:
    undated = replace(raw("RUS ISR talk"), date=None)
    assert add(store, undated).problems == 1
    assert add(store, undated, given=date(2020, 1, 1)).added == 1
    assert add(store, undated).known == 1
    assert store.documents()[0].published == date(2020, 1, 1)
    assert store.problems() == ()


def test_what_is_told_as_read_is_on_the_disk(store: Store) -> None:
    held: list[int] = []

    def tell(progress) -> None:
        held.append(len(store.documents()) - progress.done)

    add(store, *(raw(f"RUS ISR talk{n}") for n in range(3)), tell=tell)
    assert min(held) >= 0


@pytest.fixture
def hears_ctrl_c() -> Iterator[None]:
    """Hear SIGINT, which who starts the tests in the background has switched off."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


@pytest.mark.usefixtures("hears_ctrl_c")
def test_ctrl_c_keeps_earlier_batches_and_gives_up_the_one_at_hand(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("realpolitik.adding.BATCH_DOCUMENTS", 2)

    def read(sources: Iterable) -> Iterator:
        for number, source in enumerate(sources):
            if number == 3:
                signal.raise_signal(signal.SIGINT)
            yield read_by_hand(source)

    sources = [raw(f"RUS ISR talk{n}", f"{n}") for n in range(6)]
    with pytest.raises(AddInterruptedError) as caught:
        add_documents(store, sources, way=ReadingWay("1", read), wishes=Wishes())
    assert caught.value.report.interrupted
    assert caught.value.report.added == len(store.documents()) == 2
    report = add_documents(store, sources, way=way(), wishes=Wishes())
    assert (report.added, report.known) == (4, 2)
    assert len(store.claims(ALL)) == 6


lines = st.sampled_from(
    ["RUS ISR met", "ISR RUS talk", "? ISR met", "RUS ISR talk", "SYR RUS met"]
)
rows = st.builds(
    lambda text, number, day: raw("\n".join(text), id=f"row{number}", date=day),
    st.lists(lines, min_size=1, max_size=4),
    st.integers(0, 4),
    st.sampled_from([None, date(2020, 1, 1), date(2020, 1, 2), date(2020, 1, 9)]),
)


@settings(max_examples=8, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.lists(st.lists(rows, max_size=4), min_size=1, max_size=3))
def test_records_are_the_same_whether_added_bit_by_bit_or_merged_at_once(
    tmp_path_factory, batches: list[list[RawDocument]]
) -> None:
    store = Store.create(tmp_path_factory.mktemp("store") / "p")
    for batch in batches:
        add(store, *batch)
    documents = {document.id: document for document in store.documents()}
    told = store.claims(ALL)
    by_id = {record.id: record for record in store.records(ALL)}
    assert by_id == {record.id: record for record in merge(told, documents)}
