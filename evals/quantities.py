"""How often an amount gets its number, and its number and unit.

Held-out tenth of the corpus (given spans) and NewsQuant (F1 of what the program finds
by itself; commas and quotes are stripped there).
"""

import json
import re
from collections import Counter
from pathlib import Path

from evals.actors import as_document, held_out, stanzas
from evals.shared import shared_folder
from realpolitik.core.document import RawDocument
from realpolitik.core.quantity import Quantity
from realpolitik.pipeline import Pipeline
from realpolitik.resolving.quantities import _counted
from realpolitik.resolving.resolver import Resolver

# What the suite calls our units; a person is whoever it counts.
_UNITS = {
    "USD": "dollar", "percent": "percentage", "CNY": "chinese yuan", "EUR": "euro",
    "HKD": "hong kong dollar", "JPY": "japanese yen", "GBP": "pound sterling",
    "MW": "megawatt", "GW": "gigawatt", "kW": "kilowatt", "kWh": "kilowatt hour",
    "GB": "gigabyte", "hp": "horsepower", "mph": "mile per hour", "cm": "centimetre",
    "mpg": "mile per gallon", "km/h": "kilometre per hour", "sqmi": "square mile",
    "sqft": "square feet", "m2": "square metre", "mg": "milligram", "kg": "kilogram",
    "AUD": "australian dollar", "NZD": "new zealand dollar", "ILS": "shekel",
    "MYR": "malaysian ringgit", "Hz": "hertz", "year": "year of age", "tonne": "ton",
    "barrel/day": "barrel per day", "km": "kilometre", "m": "metre", "times": "count",
    "km2": "square kilometre",
}  # fmt: skip


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
    """Say whether a quantity has the value, or the lower end, that a text gives."""
    return _same(quantity.value, re.sub(r"(?<=\d)-.*", "", text))


def _has_unit(quantity: Quantity, wanted: dict[str, str]) -> bool:
    names = {wanted["unit"].lower(), wanted["normalized_unit"].lower()}
    unit, _, each = (quantity.unit or "-").partition("/")
    said = {unit.lower(), _UNITS.get(quantity.unit or "", _UNITS.get(unit, unit))}
    if unit == "person":
        return any(_counted(name) == "person" for name in names)
    nouns = {word for name in names for word in name.split()[-1:]}
    said |= {f"{name} per {each}" for name in said if each}
    return not said.isdisjoint(names | nouns)
