"""How often an amount gets its number, and its number and unit.

Held-out tenth of the corpus (given spans) and NewsQuant (value found among the numbers
of the sentence; commas and quotes are stripped there).
"""

import json
import re
from pathlib import Path

from evals.actors import as_document, held_out, stanzas
from evals.shared import shared_folder
from realpolitik.core.quantity import Quantity
from realpolitik.resolving.quantities import how_much
from realpolitik.resolving.resolver import Resolver

_NUMBER = re.compile(r"[$€£]?\d[\d,.]*(?: ?(?:million|billion|trillion|percent|%))?")


def measure() -> dict[str, float] | None:
    """Give accuracy in percent of value, and of value and unit."""
    shared = shared_folder()
    if shared is None:
        return None
    value, unit = _corpus()
    figures = {"held-out-value": value, "held-out-value-and-unit": unit}
    suite = shared / "eval" / "quantities_newsquant_dev.jsonl"
    return figures | ({"newsquant-value": _newsquant(suite)} if suite.exists() else {})


def _corpus() -> tuple[float, float]:
    resolver, value, unit, total = Resolver.load(), 0, 0, 0
    for row in filter(held_out, stanzas()):
        document, mentions, _ = as_document(row)
        at = document.sentences[-1].start
        meant = {
            at + found["start"]: found["value"].partition(" ")
            for name, found in row["mentions"].items()
            if name[0] == "q"
        }
        for mention in resolver.resolve(document, mentions):
            if mention.kind != "quantity" or mention.start not in meant:
                continue
            number, _, noun = meant[mention.start]
            found = [m for m in mention.meanings if isinstance(m, Quantity)]
            right = bool(found) and _same(found[0].value, number)
            total, value = total + 1, value + right
            unit += right and found[0].unit == noun
    return 100 * value / max(total, 1), 100 * unit / max(total, 1)


def _same(value: float | None, text: str) -> bool:
    try:
        meant = float(text.lstrip("<>~").split("..")[0])
    except ValueError:
        return False
    return value is not None and abs(value - meant) <= 0.01 * abs(meant)


def _newsquant(path: Path) -> float:
    right = total = 0
    for line in path.read_text("utf-8").splitlines():
        case = json.loads(line)
        found = [how_much(m.group()) for m in _NUMBER.finditer(case["text"])]
        values = [q.value for q in found if q]
        for quantity in case["quantities"]:
            if re.fullmatch(r"\d+(?:\.\d+)?", quantity["value"]):
                total += 1
                right += any(_same(value, quantity["value"]) for value in values)
    return 100 * right / max(total, 1)
