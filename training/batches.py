"""Lay examples side by side as the two passes want them."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import torch
from torch import Tensor

from realpolitik.reading import encoder
from training import labels
from training.examples import CANDIDATE, Example, Mention

_EDGES = np.array([1, 2, 3, 4, 5, 8, 12, 18, 31])


@dataclass
class Candidate:
    """A trigger to read again: its sentence in the batch, its words, its claim."""

    sentence: int
    start: int
    end: int
    claim: int


def buckets(count: int, start: int, end: int) -> np.ndarray:
    """Put each word's signed distance from the trigger into one of 19 buckets."""
    words = np.arange(count)
    away = np.where(words < start, words - start, np.maximum(words - end + 1, 0))
    size = np.searchsorted(_EDGES, np.abs(away), side="right")
    return np.where(away < 0, 9 - size, 9 + size)


def first_pass(batch: Sequence[Example]) -> tuple[Tensor, ...]:
    """Give ids, segments, shapes, mask, and word starts."""
    arrays = encoder.first_pass([e.laid for e in batch])
    return tuple(map(torch.from_numpy, arrays.values()))


def tag_labels(batch: Sequence[Example], most: int) -> tuple[Tensor, ...]:
    """Pad the gold tags: actor, other, trigger (-100 where nothing is learned)."""
    actor, other, trigger = np.full((3, len(batch), most), -100, dtype=np.int64)
    for i, e in enumerate(batch):
        size = len(e.trigger_tags)
        trigger[i, 1 : size + 1] = e.trigger_tags
        if e.learn_mentions:
            actor[i, 1 : size + 1] = e.actor_tags
            other[i, 1 : size + 1] = e.other_tags
    return tuple(map(torch.from_numpy, (actor, other, trigger)))


def second_pass(
    mentions: Sequence[Sequence[Mention]],
    tags: Sequence[tuple[Sequence[int], Sequence[int]]],
    candidates: Sequence[Candidate],
) -> tuple[Tensor, ...]:
    """Lay out mentions a sentence and candidates for the re-reading.

    What the first pass believes of their types is missing, and comes last.
    """
    count, most = len(mentions), max(len(a) for a, _ in tags) + 1
    widest = max(len(m) for m in mentions)
    mask, actor, other = np.zeros((3, count, most), dtype=np.int64)
    spans = np.zeros((count, widest, most), dtype=np.float32)
    forms = np.zeros((count, widest), dtype=np.int64)
    for i, (a, o) in enumerate(tags):
        mask[i, : len(a) + 1] = 1
        actor[i, 1 : len(a) + 1], other[i, 1 : len(o) + 1] = a, o
        for j, m in enumerate(mentions[i]):
            low, high = (0, 1) if m.kind == "speaker" else (m.start + 1, m.end + 1)
            spans[i, j, low:high] = 1.0 / (high - low)
            forms[i, j] = CANDIDATE[m.kind]
    marks = np.zeros((len(candidates), most), dtype=np.int64)
    distances = np.full((len(candidates), most), 19, dtype=np.int64)
    for k, c in enumerate(candidates):
        marks[k, c.start + 1 : c.end + 1] = 2
        marks[k, c.start + 1] = 1
        distances[k, 1:] = buckets(most - 1, c.start, c.end)
    sentence = np.array([c.sentence for c in candidates], dtype=np.int64)
    arrays = (mask, actor, other, spans, forms, sentence, marks, distances)
    return tuple(map(torch.from_numpy, arrays))


def tagged_spans(tags: Sequence[int], names: Sequence[str]) -> list[Mention]:
    """Read BIO tags as mentions; an I with nothing before it begins one."""
    out: list[Mention] = []
    open_ = ""
    for i, tag in enumerate(tags):
        head, _, kind = names[tag].partition("-")
        if head == "B" or (head == "I" and kind != open_):
            out.append(Mention(i, i + 1, kind))
        elif head == "I":
            out[-1].end = i + 1
        open_ = kind
    return out


def tag_mentions(actor: Sequence[int], other: Sequence[int]) -> list[Mention]:
    """Give the candidates of a sentence: the speaker first, then tagged spans."""
    return [
        Mention(-1, 0, "speaker"),
        *tagged_spans(actor, labels.ACTOR_TAGS),
        *tagged_spans(other, labels.OTHER_TAGS),
    ]
