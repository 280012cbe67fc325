"""Choose thresholds and calibrate certainty on dev: `python -m training.tune FOLDER`.

Reads the dev part with the exported model and writes both into its `card.json`.
"""

import argparse
import copy
import json
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import numpy as np

from realpolitik.core.claim import Claim
from realpolitik.pipeline import Pipeline
from realpolitik.reading.card import Card
from realpolitik.reading.certainty import chance, features
from realpolitik.reading.encoder import Encoder, Reread, Tagged
from realpolitik.reading.numeric import Array
from realpolitik.reading.pieces import Laid, Pieces, Sentence
from realpolitik.reading.reader import Reader
from realpolitik.reading.sight import Seen, Sight
from realpolitik.reading.words import WORD, leans_on_context
from realpolitik.resolving.resolver import Resolver
from realpolitik.resolving.whole import resolve_whole
from training import scoring, stanzas
from training.card import (
    CERTAINTY,
    THRESHOLDS,
    card_table,
    write_card,
)
from training.scoring import Said

Row = dict[str, Any]
Features = dict[str, float]
GRID = {
    "role": (0.25, 0.3, 0.35, 0.4, 0.45, 0.5),
    "role_alone": (0.05, 0.1, 0.15, 0.2, 0.3),
    "lead": (0.1, 0.2, 0.3, 0.4, 0.5),
    "split": (0.1, 0.2, 0.3, 0.4),
    "recipient_alone": (0.05, 0.1, 0.15, 0.2, 0.25),
    "speaker": (0.3, 0.4, 0.5, 0.6),
    "negated": (0.3, 0.4, 0.5),
}
FLOORS = tuple(round(0.02 * step, 2) for step in range(23))
_FREE = 0.001  # next to nothing, so that the constants have one answer
# With less, four in ten sentences would have a false event, and not three in ten.
_LEAST_OF_EVENTS = 0.3
_CHEAP = 0.5  # points of F1, less than the error of dev


class Remembering:
    """An encoder that answers from memory when it is asked the same again."""

    def __init__(self, encoder: Encoder) -> None:
        self.encoder = encoder
        self.tagged: dict[tuple[int, int], Tagged] = {}
        self.read: dict[bytes, Reread] = {}

    def tag(self, laid: Sequence[Laid]) -> Tagged:
        """Read sentences once."""
        key = hash(tuple(tuple(item.ids) for item in laid))
        if key not in self.tagged:
            self.tagged[key] = self.encoder.tag(laid)
        return self.tagged[key]

    def reread(self, inputs: dict[str, Array]) -> Reread:
        """Read sentences again, once for each trigger."""
        key = b"".join(inputs[n].tobytes() for n in ("words", "sentence", "marks"))
        if key not in self.read:
            self.read[key] = self.encoder.reread(inputs)
        return self.read[key]


def main() -> None:
    """Tune, calibrate, write the card, and say what dev and held-out come to."""
    parser = argparse.ArgumentParser()
    parser.add_argument("folder", type=Path)
    args = parser.parse_args()
    dev, held = stanzas.load("dev"), stanzas.load("held")
    # dev has too few stances, figures and judgements to fit their certainty on, and to
    # choose the least; what was picked for them tells nothing of how rare events are
    sure = [*dev, *stanzas.load("certainty")]
    encoder = Remembering(Encoder.load(args.folder, threads=2))
    pieces = Pieces.load(args.folder / "tokenizer.json")

    def sight(thresholds: Row, certainty: dict[str, float]) -> Sight:
        table = card_table(thresholds, certainty, {})
        return Sight(Card.of(table), encoder, pieces)  # type: ignore[arg-type]

    thresholds, certainty = copy.deepcopy(THRESHOLDS), CERTAINTY
    for _ in range(2):  # the second time with the least certainties of the first
        weights = dict(certainty)

        def figures(tried: Row, weights: dict[str, float] = weights) -> Features:
            return measure(dev, sight(tried, weights))

        thresholds = choose(thresholds, figures)
        free = thresholds | {"certainty": THRESHOLDS["certainty"]}
        certainty = calibrate(*told(sure, sight(free, certainty)))
        floors = choose_floors(sure, sight(free, certainty))
        events = choose_floors(dev, sight(free, certainty))
        floors |= {"event": max(events["event"], _LEAST_OF_EVENTS)}
        thresholds = thresholds | {"certainty": floors}
    final = sight(thresholds, certainty)
    about = {
        "dev": levels(dev, final),
        "held_out": levels(held, final),
        "held_out_gold_codes": report(held, final),
    }
    write_card(args.folder, card_table(thresholds, certainty, {"scores": about}))
    print(json.dumps({"thresholds": thresholds, "scores": about}, indent=1))


