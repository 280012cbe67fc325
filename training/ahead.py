"""Sentences told anew for each epoch, made by a second process while one is learnt."""

import multiprocessing
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import numpy as np

from realpolitik.reading.pieces import Pieces
from training.examples import Example, example
from training.plain import Plain
from training.renaming import Renamer
from training.retelling import Reteller

CODE_HIDDEN = 0.3


class Telling:
    """The training sentences, told a little differently in each epoch.

    In three of ten the speaker's code is hidden; `renamed` is the share of sentences
    that are told of other countries, `retold` that of those into which a third country
    is put, `plain` the number of plain sentences that are made in addition.
    """

    def __init__(
        self,
        rows: list[dict[str, Any]],
        pieces: Pieces,
        renamed: float,
        retold: float,
        plain: int,
    ) -> None:
        self.rows, self.pieces = rows, pieces
        self.renamed, self.retold, self.count = renamed, retold, plain
        self.renamer = Renamer(rows)
        self.plain = Plain(self.renamer)
        self.reteller = Reteller(self.renamer)

    def examples(self, rng: np.random.Generator) -> list[Example]:
        """Give every sentence once, and new plain ones."""
        made = self.plain.sentences(self.count, rng)
        return [self._example(row, rng) for row in [*self.rows, *made]]

    def _example(self, row: dict[str, Any], rng: np.random.Generator) -> Example:
        if rng.random() < self.renamed:
            row = self.renamer.rename(row, rng)
        if rng.random() < self.retold:
            row = self.reteller.retell(row, rng)
        told = example(row, self.pieces, code=rng.random() >= CODE_HIDDEN)
        return replace(told, row={})  # labels are all that is needed of it


def epochs(
    telling: Telling, count: int, *, size: int, seed: int
) -> Iterator[list[list[Example]]]:
    """Give the batches of `count` epochs; the next is made while one is used."""
    context = multiprocessing.get_context("fork")
    ready = context.Queue(maxsize=1)

    def make() -> None:
        rng = np.random.default_rng(seed)
        try:
            for _ in range(count):
                ready.put(shuffled(telling.examples(rng), rng, size))
        except Exception as error:
            ready.put(error)

    maker = context.Process(target=make, daemon=True)
    maker.start()
    for _ in range(count):
        made = ready.get()
        if isinstance(made, Exception):
            raise made
        yield made
    maker.join()


def shuffled(
    pool: list[Example], rng: np.random.Generator, size: int
) -> list[list[Example]]:
    """Cut the pool into batches of like length, in random order."""
    keys = np.array([len(e.laid.ids) for e in pool]) + rng.uniform(0, 4, len(pool))
    order = np.argsort(keys)
    cuts = [order[low : low + size] for low in range(0, len(pool), size)]
    return [[pool[i] for i in cuts[k]] for k in rng.permutation(len(cuts))]
