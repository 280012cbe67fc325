"""What the second pass is given: each trigger marked in its sentence, and mentions."""

import numpy as np

from realpolitik.reading.encoder import Tagged
from realpolitik.reading.mentions import Spans
from realpolitik.reading.numeric import Array
from realpolitik.reading.triggers import Triggers

_EDGES = np.array([1, 2, 3, 4, 5, 8, 12, 18, 31])
_AT_START = 19


def second_pass(
    tagged: Tagged, spans: Spans, triggers: Triggers, counts: Array
) -> dict[str, Array]:
    """Lay out the sentences that have triggers; the speaker is mention 0 of each."""
    rows, sentence = np.unique(triggers.sentence, return_inverse=True)
    counts = counts[rows]
    words = int(counts.max()) + 1
    actor, other = (layer[rows, :words] for layer in spans.tags)
    masks, forms = _mention_masks(spans, rows, words)
    marks, distances = _marks(triggers, words)
    return {
        "words": tagged.words[rows, :words],
        "mask": (np.arange(words) <= counts[:, None]).astype(np.int64),
        "actor_tags": actor,
        "other_tags": other,
        "spans": masks,
        "forms": forms,
        "sentence": sentence.astype(np.int64),
        "marks": marks,
        "distances": distances,
        "types": triggers.types.astype(np.float32),
    }


def _mention_masks(spans: Spans, rows: Array, words: int) -> tuple[Array, Array]:
    """Give each mention's share of each word, so that a product is the mean."""
    low, high = np.searchsorted(spans.sentence, (rows, rows + 1))
    most = int((high - low).max()) + 1
    masks = np.zeros((len(rows), most, words), dtype=np.float32)
    forms = np.zeros((len(rows), most), dtype=np.int64)
    masks[:, 0, 0] = 1.0
    number = np.concatenate([np.arange(a, b) for a, b in zip(low, high, strict=True)])
    row = np.repeat(np.arange(len(rows)), high - low)
    place = number - low[row] + 1
    start, end = spans.start[number, None] + 1, spans.end[number, None] + 1
    at = np.arange(words)
    masks[row, place] = ((at >= start) & (at < end)) / (end - start)
    forms[row, place] = spans.form[number]
    return masks, forms


def _marks(triggers: Triggers, words: int) -> tuple[Array, Array]:
    """Mark the trigger (1 its first word, 2 the others), and measure from it."""
    at = np.arange(-1, words - 1)
    start, end = triggers.start[:, None], triggers.end[:, None]
    marks = np.where((at >= start) & (at < end), 2, 0)
    marks[at == start] = 1
    away = np.where(at < start, at - start, np.maximum(at - end + 1, 0))
    size = np.searchsorted(_EDGES, np.abs(away), side="right")
    distances = np.where(away < 0, 9 - size, 9 + size)
    distances[:, 0] = _AT_START
    return marks, distances
