"""Cues: the words of a sentence by which something is said, thought or wanted."""

from collections.abc import Iterator
from dataclasses import dataclass

from realpolitik.attributing.line import Line
from realpolitik.knowledge.reporting import (
    Reporting,
    reporting_verbs,
    small_words,
    source_phrases,
)

_SIGNS = frozenset(',;:.!?—–-―()[]“”"«»')
_QUOTES = ("“", '"', "''", ":")
_LONGEST_CHAIN = 7
OWNS = frozenset(["’s", "'s", "his", "her", "their", "its", "my", "our", "your", "’"])
"""Words behind which stands what somebody has."""


@dataclass(frozen=True, slots=True)
class Cue:
    """Tokens [first, end) of a cue, its verb at `at`.

    `sort` is verb, noun, phrase ("according to") or colon; `passive` is "was told",
    "criticised by".
    """

    first: int
    end: int
    at: int
    sort: str
    kind: str
    verb: Reporting | None = None
    passive: bool = False


def cues(line: Line) -> Iterator[Cue]:
    """Give the cues of a sentence in its order; some may prove none."""
    for at in range(len(line.tokens)):
        cue = _phrase(line, at) or _verb(line, at) or _noun(line, at)
        if cue:
            yield cue


def _phrase(line: Line, at: int) -> Cue | None:
    if line.low(at) not in ("according", "in"):
        return None
    for words in source_phrases():
        if all(line.low(at + i) == word for i, word in enumerate(words)):
            return Cue(at, at + len(words), at, "phrase", "said")
    return None


def _verb(line: Line, at: int) -> Cue | None:
    small, word = small_words(), line.low(at)
    verbs = reporting_verbs()
    pair = verbs.get(f"{word} {line.low(at + 1)}")
    verb = pair or verbs.get(word)
    if verb is None or line.low(at - 1) == "according":
        return None
    first = _chain(line, at)
    chain = [w for i in range(first, at) if (w := line.low(i)) in small["helping"]]
    helping = chain not in ([], ["’s"], ["'s"]) or verb.form in ("past", "ing")
    if not helping and chain:
        return None  # "Iran's call" is a noun
    if not chain and _is_noun(line, at, verb):
        return None
    if not _agrees(line, at, first, verb):
        return None
    passive = verb.form == "past" and _is_passive(line, first, at)
    end = at + (2 if pair else 1)
    if not pair and _takes(line, at, end):
        end += 1
    return Cue(first, end, at, "verb", verb.kind, verb, passive)


def _chain(line: Line, at: int) -> int:
    """Give where the helping words before a verb begin ("has also said")."""
    small, first = small_words(), at
    seen = at
    while seen > max(0, at - _LONGEST_CHAIN):
        word = line.low(seen - 1)
        if word in small["helping"]:
            seen -= 1
            first = seen
        elif word in small["adverbs"] or (word.endswith("ly") and len(word) > 4):
            seen -= 1
        else:
            break
    while first == at and seen < at and line.low(seen) in ("on", "in", "all", "fact"):
        seen += 1
    return first if first < at else seen


def _is_noun(line: Line, at: int, verb: Reporting) -> bool:
    """Say whether what looks like a verb is a noun or an adjective here."""
    small, before = small_words(), line.low(at - 1)
    if verb.form == "past":
        return before in small["determiners"] or before in ("of", "any")
    if before in small["nominal"] or before in ("’s", "'s"):
        return verb.form != "ing" or before in small["determiners"]
    if verb.form == "ing" or not verb.noun:
        return False
    return not _acts(line, at)


def _acts(line: Line, at: int) -> bool:
    """Say whether a word that may be a noun ("plans", "claims") is a verb here: a name
    or pronoun acts, and something is acted on.
    """
    small, before, follows = small_words(), line.tokens[at - 1], line.low(at + 1)
    if at and before.low in small["pronouns"] | small["relative"]:
        return True
    if follows in ("that", "to", *_QUOTES):
        return True
    if at == 0 or not before.text[:1].isupper() or before.text in ("The", "A"):
        return False
    if at + 1 >= len(line.tokens):
        return False
    return follows in small["acted-on"] or line.tokens[at + 1].text[:1].isupper()


def _agrees(line: Line, at: int, first: int, verb: Reporting) -> bool:
    """Say whether a bare form has something before it that it can go with."""
    if verb.form != "base" or first < at or at == 0:
        return verb.form != "base" or first < at
    before, small = line.tokens[at - 1], small_words()
    if before.low in small["pronouns"] and verb.lemma != "say":
        return before.low in ("i", "we", "you", "they", "who")
    if verb.lemma == "say" or before.low in ("and", "or"):
        return before.text[:1].isalnum()
    name = before.text[:1].isupper() and not verb.noun and not verb.strict
    return name or (
        before.low.endswith("s") and not before.low.endswith(("ss", "us", "is"))
    )


def _is_passive(line: Line, first: int, at: int) -> bool:
    being = small_words()["being"]
    chain = [line.low(i) for i in range(first, at)]
    last = [w for w in chain if w in small_words()["helping"]]
    if last and last[-1] in ("’s", "'s"):
        return False
    if line.low(at + 1) == "by":
        return True
    return bool(last) and last[-1] in being


def _takes(line: Line, at: int, end: int) -> bool:
    small, word = small_words(), line.low(end)
    if word == "to":
        return line.low(at) in small["takes-to"]
    return word in small["particles"] and line.low(at) not in ("said", "says", "say")


def _noun(line: Line, at: int) -> Cue | None:
    """Find "Iran's claim that", "his refusal to"."""
    small, word = small_words(), line.low(at)
    if word not in small["nouns"]:
        return None
    owned = not OWNS.isdisjoint((line.low(at - 1), line.low(at - 2)))
    if not owned or line.low(at + 1) not in small["begins"]:
        return None
    end = at + 1 if line.low(at + 1) in ("that", "to") else at + 2
    return Cue(at, end, at, "noun", "said")
