"""How much: a number in figures or words, with its unit and bound."""

import re
from functools import lru_cache

from realpolitik.core.quantity import Quantity
from realpolitik.knowledge import tables
from realpolitik.knowledge.directory import find_names
from realpolitik.knowledge.forms import key, words
from realpolitik.knowledge.roles import find_roles
from realpolitik.knowledge.word_lists import word_list

_FIGURE = re.compile(r"\d{1,3}(?:[,\u00a0\u202f ]\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?")
_ABOVE = re.compile(
    r"\b(more than|over|at least|above|exceed\w*|upwards of|no fewer than|no less than|"
    r"in excess of|greater than|minimum of|surpass\w*|well over)\b|\d\+|\bor more\b"
)
_BELOW = re.compile(
    r"\b(less than|fewer than|under|below|up to|nearly|almost|at most|as many as|"
    r"close to|as much as|no more than|maximum of|approaching|just short of)\b"
)
_ABOUT = re.compile(
    r"\b(about|around|some|roughly|approximately|an estimated|estimated|circa|"
    r"or so|nearly|almost|close to)\b|~"
)
_RANGE = re.compile(
    r"(\d[\d,.]*)(\s?%| percent| per cent| million| billion)?\s?(?:-|–|to|and)\s?"
    r"[$€£]?(\d[\d,.]*)"
)
_LOST = re.compile(
    r"^(?:about|more than|over|some|nearly|almost|around|at least|up to|less than)"
    r"\s+[a-z]+$|\bto\s+[a-z]+$"
)
_LETTERS = re.compile(r"[a-z]+")
_CLAUSE_END = re.compile(r"[,;:.]|\b(?:and|but|while|after|before|who|which|to|from)\b")
_THOUSAND = 1000
_HALF = re.compile(r"\bhalf an? (million|billion|trillion|dozen)\b")
_HARM = re.compile(
    r"\b(?:kill|die[sd]?\b|dead|death|wound|injur|arrest|shot|execut|evacuat|fled|flee|"
    r"hostage|detain|drown|captur|abduct|kidnap|casualt|toll|march|protest|deport)"
)
_LITTLE = word_list("around-numbers")
_CODE = re.compile(r"\b[A-Z]{3}\b(?=\s?[\d.])|(?<=\d )[A-Z]{3}\b")


def how_much(said: str, after: str = "", before: str = "") -> Quantity | None:
    """Give the quantity that is stated; `before` and `after` are the text around it.

    >>> how_much("more than USD 1.9 billion")
    Quantity(value=1900000000.0, unit='USD', high=None, approximate=True, bound='>', \
lost=False)
    """
    text = " ".join(said.replace("\u2019", "'").split())
    low = text.lower()
    value, high = _values(low)
    unit = _unit(text) or _counted(text) or _unit_around(before, after)
    if value is None:
        lost = bool(_LOST.search(low))
        return Quantity(None, unit, lost=True) if lost else None
    bound = ">" if _ABOVE.search(low) else "<" if _BELOW.search(low) else None
    vague = any(word in low for word in _vague()) and not _FIGURE.search(low)
    approximate = bool(bound or vague or _ABOUT.search(low))
    if unit is None and _is_share(low):
        unit = "percent"
    return Quantity(value, unit, high, approximate, bound)


def _values(low: str) -> tuple[float | None, float | None]:
    scale = _scale(low)
    if match := _RANGE.search(low):
        first, last = _float(match.group(1)), _float(match.group(3))
        if first is not None and last is not None and first < last:
            return first * scale, last * scale
    if match := _FIGURE.search(low):
        return float(re.sub(r"[^\d.]", "", match.group())) * scale, None
    return _in_words(low), None


def _float(text: str) -> float | None:
    try:
        return float(text.replace(",", "").rstrip("."))
    except ValueError:
        return None


def _scale(low: str) -> float:
    match = _FIGURE.search(low)
    if not match:
        return 1.0
    scale = 1.0
    for word in _LETTERS.findall(low[match.end() :])[:4]:
        kind, value = _numbers().get(word, ("", 0.0))
        if kind == "scale" or word in ("dozens", "hundreds", "thousands"):
            scale *= value
        elif scale > 1 or word in ("per", "of"):
            break
    return scale


