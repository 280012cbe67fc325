"""How many sentences a second are resolved on one core: actors, times, places, amounts.

    python -m benchmarks.resolve [--least 3000]

Takes the annotated corpus, twenty sentences a document, with the mentions that people
marked. Each sentence is met for the first time, with nothing remembered but the opened
tables. Exit code 1 below `--least` sentences a second of processor time.
"""

import argparse
import gc
import sys
import time
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from itertools import islice
from typing import Any

from evals.actors import as_document
from realpolitik.core.document import Document, Passage
from realpolitik.core.mention import Mention
from realpolitik.core.span import Span
from realpolitik.core.uncollected import uncollected
from realpolitik.resolving.resolver import Resolver
from realpolitik.resolving.unread import unread
from training import stanzas

SENTENCES = 20
Row = dict[str, Any]


def main() -> int:
    """Resolve the corpus once and say how fast."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--least", type=float, default=3000.0)
    least: float = parser.parse_args().least
    documents = list(_documents(stanzas.load()))
    gc.collect()
    gc.freeze()  # whoever reads holds one document, not the corpus, at a time
    begun = time.process_time()
    resolver = Resolver.load()
    loaded = time.process_time() - begun
    begun = time.process_time()
    for document, mentions in documents:
        _resolve(resolver, document, mentions)
    seconds = time.process_time() - begun
    sentences = sum(len(document.sentences) for document, _ in documents)
    speed = sentences / seconds
    print(
        f"loaded in {1000 * loaded:.0f} ms; {sentences} sentences, {speed:.0f} a second"
    )
    return int(speed < least)


@uncollected
def _resolve(resolver: Resolver, document: Document, mentions: list[Mention]) -> None:
    """Resolve as reading does: the collector of cycles waits for the whole document."""
    resolved = resolver.resolve(document, mentions)
    unread(document, resolved, resolver.speaker)


def _documents(rows: Iterable[Row]) -> Iterator[tuple[Document, list[Mention]]]:
    ordered = iter(rows)
    while part := list(islice(ordered, SENTENCES)):
        yield _joined(part)


def _joined(rows: list[Row]) -> tuple[Document, list[Mention]]:
    """Put sentences together as the paragraphs of one document."""
    text, spans, mentions = "", [], list[Mention]()
    for row in rows:
        single, found, _ = as_document({**row, "before": None})
        shift = len(text)
        for mention in found:
            moved = replace(
                mention,
                sentence=len(spans),
                start=mention.start + shift,
                end=mention.end + shift,
            )
            mentions.append(moved)
        spans.append(Span(shift, shift + len(single.text)))
        text += single.text + "\n"
    document = Document(
        rows[0]["id"], "corpus", text, "", len(text), "text",
        published=date.fromisoformat(rows[0]["date"]),
        passages=tuple(Passage("paragraph", s.start, s.end) for s in spans),
        sentences=tuple(spans),
    )  # fmt: skip
    return document, mentions


if __name__ == "__main__":
    sys.exit(main())
