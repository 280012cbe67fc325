"""How well conflict is heard in Security Council speeches (suite stance_unscon_dev).

    python -m evals.conflict

The suite is sentences of speeches, which lie in parts and in no order; each is read in
its speech, put together by the parts' ids. The speaker is the one that an id names (the
field of that name tells another one). A sentence is heard as conflict if it is an
accusation. `f1` is that of the sentences; `target` the share of the rightly heard ones
with a target state whose accused it is, `target_told` the same where only what the
sentence itself tells is taken. A bag of words reaches 56.0 F1. Three of the four
meetings are about Ukraine: `target` is 83.8 for whoever always answers Russia.
"""

import json
import re
from itertools import groupby
from typing import Any

from evals.shared import print_figures, shared_folder
from realpolitik.core.accusation import Accusation
from realpolitik.core.document import Document, Passage
from realpolitik.core.span import Span
from realpolitik.pipeline import Pipeline

Row = dict[str, Any]
Heard = Accusation | None
# "UNSC_2014_SPV.7154_spch023_United_States_Of_AmericaA2_01_GD.txt:259-402": some names
# have a letter or a number behind them.
_ID = re.compile(
    r"(?P<meeting>.*)_spch(?P<speech>\d+)_(?P<speaker>.*?)[A-Z]?\d?_(?P<part>\d+)"
    r"(?:_GD)?\.txt:(?P<start>\d+)-\d+"
)


def measure() -> dict[str, float] | None:
    """Score the suite; None where it is not here."""
    folder = shared_folder()
    path = folder / "eval" / "stance_unscon_dev.jsonl" if folder else None
    if path is None or not path.is_file():
        return None
    rows = [json.loads(line) for line in path.read_text("utf-8").splitlines()]
    rows.sort(key=_place)
    pipeline = Pipeline.load()
    heard = [
        accusation
        for _, run in groupby(rows, key=lambda row: _place(row)[:2])
        for accusation in _hear(list(run), pipeline)
    ]
    return _figures(rows, heard)


def _figures(rows: list[Row], heard: list[Heard]) -> dict[str, float]:
    pairs = list(zip(rows, heard, strict=True))
    both = [(row, found) for row, found in pairs if row["conflict"] and found]
    gold = sum(row["conflict"] for row in rows)
    read = sum(found is not None for found in heard)
    aimed = [(row, found) for row, found in both if row["target_iso3"]]
    hit = [found for row, found in aimed if row["target_iso3"] == found.accused]
    return {
        "f1": 200 * len(both) / (gold + read),
        "precision": 100 * len(both) / max(1, read),
        "target": 100 * len(hit) / max(1, len(aimed)),
        "target_told": 100 * sum(found.told for found in hit) / max(1, len(aimed)),
    }


def _place(row: Row) -> tuple[str, int, int, int]:
    found = _named(row)
    speech, part, start = (int(found[n]) for n in ("speech", "part", "start"))
    return found["meeting"], speech, part, start


def _named(row: Row) -> re.Match[str]:
    found = _ID.fullmatch(row["id"])
    if not found:
        raise ValueError(f"{row['id']!r} is no id of this suite")
    return found


def _hear(speech: list[Row], pipeline: Pipeline) -> list[Heard]:
    sentences, passages, texts, start = [], [], [], 0
    for _, part in groupby(speech, key=lambda row: _place(row)[2]):
        first = start
        for row in part:
            texts.append(" ".join(row["text"].split()))
            sentences.append(Span(start, start + len(texts[-1])))
            start = sentences[-1].end + 1
        passages.append(Passage("paragraph", first, start - 1))
    body = " ".join(texts)
    document = Document(
        id="speech",
        source="speech",
        format="text",
        sha256="",
        bytes=len(body),
        text=body,
        passages=tuple(passages),
        sentences=tuple(sentences),
        speaker=_named(speech[0])["speaker"].replace("_", " "),
    )
    found = {a.sentence: a for a in pipeline.accusations(document)}
    return [found.get(number) for number in range(len(speech))]


def main() -> None:
    """Print the figures."""
    print_figures("conflict", measure())


if __name__ == "__main__":
    main()