def sentence_of(row: Row) -> Sentence:
    """Give a stanza's sentence as the reader would see it in its document."""
    before = row.get("before", "")
    leans = before and leans_on_context(WORD.findall(row["text"]))
    return Sentence(row["text"], before if leans else "", "speaker" in row)


def see(rows: Sequence[Row], sight: Sight) -> list[Seen]:
    """Read the sentences of stanzas."""
    return sight.see([sentence_of(row) for row in rows])


def saids(rows: Sequence[Row], seen: Sequence[Seen]) -> list[list[Said]]:
    """Give what was read, with gold codes."""
    return [
        [scoring.with_gold_codes(d, s.mentions, row) for d in s.drafts if not d.dropped]
        for row, s in zip(rows, seen, strict=True)
    ]


def measure(rows: Sequence[Row], sight: Sight) -> dict[str, float]:
    """Give F1 at each level, and of type by kind."""
    golds = [scoring.gold_claims(row) for row in rows]
    counts = scoring.count(golds, saids(rows, see(rows, sight)))
    out = {level: scoring.f1(counts, level) for level in scoring.LEVELS}
    out |= {kind: scoring.f1(counts, "who", kind) for kind in scoring.KINDS}
    return out | {"read": float(counts["read"]), "gold": float(counts["gold"])}


def choose(begun: Row, figures: Callable[[Row], dict[str, float]]) -> Row:
    """Climb one threshold after the other, twice round."""
    best = begun
    for _ in range(2):
        for name, values in GRID.items():
            tried = {v: _worth(figures(best | {name: v})) for v in values}
            best = best | {name: max(tried, key=tried.__getitem__)}
    return best


def _worth(figures: dict[str, float]) -> float:
    """Hold all levels dear: `who` alone would add bystanders as parties."""
    weights = {"type": 1.0, "who": 1.0, "strict": 1.0, "all": 0.5}
    return sum(weight * figures[name] for name, weight in weights.items())


def calibrate(seen: Sequence[Features], right: Sequence[bool]) -> Features:
    """Fit a logistic curve to whether claims are right.

    A ridge holds the slopes small, but not the constants of the kinds: with it, the
    few figures and judgements would get the certainty of the many events.
    """
    names = sorted({name for features in seen for name in features})
    table = np.array([[f.get(name, 0.0) for name in names] for f in seen])
    target = np.array(right, dtype=float)
    ridge = np.array([_FREE if name in scoring.KINDS else 1.0 for name in names])
    weights = np.zeros(len(names))
    for _ in range(25):
        chance = 1.0 / (1.0 + np.exp(-table @ weights))
        slope = table.T @ (target - chance) - ridge * weights
        curve = (table * (chance * (1 - chance))[:, None]).T @ table
        weights += np.linalg.solve(curve + np.diag(ridge), slope)
    return {n: round(float(w), 4) for n, w in zip(names, weights, strict=True)}


def told(rows: Sequence[Row], sight: Sight) -> tuple[list[Features], list[bool]]:
    """Give what certainty is told of each claim, and whether kind, type and who are
    right with the codes that the program itself resolves.
    """
    reader, resolver = Reader(sight), Resolver.load()
    seen, right = [], []
    for row in rows:
        document = scoring.document_of(row)
        last = len(document.sentences) - 1
        reading = reader.read(document)
        said = {(c.sentence, c.trigger.start): c for c in reading.claims}
        claims = resolve_whole(document, reading, resolver).claims
        claims = tuple(c for c in claims if c.sentence == last)
        resolved = [scoring.resolved(c) for c in claims]
        pairs = scoring.pair_up(scoring.gold_claims(row), resolved)
        good = {j for _, j, got in pairs if "who" in got}
        for number, claim in enumerate(claims):
            d = said[claim.sentence, claim.trigger.start]
            parties = len(d.actor) + len(d.recipient)
            seen.append(features(d.scores, kind=d.kind, parties=parties))
            right.append(number in good)
    return seen, right


