"""Who is a party of a claim, and who only stands near its trigger."""

from dataclasses import replace

import pytest

from realpolitik.core.actor import Actor
from realpolitik.core.claim import Party, Reading, SaidClaim
from realpolitik.core.span import Excerpt
from realpolitik.resolving.attachment import distinct
from realpolitik.resolving.claims import assemble
from realpolitik.resolving.resolver import Resolver
from tests.resolving.resolving_notation import document


def _claim(text: str, trigger: str, said: SaidClaim):
    made, mentions = document(text)
    at = made.text.index(trigger)
    said = replace(said, trigger=Excerpt(trigger, at, at + len(trigger)))
    resolver = Resolver.load()
    resolved = resolver.resolve(made, mentions)
    (claim,) = assemble(made, Reading(tuple(mentions), (said,)), resolved, resolver)
    return claim


EVENT = SaidClaim(0, "event", "CONSULT", Excerpt("", 0, 0), mode="meet")

DATELINES = [
    ("[WASHINGTON|capital] - The leaders of [Russia|state] met.", ["RUS"]),
    ("[BRUSSELS|capital], 9 May (Agency) - Leaders of [Russia|state] met.", ["RUS"]),
    ("[Moscow|capital] (Agency) — [Russia|state] met them.", ["RUS"]),
    ("[UNITED NATIONS|org] – Envoys of [Russia|state] met.", ["RUS"]),
    ("[NATO|org] - the alliance - met [Russia|state].", ["NATO", "RUS"]),
    ("[Moscow|capital] - in the end - met [China|state].", ["RUS", "CHN"]),
    ("[EU|org] - [Russia|state] met.", ["EU", "RUS"]),
]


@pytest.mark.parametrize(("text", "codes"), DATELINES)
def test_a_dateline_does_nothing(text: str, codes: list[str]) -> None:
    claim = _claim(text, "met", replace(EVENT, actor=(0, 1)))
    assert [p.actor.code for p in claim.actor] == codes


def test_a_dateline_is_still_a_place() -> None:
    text = "[MOSCOW|place] - The leaders of [Russia|state] met."
    claim = _claim(text, "met", replace(EVENT, actor=(0, 1), where=0))
    assert [p.actor.code for p in claim.actor] == ["RUS"]
    assert claim.where and claim.where.place.country == "RUS"


ASIDES = [
    ("[Russia|state] left [Syria|state] at the request of [Iran|state].",
     "left", "RETREAT", ["SYR"]),
    ("[Russia|state] left at the request of the [United States|state], [Iran|state].",
     "left", "RETREAT", ["IRN"]),
    ("[Russia|state] held talks on [Syria|state] with [Iran|state].",
     "talks", "CONSULT", ["IRN"]),
    ("[Russia|state] held talks with [Syria|state] about [Iran|state].",
     "talks", "CONSULT", ["SYR", "IRN"]),
    ("[Russia|state] imposed sanctions on [Syria|state] and [Iran|state].",
     "sanctions", "SANCTION", ["SYR", "IRN"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "trigger", "type_", "codes"), ASIDES)
def test_who_asked_and_what_is_talked_about_are_no_recipients(
    text: str, trigger: str, type_: str, codes: list[str]
) -> None:
    said = replace(EVENT, type=type_, mode=None, actor=(0,), recipient=(1, 2))
    claim = _claim(text, trigger, said)
    assert [p.actor.code for p in claim.recipient] == codes


def _party(code: str | None, sector: str | None = None, text: str = "") -> Party:
    return Party(Actor(code, sector), text)


def test_nobody_is_on_both_sides() -> None:
    army, people = _party("RUS", "MIL"), _party("RUS", "CVL")
    troops, unknown = _party("RUS", "MIL", "troops"), _party(None, "MIL")
    actors, recipients = distinct(EVENT, [army, unknown], [troops, people, unknown])
    assert actors == (army, unknown)
    assert recipients == (people, unknown)
    assert distinct(EVENT, [army], [troops]) == ((army,), ())


def test_who_is_on_both_sides_has_it_done_to_them_by_the_others() -> None:
    first, second, again = _party("RUS"), _party("UKR"), _party("UKR", None, "it")
    attack = replace(EVENT, type="ASSAULT")
    assert distinct(attack, [first, second], [again]) == ((first,), (again,))
    assert distinct(EVENT, [first, second], [again]) == ((first, second), ())
    both = ((first, second), ())
    assert distinct(attack, [first, second], [first, second]) == both


def test_a_judgement_names_each_code_once() -> None:
    state, leaders = _party("RUS"), _party("RUS", "GOV")
    other, view = _party("UKR"), replace(EVENT, kind="judgement", type="close")
    assert distinct(view, [state, leaders, other], []) == ((state, other), ())
    assert distinct(view, [state], [leaders, other]) == ((state,), (other,))
