"""Tell the same sentence with a third country in it: an aside, a scene or a speaker.

What is only named nearby must not become a party, and who says so changes nothing but
the speaker.
"""

import re
import tomllib
from copy import deepcopy
from pathlib import Path
from typing import Any

import numpy as np

from training.renaming import Renamer

Row = dict[str, Any]
WORDS = tomllib.loads((Path(__file__).parent / "retold.toml").read_text("utf-8"))
_NEW = "a99"  # the id of the mention that comes in
_VERB_AHEAD = re.compile(r" (?!and |or |of |in |for |to |on |at )[a-z]")


class Reteller:
    """Puts third countries into sentences, by the names that the corpus has."""

    def __init__(self, renamer: Renamer) -> None:
        self.names = {
            code: forms
            for code, forms in renamer.names.items()
            if {"state", "demonym"} <= set(forms)
        }

    def retell(self, row: Row, rng: np.random.Generator) -> Row:
        """Give the row with one such insertion, or as it was where none fits."""
        ways = (self._aside, self._scene, self._leading, self._trailing)
        way = ways[int(rng.choice(4, p=(0.45, 0.1, 0.25, 0.2)))]
        return way(row, rng) or row

    def _aside(self, row: Row, rng: np.random.Generator) -> Row | None:
        parties = {
            name
            for claim in row["claims"]
            for key in ("actor", "recipient", "holder", "subject")
            for name in claim.get(key, ())
        }
        ends = [
            mention["end"]
            for name, mention in row["mentions"].items()
            if name in parties
            and mention.get("kind") in ("state", "capital", "org")
            and _VERB_AHEAD.match(row["text"], mention["end"])
            and not _inside(row, mention["end"])
        ]
        if not ends:
            return None
        at = ends[int(rng.integers(len(ends)))]
        return self._insert(row, at, self._choose("asides", rng), rng)

    def _scene(self, row: Row, rng: np.random.Generator) -> Row | None:
        if not _opens(row):
            return None
        new = self._insert(row, 0, self._choose("scenes", rng), rng)
        country = new["mentions"].pop(_NEW)
        place = {key: country[key] for key in ("text", "start", "end")}
        value = f"{country['text']},{country['code']}"
        new["mentions"]["p99"] = place | {"value": value}
        return new

    def _leading(self, row: Row, rng: np.random.Generator) -> Row | None:
        if not _opens(row) or "speaker" in row or '"' in row["text"]:
            return None
        return _told(self._insert(row, 0, self._choose("leading", rng), rng))

    def _trailing(self, row: Row, rng: np.random.Generator) -> Row | None:
        text = row["text"]
        plain = text.endswith(".") and not re.search(r'["“”?!]', text)
        at = len(text) - 1
        if not plain or "speaker" in row or _inside(row, at):
            return None
        return _told(self._insert(row, at, self._choose("trailing", rng), rng))

    def _choose(self, kind: str, rng: np.random.Generator) -> str:
        return str(WORDS[kind][int(rng.integers(len(WORDS[kind])))])

    def _insert(self, row: Row, at: int, words: str, rng: np.random.Generator) -> Row:
        """Put the words in at a place, with the country's mention among them."""
        code, state, demonym = self._country(row, rng)
        form, name = ("state", state) if "{c}" in words else ("demonym", demonym)
        start = words.index("{")
        sector, end = "", start + len(name)
        for noun, told in WORDS["sectors"].items():
            if f"{{d}} {noun}" in words:
                sector, end = f".{told}", start + len(f"{name} {noun}")
                form = "group" if noun != "foreign ministry" else "org"
        new = deepcopy(row)
        words = words.replace("{c}", state).replace("{d}", demonym)
        rest = row["text"][at:]
        if at == 0:
            rest = _small(row, rest)
        new["text"] = row["text"][:at] + words + rest
        for span in _spans(new):
            for key in ("start", "end"):
                # an end at the place stays before it, a start moves behind it
                moves = span[key] > at or (key == "start" and span[key] == at)
                span[key] += len(words) if moves else 0
            span["text"] = new["text"][span["start"] : span["end"]]
        mention = {"text": words[start:end], "start": at + start, "end": at + end}
        new["mentions"][_NEW] = mention | {"code": code + sector, "kind": form}
        return new

    def _country(self, row: Row, rng: np.random.Generator) -> tuple[str, str, str]:
        """Choose a country that the sentence does not name."""
        used = {m.get("code", "").partition(".")[0] for m in row["mentions"].values()}
        free = sorted(set(self.names) - used)
        code = free[int(rng.integers(len(free)))]
        return code, self.names[code]["state"], self.names[code]["demonym"]


def _told(row: Row) -> Row:
    for claim in row["claims"]:
        claim["by"] = [_NEW, *claim.get("by", ())]
    return row


def _opens(row: Row) -> bool:
    """Say whether other words may come before the first one."""
    first = row["text"].split()[0]
    names = ("state", "person", "org", "capital", "demonym")
    named = any(
        m["start"] == 0 and m.get("kind") in names for m in row["mentions"].values()
    )
    return named or first in WORDS["small"]


def _small(row: Row, text: str) -> str:
    return (
        text[0].lower() + text[1:]
        if text.split(maxsplit=1)[0] in WORDS["small"]
        else text
    )


def _inside(row: Row, at: int) -> bool:
    return any(span["start"] < at < span["end"] for span in _spans(row))


def _spans(row: Row) -> list[dict[str, Any]]:
    spans = [*row["mentions"].values(), *(c["trigger"] for c in row["claims"])]
    return spans + [c["about"] for c in row["claims"] if "about" in c]
