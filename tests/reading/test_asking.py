"""What asking for more or less certainty changes, and what it never does."""

from dataclasses import replace
from itertools import pairwise

import pytest

from realpolitik.core.claim import SaidClaim
from realpolitik.reading.asking import opened
from realpolitik.reading.card import Thresholds
from realpolitik.reading.drafts import Draft
from realpolitik.reading.merging import drop_repeats
from realpolitik.reading.reader import Reader
from tests.reading.reading_notation import document

TEXT = document(
    "Kuwait got its islands back from Iraq.",
    "Does this trouble Moscow?",
    "Cuba's shadow lay over Washington's Angola policy.",
    "Trade between Turkey and Iran is said to have reached USD 9 billion.",
    "The arrangement over Syria has outlived the prime minister of Israel.",
    "Moscow keeps Tehran at a distance, and Ankara hopes for talks with Athens.",
    "France met Germany twice in May; the meetings were held in Paris.",
    "Britain and Norway are close friends and signed a treaty on fish.",
    "The cat sat on the mat.",
)
FLOORS = (0.0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.8, 1.0)


def told(reader: Reader, least: float | None) -> tuple[SaidClaim, ...]:
    return reader.asking(least).read(TEXT).claims


def test_less_certainty_tells_more(reader: Reader) -> None:
    usual = told(reader, None)
    everything = told(reader, 0.0)
    assert usual
    assert len(everything) > len(usual)
    assert [claim for claim in everything if claim in usual] == list(usual)


@pytest.mark.parametrize("least", FLOORS)
def test_nothing_is_told_below_what_was_asked_for(reader: Reader, least: float) -> None:
    assert all(claim.certainty >= least for claim in told(reader, least))


def test_more_certainty_only_takes_away(reader: Reader) -> None:
    for more, less in pairwise(told(reader, floor) for floor in FLOORS):
        assert [claim for claim in more if claim in less] == list(less)


def test_above_the_usual_it_filters(reader: Reader) -> None:
    least = max(reader.sight.card.thresholds.certainty.values())
    usual = told(reader, None)
    for floor in (least, *(f for f in FLOORS if f > least)):
        wanted = tuple(claim for claim in usual if claim.certainty >= floor)
        assert told(reader, floor) == wanted


def test_what_is_told_at_a_floor_follows_from_two_readings(reader: Reader) -> None:
    least = reader.sight.card.thresholds.certainty
    usual, everything = told(reader, None), told(reader, 0.0)
    for floor in FLOORS:
        wanted = tuple(
            claim
            for claim in everything
            if claim.certainty >= floor
            and (claim in usual or floor < least[claim.kind])
        )
        assert told(reader, floor) == wanted


def test_mentions_stay(reader: Reader) -> None:
    assert reader.asking(0.0).read(TEXT).mentions == reader.read(TEXT).mentions


@pytest.mark.parametrize("least", [None, 0.0, 0.6])
def test_explain_agrees(reader: Reader, least: float | None) -> None:
    asked = reader.asking(least)
    triggers = [t for s in asked.explain(TEXT) for t in s.triggers if not t.dropped]
    claims = asked.read(TEXT).claims
    assert [(t.type, t.certainty) for t in triggers] == [
        (claim.type, claim.certainty) for claim in claims
    ]


def test_explain_says_what_was_asked_for(reader: Reader) -> None:
    sentences = reader.asking(1.0).explain(TEXT)
    reasons = [t.dropped or "" for s in sentences for t in s.triggers]
    assert any(reason.endswith("is below 1.00") for reason in reasons)


def test_thresholds_open_below_the_usual_certainty_alone(reader: Reader) -> None:
    usual = replace(
        reader.sight.card.thresholds,
        look=0.2,
        trigger={"event": 0.4, "figure": 0.5},
        certainty={"event": 0.3, "figure": 0.1},
    )
    open_ = opened(usual, 0.1)
    assert open_.trigger == {"event": 0.2, "figure": 0.5}
    assert open_.certainty == {"event": 0.1, "figure": 0.1}
    assert opened(usual, 0.3) == opened(usual, None) == usual


DOUBTFUL = [
    ("usual before a doubtful one of a higher score", [(0.8, 0.1), (0.5, 0.4)], [1]),
    ("usual before a doubtful one of more certainty", [(0.3, 0.9), (0.5, 0.4)], [1]),
    ("of the usual the higher score", [(0.5, 0.9), (0.8, 0.4)], [1]),
    ("of the doubtful the surer", [(0.8, 0.1), (0.5, 0.2)], [1]),
]


@pytest.mark.parametrize(("name", "twins", "kept"), DOUBTFUL)
def test_of_two_that_say_the_same(
    reader: Reader, name: str, twins: list[tuple[float, float]], kept: list[int]
) -> None:
    drafts = [_draft(at, score, sure) for at, (score, sure) in enumerate(twins)]
    single = drop_repeats(drafts, _usual(reader))
    assert [draft.start for draft in single if not draft.dropped] == kept, name


def _draft(start: int, score: float, certainty: float) -> Draft:
    made = Draft(start, start + 1, "event", "CONSULT", score, {}, actor=(0,))
    return replace(made, certainty=certainty)


def _usual(reader: Reader) -> Thresholds:
    shipped = reader.sight.card.thresholds
    return replace(shipped, trigger={"event": 0.4}, certainty={"event": 0.3})
