"""How well the PLOVER root of newswire sentences is found (suite events_plv_dev).

    python -m evals.plover            the figures, and F1 by root

Pair given: `realpolitik.types` with the two parties told; macro-F1 of the root over the
suite's 15 roots. Free: the sentence alone is read; share of sentences whose gold root
is among the roots read, and claims a sentence. Open: the same with all that the reader
tells at a least certainty of 0, for who must miss nothing.

PLOVER has one root YIELD for CONCEDE and RETREAT, and codes planned cooperation as
AGREE, what one will not do as REJECT, and stances as SUPPORT and ACCUSE. A large model
(RoBERTa-large, told the pair) reaches macro-F1 74.3; dictionary coders find the root in
27-44 % of sentences.
"""

import json
from collections import Counter
from collections.abc import Iterable
from typing import Any

from evals.shared import print_figures, shared_folder
from realpolitik.core.claim import Claim
from realpolitik.core.document import RawDocument
from realpolitik.knowledge.events import plover_type
from realpolitik.pipeline import Pipeline

Row = dict[str, Any]


def measure() -> dict[str, float] | None:
    """Score both ways of reading; None where the suite is not here."""
    rows = _rows()
    if rows is None:
        return None
    pipeline = Pipeline.load()
    golds = [row["events"][0]["plover"] for row in rows]
    given = [_given(row, pipeline) for row in rows]
    right = sum(gold == root for gold, root in zip(golds, given, strict=True))
    by_root = f1_by_root(golds, given)
    pairs = {
        "pair_accuracy": 100 * right / len(rows),
        "pair_macro_f1": sum(by_root.values()) / len(by_root),
    }
    free = _read_freely(rows, golds, pipeline)
    open_ = _read_freely(rows, golds, pipeline.asking(0.0))
    return pairs | free | {f"open_{name}": figure for name, figure in open_.items()}


def roots(claims: Iterable[Claim]) -> set[str]:
    """Give the PLOVER roots of claims."""
    coded = {plover_type(c.type, c.modality, negated=c.negated) for c in claims}
    return {root(type_) for type_ in coded if type_}


def root(type_: str) -> str:
    """Give PLOVER's root of a type."""
    return "YIELD" if type_ in ("CONCEDE", "RETREAT") else type_


def f1_by_root(golds: list[str], given: list[str]) -> dict[str, float]:
    """Give F1 of each root that the gold has."""
    gold, read = Counter(golds), Counter(given)
    both = Counter(g for g, r in zip(golds, given, strict=True) if g == r)
    return {name: 200 * both[name] / (gold[name] + read[name]) for name in sorted(gold)}


def _rows() -> list[Row] | None:
    folder = shared_folder()
    path = folder / "eval" / "events_plv_dev.jsonl" if folder else None
    if path is None or not path.is_file():
        return None
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()]


def _given(row: Row, pipeline: Pipeline) -> str:
    event = row["events"][0]
    actor, recipient = (_span(row, event[f"{s}_text"]) for s in ("source", "target"))
    weights = pipeline.reader.types(row["text"], actor=actor, recipient=recipient)
    totals: Counter[str] = Counter()
    for type_, weight in weights.items():
        totals[root(type_)] += weight  # type: ignore[assignment]
    return totals.most_common(1)[0][0]


def _span(row: Row, words: str) -> tuple[int, int]:
    start = row["text"].find(words)
    return (start, start + len(words))


def _read_freely(
    rows: list[Row], golds: list[str], pipeline: Pipeline
) -> dict[str, float]:
    """Say how often the root is among what is read, and how much that is."""
    read = [_free(row, pipeline) for row in rows]
    among = sum(gold in roots(c) for gold, c in zip(golds, read, strict=True))
    return {
        "root_among_output": 100 * among / len(rows),
        "claims_a_sentence": sum(map(len, read)) / len(rows),
    }


def _free(row: Row, pipeline: Pipeline) -> tuple[Claim, ...]:
    return pipeline.read(RawDocument("row", row["text"].encode(), "text")).claims


def main() -> None:
    """Print the figures, and F1 by root."""
    print_figures("plover", measure())
    rows = _rows() or []
    pipeline = Pipeline.load()
    golds = [row["events"][0]["plover"] for row in rows]
    for name, f1 in f1_by_root(golds, [_given(row, pipeline) for row in rows]).items():
        print(f"{name:10} {golds.count(name):4} {f1:6.1f}")


if __name__ == "__main__":
    main()
