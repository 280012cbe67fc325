"""A page that has changed is a new version; what came from the old one is withdrawn."""

from pathlib import Path

import pytest
from making import add, raw

from realpolitik.core.selection import Selection
from realpolitik.progress import kept_share
from realpolitik.store.store import Store

ADDRESS = "https://news.example/talks"


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store.create(tmp_path / "p")


def texts(store: Store) -> list[str]:
    return [claim.text for claim in store.claims(Selection())]


def test_a_changed_page_is_a_new_version(store: Store) -> None:
    first = add(store, raw("RUS ISR met", ADDRESS))
    second = add(store, raw("RUS IRN met", ADDRESS))
    assert (first.added, second.added) == (1, 1)
    (document,) = store.documents()
    assert second.replaced == (document.id,)
    assert "new-version" in [problem.kind for problem in document.problems]
    assert texts(store) == ["RUS IRN met"]
    assert [record.recipient for record in store.records(Selection())] == [("IRN",)]


def test_the_same_page_again_is_nothing_new(store: Store) -> None:
    for text in ("RUS ISR met", "RUS IRN met"):
        add(store, raw(text, ADDRESS))
        again = add(store, raw(text, ADDRESS))
        assert (again.added, again.known) == (0, 1)
    back = add(store, raw("RUS ISR met", ADDRESS))
    assert back.added == 1
    assert texts(store) == ["RUS ISR met"]


def test_a_file_or_row_with_other_words_is_another_document(store: Store) -> None:
    for source in ("a.txt", "rows.jsonl:3", "https://news.example/rows.jsonl:3"):
        add(store, raw(f"RUS ISR met in {source}", source))
        add(store, raw(f"RUS IRN met in {source}", source))
    assert len(store.documents()) == 6


def test_the_kept_share_of_a_document(store: Store) -> None:
    add(store, raw("RUS ISR met", ADDRESS))
    (document,) = store.documents()
    assert kept_share(document) == 0.0  # it has no passages
