"""Small numeric functions over arrays."""

from typing import Any

import numpy as np
from numpy.typing import NDArray

Array = NDArray[Any]


def softmax(scores: Array) -> Array:
    """Turn scores into probabilities along the last axis."""
    shifted = np.exp(scores - scores.max(axis=-1, keepdims=True))
    return np.asarray(shifted / shifted.sum(axis=-1, keepdims=True))


def sigmoid(scores: Array) -> Array:
    """Turn scores into probabilities, one by one."""
    return np.asarray(1.0 / (1.0 + np.exp(-np.clip(scores, -30.0, 30.0))))


def ends_of_runs(inside: Array) -> Array:
    """Say for each place where the run of true values ends that stands there.

    A row is as long as `inside` plus one; a place that is false ends at itself.

    >>> ends_of_runs(np.array([[True, True, False, True]])).tolist()
    [[2, 2, 2, 4, 4]]
    """
    rows, count = inside.shape
    places = np.where(inside, count, np.arange(count))
    padded = np.concatenate([places, np.full((rows, 1), count)], axis=1)
    backwards = np.minimum.accumulate(padded[:, ::-1], axis=1)
    return np.asarray(backwards[:, ::-1])