def choose_floors(rows: Sequence[Row], sight: Sight) -> dict[str, float]:
    """Choose for each kind the least certainty with the best F1 of who does what.

    Of those that come within half a point the highest is taken: it spares false claims.
    """
    golds = [scoring.gold_claims(row) for row in rows]
    claims = _read(rows, sight)
    best = {}
    for kind in scoring.KINDS:
        tried = {}
        for floor in FLOORS:
            kept = [[c for c in found if c.certainty >= floor] for found in claims]
            counts = scoring.count(
                golds, [list(map(scoring.resolved, c)) for c in kept]
            )
            tried[floor] = scoring.f1(counts, "who", kind)
        enough = max(tried.values()) - _CHEAP
        best[kind] = max(floor for floor, f1 in tried.items() if f1 >= enough)
    return best


def levels(rows: Sequence[Row], sight: Sight) -> dict[str, float]:
    """Give F1 at each level with the codes that the program itself resolves."""
    golds = [scoring.gold_claims(row) for row in rows]
    saids_of = [[scoring.resolved(c) for c in found] for found in _read(rows, sight)]
    counts = scoring.count(golds, saids_of)
    return {name: round(scoring.f1(counts, name), 1) for name in scoring.LEVELS}


def _read(rows: Sequence[Row], sight: Sight) -> list[list[Claim]]:
    """Give the claims of stanzas' sentences, resolved by the program itself."""
    pipeline = Pipeline(Reader(sight), Resolver.load())
    found = []
    for row in rows:
        document = scoring.document_of(row)
        last = len(document.sentences) - 1
        claims = pipeline.read_document(document).claims
        found.append([claim for claim in claims if claim.sentence == last])
    return found


def report(rows: Sequence[Row], sight: Sight) -> dict[str, float]:
    """Give the figures that go into the card."""
    seen = see(rows, sight)
    features_seen, right = told(rows, sight)
    sure = [chance(f, sight.card.certainty) for f in features_seen]
    figures = measure(rows, sight) | _mention_figures(rows, seen)
    figures |= _detail_figures(rows, seen)
    figures["calibration_error"] = 100 * calibration_error(sure, right)
    return {name: round(figure, 1) for name, figure in figures.items()}


def calibration_error(sure: Sequence[float], right: Sequence[bool]) -> float:
    """Give the mean gap of certainty and truth over ten bins of equal width."""
    chance, truth = np.array(sure), np.array(right, dtype=float)
    bins = np.minimum((chance * 10).astype(int), 9)
    gaps = [
        abs(chance[bins == b].mean() - truth[bins == b].mean()) * (bins == b).mean()
        for b in np.unique(bins)
    ]
    return float(sum(gaps))


def _detail_figures(rows: Sequence[Row], seen: Sequence[Seen]) -> dict[str, float]:
    """Give how often details are right where kind and type are."""
    counts: Counter[str] = Counter()
    for row, said in zip(rows, saids(rows, seen), strict=True):
        golds = scoring.gold_claims(row)
        for i, j, _ in scoring.pair_up(golds, said):
            gold, read = golds[i], said[j]
            counts["pairs"] += 1
            counts["modal"] += gold.modality is not None
            counts["modality"] += gold.modality == read.modality
            counts["speaker"] += gold.by == read.by
            counts["negations"] += gold.negated + read.negated
            counts["negated"] += gold.negated and read.negated
    return {
        "modality_accuracy": 100 * counts["modality"] / max(1, counts["modal"]),
        "speaker_accuracy": 100 * counts["speaker"] / max(1, counts["pairs"]),
        "negated_f1": 200 * counts["negated"] / max(1, counts["negations"]),
    }


def _mention_figures(rows: Sequence[Row], seen: Sequence[Seen]) -> dict[str, float]:
    """Give F1 of exact spans by kind, over sentences with claims (see codebook)."""
    counts: Counter[str] = Counter()
    kinds = {"a": "actor", "t": "time", "p": "place", "q": "quantity"}
    for row, one in zip(rows, seen, strict=True):
        if not row["claims"]:
            continue
        gold = {(kinds[n[0]], m["start"], m["end"]) for n, m in row["mentions"].items()}
        read = {(m.kind, m.start, m.end) for m in one.mentions}
        counts.update(f"gold {kind}" for kind, _, _ in gold)
        counts.update(f"read {kind}" for kind, _, _ in read)
        counts.update(f"both {kind}" for kind, _, _ in gold & read)
    return {
        f"span_{kind}": 200
        * counts[f"both {kind}"]
        / max(1, counts[f"gold {kind}"] + counts[f"read {kind}"])
        for kind in kinds.values()
    }


if __name__ == "__main__":
    main()
