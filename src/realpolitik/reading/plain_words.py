"""Where a word says outright what a claim is, it wins over what the model weighed."""

import tomllib
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import pairwise
from pathlib import Path

from realpolitik.reading.drafts import Draft

_TABLE = Path(__file__).parent / "plain_words.toml"


def settle(made: Draft, words: Sequence[str]) -> Draft:
    """Mend the type and the negation of a draft by the words of its sentence.

    "Russian imports stood at ..." is a figure of imports; "does not look fragile" is a
    judgement by the word fragile; "not only sells" denies no sale.
    """
    if made.dropped:
        return made
    plain, trigger = _plain(), [word.lower() for word in words[made.start : made.end]]
    types = {"figure": plain.indicators, "judgement": plain.judgements}.get(made.kind)
    named = [types[word] for word in trigger if types and word in types]
    if named:
        made = replace(made, type=named[0])
    if made.negated and _adds(words[: made.start], plain):
        made = replace(made, negated=False)
    return made


@dataclass(frozen=True, slots=True)
class _Plain:
    indicators: dict[str, str]
    judgements: dict[str, str]
    additions: frozenset[tuple[str, str]]
    reach: int


def _adds(before: Sequence[str], plain: _Plain) -> bool:
    near = [word.lower() for word in before[-plain.reach :]]
    return any(pair in plain.additions for pair in pairwise(near))


@lru_cache(maxsize=1)
def _plain() -> _Plain:
    table = tomllib.loads(_TABLE.read_text("utf-8"))
    added = table["additions"]
    return _Plain(
        _by_word(table["indicators"]),
        _by_word(table["judgements"]),
        frozenset((a, b) for a in added["first"] for b in added["second"]),
        added["reach"],
    )


def _by_word(table: dict[str, list[str]]) -> dict[str, str]:
    return {word: name for name, words in table.items() for word in words}
