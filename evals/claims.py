"""How well claims are read: the corpus' held-out sentences, read and resolved.

    python -m evals.claims                    a table by kind and type
    python -m evals.claims --json FILE        the figures as JSON as well
    python -m evals.claims --gold-codes       the reader alone: parties take the gold
                                              codes of the mentions they overlap

Held out are the stanzas whose document (or id) has an MD5 that is 0 modulo 10; nothing
was trained or chosen on them. Levels and rules are those of the corpus' scorer
(`training/scoring.py`). Two people agree at 87.5 (type), 82.7 (who), 80.5 (all).
"""

import argparse
import json
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from evals.shared import shared_folder
from realpolitik.core.claim import Claim, Reading
from realpolitik.pipeline import Pipeline
from training import scoring, stanzas
from training.scoring import Said

Row = dict[str, Any]


def measure() -> dict[str, float] | None:
    """Score the held-out part; None where the real sentences are not here."""
    if shared_folder() is None:
        return None
    rows = stanzas.load("held")
    golds = [scoring.gold_claims(row) for row in rows]
    pipeline = Pipeline.load()
    claims = [read_and_resolve(row, pipeline) for row in rows]
    saids = [[scoring.resolved(claim) for claim in found] for found in claims]
    counts = scoring.count(golds, saids)
    return figures(counts) | {
        "calibration_error": _calibration_error(golds, saids, claims)
    }


def figures(counts: Counter[str]) -> dict[str, float]:
    """Give F1 at every level, and of type and who by kind."""
    out = {level: scoring.f1(counts, level) for level in scoring.LEVELS}
    for kind in scoring.KINDS:
        out[f"{kind}_type"] = scoring.f1(counts, "type", kind)
        out[f"{kind}_who"] = scoring.f1(counts, "who", kind)
    return out


def read_and_resolve(row: Row, pipeline: Pipeline) -> list[Claim]:
    """Read and resolve one stanza's sentence."""
    document = scoring.document_of(row)
    last = len(document.sentences) - 1
    claims = pipeline.read_document(document).claims
    return [claim for claim in claims if claim.sentence == last]


def with_gold_codes(row: Row, pipeline: Pipeline) -> list[Said]:
    """Read one stanza's sentence, its mentions resolved by the gold."""
    document = scoring.document_of(row)
    reading: Reading = pipeline.reader.read(document)
    last = len(document.sentences) - 1
    offset = document.sentences[last].start
    return [
        scoring.with_gold_codes(claim, reading.mentions, row, offset=offset)
        for claim in reading.claims
        if claim.sentence == last
    ]


def _calibration_error(
    golds: Sequence[Sequence[Said]],
    saids: Sequence[Sequence[Said]],
    claims: Sequence[Sequence[Claim]],
) -> float:
    """Give the mean gap, in points, of certainty and truth (who) over ten bins."""
    bins: dict[int, list[tuple[float, bool]]] = {}
    for gold, read, found in zip(golds, saids, claims, strict=True):
        pairs = scoring.pair_up(gold, read)
        right = {j for _, j, levels in pairs if "who" in levels}
        for number, claim in enumerate(found):
            told = (claim.certainty, number in right)
            bins.setdefault(min(int(claim.certainty * 10), 9), []).append(told)
    count = sum(len(pairs) for pairs in bins.values())
    gaps = [abs(sum(c - r for c, r in pairs)) for pairs in bins.values()]
    return 100 * sum(gaps) / max(1, count)


def _table(counts: Counter[str]) -> str:
    lines = [f"{'':24} gold read  " + " ".join(f"{n:>6}" for n in scoring.LEVELS)]
    names = ["", *scoring.KINDS]
    types = {n.removeprefix("gold ") for n in counts if n.startswith("gold ")}
    names += sorted(name for name in types if " " in name)
    for name in names:
        tail = f" {name}" if name else ""
        scores = [scoring.f1(counts, level, name) for level in scoring.LEVELS]
        lines.append(
            f"{name or 'all':24} {counts['gold' + tail]:4} {counts['read' + tail]:4}  "
            + " ".join(f"{score:6.1f}" for score in scores)
        )
    return "\n".join(lines)


def main() -> None:
    """Print a table by kind and type."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--json", type=Path)
    parser.add_argument("--gold-codes", action="store_true")
    args = parser.parse_args()
    rows = stanzas.load("held")
    golds = [scoring.gold_claims(row) for row in rows]
    pipeline = Pipeline.load()
    if args.gold_codes:
        saids = [with_gold_codes(row, pipeline) for row in rows]
    else:
        saids = [
            [scoring.resolved(claim) for claim in read_and_resolve(row, pipeline)]
            for row in rows
        ]
    counts = scoring.count(golds, saids)
    print(_table(counts))
    if args.json:
        args.json.write_text(json.dumps(figures(counts), indent=1) + "\n", "utf-8")


if __name__ == "__main__":
    main()
