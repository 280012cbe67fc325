"""Records and claims by hand, and the numbers that should come of them."""

import re
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from realpolitik.core.claim import Amount, Claim, When
from realpolitik.core.dossier import Dossier
from realpolitik.core.interval import Interval
from realpolitik.core.quantity import Quantity
from realpolitik.core.record import Record
from realpolitik.core.span import Excerpt
from realpolitik.measures.agreements import agreements
from realpolitik.measures.counts import count, count_directions
from realpolitik.measures.dyad import view_of
from realpolitik.measures.figures import figures
from realpolitik.measures.intensity import intensity
from realpolitik.measures.outlook import is_ahead, outlook
from realpolitik.measures.speakers import speakers
from realpolitik.measures.stances import stances
from realpolitik.measures.visits import visits
from realpolitik.records.merge import merge
from tests.store.making import claim, document, party

JANUARY = date(2020, 1, 30)


def record(identity: str = "r1", **known: object) -> Record:
    whole = Record(
        identity, "event", "CONSULT", None, ("RUS",), ("ISR",), "actual", False,
        JANUARY, JANUARY, "text", (), 1, 1.9, 0.9, ("c1",), (),
    )  # fmt: skip
    return replace(whole, **known)


def merged(*told: Claim) -> tuple[tuple[Record, ...], dict[str, Claim]]:
    documents = {c.document: document(c.document) for c in told}
    return merge(told, documents), {c.id: c for c in told}


def test_counts_by_month_and_quad() -> None:
    found = count(
        [
            record("r1"),
            record("r2", quad=4),
            record("r3", start=date(2020, 3, 1), end=date(2020, 3, 31)),
            record("r4"),
        ]
    )
    assert found.unit == "month"
    assert [(c.period, c.quad, c.records) for c in found.counts] == [
        (date(2020, 1, 1), 1, ("r1", "r4")),
        (date(2020, 1, 1), 4, ("r2",)),
        (date(2020, 3, 1), 1, ("r3",)),
    ]
    assert found.counts[0].count == 2


def test_a_long_span_is_counted_by_year() -> None:
    found = count(
        [record("r1", start=date(2012, 6, 1), end=date(2012, 6, 1)), record("r2")]
    )
    assert (found.unit, len(found.counts)) == ("year", 2)


APART = [
    ("undated", {"start": None, "end": None}),
    ("since then", {"end": None}),
    ("over two months", {"end": date(2020, 2, 3)}),
]


@pytest.mark.parametrize("known", [c[1] for c in APART], ids=[c[0] for c in APART])
def test_what_no_single_period_holds_is_listed_apart(known: dict[str, object]) -> None:
    found = count([record(**known)], unit="month")
    assert (found.counts, found.apart) == ((), ("r1",))


modalities = st.sampled_from(
    ["actual", "ongoing", "planned", "possible", "demanded", "attempted"]
)
records = st.builds(
    record,
    st.uuids().map(str),
    kind=st.sampled_from(["event", "stance", "figure", "judgement"]),
    modality=modalities,
    negated=st.booleans(),
    start=st.none() | st.dates(date(2012, 1, 1), date(2022, 1, 1)),
    quad=st.sampled_from([None, 1, 2, 3, 4]),
)


@settings(deadline=None)
@given(st.lists(records))
def test_only_what_happened_is_counted_and_nothing_of_it_is_lost(
    told: list[Record],
) -> None:
    found = count(told)
    counted = [identity for c in found.counts for identity in c.records]
    happened = [
        r.id
        for r in told
        if r.kind == "event"
        and r.quad
        and not r.negated
        and r.modality in ("actual", "ongoing")
    ]
    assert sorted([*counted, *found.apart]) == sorted(happened)
    scored = [identity for i in intensity(told) for identity in i.records]
    assert set(scored) <= {
        r.id
        for r in told
        if r.kind == "event" and not r.negated and r.modality in ("actual", "ongoing")
    }


