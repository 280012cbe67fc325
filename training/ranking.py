"""Learn the weights of `realpolitik.resolving.ranking`: `python -m training.ranking`.

The resolver reads the training stanzas with the weights of the round before; each
choice is kept with what was meant, and a softmax over its options is fitted (L2, whole
gradient steps: the same corpus gives the same table). Nothing is learned from dev,
whose figures are printed after each round.
"""

import argparse
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from evals.actors import as_document, code_accuracy, in_claims
from realpolitik.resolving import ranking
from realpolitik.resolving.ranking import Choice
from realpolitik.resolving.resolver import Resolver
from training import stanzas

TABLE = Path(ranking.__file__).parents[1] / "knowledge/words/ranking.csv"
_HEAD = (
    "# What speaks for each of the actors that a word may point to, and how much.\n"
    "# Source: learned from the training stanzas by training/ranking.py. "
    "Licence: Apache-2.0.\n"
)
# Of groups, a bystander in the place of an unknown actor is the worse mistake.
_UNKNOWN = {"noun": 4.0}
_LEAST = 6  # choices in which a word must stand
_STEPS, _PACE, _DECAY = 400, 0.3, 1.0
Floats = npt.NDArray[np.float64]
Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Example:
    """What there is to say of each option of one choice, and which were right."""

    options: tuple[tuple[str, ...], ...]
    right: tuple[int, ...]
    weight: float = 1.0


def main() -> None:
    """Learn in rounds, write the table, and print figures on dev."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", type=Path, default=TABLE)
    parser.add_argument("--rounds", type=int, default=2)
    asked = parser.parse_args()
    rows, dev = stanzas.load("train"), stanzas.load("dev")
    for _ in range(asked.rounds):
        found = _gathered(rows)
        print({kind: len(examples) for kind, examples in found.items()})
        learned = {kind: fitted(examples) for kind, examples in sorted(found.items())}
        asked.out.write_text(_table(learned), "utf-8")
        ranking.forget()
        figures = code_accuracy(dev) | in_claims(dev)
        print({form: round(figure, 2) for form, figure in figures.items()})


def _gathered(rows: Iterable[Row]) -> dict[str, list[Example]]:
    resolver = Resolver.load()
    found: dict[str, list[Example]] = defaultdict(list)
    for row in rows:
        document, mentions, meant = as_document(row)
        heard: list[Choice] = []
        with ranking.listening(heard.append):
            resolver.resolve(document, mentions)
        for choice in heard:
            gold = meant.get((choice.mention.start, choice.mention.end))
            example = _example(choice, gold) if gold else None
            if example:
                found[choice.kind].append(example)
    return found


def _example(choice: Choice, gold: set[str]) -> Example | None:
    """Give the example of a choice; None where there is nothing to learn from it."""
    meant = gold - {"?"}
    right = [
        number
        for number, option in enumerate(choice.options)
        if meant and {actor.code for actor in option.actors} == meant
    ]
    options = [_told(choice.form, option.told) for option in choice.options]
    if choice.silence:
        right = right or [len(options)]
        options.append(_told(choice.form, choice.silence))
    if not right or len(options) < 2:
        return None
    weight = 1.0 if meant else _UNKNOWN.get(choice.kind, 1.0)
    return Example(tuple(options), tuple(right), weight)


def _told(form: str, words: Sequence[str]) -> tuple[str, ...]:
    return (*words, *(f"{form} {word}" for word in words))


def fitted(examples: Sequence[Example]) -> dict[str, float]:
    """Give the weight of each word, by a softmax over the options of each example."""
    counted = Counter(w for e in examples for w in {w for o in e.options for w in o})
    words = sorted(word for word, count in counted.items() if count >= _LEAST)
    number = {word: n for n, word in enumerate(words)}
    rows, columns = list[int](), list[int]()
    owners, right = list[int](), list[bool]()
    for n, example in enumerate(examples):
        for at, told in enumerate(example.options):
            known = [number[word] for word in told if word in number]
            rows += [len(owners)] * len(known)
            columns += known
            owners.append(n)
            right.append(at in example.right)
    weights = _descended(
        (np.array(rows), np.array(columns)),
        np.array(owners),
        np.array(right, dtype=float),
        np.array([example.weight for example in examples]),
        len(words),
    )
    return {word: round(float(weights[n]), 3) for word, n in number.items()}


def _descended(
    cells: tuple[Any, Any], owners: Any, right: Floats, heavy: Floats, words: int
) -> Floats:
    """Go down the loss with a pace of its own for each weight (Adagrad)."""
    rows, columns = cells
    weights: Floats = np.zeros(words)
    speeds: Floats = np.full(words, 1e-6)
    for _ in range(_STEPS):
        scores: Any = np.bincount(rows, weights[columns], minlength=len(owners))
        chance = _softmax(scores, owners)
        told = _softmax(np.where(right > 0, scores, -1e9), owners)
        wrong = (chance - told) * heavy[owners]
        slope: Any = np.bincount(columns, wrong[rows], minlength=words)
        slope += _DECAY * weights
        speeds += slope**2
        weights -= _PACE * slope / np.sqrt(speeds)
    return weights


def _softmax(scores: Any, owners: Any) -> Floats:
    top = np.full(owners.max() + 1, -np.inf)
    np.maximum.at(top, owners, scores)
    raised: Floats = np.exp(scores - top[owners])
    shares: Floats = raised / np.bincount(owners, raised)[owners]
    return shares


def _table(learned: dict[str, dict[str, float]]) -> str:
    lines = [
        f"{kind},{word},{weight}\n"
        for kind, weights in learned.items()
        for word, weight in weights.items()
        if weight
    ]
    return _HEAD + "kind,word,weight\n" + "".join(lines)


if __name__ == "__main__":
    main()
