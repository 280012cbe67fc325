"""Write the quality card that ships with the reader: what was right, by part of claim.

    python -m evals.quality_card      writes reading/quality.json

Counts over the held-out sentences, with the program's own resolving (`evals.claims`):
by kind, type, modality, speaker and least certainty, in all, real and written text;
a least certainty below the default tells more claims than the rest of the card counts.
`realpolitik doctor --quality` shows them with intervals.
"""

import json
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from typing import Any

from evals.certainty_floors import reading_by_certainty
from realpolitik.core.claim import Claim
from realpolitik.reading.quality import QUALITY
from training import scoring, stanzas
from training.scoring import Said

Row = dict[str, Any]
Keys = tuple[tuple[str, str], ...]
Counts = Counter[tuple[str, str, str, str]]  # part, by, value, what
_STEPS = tuple(f"{step / 10:.1f}" for step in range(10))
_WHAT = ("gold", "read", "right", "right_who")


def main() -> None:
    """Read the held-out sentences and write the card."""
    rows = stanzas.load("held")
    if not any(_part(row) == "real" for row in rows):
        raise SystemExit("../shared/corpus, which holds the real sentences, is absent")
    read = reading_by_certainty()
    counts: Counts = Counter()
    for row in rows:
        told = read(row)
        _count(counts, row, told.usual, _keys)
        for step in _STEPS:
            _count(counts, row, told.at(float(step)), _at(step))
    lines = ",\n".join(json.dumps(line) for line in _lines(counts))
    about = json.dumps("part, by, value, gold, read, right (type), right_who")
    QUALITY.write_text(f'{{"columns": {about},\n"rows": [\n{lines}\n]}}\n', "utf-8")
    print("written", QUALITY.name, len(lines.splitlines()), "rows")


def _part(row: Row) -> str:
    return str(row["file"].partition("_")[0])


def _count(
    counts: Counts, row: Row, claims: Sequence[Claim], keys: Callable[[Said], Keys]
) -> None:
    """Count gold claims and those that were read, under the keys of each."""
    golds = scoring.gold_claims(row)
    saids = [scoring.resolved(claim) for claim in claims]
    pairs = {j: (golds[i], got) for i, j, got in scoring.pair_up(golds, saids)}
    for part in ("all", _part(row)):
        for gold in golds:
            counts.update((part, *key, "gold") for key in keys(gold))
        for number, said in enumerate(saids):
            gold, got = pairs.get(number, (None, set()))
            for key in keys(said):
                counts[part, *key, "read"] += 1
                same = gold is not None and key in keys(gold)
                counts[part, *key, "right"] += same and "type" in got
                counts[part, *key, "right_who"] += same and "who" in got


def _at(step: str) -> Callable[[Said], Keys]:
    return lambda _: (("certainty", step),)


def _keys(said: Said) -> Keys:
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
