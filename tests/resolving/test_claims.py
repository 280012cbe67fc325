from dataclasses import replace

from realpolitik.core.claim import FROM_CONTEXT, Reading, SaidClaim
from realpolitik.core.span import Excerpt
from realpolitik.resolving.claims import assemble
from realpolitik.resolving.resolver import Resolver
from tests.resolving.resolving_notation import document

TEXT = (
    "[Russia|state] bought drones from [Israel|state] for [USD 300 million|quantity] "
    "in [2019|time] in [Tel Aviv|place], and [unknown men|group] watched."
)


def _claims(*said: SaidClaim, speaker: str | None = None):
    made, mentions = document(TEXT, speaker=speaker)
    resolver = Resolver.load()
    resolved = resolver.resolve(made, mentions)
    return assemble(made, Reading(tuple(mentions), said), resolved, resolver)


SAID = SaidClaim(
    0, "event", "COOPERATE", Excerpt("bought", 7, 13), mode="economic",
    actor=(0,), recipient=(1,), when=3, where=4, amount=2, certainty=0.9,
)  # fmt: skip


def test_a_claim_carries_what_its_mentions_mean() -> None:
    (claim,) = _claims(SAID)
    assert [p.actor.code for p in claim.actor] == ["RUS"]
    assert [p.actor.code for p in claim.recipient] == ["ISR"]
    assert claim.when and claim.when.interval.start.year == 2019
    assert claim.where and claim.where.place.country == "ISR"
    assert claim.amount and claim.amount.quantity.value == 3e8
    assert (claim.quad, claim.cameo, claim.intensity) == (2, "061", 9.5)
    assert claim.certainty == 0.9


def test_a_party_that_cannot_be_placed_stays() -> None:
    (claim,) = _claims(replace(SAID, recipient=(5,)))
    assert [(p.text, p.actor.code) for p in claim.recipient] == [("unknown men", None)]


def test_a_claim_of_nobody_placed_is_left_out() -> None:
    assert _claims(replace(SAID, actor=(5,), recipient=())) == ()


def test_a_judgement_of_one_is_left_out() -> None:
    judged = replace(SAID, kind="judgement", type="close", mode=None, recipient=())
    assert _claims(judged) == ()
    (claim,) = _claims(replace(judged, actor=(0, 1)))
    assert [p.actor.code for p in claim.actor] == ["RUS", "ISR"]


def test_the_speaker_comes_from_the_context() -> None:
    (claim,) = _claims(replace(SAID, speaker=(FROM_CONTEXT,)), speaker="RUS.GOV")
    assert [(p.actor.code, p.text) for p in claim.speaker] == [("RUS", None)]
    (claim,) = _claims(replace(SAID, speaker=(FROM_CONTEXT,)))
    assert claim.speaker == ()


def test_ids_depend_on_content_only() -> None:
    (first,), (again,) = _claims(SAID), _claims(SAID)
    (other,) = _claims(replace(SAID, recipient=()))
    assert first.id == again.id
    assert first.id != other.id
    assert len(first.id) == 17 and first.id[0] == "c"


def test_kinds_other_than_events_have_no_quad() -> None:
    stance = replace(SAID, kind="stance", type="favour", mode=None)
    (claim,) = _claims(stance)
    assert (claim.quad, claim.cameo, claim.intensity) == (None, None, None)
