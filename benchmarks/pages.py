"""How fast pages are read, beside plain trafilatura on the same pages in the same run.

    python -m benchmarks.pages [--rounds 3] [--least 0]

Prints pages a second on one core (CPU time) of: finding the body (bytes in, the text of
the article out), reading a page (with title, publisher, author, days and the way back
to the bytes), the whole document (with passages, language, sentences and condition),
and `trafilatura.bare_extraction` as it comes. Rounds alternate and the best of each is
kept. Exit code 1 if finding the body is slower than `--least`.

Pages: those of `web_article_body` in $REALPOLITIK_SHARED/eval or ../shared/eval.
"""

import argparse
import gzip
import json
import sys
import time
from collections.abc import Callable

from trafilatura import bare_extraction

from evals.shared import shared_folder
from realpolitik.core.document import RawDocument
from realpolitik.documents import html
from realpolitik.documents.article import article_of
from realpolitik.documents.make import make_document
from realpolitik.documents.page_tree import page_tree
from realpolitik.unpacking.decoding import decode


def main() -> int:
    """Measure, print, and say whether the least speed is reached."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--least", type=float, default=0.0)
    asked = parser.parse_args()
    pages = gather()
    if not pages:
        print("skipped: ../shared/eval/web_article_body not present")
        return 0
    ways: dict[str, Callable[[bytes], object]] = {
        "plain trafilatura": bare_extraction,
        "finding the body": _body,
        "reading a page": html.read,
        "whole document": _document,
    }
    best = dict.fromkeys(ways, float("inf"))
    for _ in range(asked.rounds):
        for name, way in ways.items():
            best[name] = min(best[name], _seconds(way, pages))
    peer = best["plain trafilatura"]
    for name, seconds in best.items():
        print(f"{name:18} {len(pages) / seconds:6.1f} pages/s   {peer / seconds:.2f}")
    return 0 if len(pages) / best["finding the body"] >= asked.least else 1


def gather() -> list[bytes]:
    """Give the pages; none where the suite is not here."""
    folder = shared_folder()
    suite = folder / "eval" / "web_article_body" if folder else None
    if suite is None or not suite.is_dir():
        return []
    lines = (suite / "web_article_body.jsonl").read_text("utf-8").splitlines()
    files = [suite / json.loads(line)["html"] for line in lines]
    return [gzip.decompress(file.read_bytes()) for file in files]


def _body(content: bytes) -> object:
    tree = page_tree(decode(content).text)
    return article_of(tree) if tree is not None else None


def _document(content: bytes) -> object:
    return make_document(RawDocument("page.html", content))


def _seconds(way: Callable[[bytes], object], pages: list[bytes]) -> float:
    begun = time.process_time()
    for page in pages:
        way(page)
    return time.process_time() - begun


if __name__ == "__main__":
    sys.exit(main())
