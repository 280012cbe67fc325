"""Make plain sentences of two states: active, passive, denied, possible, planned.

The corpus has each real way of telling once or twice; these show the same happening in
all of them, so that voice, negation and modality are learned apart from the words. Each
epoch has other ones.
"""

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np

from training.renaming import Renamer

Row = dict[str, Any]
TABLE = tomllib.loads((Path(__file__).parent / "plain.toml").read_text("utf-8"))
_TIME = re.compile(r"\[(?:on |in )?(.+)\]")
_LAST = re.compile(r" (?:on|to|with|from)$")  # is no part of a trigger
_FORCES = ("ASSAULT", "COERCE", "MOBILIZE")
_DATE = "2015-05-20"
# how often: told as it is, passive, noun, denied, possible, planned, tried
_WAYS = ("active", "passive", "noun", "denied", "possible", "planned", "attempted")
_ODDS = (0.24, 0.26, 0.1, 0.12, 0.12, 0.08, 0.08)


class Plain:
    """Makes sentences, with the names of countries that the corpus has."""

    def __init__(self, renamer: Renamer) -> None:
        needed = {"state", "demonym"}
        self.names = {c: n for c, n in renamer.names.items() if needed <= set(n)}
        self.made = 0

    def sentences(self, count: int, rng: np.random.Generator) -> Iterator[Row]:
        """Give so many new sentences."""
        for _ in range(count):
            yield self._sentence(rng)

    def _sentence(self, rng: np.random.Generator) -> Row:
        verb = _pick(TABLE["verbs"], rng)
        a, b = rng.choice(sorted(self.names), 2, replace=False)
        telling = _Telling(
            self._party(str(a), verb["type"], rng),
            self._party(str(b), "", rng),
            verb,
            _pick(TABLE["contents"][verb["more"]], rng) if "more" in verb else {},
            _pick(TABLE["tails"], rng),
        )
        self.made += 1
        way = str(rng.choice(_WAYS, p=_ODDS))
        return telling.row(way, rng) | {"id": f"plain-{self.made}", "file": "plain"}

    def _party(
        self, code: str, type_: str, rng: np.random.Generator
    ) -> tuple[str, str, str, str]:
        """Give the words before a party, its words, its code and its form."""
        names = self.names[code]
        chance = rng.random()
        if chance < 0.2 and type_.startswith(_FORCES):
            return "", f"{names['demonym']} troops", f"{code}.MIL", "group"
        if chance < 0.15:
            return "the ", f"{names['demonym']} government", f"{code}.GOV", "org"
        if chance < 0.3 and "capital" in names:
            return "", names["capital"], code, "capital"
        return "", names["state"], code, "state"


