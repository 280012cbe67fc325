"""Who speaks in each paragraph of 30 pages of one site, as people read them.

The pages were drawn by chance (seed 30) from those of 4 to 110 paragraphs: 25 with two
or more lines that open like a label, 5 others. `data/turns.csv` names a word of each
speaker's label by number of paragraph; the paragraphs are those that the site lists of
a page, not those that this program finds. One that is not found counts as wrong.
"""

import gzip
import json
import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from csv import DictReader
from dataclasses import dataclass
from pathlib import Path

from evals.shared import ROOT, print_figures, shared_folder
from realpolitik.core.document import Document, RawDocument
from realpolitik.documents.make import make_document

_TRUTH = ROOT / "evals" / "data" / "turns.csv"
_KEY = 60  # characters by which a paragraph is found
_WORD = re.compile(r"[\w-]+")


@dataclass(frozen=True, slots=True)
class _Turn:
    first: int
    last: int
    speaker: str


def measure() -> dict[str, float] | None:
    """Score the speaker of each paragraph; None where the pages are not here."""
    folder = shared_folder()
    path = folder / "docs" / "kremlin.jsonl" if folder else None
    if path is None or not path.is_file():
        return None
    truth = _truth()
    right: Counter[bool] = Counter()
    total: Counter[bool] = Counter()
    for row in map(json.loads, path.read_text("utf-8").splitlines()):
        page = row["id"].split("-")[-1]
        if page not in truth:
            continue
        file = path.parent / "kremlin_html" / f"{page}.html.gz"
        found = _speakers(_document(file), row["text"].split("\n\n"))
        for number, speaker in _paragraphs(truth[page]):
            spoken = bool(speaker)
            total[spoken] += 1
            right[spoken] += _agrees(speaker, found.get(number, "?"))
    return {
        "paragraphs": 100 * right.total() / total.total(),
        "spoken": 100 * right[True] / total[True],
        "own-text": 100 * right[False] / total[False],
    }


def _truth() -> dict[str, list[_Turn]]:
    turns: dict[str, list[_Turn]] = defaultdict(list)
    lines = _TRUTH.read_text("utf-8").splitlines()
    for row in DictReader(line for line in lines if not line.startswith("#")):
        turn = _Turn(int(row["first"]), int(row["last"]), row["speaker"])
        turns[row["page"]].append(turn)
    return turns


def _document(file: Path) -> Document:
    return make_document(RawDocument(file.stem, gzip.decompress(file.read_bytes())))


def _paragraphs(turns: list[_Turn]) -> Iterator[tuple[int, str]]:
    for turn in turns:
        for number in range(turn.first, turn.last + 1):
            yield number, turn.speaker


def _speakers(document: Document, paragraphs: list[str]) -> dict[int, str | None]:
    """Give the speaker of each paragraph that the document has, in order."""
    text, owners = "", []
    for passage in document.passages:
        squeezed = "".join(document.text[passage.start : passage.end].split())
        text += squeezed
        owners += [passage.speaker] * len(squeezed)
    found: dict[int, str | None] = {}
    cursor = 0
    for number, paragraph in enumerate(paragraphs):
        squeezed = "".join(paragraph.split())
        place = text.find(squeezed[:_KEY], cursor)
        if place >= 0:
            found[number] = owners[place]
            cursor = place + len(squeezed)
    return found


def _agrees(speaker: str, found: str | None) -> bool:
    return speaker in _WORD.findall(found or "") if speaker else found is None


if __name__ == "__main__":
    print_figures("turns", measure())
