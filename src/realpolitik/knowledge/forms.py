"""How names are compared: words without case, accents, dots and possessive endings."""

import re
import unicodedata
from functools import lru_cache
from typing import NamedTuple

_WORD = re.compile(r"[^\W_]+(?:['’`ʼ.]+[^\W_]+)*\.?(?:['’](?!\w))?")
_POSSESSIVE = re.compile(r"['’`ʼ]s?$")
_ELIDED = re.compile(r"(?<=\b[a-zA-Z])['’](?=\w)")
_MARKS = re.compile(r"['’`ʼ.]")
_LETTERS = str.maketrans({"ı": "i", "ł": "l", "ø": "o", "đ": "d", "ə": "e"})
_SOUNDS = (
    ("tch", "ch"), ("sch", "sh"), ("kh", "h"), ("gh", "g"), ("dh", "d"), ("ph", "f"),
    ("ck", "k"), ("ou", "u"), ("oo", "u"), ("ee", "i"), ("ei", "i"), ("ai", "i"),
    ("oe", "o"), ("ue", "u"), ("ae", "a"),
    ("y", "i"), ("j", "i"), ("w", "v"), ("q", "k"), ("dzh", "di"),
)  # fmt: skip


class Word(NamedTuple):
    """A word of a phrase: its comparable form, and how it was written; a `capital` one
    begins with a capital letter.
    """

    form: str
    text: str
    start: int
    end: int
    possessive: bool = False
    capital: bool = False


@lru_cache(maxsize=100_000)
def words(phrase: str) -> tuple[Word, ...]:
    """Cut a phrase into comparable words.

    >>> [word.form for word in words("U.N.-backed Türkiye's army")]
    ['un', 'backed', 'turkiye', 'army']
    """
    out = []
    for match in _WORD.finditer(phrase):
        text = match.group()
        start, end = match.span()
        capital = text[0].isupper()
        if text.isascii() and text.isalnum():
            out.append(Word(text.lower(), text, start, end, False, capital))
            continue
        bare = _POSSESSIVE.sub("", text)
        form = plain(_MARKS.sub("", bare))
        if form:
            owns = bare != text
            out.append(Word(form, text, start, end, owns, capital))
    return tuple(out)


@lru_cache(maxsize=50_000)
def key(phrase: str) -> str:
    """Give the form under which a name is filed.

    >>> key("Da’esh"), key("al-Qaeda in the Arabian Peninsula")
    ('daesh', 'al qaeda in the arabian peninsula')
    """
    return " ".join(word.form for word in words(phrase))


def apart(name: str) -> str:
    """Give a name with a space for the apostrophe of a short word before it.

    >>> apart("Côte d'Ivoire"), apart("Xi'an")
    ('Côte d Ivoire', "Xi'an")
    """
    return _ELIDED.sub(" ", name)


@lru_cache(maxsize=50_000)
def plain(text: str) -> str:
    """Give letters without case and accents."""
    if text.isascii():
        return text.lower()
    letters = unicodedata.normalize("NFD", text.casefold().translate(_LETTERS))
    return "".join(c for c in letters if not unicodedata.combining(c)).lower()


@lru_cache(maxsize=50_000)
def sound(form: str) -> str:
    """Give a rough sound of a name, the same for its usual transliterations.

    >>> sound("zelenskyy") == sound("zelenskiy") == sound("zelensky")
    True
    """
    for old, new in _SOUNDS:
        form = form.replace(old, new)
    said = form[:1]
    for letter in form:
        if letter != said[-1]:
            said += letter
    return said