class _Telling:
    """One happening, ready to be told in any way."""

    def __init__(
        self,
        first: tuple[str, str, str, str],
        second: tuple[str, str, str, str],
        verb: Row,
        content: Row,
        tail: str,
    ) -> None:
        self.a, self.b, self.verb = first, second, verb
        self.content, self.tail = content, "" if content else tail

    def row(self, way: str, rng: np.random.Generator) -> Row:
        """Tell it in one way; what a verb has no form for is told plainly."""
        modality = way if way in ("possible", "planned", "attempted") else "actual"
        passive = way == "passive" or (way != "noun" and rng.random() < 0.35)
        passive = passive and "pp" in self.verb
        if way == "noun" and "n" in self.verb and not self.content:
            text, trigger = self._noun(rng)
        elif passive and way != "attempted":
            text, trigger = self._passive(way, rng)
        else:
            text, trigger = self._active(way, rng)
        return self._annotated(text, trigger, modality, negated=way == "denied")

    def _noun(self, rng: np.random.Generator) -> tuple[str, str]:
        noun, _, preposition = self.verb["n"].rpartition(" ")
        after = _pick(TABLE["after"]["nouns"], rng)
        return f"{{a}}'s {noun} {preposition} {{b}}{after}.", noun

    def _passive(self, way: str, rng: np.random.Generator) -> tuple[str, str]:
        before = {
            "denied": ["was not", "has not been", "was never"],
            "possible": ["may be", "could be", "might be", "may have been"],
            "planned": ["will be", "is to be"],
        }.get(way, ["was", "was", "has been"])
        verb = self.verb["pp"]
        rest = self.content.get("w", "") or self.tail
        order = f"{{b}} {_pick(before, rng)} {verb} by {{a}}{rest}."
        if rest and rng.random() < 0.2:
            order = f"{{b}} {_pick(before, rng)} {verb}{rest} by {{a}}."
        return order, verb

    def _active(self, way: str, rng: np.random.Generator) -> tuple[str, str]:
        base = self.verb["b"]
        verb = {
            "denied": ["did not BASE", "does not BASE", "never did BASE"],
            "possible": ["may BASE", "might BASE", "could BASE"],
            "planned": ["will BASE", "is to BASE", "plans to BASE"],
            "attempted": ["tried to BASE", "failed to BASE", "has tried to BASE"],
        }.get(way)
        used = base if verb else self.verb["p"]
        words = _pick(verb, rng).replace("BASE", used) if verb else used
        rest = self.content.get("w", "") or self.tail
        whole = words.replace("{r}", "{b}") if "{r}" in words else f"{words} {{b}}"
        trigger = used.partition(" {r}")[0] if "{r}" in used else used
        return f"{{a}} {whole}{rest}.", _LAST.sub("", trigger)

    def _annotated(
        self, text: str, trigger: str, modality: str, *, negated: bool
    ) -> Row:
        row: Row = {"date": _DATE, "genre": "agency", "mentions": {}, "claims": []}
        time = _TIME.search(text)
        text = self._with_names(row, text.replace("[", "").replace("]", ""))
        if time:
            row["mentions"]["t1"] = _span(text, time.group(1)) | {"value": "2015"}
        row["text"] = text
        claim = self._claim(text, trigger) | {"mod": modality, "neg": negated}
        row["claims"].append(claim | ({"when": ["t1"]} if time else {}))
        # what is asked for in a request that was not made is no claim of its own
        if "type" in self.content and not negated:
            row["claims"].append(self._more(text))
        return row

    def _with_names(self, row: Row, text: str) -> str:
        for name, (before, words, code, form) in (("a", self.a), ("b", self.b)):
            at = text.index(f"{{{name}}}")
            text = text.replace(f"{{{name}}}", before + words)
            if name == "b" and row["mentions"]["a1"]["start"] > at:
                moved = len(before + words) - 3
                for key in ("start", "end"):
                    row["mentions"]["a1"][key] += moved
            start = at + len(before)
            mention = {"text": words, "start": start, "end": start + len(words)}
            number = "a1" if name == "a" else "a2"
            row["mentions"][number] = mention | {"code": code, "kind": form}
        return text[0].upper() + text[1:]

    def _claim(self, text: str, trigger: str) -> Row:
        claim: Row = {"kind": "event", "code": self.verb["type"]}
        claim["trigger"] = _span(text, trigger)
        first, second = ("a2", "a1") if self.verb.get("reverse") else ("a1", "a2")
        if self.verb.get("both"):
            return claim | {"actor": ["a1", "a2"]}
        return claim | {"actor": [first], "recipient": [second]}

    def _more(self, text: str) -> Row:
        content, kind = self.content, self.verb["type"].partition("/")[0]
        number = {"a": "a1", "b": "a2"}
        claim: Row = {"kind": "event", "code": content["type"]}
        claim |= {"neg": content.get("neg", False), "actor": [number[content["act"]]]}
        claim["mod"] = {"REQUEST": "demanded", "THREATEN": "possible"}.get(
            kind, "actual"
        )
        if kind == "ACCUSE":
            claim["by"] = ["a1"]
        if "on" in content:
            claim["recipient"] = [number[content["on"]]]
        return claim | {"trigger": _span(text, content["t"], last=True)}


def _span(text: str, words: str, *, last: bool = False) -> Row:
    start = text.rindex(words) if last else text.index(words)
    return {"text": words, "start": start, "end": start + len(words)}


def _pick(choices: Any, rng: np.random.Generator) -> Any:
    return choices[int(rng.integers(len(choices)))]
