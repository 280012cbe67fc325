"""The evals count what they say they count."""

from dataclasses import replace
from pathlib import Path

import pytest

from evals import certainty_floors, claims, dictionary_suites, polnear
from evals.polnear import Told
from realpolitik.core.actor import Actor
from realpolitik.core.claim import Claim, Party
from realpolitik.core.span import Excerpt, Span

GOLD = Told(frozenset(range(10)), frozenset([20]), "gold")
HALF = Told(frozenset(range(5)), frozenset([20]), "half")
OTHER = Told(frozenset(range(30, 40)), frozenset(), "other")
CLAIM = Claim(
    "c1", "d1", 0, "ARN met GON.", Span(0, 12), "event", "ACCUSE",
    Excerpt("met", 4, 7), actor=(Party(Actor("ARN")),), recipient=(Party(Actor("GON")),),
)  # fmt: skip


def test_a_content_found_in_half_counts_half() -> None:
    found = polnear.figures([([GOLD], [HALF])])
    assert found["content_precision"] == 100
    assert found["content_recall"] == 50
    assert found["content_exact_f1"] == 0
    assert found["source_found"] == found["source_all"] == 100


def test_each_attribution_is_paired_once() -> None:
    assert polnear.pair_up([GOLD], [HALF, GOLD]) == [(GOLD, GOLD)]
    found = polnear.figures([([GOLD], [HALF, GOLD, OTHER])])
    assert found["content_precision"] == pytest.approx(100 / 3)


def test_places_are_those_of_the_given_text() -> None:
    row = {
        "id": "r", "text": "Iran  said it\n\n\nwould act.",
        "attributions": [{"content": [[11, 26]], "source": [[0, 4]]}],
    }  # fmt: skip
    (gold,), (found,) = polnear.gold_of(row), polnear.found_in(row)
    assert gold.source == found.source


CODES = [
    ("weis", "064", {"SUPPORT"}),
    ("weis", "223", {"ASSAULT"}),
    ("weis", "023", set()),
    ("cameo", "111", {"ACCUSE"}),
    ("cameo", "0841", {"YIELD"}),
    ("cameo", "904", set()),
]


@pytest.mark.parametrize(("system", "code", "types"), CODES)
def test_codes_become_types(system: str, code: str, types: set[str]) -> None:
    assert dictionary_suites.types_of(system, code) == types


def test_an_event_is_found_by_both_parties_and_its_root() -> None:
    wanted = ("ARN", "GON", frozenset(["ACCUSE"]))
    assert dictionary_suites.found(wanted, [CLAIM])
    assert not dictionary_suites.found(wanted, [replace(CLAIM, type="REJECT")])
    turned = replace(CLAIM, actor=CLAIM.recipient, recipient=CLAIM.actor)
    assert not dictionary_suites.found(wanted, [turned])
    meeting = ("ARN", "GON", frozenset(["CONSULT"]))
    assert dictionary_suites.found(meeting, [replace(turned, type="CONSULT")])


def test_what_no_gold_asks_for_is_left_out() -> None:
    events = [
        {"source": "ARN", "target": "GON", "code": "064"},
        {"source": "---", "target": "GON", "code": "064"},
        {"source": "GON", "target": "ARN", "code": "033"},
        {"source": "GON", "target": "ARN", "code": "904"},
    ]
    wanted = list(dictionary_suites.wanted({"events": events}, "weis"))
    assert wanted == [("ARN", "GON", frozenset(["SUPPORT"]))]


def test_calibration_is_told_by_kind() -> None:
    told = [("event", 0.5, True), ("event", 0.5, False), ("figure", 0.5, False)]
    found = claims.calibration(told)
    assert found["event_calibration_gap"] == 0
    assert found["figure_calibration_gap"] == 50
    assert found["figure_calibration_error"] == 50


def test_the_table_of_floors_goes_between_its_marks(tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    page.write_text(f"a\n{certainty_floors._OPENING}\nold\n<!-- end -->\nb\n", "utf-8")
    certainty_floors.write(page, "| new |")
    assert page.read_text("utf-8").split("\n")[1:4] == [
        certainty_floors._OPENING, "| new |", "<!-- end -->"
    ]  # fmt: skip
