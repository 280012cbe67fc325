"""Words that may carry a claim, read from the tags."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from realpolitik.reading.card import Card
from realpolitik.reading.encoder import Tagged
from realpolitik.reading.numeric import Array, ends_of_runs, softmax
from realpolitik.reading.pieces import Laid


@dataclass(frozen=True, slots=True)
class Triggers:
    """The triggers of a batch side by side: words [start, end) of their sentence,
    the probability that a claim begins there, and of each type if one does.
    """

    sentence: Array
    start: Array
    end: Array
    mass: Array
    types: Array

    def __len__(self) -> int:
        return len(self.sentence)


def find_triggers(
    tagged: Tagged, laid: Sequence[Laid], card: Card, *, least: float
) -> Triggers:
    """Find the words on which a claim begins with a probability of `least` or more.

    Tag 0 is outside, 1 inside; then a tag for each type. A word whose "inside" is
    likelier than all else carries the trigger on.
    """
    counts = np.array([len(item.spans) for item in laid])
    chances = softmax(tagged.scores[:, 1:, card.tags["trigger"]])
    outside = np.arange(chances.shape[1]) >= counts[:, None]
    mass = chances[..., 2:].sum(axis=-1)
    mass[outside] = 0.0
    sentence, start = np.nonzero(mass >= least)
    carries_on = (chances[..., 1] > 0.5) & ~outside
    end = ends_of_runs(carries_on)[sentence, start + 1]
    types = chances[sentence, start, 2:] / mass[sentence, start][:, None]
    return Triggers(sentence, start, end, mass[sentence, start], types)
