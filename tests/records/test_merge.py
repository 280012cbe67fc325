"""Claims and the records that should come of them."""

from datetime import date
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from realpolitik.core.claim import Amount, When
from realpolitik.core.interval import Interval
from realpolitik.core.quantity import Quantity
from realpolitik.core.span import Excerpt
from realpolitik.records.merge import merge, record_id
from tests.store.making import claim, document, party

DAY, NEXT, LATER = date(2020, 1, 30), date(2020, 1, 31), date(2020, 3, 1)
DOCUMENTS = {
    d.id: d
    for d in (
        document("agency", published=DAY, publisher="Agency"),
        document("daily", published=NEXT, publisher="Daily"),
        document("spring", published=LATER, publisher="Daily"),
        document("scrape", published=None),
        document("twin", published=DAY, publisher="Twin"),
    )
}


def when(start: date | None, end: date | None = None) -> When:
    return When(Interval(start, end or start, "day"), "then", 0, 4)


def amount(value: float | None, unit: str = "USD") -> Amount:
    return Amount(Quantity(value, unit, lost=value is None), "much", 0, 4)


def about(text: str) -> Excerpt:
    return Excerpt(text, 0, len(text))


SAID = when(date(2020, 1, 29))
EXPORTS = {"kind": "figure", "type": "exports", "when": when(date(2018, 1, 1))}
AGAINST = {"kind": "stance", "type": "against", "recipient": ("IRN",)}
STABLE = {
    "kind": "judgement",
    "type": "stable",
    "actor": ("RUS", "ISR"),
    "recipient": (),
}
ONE, OTHER = "Russia met Israel.", "Putin spoke with Netanyahu."

SAME = [
    ("reprint on the same day", {}, {"document": "twin"}),
    ("other words on the same day", {"text": ONE}, {"document": "twin", "text": OTHER}),
    ("reprint on the next day", {}, {"document": "daily"}),
    (
        "reprint with other quotation marks",
        {"text": "“Yes,” he said"},
        {"document": "daily", "text": '"Yes", he said.'},
    ),
    ("reprint without a date", {}, {"document": "scrape"}),
    (
        "the day is said",
        {"when": SAID},
        {"document": "spring", "when": SAID, "text": OTHER},
    ),
    (
        "the day is said here and that of the document there",
        {"when": when(NEXT), "text": OTHER},
        {"document": "daily"},
    ),
    ("two sentences of one document", {}, {"sentence": 5, "text": OTHER}),
    (
        "a meeting from either side",
        {},
        {"document": "twin", "actor": ("ISR",), "recipient": ("RUS",), "text": OTHER},
    ),
    (
        "a meeting of both",
        {},
        {"document": "twin", "actor": ("ISR", "RUS"), "recipient": (), "text": OTHER},
    ),
    (
        "a meeting told twice in one sentence",
        {"trigger": Excerpt("met", 7, 10)},
        {"trigger": Excerpt("saw", 20, 23)},
    ),
    (
        "trade of both",
        {"type": "COOPERATE", "actor": ("RUS", "ISR"), "recipient": ()},
        {
            "document": "twin",
            "type": "COOPERATE",
            "actor": ("ISR", "RUS"),
            "recipient": (),
            "text": OTHER,
        },
    ),
    (
        "an unplaced party in the same sentence",
        {"actor": (None,)},
        {"actor": (None,), "document": "twin"},
    ),
    (
        "the same value at another time",
        {**EXPORTS, "amount": amount(1.9e9)},
        {**EXPORTS, "amount": amount(1.9e9), "document": "spring", "text": OTHER},
    ),
    (
        "the same view at another time",
        {**AGAINST, "about": about("Iran's presence")},
        {
            **AGAINST,
            "about": about("Iran’s Presence"),
            "document": "spring",
            "text": OTHER,
        },
    ),
    (
        "a judgement by the same speaker",
        {**STABLE, "speaker": (party("RUS"),)},
        {
            **STABLE,
            "actor": ("ISR", "RUS"),
            "speaker": (party("RUS"),),
            "document": "spring",
            "text": OTHER,
        },
    ),
]
APART = [
    ("another type", {}, {"type": "ACCUSE", "text": OTHER}),
    ("negated", {}, {"negated": True}),
    ("planned", {}, {"modality": "planned"}),
    ("other words on another day", {"text": ONE}, {"document": "daily", "text": OTHER}),
    ("the same words a month later", {}, {"document": "spring"}),
    (
        "another day said",
        {"when": SAID},
        {"when": when(date(2020, 1, 28)), "text": OTHER},
    ),
    ("no date at all", {"text": ONE}, {"document": "scrape", "text": OTHER}),
    (
        "two acts in one sentence",
        {"type": "ASSAULT", "trigger": Excerpt("met", 7, 10)},
        {"type": "ASSAULT", "trigger": Excerpt("saw", 20, 23)},
    ),
    (
        "blame from either side",
        {"type": "ACCUSE"},
        {"type": "ACCUSE", "actor": ("ISR",), "recipient": ("RUS",)},
    ),
    (
        "an unplaced party in other words",
        {"actor": (None,)},
        {"actor": (None,), "document": "twin", "text": OTHER},
    ),
    (
        "another value",
        {**EXPORTS, "amount": amount(1.9e9)},
        {**EXPORTS, "amount": amount(2.7e9)},
    ),
    (
        "another unit",
        {**EXPORTS, "amount": amount(2.0)},
        {**EXPORTS, "amount": amount(2.0, "percent")},
    ),
    (
        "two lost numbers",
        {**EXPORTS, "amount": amount(None), "text": ONE},
        {**EXPORTS, "amount": amount(None), "text": OTHER},
    ),
    (
        "against something else",
        {**AGAINST, "about": about("troops")},
        {**AGAINST, "about": about("sanctions")},
    ),
    (
        "judgements of two writers",
        {**STABLE, "text": ONE},
        {**STABLE, "document": "twin", "text": OTHER},
    ),
]


