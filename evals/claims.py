"""How well claims are read: the corpus' held-out sentences, read and resolved.

    python -m evals.claims                    a table by kind and type
    python -m evals.claims --json FILE        the figures as JSON as well
    python -m evals.claims --gold-codes       the reader alone: parties take the gold
                                              codes of the mentions they overlap

Held out are the stanzas whose document (or id) has an MD5 that is 0 modulo 10; nothing
was trained or chosen on them. Levels and rules are those of the corpus' scorer
(`training/scoring.py`). Two people agree at 87.5 (type), 82.7 (who), 80.5 (all).

How sure the reader is of stances, figures and judgements is tested on the sentences of
`proof_docs` as well: of held-out documents, chosen because the reader saw such a claim
with any certainty from 0.08 on. They count in no other figure.
"""

import argparse
import json
import random
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from evals.shared import shared_folder
from realpolitik.core.claim import Claim, Reading
from realpolitik.pipeline import Pipeline
from training import scoring, stanzas
from training.scoring import Said

Row = dict[str, Any]
Told = tuple[str, float, bool]
_BINS, _DRAWS = 5, 200


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
    told = [*told_and_true(golds, saids, claims), *_proof(pipeline)]
    return figures(counts) | calibration(told) | extra(golds, saids)


def _proof(pipeline: Pipeline) -> Iterator[Told]:
    """Give what is told of the rare kinds in the sentences that prove certainty."""
    rows = stanzas.load("proof")
    golds = [scoring.gold_claims(row) for row in rows]
    claims = [read_and_resolve(row, pipeline) for row in rows]
    saids = [[scoring.resolved(claim) for claim in found] for found in claims]
    every = told_and_true(golds, saids, claims)
    return (told for told in every if told[0] != "event")


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


def told_and_true(
    golds: Sequence[Sequence[Said]],
    saids: Sequence[Sequence[Said]],
    claims: Sequence[Sequence[Claim]],
) -> Iterator[Told]:
    """Give for each claim that was read its kind, its certainty, and whether it is
    true in kind, type and parties.
    """
    for gold, read, found in zip(golds, saids, claims, strict=True):
        pairs = scoring.pair_up(gold, read)
        right = {j for _, j, levels in pairs if "who" in levels}
        for number, claim in enumerate(found):
            yield claim.kind, claim.certainty, number in right


def calibration(told: Sequence[Told]) -> dict[str, float]:
    """Give the gap of certainty and truth in points, of all claims and by kind.

    `calibration_error` is the mean gap over ten bins (expected calibration error; five
    by kind), `by_chance` what it is on average where certainty is right and only the
    draw of claims is not; `calibration_gap` is mean certainty less share of truth.
    """
    out = {"calibration_error": _mean_gap(told, 10)}
    for kind in scoring.KINDS:
        of_kind = [t for t in told if t[0] == kind]
        out[f"{kind}_calibration_gap"] = abs(_gap(of_kind)) / max(1, len(of_kind)) * 100
        out[f"{kind}_calibration_error"] = _mean_gap(of_kind, _BINS)
        out[f"{kind}_calibration_error_by_chance"] = _by_chance(of_kind)
    return out


def _by_chance(told: Sequence[Told]) -> float:
    draw = random.Random(len(told))
    drawn = (
        [(kind, sure, draw.random() < sure) for kind, sure, _ in told]
        for _ in range(_DRAWS)
    )
    return sum(_mean_gap(one, _BINS) for one in drawn) / _DRAWS


def extra(
    golds: Sequence[Sequence[Said]], saids: Sequence[Sequence[Said]]
) -> dict[str, float]:
    """Give the events that are in no gold claim: a sentence, and for each right one."""
    wrong = right = 0
    for gold, read in zip(golds, saids, strict=True):
        paired = {j for _, j, _ in scoring.pair_up(gold, read)}
        events = [j for j, said in enumerate(read) if said.kind == "event"]
        right += sum(j in paired for j in events)
        wrong += sum(j not in paired for j in events)
    return {
        "extra_events_a_sentence": wrong / max(1, len(golds)),
        "extra_events_a_right_one": wrong / max(1, right),
    }


def _mean_gap(told: Sequence[Told], number: int) -> float:
    bins: dict[int, list[Told]] = {}
    for one in told:
        bins.setdefault(min(int(one[1] * number), number - 1), []).append(one)
    return 100 * sum(abs(_gap(b)) for b in bins.values()) / max(1, len(told))


def _gap(told: Sequence[Told]) -> float:
    return sum(certainty - true for _, certainty, true in told)


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
