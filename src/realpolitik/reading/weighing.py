"""The second pass in probabilities, and what each trigger seems to say."""

from dataclasses import dataclass

import numpy as np

from realpolitik.reading.card import Card
from realpolitik.reading.encoder import Reread
from realpolitik.reading.numeric import Array, sigmoid, softmax
from realpolitik.reading.roles import Roles
from realpolitik.reading.triggers import Triggers


@dataclass(frozen=True, slots=True)
class Weighed:
    """The triggers of a batch, a row each, with the probabilities of what they say.

    `sure` is the second pass' view that there is a claim at all, `score` the mean of
    both passes; `about` are scores of the words where the thing begins and ends.
    """

    triggers: Triggers
    roles: Roles
    sure: Array
    score: Array
    types: Array
    modes: Array
    modalities: Array
    negated: Array
    indicators: Array
    issues: Array
    about: Array


def weigh(
    triggers: Triggers, reread: Reread, roles: Roles, *, is_word: Array, card: Card
) -> Weighed:
    """Turn scores into probabilities; both passes have a vote on the type.

    `is_word` is false where a row is longer than its sentence.
    """
    parts = {name: reread.claims[:, at] for name, at in card.claims.items()}
    sure = sigmoid(parts["claim"][:, 0])
    mean = np.sqrt(np.maximum(triggers.types, 1e-6) * softmax(parts["type"]))
    types = mean / mean.sum(axis=-1, keepdims=True)
    allowed = card.allowed_modes[types.argmax(axis=-1)]
    return Weighed(
        triggers=triggers,
        roles=roles,
        sure=sure,
        score=np.sqrt(triggers.mass * sure),
        types=types,
        modes=softmax(np.where(allowed, parts["mode"], -1e9)),
        modalities=softmax(parts["modality"]),
        negated=sigmoid(parts["negated"][:, 0]),
        indicators=softmax(parts["indicator"]),
        issues=sigmoid(parts["issue"]),
        about=np.where(is_word[..., None], reread.about, -np.inf),
    )
