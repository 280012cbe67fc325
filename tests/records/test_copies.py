"""Which texts are copies of each other, whatever a reprint changed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from realpolitik.records.copies import (
    SKETCH,
    are_candidates,
    differences,
    runs_of,
    shared_part,
    sketch,
)

PARAGRAPHS = [
    "Russia and Israel signed a military pact on Monday after long talks in Moscow.",
    "Both sides agreed to hold regular consultations on Syria in the coming years.",
    "The prime minister said that trade between the two states would double soon.",
    "A spokesman of the foreign ministry in Tehran called the agreement a mistake.",
    "The drones that were bought in 2009 are to be assembled in a plant at Kazan.",
    "Officials will meet again in the spring to speak of visas and of pensions.",
]
TEXT = " ".join(PARAGRAPHS)
OTHER = (
    "Russia and Israel signed a treaty on trade on Friday, and their ministers said "
    "that visas would fall away next year. The opposition asked for an inquiry into "
    "the price of the drones, and the plant at Kazan was closed by its new owners."
)
REPRINTS = {
    "an agency's tag": f"MOSCOW (Agency) - {TEXT}",
    "cut at the end": " ".join(PARAGRAPHS[:3]),
    "cut in the middle": " ".join(PARAGRAPHS[::2]),
    "another order": " ".join(reversed(PARAGRAPHS)),
    "other signs and case": TEXT.upper().replace(",", " ;"),
    "a slip mended": TEXT.replace("spokesman", "spokeswoman").replace("soon", "now"),
}


@pytest.mark.parametrize("how", REPRINTS)
def test_a_reprint_is_a_copy(how: str) -> None:
    assert are_candidates(sketch(TEXT), sketch(REPRINTS[how]))
    assert shared_part(TEXT, REPRINTS[how]) > 0.5


@pytest.mark.parametrize("text", [OTHER, "", "Russia met Israel.", PARAGRAPHS[0]])
def test_what_is_no_reprint(text: str) -> None:
    assert shared_part(TEXT, text) == 0.0


@given(st.text(max_size=200), st.text(max_size=200))
def test_it_does_not_matter_which_one_comes_first(first: str, second: str) -> None:
    assert shared_part(first, second) == shared_part(second, first)
    assert len(sketch(first)) <= SKETCH
    assert list(runs_of(first)) == sorted(set(runs_of(first)))


def test_what_differs_is_told_by_sentences() -> None:
    other = ["Talks end in Moscow at last.", *PARAGRAPHS[:4]]
    found = differences(PARAGRAPHS, other)
    assert found.only_first == tuple(PARAGRAPHS[4:])
    assert found.only_second == ("Talks end in Moscow at last.",)
    assert found.shared > 0.8
