"""How well the shipped example documents are read, against what a careful reader lists.

    python -m evals.examples            the figures
    python -m evals.examples --wrong    every missed and every extra claim as well

`examples/facts.csv` holds the claims of about a hundred sentences of the examples, and
the sentences of them that hold none. Levels and rules as in `evals.claims`.
"""

import csv
import sys
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from evals.shared import ROOT
from realpolitik.pipeline import Pipeline, Result, read_all
from realpolitik.sources.open import open_sources
from training import scoring
from training.scoring import Said

EXAMPLES = ROOT / "examples"
Place = tuple[str, str]  # document, sentence


def measure() -> dict[str, float]:
    """Give F1 at every level, and the share of claim-free sentences left alone."""
    golds, saids = _side_by_side()
    counts = scoring.count(golds.values(), [saids[place] for place in golds])
    empty = [place for place, gold in golds.items() if not gold]
    alone = sum(not saids[place] for place in empty)
    figures = {level: scoring.f1(counts, level) for level in scoring.LEVELS}
    return figures | {"empty_left_alone": 100 * alone / len(empty)}


def main() -> None:
    """Print the figures, and with --wrong what is missed and what is extra."""
    for name, figure in measure().items():
        print(f"{name:18} {figure:6.1f}")
    if "--wrong" not in sys.argv:
        return
    golds, saids = _side_by_side()
    for place, gold in golds.items():
        pairs = scoring.pair_up(gold, saids[place])
        right = [(i, j) for i, j, levels in pairs if "who" in levels]
        print("\n" + place[1])
        for i, claim in enumerate(gold):
            if i not in {pair[0] for pair in right}:
                print("  missed", _line(claim))
        for j, claim in enumerate(saids[place]):
            if j not in {pair[1] for pair in right}:
                print("  extra ", _line(claim))


def _side_by_side() -> tuple[dict[Place, list[Said]], dict[Place, list[Said]]]:
    golds = _golds()
    saids: dict[Place, list[Said]] = defaultdict(list)
    wanted = defaultdict(list)
    for document, sentence in golds:
        wanted[document].append(sentence)
    for name, result in _read():
        for claim in result.claims:
            for sentence in wanted[name]:
                text = " ".join(claim.text.split())
                if sentence in text or text in sentence:
                    saids[name, sentence].append(scoring.resolved(claim))
    return golds, saids


def _golds() -> dict[Place, list[Said]]:
    golds: dict[Place, list[Said]] = defaultdict(list)
    with (EXAMPLES / "facts.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            place = row["document"], " ".join(row["sentence"].split())
            golds[place] += [_gold(row)] if row["kind"] != "none" else []
    return golds


def _gold(row: dict[str, str]) -> Said:
    gold = Said(row["kind"], row["type"], _codes(row["actors"]))
    gold.recipient = _codes(row["recipients"])
    gold.modality = row["modality"] or None
    gold.negated = row["negated"] == "yes"
    speakers = row["speaker"].split("<")
    gold.by = scoring.base(speakers[0]) if speakers[0] else None
    return gold


def _codes(words: str) -> set[str]:
    return {scoring.base(word) for word in words.split()} - {"?"}


def _read() -> Iterator[tuple[str, Result]]:
    sources = open_sources([str(EXAMPLES / "documents")])
    for result in read_all(sources, pipeline=Pipeline.load()):
        if isinstance(result, Result):
            yield _name(result), result


def _name(result: Result) -> str:
    """Give the name that `facts.csv` uses: the file, and the row of a .jsonl."""
    file = Path(result.document.source.split(".jsonl")[0])
    if ".jsonl" in result.document.source:
        return f"{file.name}.jsonl#{result.document.id}"
    return file.name


def _line(claim: Said) -> str:
    actor, recipient = (" ".join(sorted(c)) for c in (claim.actor, claim.recipient))
    negated = " negated" if claim.negated else ""
    by = f" by {claim.by}" if claim.by else ""
    return (
        f"{claim.kind} {claim.type} {actor} -> {recipient} "
        f"{claim.modality}{negated}{by}"
    )


if __name__ == "__main__":
    main()