def test_directions() -> None:
    found = count_directions(
        [
            record("r1"),
            record("r2", actor=("ISR",), recipient=("RUS",)),
            record("r3", actor=("ISR", "RUS"), recipient=()),
        ]
    )
    assert {pair: counts.counts[0].records for pair, counts in found.items()} == {
        ("ISR", "RUS"): ("r2",),
        ("RUS", "ISR"): ("r1",),
    }


def test_intensity_is_averaged_by_year() -> None:
    [found] = intensity([record("r1", intensity=-10.0), record("r2", intensity=4.0)])
    assert (found.period, found.mean, found.total) == (date(2020, 1, 1), -3.0, -6.0)
    assert found.records == ("r1", "r2")


TRACK = [
    ("Russia and Israel signed a free trade agreement.", "SUPPORT", "sign", "actual", "free trade agreement", "signed"),
    ("They will sign the free trade agreement.", "SUPPORT", "sign", "planned", "free trade agreement", "planned"),
    ("They held talks on a free trade agreement.", "CONSULT", None, "actual", "free trade agreement", "in talks"),
    ("They agreed to the pact.", "AGREE", None, "actual", "pact", "agreed"),
    ("They may agree to a pact.", "AGREE", None, "possible", "pact", "proposed"),
    ("Russia quit the treaty.", "SANCTION", "withdraw", "actual", "treaty", "withdrawn"),
    ("They signed a memorandum of understanding.", "SUPPORT", "sign", "actual", "memorandum of understanding", "signed"),
    ("They signed in Moscow.", "SUPPORT", "sign", "actual", "trade agreement", "signed"),
    ("They met to discuss a treaty.", "CONSULT", None, "actual", "treaty", "in talks"),
    ("They successfully negotiated their own gas deal.", "CONSULT", None, "actual", "gas deal", "in talks"),
    ("The Treaty of Lausanne was signed.", "SUPPORT", "sign", "actual", "Treaty of Lausanne", "signed"),
    ("They signed an agreement on gas transit under pressure.", "SUPPORT", "sign", "actual", "agreement on gas transit", "signed"),
    ("They signed agreements on various topics including trade.", "SUPPORT", "sign", "actual", "agreements", "signed"),
    ("They signed a treaty on the border.", "SUPPORT", "sign", "actual", "treaty", "signed"),
    ("They signed a pact on Monday.", "SUPPORT", "sign", "actual", "pact", "signed"),
]  # fmt: skip
NO_TRACK = [
    ("They held talks on Syria.", "CONSULT", None, "actual", False),
    ("They did not sign the treaty.", "SUPPORT", "sign", "actual", True),
    ("Russia may quit the treaty.", "SANCTION", "withdraw", "possible", False),
    ("Russia praised the deal.", "SUPPORT", "praise", "actual", False),
    ("They hosted the two, who signed a treaty.", "CONSULT", "visit", "actual", False),
    ("They met, and spoke of the Abraham Accords.", "CONSULT", None, "actual", False),
    ("They agreed that a treaty was needed.", "AGREE", None, "actual", False),
    ("Both joined NATO in 1952.", "SUPPORT", "sign", "actual", False),
    ("Both formed the Treaty Organization.", "SUPPORT", "sign", "actual", False),
]


_ACT = re.compile(
    r"sign(?:ed)?\b|talks|agreed?|quit|praised|met|negotiated|hosted|joined|formed"
)


def told_in(text: str, **known: object) -> Claim:
    """Make a claim whose trigger is the first act that a text names."""
    act = _ACT.search(text)
    assert act is not None
    return claim(text, trigger=Excerpt(act.group(), *act.span()), **known)


@pytest.mark.parametrize(("text", "type", "mode", "modality", "what", "state"), TRACK)
def test_agreements(
    text: str, type: str, mode: str | None, modality: str, what: str, state: str
) -> None:
    told = told_in(text, type=type, mode=mode, modality=modality, issue=("trade",))
    found = agreements(*merged(told))
    assert [(a.what, a.state, a.parties) for a in found] == [
        (what, state, ("ISR", "RUS"))
    ]


@pytest.mark.parametrize(("text", "type", "mode", "modality", "negated"), NO_TRACK)
def test_no_agreement(
    text: str, type: str, mode: str | None, modality: str, negated: bool
) -> None:
    told = told_in(text, type=type, mode=mode, modality=modality, negated=negated)
    assert agreements(*merged(told)) == []


