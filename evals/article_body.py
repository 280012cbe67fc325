"""How well an article is told from its page: macro F1 of four-word shingles.

The formula is that of the article-extraction benchmark: per page precision and recall
over shingles with counts, mean over pages, F1 of the two means; a page without output
is left out of mean precision. trafilatura 2.3.1 by itself reaches .960.
"""

import gzip
import json
import re
from collections import Counter
from pathlib import Path
from statistics import mean

from evals.shared import print_figures, shared_folder
from realpolitik.core.document import Document, RawDocument
from realpolitik.documents.make import make_document

_WORD = re.compile(r"\w+")
_FRAME = ("boilerplate", "keyword-line")
_SHINGLE = 4


def measure() -> dict[str, float] | None:
    """Score the readable passages of each page; None where the suite is not here."""
    folder = shared_folder()
    suite = folder / "eval" / "web_article_body" if folder else Path("web_article_body")
    path = suite / "web_article_body.jsonl"
    if not path.is_file():
        return None
    precisions: list[float] = []
    recalls: list[float] = []
    with path.open(encoding="utf-8") as lines:
        for row in map(json.loads, lines):
            text = readable_text(gzip.decompress((suite / row["html"]).read_bytes()))
            precision, recall = page_scores(row["article_body"], text)
            recalls.append(recall)
            if _WORD.search(text):
                precisions.append(precision)
    precision, recall = mean(precisions), mean(recalls)
    return {
        "precision": 100 * precision,
        "recall": 100 * recall,
        "f1": 200 * precision * recall / (precision + recall),
    }


def readable_text(content: bytes) -> str:
    """Give the text of the article, in whatever language."""
    return article_text(make_document(RawDocument("page.html", content)))


def article_text(document: Document) -> str:
    """Give the text of all passages but frame and keyword lines."""
    return "\n".join(
        document.text[passage.start : passage.end]
        for passage in document.passages
        if passage.kind not in _FRAME
    )


def page_scores(gold: str, text: str) -> tuple[float, float]:
    """Give precision and recall of one page."""
    expected, found = _shingles(gold), _shingles(text)
    if expected == found:
        return 1.0, 1.0
    hits = sum((expected & found).values())
    if not hits:
        return 0.0, 0.0
    return hits / sum(found.values()), hits / sum(expected.values())


def _shingles(text: str) -> Counter[tuple[str, ...]]:
    words = _WORD.findall(text)
    if not words:
        return Counter()
    count = max(1, len(words) - _SHINGLE + 1)
    return Counter(tuple(words[place : place + _SHINGLE]) for place in range(count))


if __name__ == "__main__":
    print_figures("article_body", measure())
