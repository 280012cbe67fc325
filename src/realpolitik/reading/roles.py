"""Who takes which part in a claim, decided from the second pass."""

from dataclasses import dataclass

import numpy as np

from realpolitik.reading.card import Card
from realpolitik.reading.numeric import Array, sigmoid, softmax

ACTOR, RECIPIENT, BOTH = 1, 2, 3


@dataclass(frozen=True, slots=True)
class Roles:
    """A row a trigger, a column a mention of its sentence (0 is the speaker).

    `acts` and `receives` are probabilities, `is_actor` and `is_recipient` what was
    decided; `outer` and `inner` are the probabilities of being the first and second
    source ("A says that B says"), `link` of being the claim's time, place or amount.
    """

    acts: Array
    receives: Array
    is_actor: Array
    is_recipient: Array
    outer: Array
    inner: Array
    link: Array


@dataclass(frozen=True, slots=True)
class _Parties:
    act: Array
    receive: Array


def decide_roles(scores: Array, forms: Array, speaks: Array, card: Card) -> Roles:
    """Decide on all pairs of trigger and mention; `forms` as in `Spans.form`, 0 where
    a row has no such mention; `speaks` says where the passage has a speaker.
    """
    is_actor = (forms > 0) & (forms <= len(card.labels.forms))
    party = softmax(scores[..., card.roles["party"]])
    acts = (party[..., ACTOR] + party[..., BOTH]) * is_actor
    receives = (party[..., RECIPIENT] + party[..., BOTH]) * is_actor
    best = np.maximum(acts, receives)
    limits = card.thresholds
    top = best.max(axis=1, keepdims=True)
    alone = (top < limits.role) & (best == top) & (top >= limits.role_alone)
    chosen = ((best >= limits.role) | alone) & (best > 0.0)
    both = chosen & (party[..., BOTH] > 0.5)
    recipients = chosen & ((receives > acts) | both)
    leads = _leads(acts, recipients & ~both, chosen & ~recipients, least=limits.lead)
    parties = _Parties(
        (chosen & ((acts >= receives) | both)) | leads, recipients & ~leads
    )
    parties = _split(parties, receives, least=limits.split)
    parties = _lone(parties, receives * is_actor, least=limits.recipient_alone)
    may_speak = is_actor.copy()
    may_speak[:, 0] = speaks
    return Roles(
        acts=acts,
        receives=receives,
        is_actor=parties.act,
        is_recipient=parties.receive,
        outer=_one(scores, "by_outer", card) * may_speak,
        inner=_one(scores, "by_inner", card) * may_speak,
        link=_one(scores, "link", card) * (forms > len(card.labels.forms)),
    )


def _leads(acts: Array, recipients: Array, actors: Array, *, least: float) -> Array:
    """Where all parties would be recipients, let the likeliest actor among them act."""
    chances = acts * recipients
    lonely = ~actors.any(axis=1, keepdims=True)
    return np.asarray(lonely & _likeliest(chances, least) & recipients)


def _split(parties: _Parties, receives: Array, *, least: float) -> _Parties:
    """Where several act and none receives, let the likeliest of them receive."""
    several = parties.act.sum(axis=1, keepdims=True) > 1
    lacks = several & ~parties.receive.any(axis=1, keepdims=True)
    moved = lacks & _likeliest(receives * parties.act, least)
    return _Parties(parties.act & ~moved, parties.receive | moved)


def _lone(parties: _Parties, receives: Array, *, least: float) -> _Parties:
    """Where some act and none receives, add the likeliest recipient left out."""
    acted = parties.act.any(axis=1, keepdims=True)
    lacks = acted & ~parties.receive.any(axis=1, keepdims=True)
    added = lacks & _likeliest(receives * ~parties.act, least)
    return _Parties(parties.act, parties.receive | added)


def _likeliest(chances: Array, least: float) -> Array:
    """Mark the highest of each row, where it reaches `least`."""
    top = chances.max(axis=1, keepdims=True)
    return np.asarray((chances == top) & (top >= least))


def _one(scores: Array, name: str, card: Card) -> Array:
    return sigmoid(scores[..., card.roles[name]][..., 0])
