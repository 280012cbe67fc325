"""The two graphs: tags over the words, and the second reading of each trigger."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from realpolitik.core.errors import ModelError
from realpolitik.reading.numeric import Array
from realpolitik.reading.pieces import Laid
from realpolitik.reading.runtime import onnxruntime

# Sentences are read together with others of like length, up to these limits.
MOST_SENTENCES, MOST_PIECES = 32, 2048


@dataclass(frozen=True, slots=True)
class Tagged:
    """First pass: a vector a word (the sentence's own stands at 0) and tag scores."""

    words: Array
    scores: Array


@dataclass(frozen=True, slots=True)
class Reread:
    """Second pass, a row a trigger: scores of the claim, of each mention's part in
    it, and of the words where `about` begins and ends.
    """

    claims: Array
    roles: Array
    about: Array


@dataclass(frozen=True, slots=True)
class Encoder:
    """Both graphs, loaded."""

    tags: Any
    pairs: Any

    @classmethod
    def load(cls, folder: Path, *, threads: int) -> "Encoder":
        """Load both graphs; ModelError where one is missing or broken."""
        names = ("tags.onnx", "pairs.onnx")
        tags, pairs = (_session(folder / name, threads) for name in names)
        return cls(tags, pairs)

    def tag(self, laid: Sequence[Laid]) -> Tagged:
        """Read sentences once."""
        words, scores = self.tags.run(None, first_pass(laid))
        return Tagged(words, scores)

    def reread(self, inputs: dict[str, Array]) -> Reread:
        """Read sentences again, once for each trigger."""
        return Reread(*self.pairs.run(None, inputs))


def batches(laid: Sequence[Laid]) -> list[list[int]]:
    """Cut the sentences of one document into batches of like length.

    A batch never holds sentences of two documents: the scale of the eight-bit numbers
    depends on the batch, and what is read must not depend on what else is read.
    """
    order = sorted(range(len(laid)), key=[item.size for item in laid].__getitem__)
    out: list[list[int]] = []
    for index in order:
        full = not out or len(out[-1]) == MOST_SENTENCES
        if full or (len(out[-1]) + 1) * laid[index].size > MOST_PIECES:
            out.append([])
        out[-1].append(index)
    return out


def first_pass(laid: Sequence[Laid]) -> dict[str, Array]:
    """Put sentences side by side, filled up with zeros."""
    count = len(laid)
    longest = max(item.size for item in laid)
    ids, segments, shapes, mask = np.zeros((4, count, longest), dtype=np.int64)
    first = np.zeros((count, max(len(i.first) for i in laid)), dtype=np.int64)
    for row, item in enumerate(laid):
        size = item.size
        ids[row, :size] = item.ids
        shapes[row, :size] = item.shapes
        mask[row, :size] = 1
        first[row, : len(item.first)] = item.first
        if item.context:
            segments[row, 1 : item.context] = 1
    return {
        "ids": ids,
        "segments": segments,
        "shapes": shapes,
        "mask": mask,
        "first": first,
    }


def _session(path: Path, threads: int) -> Any:
    if not path.is_file():
        raise ModelError(path, "missing")
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = threads
    options.inter_op_num_threads = 1
    options.log_severity_level = 3
    try:
        return onnxruntime.InferenceSession(
            str(path), options, providers=["CPUExecutionProvider"]
        )
    except Exception as error:  # onnxruntime raises a class a cause, all Exception
        raise ModelError(path, f"broken ({type(error).__name__})") from error
