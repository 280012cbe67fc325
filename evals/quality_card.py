"""Write the quality card that ships with the reader: what was right, by part of claim.

    python -m evals.quality_card      writes reading/quality.json

Counts over the held-out sentences, with the program's own resolving (`evals.claims`):
by kind, type, modality, speaker and least certainty, in all, real and written text.
`realpolitik doctor --quality` shows them with intervals.
"""

import json
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any

from evals.claims import read_and_resolve
from realpolitik.core.claim import Claim
from realpolitik.pipeline import Pipeline
from realpolitik.reading.quality import QUALITY
from training import scoring, stanzas
from training.scoring import Said

Counts = Counter[tuple[str, str, str, str]]  # part, by, value, what
_STEPS = tuple(f"{step / 10:.1f}" for step in range(10))
_WHAT = ("gold", "read", "right", "right_who")


def main() -> None:
    """Read the held-out sentences and write the card."""
    rows = stanzas.load("held")
    if not any(_part(row) == "real" for row in rows):
        raise SystemExit("../shared/corpus, which holds the real sentences, is absent")
    pipeline = Pipeline.load()
    counts: Counts = Counter()
    for row in rows:
        claims = read_and_resolve(row, pipeline)
        saids = [scoring.resolved(claim) for claim in claims]
        _count(counts, row, scoring.gold_claims(row), saids, claims)
    lines = ",\n".join(json.dumps(line) for line in _lines(counts))
    about = json.dumps("part, by, value, gold, read, right (type), right_who")
    QUALITY.write_text(f'{{"columns": {about},\n"rows": [\n{lines}\n]}}\n', "utf-8")
    print("written", QUALITY.name, len(lines.splitlines()), "rows")


def _part(row: dict[str, Any]) -> str:
    return str(row["file"].partition("_")[0])


def _count(
    counts: Counts,
    row: dict[str, Any],
    golds: Sequence[Said],
    saids: Sequence[Said],
    claims: Sequence[Claim],
) -> None:
    parts = ("all", _part(row))
    pairs = {j: (golds[i], got) for i, j, got in scoring.pair_up(golds, saids)}
    for part in parts:
        for gold in golds:
            counts.update((part, *key, "gold") for key in _keys(gold))
            counts.update((part, "certainty", step, "gold") for step in _STEPS)
        for number, (said, claim) in enumerate(zip(saids, claims, strict=True)):
            gold, got = pairs.get(number, (None, set()))
            steps = [("certainty", s) for s in _STEPS if claim.certainty >= float(s)]
            for key in (*_keys(said), *steps):
                counts[part, *key, "read"] += 1
                same = gold is not None and (key in _keys(gold) or key in steps)
                counts[part, *key, "right"] += same and "type" in got
                counts[part, *key, "right_who"] += same and "who" in got


def _keys(said: Said) -> tuple[tuple[str, str], ...]:
    # a stance is a standing view: the codebook gives it no modality
    modality = "none (stances)" if said.kind == "stance" else said.modality or "none"
    return (
        ("claims", "all"),
        ("kind", said.kind),
        ("type", f"{said.kind} {said.type}"),
        ("modality", modality),
        ("negation", "negated" if said.negated else "not negated"),
        ("speaker", "told by someone" if said.by else "told by the text"),
    )


def _lines(counts: Counts) -> Iterator[list[str | int]]:
    order = ("claims", "kind", "type", "modality", "negation", "speaker", "certainty")
    keys = {key[:3] for key in counts}
    for part in ("all", "real", "written"):
        for by in order:
            values = sorted(value for p, b, value in keys if (p, b) == (part, by))
            for value in values:
                told = [counts[part, by, value, what] for what in _WHAT]
                yield [part, by, value, *told]


if __name__ == "__main__":
    main()
