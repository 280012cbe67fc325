"""Which of several earlier actors is meant."""

import pytest

from realpolitik.core.actor import Actor
from realpolitik.core.mention import Mention
from realpolitik.resolving import ranking
from realpolitik.resolving.ranking import Choice, Option
from realpolitik.resolving.resolver import Resolver
from tests.resolving.resolving_notation import codes, document

NEAR = Option((Actor("FRA"),), ("state", "subject", "back-0", "subject back-0"))
FAR = Option((Actor("DEU"),), ("person", "toward", "back-3"))
IT = Mention(0, "it", 0, 2, "actor", "pronoun")


def test_the_better_option_is_chosen() -> None:
    assert ranking.choose(Choice("it", "who", IT, [FAR, NEAR])) == NEAR.actors
    assert ranking.choose(Choice("it", "who", IT, [])) == ()


def test_silence_may_weigh_more_than_any_option() -> None:
    silence = ("silence", "noun nations", "open")
    assert ranking.choose(Choice("noun", "None", IT, [FAR], silence)) == ()


def test_each_choice_can_be_heard() -> None:
    made, mentions = document("[Turkey|state] withdrew [its forces|group].")
    heard: list[Choice] = []
    with ranking.listening(heard.append):
        Resolver.load().resolve(made, mentions)
    assert [choice.kind for choice in heard] == ["it"]


MEANT = [
    ("[Japan|state] warned [China|state] that [it|pronoun] must stop.", {"CHN"}),
    ("[Sweden|state] counted [foreign submarines|group].", set()),
    ("[Uzbekistan's neighbours|group] sent condolences.", set()),
    ("[Iran|state] threatened [its neighbours|group].", set()),
    ("[Putin|person] telephoned [Macron|person]; [bilateral|demonym] trade grows.",
     {"RUS", "FRA"}),
    ("[Libya|state] paid [two men|group].", set()),
    ("[Ben Wallace, Secretary of State for Defence|person] spoke.", {"GBR"}),
    ("[Lukashenko regime|org] jailed them.", {"BLR"}),
    ("[Nixon Administration|org] papers were shown.", {"USA"}),
    ("[Harry Ho-jen Tseng|person] spoke.", set()),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), MEANT)
def test_who_is_meant(text: str, expected: set[str]) -> None:
    assert codes(text)[-1] == expected


SECTORS = [
    ("[Syrians|group] fled.", "CVL"),
    ("[British|group] struck.", None),
    ("[Italian bankers|group] met.", "BUS"),
    ("[Polish bishops|group] met.", "REL"),
    ("[Mexican smugglers|group] met.", "CRM"),
]


@pytest.mark.parametrize(("text", "sector"), SECTORS)
def test_which_part_of_a_state(text: str, sector: str | None) -> None:
    made, mentions = document(text)
    (found,) = Resolver.load().resolve(made, mentions)
    assert [m.sector for m in found.meanings if isinstance(m, Actor)] == [sector]
