"""A selection and the claims and records that it should find."""

from collections.abc import Mapping
from datetime import date

import pytest

from realpolitik.core.claim import Claim, When
from realpolitik.core.interval import Interval
from realpolitik.core.selection import Selection
from realpolitik.records.copies import SHARED_VALUES, shared_part, sketch
from realpolitik.records.keys import record_key, reprint_key
from realpolitik.records.merge import merge
from realpolitik.store.entry import Copying, Entry, Merging
from realpolitik.store.store import Store
from realpolitik.store.writing import Batch, Run
from tests.store.making import claim, document, party
from tests.store.test_store_adding import NOW

COPYING = Copying(sketch, shared_part, SHARED_VALUES)


def when(start: date | None, end: date | None) -> When:
    return When(Interval(start, end, "interval"), "then", 0, 4)


CLAIMS: Mapping[str, Claim] = {
    "visit": claim("visit", actor=("RUS",), recipient=("ISR",), issue=("trade",)),
    "blame": claim("blame", type="ACCUSE", actor=("ISR",), recipient=("IRN", "RUS"), speaker=(party("ISR"), party("USA")), certainty=0.4),
    "soviet": claim("soviet", actor=("SUN",), recipient=("ISR",), when=when(date(1967, 6, 10), date(1967, 6, 10))),
    "plan": claim("plan", actor=("RUS", "ISR"), recipient=(), modality="planned", when=when(date(2021, 1, 1), date(2021, 12, 31))),
    "since": claim("since", actor=("RUS",), recipient=("SYR",), modality="ongoing", when=when(date(2015, 9, 30), None)),
    "stance": claim("stance", kind="stance", type="against", actor=("RUS",), recipient=("SYR",), document="d2"),
    "nobody": claim("nobody", actor=(None,), recipient=("ISR",), document="d3"),
}  # fmt: skip
CASES = [
    (Selection(), set(CLAIMS)),
    (Selection(actor="RUS"), {"visit", "plan", "since", "stance"}),
    (Selection(recipient="RUS"), {"blame"}),
    (Selection(actor="SUN"), {"soviet"}),
    (Selection(dyad=("RUS", "ISR")), {"visit", "blame", "plan"}),
    (Selection(dyad=("ISR", "RUS")), {"visit", "blame", "plan"}),
    (Selection(dyad=("RUS", "USA")), set()),
    (Selection(kind="stance"), {"stance"}),
    (Selection(type="CONSULT", dyad=("RUS", "ISR")), {"visit", "plan"}),
    (Selection(issue="trade"), {"visit"}),
    (Selection(speaker="ISR"), {"blame"}),
    (Selection(speaker="USA"), {"blame"}),
    (Selection(modality="planned"), {"plan"}),
    (Selection(document="d2"), {"stance"}),
    (Selection(min_certainty=0.5), set(CLAIMS) - {"blame"}),
    (Selection(until=date(1999, 1, 1)), {"soviet"}),
    (
        Selection(since=date(2020, 1, 30), until=date(2020, 1, 30)),
        {"visit", "blame", "since"},
    ),
    # "since 2015" reaches to the day on which it was printed, not for ever
    (Selection(since=date(2020, 2, 1)), {"plan", "stance"}),
    (Selection(since=date(2021, 6, 1), until=date(2021, 6, 2)), {"plan"}),
    (Selection(since=date(2017, 1, 1), until=date(2017, 1, 2)), {"since"}),
]


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Store:
    store = Store.create(tmp_path_factory.mktemp("store") / "p")
    printed = {"d1": date(2020, 1, 30), "d2": date(2020, 3, 5), "d3": None}
    entries = [
        Entry(
            document(name, published=day),
            (),
            tuple(c for c in CLAIMS.values() if c.document == name),
            name,
        )
        for name, day in printed.items()
    ]
    merging = Merging(merge, record_key, reprint_key, COPYING)
    store.write(Batch(entries), run=Run("1", NOW), merging=merging)
    return store


@pytest.mark.parametrize(("selection", "found"), CASES, ids=repr)
def test_claims(store: Store, selection: Selection, found: set[str]) -> None:
    assert {c.text for c in store.claims(selection)} == found


@pytest.mark.parametrize(("selection", "found"), CASES, ids=repr)
def test_records(store: Store, selection: Selection, found: set[str]) -> None:
    names = {c.id: name for name, c in CLAIMS.items()}
    records = store.records(selection)
    assert {names[c] for record in records for c in record.claims} == found


def test_evidence_holds_the_documents_of_its_claims(store: Store) -> None:
    found = store.evidence(Selection(dyad=("RUS", "SYR")))
    assert {c.text for c in found.claims} == {"since", "stance"}
    assert [d.id for d in found.documents] == ["d1", "d2"]
    assert (len(found.records), found.searched) == (2, 3)
