"""Tell the same sentence of other countries, so that parts are learned and not names.

"Russia bought drones from Israel" must not be read by who usually sells to whom.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable
from copy import deepcopy
from typing import Any

import numpy as np

Row = dict[str, Any]
_FORMS = ("state", "demonym", "capital")
_OFTEN = 4  # times a name must stand in the corpus for its country


class Renamer:
    """The names of countries as the training part has them."""

    def __init__(self, rows: Iterable[Row]) -> None:
        counts: Counter[tuple[str, str, str]] = Counter()
        for row in rows:
            for mention in row["mentions"].values():
                code = mention.get("code", "")
                if mention.get("kind") in _FORMS and re.fullmatch("[A-Z]{3}", code):
                    counts[code, mention["kind"], mention["text"]] += 1
        self.names: dict[str, dict[str, str]] = defaultdict(dict)
        self.meaning: dict[str, tuple[str, str]] = {}
        for (code, form, name), times in counts.most_common():
            if times >= _OFTEN and name[0].isupper() and name not in self.meaning:
                self.meaning[name] = (code, form)
                self.names[code].setdefault(form, name)
        ordered = sorted(self.meaning, key=len, reverse=True)
        self.pattern = re.compile(rf"\b(?:{'|'.join(map(re.escape, ordered))})\b")

    def rename(self, row: Row, rng: np.random.Generator) -> Row:
        """Give the row with each country in the place of another, or as it was."""
        found = {self.meaning[name] for name in self.pattern.findall(row["text"])}
        other = self._others(found, rng)
        if not other:
            return row

        def new_name(name: str) -> str:
            code, form = self.meaning[name]
            return self.names[other[code]].get(form, name) if code in other else name

        new = deepcopy(row)
        text, places = self._replace(row["text"], new_name)
        new["text"] = text
        if "before" in row:
            new["before"] = self._replace(row["before"], new_name)[0]
        spans = [*new["mentions"].values(), *(c["trigger"] for c in new["claims"])]
        spans += [c["about"] for c in new["claims"] if "about" in c]
        for span in spans:
            if places[span["start"]] is None or places[span["end"]] is None:
                return row  # the span cuts a name
            span["start"], span["end"] = places[span["start"]], places[span["end"]]
            span["text"] = text[span["start"] : span["end"]]
        return new

    def _others(
        self, found: set[tuple[str, str]], rng: np.random.Generator
    ) -> dict[str, str]:
        """Choose another country for each, one that has names in all forms used."""
        forms: dict[str, set[str]] = defaultdict(set)
        for code, form in found:
            forms[code].add(form)
        taken: set[str] = set()
        out = {}
        for code in sorted(forms):
            free = [
                c
                for c in sorted(self.names)
                if c not in taken and forms[code] <= set(self.names[c])
            ]
            if free:
                out[code] = free[int(rng.integers(len(free)))]
                taken.add(out[code])
        return out

    def _replace(self, text: str, new_name: Any) -> tuple[str, list[int | None]]:
        """Give the new text, and for each old place the new one (None inside names)."""
        out, places, at = "", list[int | None](), 0
        for match in self.pattern.finditer(text):
            places += range(len(out), len(out) + match.start() - at)
            out += text[at : match.start()]
            places += [len(out), *[None] * (match.end() - match.start() - 1)]
            out += new_name(match.group())
            at = match.end()
        places += range(len(out), len(out) + len(text) - at + 1)
        return out + text[at:], places