def _in_words(low: str) -> float | None:
    if match := _HALF.search(low):
        return _numbers()[match.group(1)][1] / 2
    for phrase in sorted(_vague(), key=len, reverse=True):
        if phrase in low and re.search(rf"\b{phrase}\b", low):
            return _vague()[phrase]
    found = [_numbers().get(word) for word in _LETTERS.findall(low)]
    if any(entry and entry[0] in ("unit", "scale") for entry in found):
        return _sum(found)
    for entry in filter(None, found):
        kind, value = entry
        return value if kind == "times" else _share(low, value)
    return None


def _sum(found: list[tuple[str, float] | None]) -> float:
    """Add up number words: units add, scales multiply, thousands begin anew."""
    total = current = 0.0
    for entry in found:
        kind, value = entry or ("", 0.0)
        if kind == "unit":
            current += value
        elif kind == "scale":
            current = max(current, 1.0) * value
            if value >= _THOUSAND:
                total, current = total + current, 0.0
    return total + current


def _share(low: str, value: float) -> float:
    fractions = {"third": 100 / 3, "fifth": 20.0, "tenth": 10.0, "quarter": 25.0}
    for word, part in fractions.items():
        if re.search(rf"\b(?:a|one|two|three|four)?[ -]?{word}s?\b", low):
            return part
    return value


def _is_share(low: str) -> bool:
    return bool(re.search(r"\b(half|quarter|third|fifth|tenth)s?\b", low))


def _unit(text: str) -> str | None:
    """Give the first unit in a text: a code or sign before nouns, else the first."""
    if match := _CODE.search(text):
        return match.group()
    for sign, named in _signs():
        if sign in text:
            return named
    found = words(text)
    for start in range(len(found)):
        for end in range(min(start + 3, len(found)), start, -1):
            unit = _units().get(" ".join(w.form for w in found[start:end]))
            if unit:
                return unit
    return None


def _counted(text: str) -> str | None:
    """Give the noun that is counted in "two reactors": its last word, singular."""
    for part in text.split(" of "):
        nouns = [w.form for w in words(part) if _is_noun(w.form)]
        if nouns and _are_people(text):
            return "person"
        if nouns:
            return _singular(nouns[-1])
    return None


def _is_noun(form: str) -> bool:
    return not (form[0].isdigit() or form in _numbers() or form in _LITTLE)


def _singular(noun: str) -> str | None:
    if len(noun) < 3 or not noun.isalpha():
        return None
    for ending, one in (("ies", "y"), ("sses", "ss"), ("shes", "sh"), ("ches", "ch")):
        if noun.endswith(ending):
            return noun[: -len(ending)] + one
    return noun.removesuffix("s") if not noun.endswith("ss") else noun


def _are_people(text: str) -> bool:
    found = words(text)
    roles = [r.role for r in find_roles(found)]
    if any(role.kind == "person" for role in roles):
        return True
    return any(hit.namings[0].form == "people" for hit in find_names(found))


def _unit_around(before: str, after: str) -> str | None:
    near = _CLAUSE_END.split(" ".join(after.split()[:6]))[0]
    unit = _unit(near) if near else None
    if unit:
        return unit
    if _are_people(near) or _HARM.search(f"{before[-60:]} {after[:60]}".lower()):
        return "person"
    return None


@lru_cache(maxsize=1)
def _signs() -> list[tuple[str, str]]:
    found = [
        (row["word"], row["unit"])
        for row in tables.rows("words/units.csv")
        if not row["word"][-1].isalpha()
    ]
    return sorted(found, key=_longest_first)


def _longest_first(entry: tuple[str, str]) -> int:
    return -len(entry[0])


@lru_cache(maxsize=1)
def _numbers() -> dict[str, tuple[str, float]]:
    rows = tables.rows("words/numbers.csv")
    return {row["word"]: (row["kind"], float(row["value"])) for row in rows}


@lru_cache(maxsize=1)
def _vague() -> dict[str, float]:
    return {word: v for word, (kind, v) in _numbers().items() if kind == "vague"}


@lru_cache(maxsize=1)
def _units() -> dict[str, str]:
    return {
        key(row["word"]): row["unit"]
        for row in tables.rows("words/units.csv")
        if row["word"][-1].isalpha() or row["word"][-1].isdigit()
    }
