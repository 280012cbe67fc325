"""How often a place name gets its country, and how far off its coordinates are.

Held-out tenth of the corpus (country, given spans) and TR-News (country; and how many
of all lie within 161 km).
"""

import json
import re
from pathlib import Path
from typing import Any

from evals.actors import as_document, held_out, stanzas
from evals.shared import print_figures, shared_folder
from realpolitik.core.document import Document, Passage
from realpolitik.core.mention import Mention
from realpolitik.core.place import Place
from realpolitik.core.span import Span
from realpolitik.knowledge.names import code_of
from realpolitik.resolving.resolver import Resolver
from realpolitik.resolving.surroundings import kilometres, point

_NEAR_KM = 161.0


def measure() -> dict[str, float] | None:
    """Give accuracy in percent on the held-out tenth and on TR-News."""
    shared = shared_folder()
    if shared is None:
        return None
    figures = {"held-out-country": _corpus()}
    suite = shared / "eval" / "places_trnews_dev.jsonl"
    return figures | (_trnews(suite) if suite.exists() else {})


def _corpus() -> float:
    resolver, right, total = Resolver.load(), 0, 0
    for row in filter(held_out, stanzas()):
        document, mentions, _ = as_document(row)
        at = document.sentences[-1].start
        meant = {
            at + found["start"]: found["value"].rpartition(",")[2]
            for name, found in row["mentions"].items()
            if name[0] == "p" and "," in found["value"]
        }
        for mention in resolver.resolve(document, mentions):
            if mention.kind == "place" and mention.start in meant:
                code = meant[mention.start]
                total += 1
                right += _country(mention.meanings) == (None if code == "?" else code)
    return 100 * right / max(total, 1)


def _country(meanings: tuple[object, ...]) -> str | None:
    return next((m.country for m in meanings if isinstance(m, Place)), None)


def _trnews(path: Path) -> dict[str, float]:
    total = countries = near = 0
    for line in path.read_text("utf-8").splitlines():
        for toponym, place in _resolved(json.loads(line)):
            code = code_of(toponym.get("country") or "")
            if code is None or toponym.get("lat") is None:
                continue
            total += 1
            countries += place is not None and place.country == code
            here = point(place) if place else None
            there = (float(toponym["lat"]), float(toponym["lon"]))
            near += here is not None and kilometres(here, there) <= _NEAR_KM
    return {
        "trnews-country": 100 * countries / max(total, 1),
        "trnews-within-161km": 100 * near / max(total, 1),
    }


def _resolved(row: dict[str, Any]) -> list[tuple[dict[str, Any], Place | None]]:
    """Give each toponym of an article with the place that it is resolved to."""
    text = row["text"]
    lines = [m.span() for m in re.finditer(r"[^\n]+", text)]
    document = Document(
        "d1", "suite", text, "0", len(text), "text", title=row["title"], url=row["url"],
        passages=tuple(Passage("paragraph", *span) for span in lines),
        sentences=tuple(Span(*span) for span in lines),
    )  # fmt: skip
    mentions = [
        Mention(
            sum(end <= t["start"] for _, end in lines),
            text[t["start"] : t["end"]], t["start"], t["end"], "place",
        )
        for t in row["toponyms"]
    ]  # fmt: skip
    found = Resolver.load().resolve(document, mentions)
    meanings = [next(iter(m.meanings), None) for m in found]
    places = [m if isinstance(m, Place) else None for m in meanings]
    return list(zip(row["toponyms"], places, strict=True))


if __name__ == "__main__":
    print_figures("places", measure())
