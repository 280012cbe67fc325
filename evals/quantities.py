"""How often an amount gets its number, and its number and unit.

Held-out tenth of the corpus (given spans) and NewsQuant (F1 of what the program finds
by itself; commas and quotes are stripped there).
"""

import json
import re
from collections import Counter
from pathlib import Path

from evals.actors import as_document, held_out, stanzas
from evals.shared import print_figures, shared_folder
from realpolitik.core.document import RawDocument
from realpolitik.core.quantity import Quantity
from realpolitik.knowledge.forms import key
from realpolitik.knowledge.units import signs, unit_named
from realpolitik.pipeline import Pipeline
from realpolitik.resolving.amount_units import counted, singular
from realpolitik.resolving.resolver import Resolver

# The suite's own words for units that are written otherwise.
_SUITE = {
    "percentage": "percent",
    "count": "times",
    "year of age": "year",
    "p": "penny",
}
_RATIO = re.compile(r"^(?P<unit>.+?) (?:per|a|an) (?P<of>[a-z ]+)$")


def measure() -> dict[str, float] | None:
    """Give accuracy in percent of value, and of value and unit."""
    shared = shared_folder()
    if shared is None:
        return None
    value, unit = _corpus()
    figures = {"held-out-value": value, "held-out-value-and-unit": unit}
    suite = shared / "eval" / "quantities_newsquant_dev.jsonl"
    return figures | (_newsquant(suite) if suite.exists() else {})


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


def _newsquant(path: Path) -> dict[str, float]:
    """Give the F1 of values, and of values with units, of all that is found there."""
    pipeline = Pipeline.load()
    right: Counter[str] = Counter()
    found = meant = 0
    for line in path.read_text("utf-8").splitlines():
        case = json.loads(line)
        raw = RawDocument("suite", case["text"].encode(), "text")
        given = [
            meaning
            for mention in pipeline.read(raw).mentions
            for meaning in mention.meanings
            if isinstance(meaning, Quantity)
        ]
        found, meant = found + len(given), meant + len(case["quantities"])
        for wanted in case["quantities"]:
            match = next((q for q in given if _is(q, wanted["value"])), None)
            if match:
                given.remove(match)
                right["value"] += 1
                right["value-and-unit"] += _has_unit(match, wanted)
    return {
        f"newsquant-{figure}-f1": 200 * right[figure] / (found + meant)
        for figure in ("value", "value-and-unit")
    }


def _is(quantity: Quantity, text: str) -> bool:
    """Say whether a quantity has the value, or the lower end, that a text gives.

    The suite gives shares in words ("half") as fractions, the program as percent.
    """
    lower = re.sub(r"(?<=\d) ?-.*", "", text)
    if quantity.unit == "percent" and quantity.value and lower.startswith("0."):
        return _same(quantity.value, lower) or _same(quantity.value / 100, lower)
    return _same(quantity.value, lower)


def _has_unit(quantity: Quantity, wanted: dict[str, str]) -> bool:
    """Say whether units are the same, each called as the tables of units call it.

    So "kilometre", "km" and "kilometers" are one, and a person is whoever it counts. Of
    a counted thing the head noun is compared, in the singular ("new jobs", "job";
    "barrels of oil", "barrel"). What is told per day or year has to be said so.
    """
    names = [wanted["unit"], wanted["normalized_unit"]]
    if quantity.unit is None:
        return "-" in names
    if quantity.unit in {_called(name) for name in names}:
        return True
    heads = [name.lower().split(" of ")[0].split() for name in names if name]
    nouns = {head[-1] for head in heads if head}
    return quantity.unit in nouns | {singular(noun) for noun in nouns}


def _called(name: str) -> str | None:
    """Give what the program calls a unit of the suite."""
    if name in _SUITE:
        return _SUITE[name]
    ratio = _RATIO.match(name)
    if ratio and not unit_named(key(name)):
        return f"{_called(ratio.group('unit'))}/{ratio.group('of')}"
    found = dict(signs()).get(name.replace(" ", "")) or unit_named(key(name))
    return found or ("person" if counted(name) == "person" else None)


if __name__ == "__main__":
    print_figures("quantities", measure())
