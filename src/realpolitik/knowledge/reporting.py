"""Verbs, nouns and phrases by which a text gives something as somebody's."""

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path
from typing import Any

from realpolitik.core.errors import KnowledgeError

_PATH = Path(__file__).parent / "words" / "reporting.toml"
_VOWELS = "aeiou"


@dataclass(frozen=True, slots=True)
class Reporting:
    """A form of a verb of saying: `form` is base, third, past or ing.

    `strict`: only a clause or a quotation makes it a cue; `hearer`: somebody told may
    follow it; `noun`: the bare form is a noun as well ("plan", "claims").
    """

    lemma: str
    kind: str
    form: str
    strict: bool = False
    hearer: bool = False
    noun: bool = False


@dataclass(frozen=True, slots=True)
class Small:
    """The small words of `reporting.toml`, by use."""

    words: dict[str, frozenset[str]]

    def __getitem__(self, name: str) -> frozenset[str]:
        return self.words[name]


@lru_cache(maxsize=1)
def reporting_verbs() -> dict[str, Reporting]:
    """Give every form of the verbs that report, in small letters.

    >>> reporting_verbs()["denied"].lemma, reporting_verbs()["saying"].form
    ('deny', 'ing')
    """
    table = _table()
    found: dict[str, Reporting] = {}
    nouns = frozenset(_small()["also_nouns"])
    for kind, groups in table["verbs"].items():
        for group, lemmas in groups.items():
            for lemma in lemmas:
                for form, written in _forms(lemma):
                    strict, hearer = group == "clause", group == "hearer"
                    verb = Reporting(lemma, kind, form, strict, hearer, lemma in nouns)
                    found.setdefault(written, verb)
    for written, lemma in _irregular().items():
        if base := found.get(lemma):
            found[written] = replace(base, form="past")
    return found


@lru_cache(maxsize=1)
def small_words() -> Small:
    """Give the closed lists of words by name."""
    table = _table()
    lists = {**_small(), "particles": table["particles"]["words"]}
    lists |= {"takes-to": table["particles"]["before_to"]}
    lists |= {"nouns": table["nouns"]["words"], "begins": table["nouns"]["begins"]}
    return Small({name: frozenset(words) for name, words in lists.items()})


@lru_cache(maxsize=1)
def source_phrases() -> tuple[tuple[str, ...], ...]:
    """Give the phrases behind which a source stands."""
    return tuple(tuple(words) for words in _table()["phrases"]["before_source"])


def _forms(lemma: str) -> Iterator[tuple[str, str]]:
    """Spell the forms of a regular verb, its particle kept."""
    verb, _, tail = lemma.partition(" ")
    tail = f" {tail}" if tail else ""
    silent = verb.endswith("e") and not verb.endswith("ee")
    stem = verb[:-1] if silent else verb
    if verb in frozenset(_small()["doubled"]):
        stem = verb + verb[-1]
    to_i = verb.endswith("y") and verb[-2] not in _VOWELS
    yield "base", verb + tail
    if verb.endswith(("s", "sh", "ch", "x", "z")):
        yield "third", f"{verb}es{tail}"
    else:
        yield "third", (f"{verb[:-1]}ies" if to_i else f"{verb}s") + tail
    past = f"{verb[:-1]}ied" if to_i else f"{stem}ed"
    yield "past", (f"{verb}d" if verb.endswith("ee") else past) + tail
    yield "ing", f"{stem}ing{tail}"


def _small() -> dict[str, list[str]]:
    return dict(_table()["small"])


def _irregular() -> dict[str, str]:
    return dict(_table()["irregular"])


@lru_cache(maxsize=1)
def _table() -> dict[str, Any]:
    try:
        return tomllib.loads(_PATH.read_text("utf-8"))
    except FileNotFoundError as error:
        raise KnowledgeError(_PATH.name, "is missing") from error