def test_reports_on_one_agreement_go_together() -> None:
    texts = [t for t in TRACK if t[4] == "free trade agreement"]
    days = [date(2020, 3, 1), date(2019, 3, 1), date(2018, 3, 1)]
    told = [
        told_in(
            text,
            type=type,
            mode=mode,
            modality=modality,
            when=When(Interval(day, day, "day"), "then", 0, 4),
        )
        for (text, type, mode, modality, *_), day in zip(texts, days, strict=True)
    ]
    [found] = agreements(*merged(*told))
    assert (found.state, found.latest) == ("signed", date(2020, 3, 1))
    assert [step.state for step in found.steps] == ["in talks", "planned", "signed"]


def test_one_agreement_is_known_by_its_topic_however_it_is_put() -> None:
    texts = [
        "They signed a pension agreement.",
        "They signed an agreement on pensions.",
    ]
    days = [date(2016, 6, 7), date(2016, 4, 1)]
    told = [
        told_in(
            text,
            type="SUPPORT",
            mode="sign",
            when=When(Interval(day, day, "day"), "then", 0, 4),
        )
        for text, day in zip(texts, days, strict=True)
    ]
    [found] = agreements(*merged(*told))
    assert (found.what, len(found.steps)) == ("pension agreement", 2)


def test_two_agreements_without_a_name_are_not_one() -> None:
    days = [date(2020, 3, 1), date(2018, 3, 1)]
    told = [
        told_in(
            "They signed an agreement.",
            type="SUPPORT",
            mode="sign",
            when=When(Interval(day, day, "day"), "then", 0, 4),
        )
        for day in days
    ]
    assert [found.latest for found in agreements(*merged(*told))] == days


def exports(
    quantity: Quantity | None, year: int | None = 2018, **known: object
) -> Claim:
    when = (
        When(Interval(date(year, 1, 1), date(year, 12, 31), "year"), "then", 0, 4)
        if year
        else None
    )
    amount = Amount(quantity, "much", 0, 4) if quantity else None
    return claim(
        f"{quantity}",
        kind="figure",
        type="exports",
        amount=amount,
        when=when,
        quad=None,
        **known,
    )


CONTRADICTING = [
    (Quantity(1.9e9, "USD"), Quantity(2.7e9, "USD")),
    (Quantity(1.9e9, "USD"), Quantity(2.5e9, "USD", bound=">")),
    (Quantity(1.9e9, "USD", approximate=True), Quantity(2.7e9, "USD")),
    (Quantity(15, "percent", high=17), Quantity(18, "percent")),
]
AGREEING = [
    (Quantity(1.9e9, "USD"), Quantity(1.91e9, "USD")),
    (Quantity(2e9, "USD", approximate=True), Quantity(1.9e9, "USD")),
    (Quantity(1.9e9, "USD"), Quantity(1.5e9, "USD", bound=">")),
    (Quantity(15, "percent", high=17), Quantity(16, "percent")),
    (Quantity(1.9e9, "USD"), Quantity(15, "percent")),
    (Quantity(None, "USD", lost=True), Quantity(1.9e9, "USD")),
]


@pytest.mark.parametrize(("one", "other"), CONTRADICTING)
def test_contradicting_figures_point_at_each_other(
    one: Quantity, other: Quantity
) -> None:
    first, second = figures(*merged(exports(one), exports(other)))
    assert (first.against, second.against) == ((second.record,), (first.record,))


@pytest.mark.parametrize(("one", "other"), AGREEING)
def test_agreeing_figures_do_not(one: Quantity, other: Quantity) -> None:
    assert not any(f.against for f in figures(*merged(exports(one), exports(other))))


def test_figures_of_other_years_or_denied_ones_do_not_contradict() -> None:
    one, other = Quantity(1.9e9, "USD"), Quantity(2.7e9, "USD")
    for told in (
        exports(other, 2017),
        exports(other, None),
        exports(other, negated=True),
        exports(other, modality="planned"),
    ):
        assert not any(f.against for f in figures(*merged(exports(one), told)))


