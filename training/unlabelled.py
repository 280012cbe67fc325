"""Sentences that nobody annotated, from which the student learns how its teachers read.

    python -m training.unlabelled OUT.jsonl.gz

They are the sentences of the documents of ../shared/docs as the program itself finds
them. Left out is what is kept for testing: the documents and sentences of dev and of
held-out, and every sentence that shares seven words in a row with a test suite or with
one of the seed texts.
"""

import argparse
import gzip
import json
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from realpolitik.core.document import Unread
from realpolitik.core.errors import RealpolitikError
from realpolitik.documents.make import make_document
from realpolitik.reading.pieces import Sentence
from realpolitik.reading.sentences import sentences_to_read
from realpolitik.sources.lines import read_row
from training import stanzas
from training.standoff import DOCS, SHARED

_WORDS_ALIKE = 7
_SHORTEST = 4  # words
_WORD = re.compile(r"[a-z0-9]+")


def main() -> None:
    """Write the sentences, each once."""
    parser = argparse.ArgumentParser()
    parser.add_argument("out", type=Path)
    args = parser.parse_args()
    kept_out = kept_for_tests()
    seen: set[str] = set()
    with gzip.open(args.out, "wt", encoding="utf-8") as out:
        for sentence in sentences():
            words = _WORD.findall(sentence.text.lower())
            if sentence.text in seen or len(words) < _SHORTEST:
                continue
            seen.add(sentence.text)
            if kept_out.isdisjoint(_runs(words)):
                row = [sentence.text, sentence.before, sentence.has_speaker]
                out.write(json.dumps(row, ensure_ascii=False) + "\n")


def sentences() -> Iterator[Sentence]:
    """Give the sentences of the documents that are free to learn from."""
    for line in _rows():
        if stanzas.part({"id": json.loads(line)["id"]}) != "train":
            continue
        raw = read_row(line, source="docs")
        if isinstance(raw, Unread):
            continue
        try:
            document = make_document(raw)
        except RealpolitikError:
            continue
        yield from (sentence for _, sentence in sentences_to_read(document))


def kept_for_tests() -> set[str]:
    """Give every seven words in a row of the suites, the seeds, dev and held-out."""
    runs: set[str] = set()
    for part in ("dev", "held", "certainty", "proof"):
        for row in stanzas.load(part):
            runs.update(_runs(_WORD.findall(row["text"].lower())))
    for path in sorted((SHARED / "eval").rglob("*.jsonl")):
        for line in path.read_text("utf-8").splitlines():
            for text in _texts(json.loads(line)):
                runs.update(_runs(_WORD.findall(text.lower())))
    for path in sorted((SHARED / "seeds").iterdir()):
        runs.update(_runs(_WORD.findall(path.read_text("utf-8").lower())))
    return runs


def _rows() -> Iterator[bytes]:
    for name in DOCS:
        path = SHARED / "docs" / name
        with path.open("rb") as stored:
            packed = path.suffix == ".gz"
            yield from gzip.GzipFile(fileobj=stored) if packed else stored


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for part in value.values():
            yield from _texts(part)
    elif isinstance(value, list):
        if value and all(isinstance(part, str) for part in value):
            yield " ".join(value)  # a sentence given as its words
        for part in value:
            yield from _texts(part)


def _runs(words: list[str]) -> Iterable[str]:
    last = len(words) - _WORDS_ALIKE + 1
    return (" ".join(words[i : i + _WORDS_ALIKE]) for i in range(last))


if __name__ == "__main__":
    main()
