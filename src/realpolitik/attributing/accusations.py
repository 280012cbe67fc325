"""Whom a speech accuses, sentence by sentence: from its claims and its speakers.

A sentence accuses if it tells of conflict that is not of the speaker's own making: what
others do, want or are said to have left undone, or what the speaker condemns.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from functools import lru_cache

from realpolitik.core.accusation import Accusation
from realpolitik.core.actor import Actor
from realpolitik.core.claim import Claim, Party
from realpolitik.knowledge import tables

_ILL = frozenset(["against", "hostile", "worsening"])
_CONFLICT = (3, 4)  # of the quads: verbal and material conflict
_MATERIAL = 4
# Where nobody is said to do these, whom they are done to is the one found fault with.
_BLAMING = frozenset(["ACCUSE", "SANCTION", "THREATEN"])


def accusations(
    claims: Iterable[Claim], speakers: Sequence[Actor | None]
) -> tuple[Accusation, ...]:
    """Give the accusations of a document in reading order.

    `speakers` are who speaks in each of its sentences; a sentence that no known actor
    speaks accuses nobody.
    """
    blaming: dict[int, list[Claim]] = defaultdict(list)
    for claim in claims:
        speaker = speakers[claim.sentence]
        if speaker and speaker.code and _accuses(claim, speaker.code):
            blaming[claim.sentence].append(claim)
    tallies: dict[str | None, Counter[str]] = defaultdict(Counter)
    for number, found in blaming.items():
        tallies[_code(speakers[number])].update(_blamed(found, speakers[number]))
    return tuple(
        _accusation(number, speaker, blaming[number], tallies[speaker.code])
        for number, speaker in enumerate(speakers)
        if speaker and number in blaming
    )


def _accusation(
    number: int, speaker: Actor, claims: list[Claim], tally: Counter[str]
) -> Accusation:
    named = _blamed(claims, speaker)
    likeliest = max(
        named or tally, key=lambda code: (tally[code], named[code], code), default=None
    )
    return Accusation(number, speaker, likeliest, bool(named), tuple(claims))


def _accuses(claim: Claim, own: str) -> bool:
    by_other = _whose(claim.actor, own) == "another's"
    if claim.type == "REQUEST":
        return False
    if claim.negated:  # what another denies, must not do or has left undone
        return by_other and claim.kind == "event"
    if claim.type == "AID":  # who helps rebels harms the state that they fight
        return by_other and any(p.actor.sector == "REB" for p in claim.recipient)
    ill = claim.type in _ILL or claim.quad in _CONFLICT
    return ill and not _is_own(claim, own)


def _is_own(claim: Claim, own: str) -> bool:
    """Say whether a claim is of the speaker's side alone: what it does, a worry with
    nobody to blame, a reproach that it answers.
    """
    by, to = _whose(claim.actor, own), _whose(claim.recipient, own)
    if by == "own":
        idle = claim.type == "against" and to == "nobody's"
        does = claim.quad == _MATERIAL and claim.modality != "demanded"
        return idle or does or to == "own"
    return by == "nobody's" and to == "own" and claim.type == "ACCUSE"


def _whose(parties: Sequence[Party], own: str) -> str:
    if not parties:
        return "nobody's"
    codes = {party.actor.code for party in parties} - {None}
    if not codes:
        return "unknown"
    return "own" if codes == {own} else "another's"


def _blamed(claims: Iterable[Claim], speaker: Actor | None) -> Counter[str]:
    """Count the states that claims find fault with, each once a claim: who does what is
    told; where that is the speaker, or nobody, whom the words are against.
    """
    found: Counter[str] = Counter()
    own = _code(speaker)
    for claim in claims:
        doing = {party.actor.code for party in claim.actor} - {None}
        parties = claim.actor
        if claim.kind == "judgement":
            parties = (*claim.actor, *claim.recipient)
        elif doing == {own} or (not claim.actor and claim.type in _BLAMING):
            parties = claim.recipient
        codes = {code for party in parties if (code := party.actor.code)}
        found.update((codes & _states()) - {own})
    return found


def _code(actor: Actor | None) -> str | None:
    return actor.code if actor else None


@lru_cache(maxsize=1)
def _states() -> frozenset[str]:
    return frozenset(row["code"] for row in tables.rows("actors/states.csv"))
