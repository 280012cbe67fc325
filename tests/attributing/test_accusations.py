"""Whom a speech accuses, on the shipped model and on claims as they may come."""

from functools import lru_cache

import pytest
from hypothesis import given
from hypothesis import strategies as st

import realpolitik as rp
from realpolitik.attributing.accusations import accusations
from realpolitik.core.actor import Actor
from realpolitik.results import Claims

SPEECH = (
    "Russia has attacked our towns. Yesterday the mayor was kidnapped. "
    "We want peace, and we thank France for its help."
)


def test_who_attacks_is_accused() -> None:
    first = rp.accusations(SPEECH, speaker="Ukraine")[0]
    assert (first.sentence, first.accused, first.told) == (0, "RUS", True)
    assert first.speaker.code == "UKR"


def test_a_deed_of_nobody_is_laid_at_the_door_of_whom_the_speech_accuses() -> None:
    second = rp.accusations(SPEECH, speaker="Ukraine")[1]
    assert (second.sentence, second.accused, second.told) == (1, "RUS", False)


def test_thanks_accuse_nobody() -> None:
    assert 2 not in [found.sentence for found in rp.accusations(SPEECH, speaker="UKR")]


def test_without_a_speaker_nobody_is_accused() -> None:
    assert rp.accusations(SPEECH) == ()


def test_who_speaks_does_not_accuse_himself() -> None:
    text = "We have attacked the camps. Our army will strike the terrorists again."
    assert rp.accusations(text, speaker="Ukraine") == ()


@pytest.mark.parametrize(
    "text",
    [
        "We condemn Russia.",
        "Russia has not condemned the attack on Kyiv.",
        "Moscow is sending weapons to the rebels in Donetsk.",
    ],
)
def test_condemnation_omission_and_help_for_rebels_accuse(text: str) -> None:
    (found,) = rp.accusations(text, speaker="United Kingdom")
    assert found.accused == "RUS"


def test_an_answered_reproach_accuses_nobody() -> None:
    assert rp.accusations("We are accused of lying.", speaker="France") == ()


@lru_cache(maxsize=1)
def _claims() -> Claims:
    return rp.read(SPEECH).claims


@given(codes=st.lists(st.sampled_from(["UKR", "RUS", "FRA", "EU", None]), min_size=3))
def test_nobody_accuses_his_own_state_or_what_is_no_state(
    codes: list[str | None],
) -> None:
    speakers = [Actor(code) for code in codes]
    for found in accusations(_claims(), speakers):
        assert found.accused != found.speaker.code
        assert found.accused is None or found.accused != "EU"
        assert found.claims
        assert all(claim.sentence == found.sentence for claim in found.claims)
        assert found.accused is not None or not found.told
