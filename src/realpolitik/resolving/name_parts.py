"""Words of a person's name that a table has for something else, and its initials."""

import re
from collections.abc import Sequence

from realpolitik.knowledge.directory import PARTICLES, Hit
from realpolitik.knowledge.forms import Word
from realpolitik.knowledge.word_lists import word_list
from realpolitik.resolving.phrase import Phrase

_INITIALS = re.compile(r"(?:[A-Z]\.){2,}")
_HALVES = word_list("halves-of-the-day")
_OF_NAMES = frozenset(["BUS", "EDU", "MED"])


def letters(words: Sequence[Word], at: int) -> list[str]:
    """Give the words that one of a name stands for: initials before it are several.

    >>> from realpolitik.knowledge.forms import words
    >>> letters(words("F.W. de Klerk"), 0), letters(words("U.S. partners"), 0)
    (['f', 'w'], ['us'])
    """
    word, after = words[at], words[at + 1 : at + 2]
    named = bool(after) and (after[0].capital or after[0].form in PARTICLES)
    initials = named and word.form not in _HALVES and _INITIALS.fullmatch(word.text)
    return list(word.form) if initials else [word.form]


def without_name_parts(hits: tuple[Hit, ...], taken: Phrase) -> tuple[Hit, ...]:
    """Drop firms that are the name of the person told of, or part of it ("Rafael
    Correa").
    """
    return tuple([hit for hit in hits if not _is_name_part(hit, taken)])


def _is_name_part(hit: Hit, taken: Phrase) -> bool:
    word, naming = taken.words[hit.start], hit.namings[0]
    firm = naming.form == "org" and naming.sector in _OF_NAMES
    if not firm or hit.end - hit.start > 1 or word.possessive or word.text.isupper():
        return False
    alone = not taken.roles and len(taken.own) == 1
    return alone or _is_name(taken, hit.start - 1) or _is_name(taken, hit.end)


def _is_name(taken: Phrase, at: int) -> bool:
    """Say whether a word beside a name may be a part of it: no title, nobody's name."""
    if not 0 <= at < len(taken.words) or not taken.words[at].capital:
        return False
    spans = [(role.start, role.end) for role in taken.roles]
    spans += [(hit.start, hit.end) for hit in (*taken.own, *taken.side)]
    known = any(start <= at < end for start, end in spans)
    return not known and not taken.words[at].possessive
