"""How well reprints are found: 2,000 edited documents, 2,000 pairs on one topic.

A reprint is made of a document as papers do it: paragraphs cut from the end or the
middle, another headline, the agency's tag, mended slips, paragraphs in another order.
A pair on one topic is a document and the one of the same source that shares most of
its rare words, next to a random one. The same seed gives the same pairs.
"""

import gzip
import json
import random
import re
from collections import Counter
from collections.abc import Sequence

from evals.shared import print_figures, shared_folder
from realpolitik.records.copies import are_candidates, shared_part, sketch

_PAIRS = 2000
_SEED = 20
_FEWEST_WORDS = 80
_RARE = 60
_AGENCIES = ("Reuters", "AP", "TASS", "AFP", "Xinhua", "Interfax", "Anadolu")
_CITIES = ("MOSCOW", "PARIS", "ANKARA", "BEIJING", "GENEVA", "CAIRO", "LONDON")
_HEADLINES = (
    "What the meeting means for the region",
    "Officials speak after long talks",
    "Leaders set out their positions",
    "New chapter or old quarrel?",
)


def measure() -> dict[str, float] | None:
    """Give precision, recall and F1 of pairs; None where the texts are not here."""
    folder = shared_folder()
    path = folder / "docs" / "world_docs.jsonl.gz" if folder else None
    if path is None or not path.is_file():
        return None
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines]
    rows = [row for row in rows if len(row["text"].split()) >= _FEWEST_WORDS]
    dice = random.Random(_SEED)
    dice.shuffle(rows)
    originals = [row["text"] for row in rows[:_PAIRS]]
    hits = sum(_is_copy(text, reprint(text, dice)) for text in originals)
    false = sum(_is_copy(first, second) for first, second in on_one_topic(rows, dice))
    return {
        "precision": 100 * hits / max(hits + false, 1),
        "recall": 100 * hits / _PAIRS,
        "f1": 200 * hits / (_PAIRS + hits + false),
    }


def reprint(text: str, dice: random.Random) -> str:
    """Edit a document as another paper would."""
    paragraphs = text.split("\n\n")
    if len(paragraphs) < 4:
        paragraphs = re.split(r"(?<=[.!?]) (?=[A-Z])", text)
    kept = _cut(paragraphs, dice)
    if dice.random() < 0.3 and len(kept) > 2:
        place = dice.randrange(1, len(kept) - 1)
        kept.insert(dice.randrange(1, len(kept) - 1), kept.pop(place))
    if dice.random() < 0.6:
        city, agency = dice.choice(_CITIES), dice.choice(_AGENCIES)
        kept[0] = f"{city} ({agency}) - {kept[0]}"
    if dice.random() < 0.7:
        kept.insert(0, dice.choice(_HEADLINES))
    return "\n\n".join(_mended(paragraph, dice) for paragraph in kept)


def _cut(paragraphs: Sequence[str], dice: random.Random) -> list[str]:
    """Keep 35 to 100 percent of the paragraphs: the first ones, or all but some."""
    keep = max(1, round(len(paragraphs) * dice.uniform(0.35, 1.0)))
    if dice.random() < 0.6:
        return list(paragraphs[:keep])
    places = sorted(dice.sample(range(len(paragraphs)), keep))
    return [paragraphs[place] for place in places]


def _mended(paragraph: str, dice: random.Random) -> str:
    """Change a word in forty: a letter, its spelling, or leave it out."""
    return " ".join(filter(None, (_word(word, dice) for word in paragraph.split(" "))))


def _word(word: str, dice: random.Random) -> str:
    lot = dice.random()
    if lot < 0.01:
        return ""
    if lot < 0.02 and len(word) > 4:
        place = dice.randrange(1, len(word) - 1)
        return word[:place] + word[place + 1 :]
    if lot < 0.025:
        return word.replace("is", "iz").replace("our", "or")
    return word


def on_one_topic(
    rows: Sequence[dict[str, str]], dice: random.Random
) -> list[tuple[str, str]]:
    """Pair documents with the likest of forty of the same source."""
    frequency = Counter(word for row in rows for word in _words(row["text"]))
    sources: dict[str, list[str]] = {}
    for row in rows:
        sources.setdefault(row["id"].split("-")[0], []).append(row["text"])
    pairs = []
    for row in rows[:_PAIRS]:
        same = sources[row["id"].split("-")[0]]
        others = [text for text in dice.sample(same, min(40, len(same)))]
        others = [text for text in others if text != row["text"]] or [rows[-1]["text"]]
        rare = {w for w in _words(row["text"]) if frequency[w] <= _RARE}
        likest = max(others, key=lambda text: len(rare & _words(text)))
        pairs.append((row["text"], likest))
    return pairs


def _words(text: str) -> set[str]:
    return set(re.findall(r"[A-Za-z]{4,}", text))


def _is_copy(first: str, second: str) -> bool:
    if not are_candidates(sketch(first), sketch(second)):
        return False
    return shared_part(first, second) > 0


if __name__ == "__main__":
    print_figures("reprints", measure())
