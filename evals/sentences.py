"""How well sentences are split: F1 of exact spans on GUM's dev documents.

pysbd reaches 93.1 on the sister part of the suite. Speed is measured on one core over
the same documents.
"""

import json
from pathlib import Path
from time import perf_counter

from evals.shared import print_figures, shared_folder
from realpolitik.documents.sentences import split

_ROUNDS = 5


def measure() -> dict[str, float] | None:
    """Score the splitter; None where the suite is not here."""
    folder = shared_folder()
    path = folder / "eval" / "gum_dev.jsonl" if folder else Path("gum_dev.jsonl")
    if not path.is_file():
        return None
    with path.open(encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines]
    hits = found = expected = 0
    for row in rows:
        gold = {(start, end) for start, end in row["sentences"]}
        spans = {(span.start, span.end) for span in split(row["text"])}
        hits += len(gold & spans)
        found += len(spans)
        expected += len(gold)
    return {
        "precision": 100 * hits / found,
        "recall": 100 * hits / expected,
        "f1": 200 * hits / (found + expected),
        "sentences_per_second": _speed([row["text"] for row in rows]),
    }


def _speed(texts: list[str]) -> float:
    started = perf_counter()
    count = sum(sum(1 for _ in split(text)) for text in texts * _ROUNDS)
    return count / (perf_counter() - started)


if __name__ == "__main__":
    print_figures("sentences", measure())