def records_of(*told: dict[str, object]):
    return merge([claim(**{"document": "agency", **t}) for t in told], DOCUMENTS)


@pytest.mark.parametrize(
    ("first", "second"), [c[1:] for c in SAME], ids=[c[0] for c in SAME]
)
def test_counted_once(first: dict[str, object], second: dict[str, object]) -> None:
    assert len(records_of(first, second)) == 1


@pytest.mark.parametrize(
    ("first", "second"), [c[1:] for c in APART], ids=[c[0] for c in APART]
)
def test_counted_apart(first: dict[str, object], second: dict[str, object]) -> None:
    assert len(records_of(first, second)) == 2


def test_record_tells_what_its_claims_tell() -> None:
    [record] = records_of(
        {"issue": ("trade", "energy"), "certainty": 0.7},
        {"document": "daily", "issue": ("energy",), "certainty": 0.8, "mode": "visit"},
    )
    assert (record.start, record.end, record.dated_by) == (DAY, DAY, "document")
    assert record.publishers == ("Agency", "Daily")
    assert record.issue == ("energy", "trade")
    assert (record.mode, record.certainty, len(record.claims)) == ("visit", 0.8, 2)


def test_the_day_of_the_text_wins() -> None:
    [record] = records_of({}, {"document": "daily", "when": when(DAY)})
    assert (record.start, record.dated_by) == (DAY, "text")


def test_who_visits_whom_is_kept_where_one_report_says_so() -> None:
    [record] = records_of(
        {"actor": ("ISR", "RUS"), "recipient": ()},
        {"document": "twin", "actor": ("ISR",), "recipient": ("RUS",)},
    )
    assert (record.actor, record.recipient) == (("ISR",), ("RUS",))


def test_the_second_act_of_a_sentence_goes_with_the_second_of_its_reprint() -> None:
    first, second = Excerpt("met", 7, 10), Excerpt("saw", 20, 23)
    told = [
        {"document": d, "trigger": t, "type": "ASSAULT"}
        for d, t in product(("agency", "twin"), (first, second))
    ]
    assert [len(record.claims) for record in records_of(*told)] == [2, 2]


def test_record_id_is_the_id_of_a_record_of_one_claim() -> None:
    alone = claim(document="agency")
    [record] = merge([alone], DOCUMENTS)
    assert record.id == record_id(alone, DOCUMENTS["agency"])


claims = st.builds(
    claim,
    st.sampled_from([ONE, OTHER]),
    document=st.sampled_from(sorted(DOCUMENTS)),
    type=st.sampled_from(["CONSULT", "ACCUSE"]),
    actor=st.sampled_from([("RUS",), ("ISR",), ("RUS", "ISR"), (None,)]),
    recipient=st.sampled_from([("RUS",), ("ISR",), ()]),
    sentence=st.integers(0, 2),
    trigger=st.sampled_from([Excerpt("met", 7, 10), Excerpt("saw", 20, 23)]),
    when=st.sampled_from([None, SAID, when(DAY)]),
    modality=st.sampled_from(["actual", "planned"]),
)


@settings(deadline=None)
@given(st.lists(claims, max_size=12), st.randoms())
def test_order_and_repetition_do_not_matter(told, random) -> None:
    shuffled = told * 2
    random.shuffle(shuffled)
    assert merge(shuffled, DOCUMENTS) == merge(told, DOCUMENTS)


@settings(deadline=None)
@given(st.lists(claims, max_size=12))
def test_every_claim_is_in_one_record(told) -> None:
    reported = [c for record in merge(told, DOCUMENTS) for c in record.claims]
    assert sorted(reported) == sorted({c.id for c in told})
