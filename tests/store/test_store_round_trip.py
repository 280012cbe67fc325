"""What the store takes it gives back."""

from dataclasses import replace
from datetime import date
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from realpolitik.core.actor import Actor
from realpolitik.core.claim import Amount, Claim, Party, When, Where
from realpolitik.core.document import Document, Origin, Passage
from realpolitik.core.interval import Interval
from realpolitik.core.mention import Mention
from realpolitik.core.place import Place
from realpolitik.core.problem import Problem
from realpolitik.core.quantity import Quantity
from realpolitik.core.selection import Selection
from realpolitik.core.span import Excerpt, Span
from realpolitik.records.copies import SHARED_VALUES, shared_part, sketch
from realpolitik.records.keys import record_key, reprint_key
from realpolitik.records.merge import merge
from realpolitik.store.entry import Copying, Entry, Merging
from realpolitik.store.store import Store
from realpolitik.store.writing import Batch, Run
from tests.store.test_store_adding import NOW

words = st.text(st.characters(exclude_categories=["Cs"]), max_size=8)
places = st.integers(0, 2**31 - 1)
numbers = st.floats(allow_nan=False, allow_infinity=False)
some = st.none() | words
days = st.none() | st.dates()
actors = st.builds(Actor, some, some, some, some, some, numbers)
intervals = st.builds(Interval, days, days, words)
gazetteer = st.builds(
    Place, words, some, st.none() | numbers, st.none() | numbers, some
)
quantities = st.builds(
    Quantity,
    st.none() | numbers,
    some,
    st.none() | numbers,
    st.booleans(),
    some,
    st.booleans(),
)
excerpts = st.builds(Excerpt, words, places, places)
parties = st.lists(
    st.builds(Party, actors, words, places, places) | st.builds(Party, actors),
    max_size=3,
).map(tuple)
claims = st.builds(
    Claim,
    id=st.uuids().map(lambda u: f"c{u.hex}"),
    document=st.just("d1"),
    sentence=places,
    text=words,
    span=st.builds(Span, places, places),
    kind=words,
    type=words,
    trigger=excerpts,
    mode=some,
    actor=parties,
    recipient=parties,
    speaker=parties,
    when=st.none() | st.builds(When, intervals, words, places, places),
    where=st.none() | st.builds(Where, gazetteer, words, places, places),
    issue=st.lists(words, max_size=2).map(tuple),
    amount=st.none() | st.builds(Amount, quantities, words, places, places),
    about=st.none() | excerpts,
    modality=words,
    negated=st.booleans(),
    certainty=numbers,
    quad=st.none() | st.integers(1, 4),
    cameo=some,
    intensity=st.none() | numbers,
)
mentions = st.builds(
    Mention, places, words, places, places, words, some, some, numbers,
    st.lists(actors | intervals | gazetteer | quantities, max_size=3).map(tuple),
)  # fmt: skip
documents = st.builds(
    Document,
    *(words, words, words, words, st.integers(0, 2**60), words),
    *(some, some, some, some, some, days, days, some, some),
    passages=st.lists(st.builds(Passage, words, places, places, some), max_size=3).map(tuple),
    sentences=st.lists(st.builds(Span, places, places), max_size=3).map(tuple),
    problems=st.lists(st.builds(Problem, words, words, st.none() | places, st.none() | places), max_size=3).map(tuple),
    origins=st.lists(st.builds(Origin, places, places, places, places), max_size=3).map(tuple),
)  # fmt: skip
slow = settings(max_examples=8, deadline=None, suppress_health_check=list(HealthCheck))

COPYING = Copying(sketch, shared_part, SHARED_VALUES)


def kept(folder: Path, entry: Entry) -> Store:
    store = Store.create(folder)
    merging = Merging(merge, record_key, reprint_key, COPYING)
    store.write(Batch([entry]), run=Run("1", NOW), merging=merging)
    return store


@slow
@given(st.lists(claims, max_size=8), st.lists(mentions, max_size=8))
def test_claims_and_mentions_come_back(tmp_path_factory, told, seen) -> None:
    document = Document("d1", "a.txt", "", "0", 0, "text", published=date(2020, 1, 1))
    entry = Entry(document, tuple(seen), tuple(told), "identity")
    store = kept(tmp_path_factory.mktemp("store") / "p", entry)
    assert {c.id: c for c in store.claims(Selection())} == {c.id: c for c in told}
    assert store.mentions("d1") == tuple(seen)
    assert store.records(Selection()) == merge(told, {"d1": document})


@slow
@given(documents)
def test_documents_come_back(tmp_path_factory, document) -> None:
    store = kept(tmp_path_factory.mktemp("store") / "p", Entry(document, (), (), "i"))
    assert store.documents() == (document,)
    assert store.document(document.id) == document
    assert [p for _, p in store.problems()] == list(document.problems)


def test_originals_come_back_and_are_kept_once(tmp_path) -> None:
    store = Store.create(tmp_path / "p")
    name = store.keep_original(b"bytes")
    assert store.keep_original(b"bytes") == name
    assert store.original(name) == b"bytes"
    assert len([f for f in (tmp_path / "p/originals").rglob("*") if f.is_file()]) == 1


def test_an_absent_speaker_span_stays_absent(tmp_path) -> None:
    from tests.store.making import claim

    told = replace(
        claim(), speaker=(Party(Actor("RUS")), Party(Actor("ISR"), "it", 0, 2))
    )
    document = Document("d1", "a.txt", "", "0", 0, "text")
    store = kept(tmp_path / "p", Entry(document, (), (told,), "i"))
    assert store.claims(Selection()) == (told,)
