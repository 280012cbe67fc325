"""How often the day of publication of a page is right; htmldate says .90 of itself."""

import gzip
import json
from pathlib import Path

from evals.shared import print_figures, shared_folder
from realpolitik.core.document import RawDocument
from realpolitik.documents.make import make_document


def measure() -> dict[str, float] | None:
    """Give accuracy and share of dated pages; None where the suite is not here."""
    folder = shared_folder()
    suite = folder / "eval" if folder else Path("eval")
    path = suite / "web_pubdate_dev.jsonl"
    if not path.is_file():
        return None
    right = dated = total = 0
    with path.open(encoding="utf-8") as lines:
        for row in map(json.loads, lines):
            content = gzip.decompress((suite / row["html"]).read_bytes())
            raw = RawDocument("page.html", content, url=row["url"])
            published = make_document(raw).published
            total += 1
            dated += published is not None
            right += published is not None and published.isoformat() == row["date"]
    return {"accuracy": 100 * right / total, "dated": 100 * dated / total}


if __name__ == "__main__":
    print_figures("pubdate", measure())