def test_a_figure_without_a_time_in_the_text_has_none() -> None:
    [found] = figures(*merged(exports(Quantity(1.9e9, "USD"), None)))
    assert (found.start, found.subject, found.counterpart) == (None, ("RUS",), ("ISR",))


def test_stances() -> None:
    about = Excerpt("the Iranian presence", 0, 20)
    told = claim(
        kind="stance",
        type="against",
        about=about,
        actor=("ISR",),
        recipient=("IRN",),
        speaker=(party("ISR", "Netanyahu"),),
    )
    [found] = stances(*merged(told, claim()))
    assert (found.holder, found.stance, found.about) == (
        ("ISR",),
        "against",
        about.text,
    )
    assert (found.speakers, found.claims) == (("Netanyahu",), (told.id,))


def test_visits_made_and_planned_are_told_apart() -> None:
    told = [
        claim("a", mode="visit"),
        claim("b", mode="visit", modality="planned"),
        claim("c", mode="visit", negated=True),
        claim("d", mode="visit", modality="demanded"),
        claim("e", mode="phone", recipient=("SYR",)),
    ]
    found = visits(*merged(*told))
    assert sorted(visit.planned for visit in found) == [False, True]


def test_speakers_most_first() -> None:
    told = [
        claim("a", speaker=(party("RUS", "Putin"), party("ISR"))),
        claim("b", speaker=(party("RUS", "Putin"),)),
        claim("c"),
    ]
    found = speakers(told, {"d1": document(publisher="Agency")})
    assert [(s.name, s.code, s.publisher, len(s.claims)) for s in found] == [
        ("Putin", "RUS", "Agency", 2),
        (None, None, "Agency", 1),
    ]


def test_outlook() -> None:
    told = [
        claim("a", kind="judgement", type="stable", actor=("RUS", "ISR"), recipient=()),
        claim("b", modality="planned"),
        claim("c", modality="possible"),
        claim("d", modality="planned", negated=True),
        claim("e", modality="demanded"),
    ]
    found = outlook(*merged(*told))
    assert [j.view for j in found.judgements] == ["stable"]
    assert (len(found.planned), len(found.possible)) == (1, 1)


def test_what_lies_ahead_is_told_by_its_time_or_was_said_in_the_last_year() -> None:
    told = claim("a", modality="planned")
    (record,), _ = merged(told)
    newest = date(2022, 12, 1)
    said = [
        ("text", date(2022, 11, 30), False),
        ("text", date(2022, 12, 1), True),
        ("text", None, False),
        ("document", date(2022, 1, 1), True),
        ("document", date(2021, 11, 1), False),
    ]
    for by, day, ahead in said:
        dated = replace(record, start=day, end=day, dated_by=by)
        assert is_ahead(dated, newest) is ahead and is_ahead(dated, None)
        found = outlook([dated], {told.id: told}, as_of=newest)
        assert bool(found.planned) is ahead


def test_the_view_of_a_dyad_names_a_record_for_everything() -> None:
    told = [
        claim("a", mode="visit"),
        claim("b", type="ACCUSE", actor=("ISR",), recipient=("RUS",), quad=3),
        exports(Quantity(1.9e9, "USD")),
    ]
    records, _ = merged(*told)
    dossier = Dossier(
        "RUS", "ISR", {}, tuple(told), records, {"d1": document()}, JANUARY, "1", {}
    )
    view = view_of(dossier)
    ids = {r.id for r in records}
    assert {c.quad for c in view.course.counts} == {1, 3}
    assert (len(view.towards.counts), len(view.back.counts)) == (1, 1)
    assert {i for c in view.course.counts for i in c.records} <= ids
    assert {v.record for v in (*view.visits, *view.figures)} <= ids
    assert [r.type for r in view.latest] and view.dyad.reversed().actor == "ISR"


def test_an_empty_dossier_has_an_empty_view() -> None:
    view = view_of(Dossier("RUS", "FJI", {}, (), (), {}, None, "1", {}))
    assert (view.course.counts, view.figures, view.latest) == ((), (), ())
