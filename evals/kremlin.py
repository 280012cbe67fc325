"""Pages of one site against what it lists of each: text, day and title.

The site's pages are whole: menus, dates, persons, photographs around texts of all
lengths. Text F1 is that of `article_body`; its text is the lead and the body.
"""

import gzip
import json
import re
from statistics import mean

from evals.article_body import article_text, page_scores
from evals.shared import print_figures, shared_folder
from realpolitik.core.document import RawDocument
from realpolitik.documents.make import make_document

_PLAIN = re.compile(r"\W+")


def measure() -> dict[str, float] | None:
    """Score text, day and title; None where the pages are not here."""
    folder = shared_folder()
    path = folder / "docs" / "kremlin.jsonl" if folder else None
    if path is None or not path.is_file():
        return None
    pages = {
        file.name.split(".")[0]: file
        for file in (path.parent / "kremlin_html").glob("*.html.gz")
    }
    scores, days, titles = [], [], []
    for row in map(json.loads, path.read_text("utf-8").splitlines()):
        file = pages.get(row["id"].split("-")[-1])
        if file is None:
            continue
        raw = RawDocument(file.stem, gzip.decompress(file.read_bytes()))
        document = make_document(raw)
        gold = "\n\n".join(part for part in (row.get("lead"), row["text"]) if part)
        scores.append(page_scores(gold, article_text(document)))
        if row["date"]:
            days.append(str(document.published) == row["date"])
        titles.append(_plain(document.title) == _plain(row["title"]))
    precision, recall = (mean(score[part] for score in scores) for part in (0, 1))
    return {
        "precision": 100 * precision,
        "recall": 100 * recall,
        "f1": 200 * precision * recall / (precision + recall),
        "date": 100 * mean(days),
        "title": 100 * mean(titles),
    }


def _plain(text: str | None) -> str:
    return _PLAIN.sub(" ", text or "").strip().lower()


if __name__ == "__main__":
    print_figures("kremlin", measure())
