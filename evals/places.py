"""How often a place name gets its country, and how far off its coordinates are.

Held-out tenth of the corpus (country, given spans) and TR-News (country; and of those
that have coordinates here, how many lie within 161 km).
"""

import json
from math import asin, cos, radians, sin, sqrt
from pathlib import Path

from evals.actors import as_document, held_out, stanzas
from evals.shared import shared_folder
from realpolitik.core.place import Place
from realpolitik.knowledge.names import code_of
from realpolitik.resolving.places import where
from realpolitik.resolving.resolver import Resolver

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
    total = countries = near = points = 0
    for line in path.read_text("utf-8").splitlines():
        seen: set[str] = set()
        for toponym in json.loads(line)["toponyms"]:
            code = code_of(toponym.get("country") or "")
            found = where(toponym["phrase"], seen)
            if code is None or toponym.get("lat") is None:
                continue
            total += 1
            countries += found is not None and found.country == code
            seen |= {found.country} if found and found.country else set()
            if found and found.latitude is not None and found.longitude is not None:
                here = (found.latitude, found.longitude)
                there = (float(toponym["lat"]), float(toponym["lon"]))
                points += 1
                near += _kilometres(here, there) <= _NEAR_KM
    return {
        "trnews-country": 100 * countries / max(total, 1),
        "trnews-161-km-of-points": 100 * near / max(points, 1),
    }


def _kilometres(first: tuple[float, float], second: tuple[float, float]) -> float:
    (lat1, lon1), (lat2, lon2) = first, second
    south, east = radians(lat2 - lat1), radians(lon2 - lon1)
    chord = sin(south / 2) ** 2
    chord += cos(radians(lat1)) * cos(radians(lat2)) * sin(east / 2) ** 2
    return 12742 * asin(sqrt(min(chord, 1.0)))
