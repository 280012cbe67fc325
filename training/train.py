"""Train a reader: `python -m training.train --out FOLDER`.

Of two sizes: a `teacher` reads better and slowly, a `student` is what ships. A student
learns from annotated sentences, and with `--taught` also from what its teachers believe
of others (`training.teach`).
"""

import argparse
import copy
import logging
import time
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import torch
from torch import Tensor

from realpolitik.reading.pieces import Pieces
from training import losses, packages, stanzas, taught
from training.ahead import Telling, epochs
from training.examples import Example
from training.model import SIZES, Reader
from training.saved import device, load_reader, save_reader
from training.teach import Taught
from training.watch import Watch

LOG = logging.getLogger("training")
# Learning rates: the encoder's last layer by size, then each layer below a tenth less.
RATES = {"student": 2e-4, "teacher": 6e-5}
HEAD_RATE, SHAPE_RATE, DECAY = 1e-3, 5e-4, 0.9
AVERAGE, WARM_UP = 0.999, 0.08


def main() -> None:
    """Train, write a checkpoint an epoch, and print figures on dev."""
    args = _arguments()
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(message)s")
    torch.set_num_threads(args.threads)
    torch.manual_seed(args.seed)
    pieces = Pieces.load(packages.minilm() / "tokenizer.json")
    rows, dev = stanzas.load("train")[:: args.every], stanzas.load("dev")
    LOG.info("%s", [path.name for path in stanzas.sources("train")])
    LOG.info("%d sentences train, %d dev", len(rows), len(dev))
    told = Telling(rows, pieces, args.renamed, args.retold, args.plain)
    made = epochs(told, args.epochs, size=args.batch, seed=args.seed)
    first = next(made)  # begun before anything else: the maker is a fork
    watch = Watch(dev, pieces)
    model = _begin(args)
    turns = args.epochs * len(first) * args.lessons
    run = Run(model, RATES[args.size], steps=turns, pace=args.pace)
    rng = np.random.default_rng(args.seed)
    lessons = _lessons(taught.load(args.taught, model.device), rng)
    LOG.info("begins on %s", model.device)
    for epoch in range(args.epochs):
        spurious = epoch > 0 or bool(args.start)
        for batch in first if epoch == 0 else next(made):
            run.step(batch, next(lessons), rng, spurious=spurious)
            for _ in range(args.lessons - 1):
                run.step([], next(lessons), rng, spurious=spurious)
        save_reader(args.out / f"epoch{epoch + 1}.pt", run.model, run.average)
        if epoch + 1 >= args.watched:
            LOG.info("epoch %d: %s", epoch + 1, watch.measure(run.average))


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser()
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--size", choices=SIZES, default="student")
    parser.add_argument("--epochs", type=int, default=6)
    parser.add_argument("--batch", type=int, default=16, help="annotated sentences")
    parser.add_argument("--start", type=Path, nargs="*", help="go on from their mean")
    parser.add_argument("--taught", type=Path, nargs="*", default=[])
    parser.add_argument("--lessons", type=int, default=1, help="taught a batch")
    parser.add_argument("--pace", type=float, default=1.0, help="of all learning rates")
    parser.add_argument("--renamed", type=float, default=0.25, help="share of rows")
    parser.add_argument("--retold", type=float, default=0.25, help="share of rows")
    parser.add_argument("--plain", type=int, default=1200, help="made an epoch")
    parser.add_argument("--watched", type=int, default=1, help="from this epoch on")
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--every", type=int, default=1, help="nth sentence, to try")
    parser.add_argument("--seed", type=int, default=1)
    return parser.parse_args()


def _begin(args: argparse.Namespace) -> Reader:
    if args.start:
        model = load_reader(*args.start)
    else:
        model = Reader(SIZES[args.size])
        model.tagger.encoder.load(packages.folder(model.size.encoder))
        model = model.to(device())
    model.tagger.encoder.embeddings.word_embeddings.weight.requires_grad = False
    return model


def _lessons(pool: list[Taught], rng: np.random.Generator) -> Iterator[Taught | None]:
    """Give lessons in random order, again and again; None where there are none."""
    while pool:
        yield from (pool[i] for i in rng.permutation(len(pool)))
    while True:
        yield None


class Run:
    """A model with its optimiser, its schedule and its running average."""

    def __init__(self, model: Reader, rate: float, *, steps: int, pace: float) -> None:
        self.model, self.steps, self.done = model, steps, 0
        self.average = copy.deepcopy(model)
        self.optimiser = torch.optim.AdamW(
            _groups(model, rate, pace),
            weight_decay=0.01,
            fused=model.device.type == "cuda",
        )
        warm = max(1, int(WARM_UP * steps))
        self.schedule = torch.optim.lr_scheduler.LambdaLR(
            self.optimiser,
            lambda n: min((n + 1) / warm, max(0.0, (steps - n) / (steps - warm))),
        )
        self.sums: dict[str, Tensor] = {}
        self.began = time.monotonic()

    def step(
        self,
        batch: list[Example],
        lesson: Taught | None,
        rng: np.random.Generator,
        *,
        spurious: bool,
    ) -> None:
        """Learn from one batch, one lesson, or both."""
        self.model.train()
        with torch.autocast(self.model.device.type, torch.bfloat16):
            parts: dict[str, Tensor] = {}
            if batch:
                parts = losses.losses(self.model, batch, rng, spurious=spurious)
            if lesson is not None:
                from_teachers = taught.losses(self.model, lesson)
                parts |= {f"taught_{name}": p for name, p in from_teachers.items()}
        torch.stack(list(parts.values())).sum().backward()
        torch.nn.utils.clip_grad_norm_(self.model.parameters(), 1.0)
        self.optimiser.step()
        self.optimiser.zero_grad(set_to_none=True)
        self.schedule.step()
        self.done += 1
        self._follow()
        for name, part in parts.items():
            self.sums[name] = self.sums.get(name, 0.0) + part.detach()
        if self.done % 50 == 0:
            self._report()

    @torch.no_grad()
    def _follow(self) -> None:
        keep = min(AVERAGE, (1 + self.done) / (10 + self.done))
        own = [p for p in self.average.parameters() if p.requires_grad]
        new = [p for p in self.model.parameters() if p.requires_grad]
        torch._foreach_lerp_(own, new, 1 - keep)

    def _report(self) -> None:
        speed = (time.monotonic() - self.began) / self.done
        parts = " ".join(f"{n} {float(s) / 50:.2f}" for n, s in self.sums.items())
        LOG.info("%d/%d %.3fs/step %s", self.done, self.steps, speed, parts)
        self.sums = {}


def _groups(model: Reader, rate: float, pace: float) -> list[dict[str, object]]:
    groups: dict[float, list[torch.nn.Parameter]] = {}
    layers = model.size.encoder.layers
    for name, weight in model.named_parameters():
        if weight.requires_grad:
            groups.setdefault(_rate(name, rate, layers), []).append(weight)
    return [{"params": weights, "lr": pace * rate} for rate, weights in groups.items()]


def _rate(name: str, rate: float, layers: int) -> float:
    if "shape_embeddings" in name or "token_type" in name:
        return SHAPE_RATE
    if "encoder.embeddings" in name or "encoder.relative" in name:
        return rate * DECAY**layers
    if "encoder.layers" in name:
        number = int(name.partition("encoder.layers.")[2].partition(".")[0])
        return rate * DECAY ** (layers - 1 - number)
    return HEAD_RATE


if __name__ == "__main__":
    main()
