"""How much: a number in figures or words, with its unit and bound."""

import re
from collections.abc import Sequence
from functools import lru_cache

from realpolitik.core.quantity import Quantity
from realpolitik.knowledge import tables
from realpolitik.knowledge.directory import find_names
from realpolitik.knowledge.forms import Word, key, words
from realpolitik.knowledge.roles import find_roles
from realpolitik.knowledge.word_lists import word_list
from realpolitik.resolving.amounts import number_said, numbers, vague

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
_LOST = re.compile(
    r"^(?:about|more than|over|some|nearly|almost|around|at least|up to|less than)"
    r"\s+[a-z]+$|\bto\s+[a-z]+$"
)
_CLAUSE_END = re.compile(r"[,;:.]|\b(?:and|but|while|after|before|who|which|to|from)\b")
_HARM = re.compile(
    r"\b(?:kill|die[sd]?\b|dead|death|wound|injur|arrest|shot|execut|evacuat|fled|flee|"
    r"hostage|detain|drown|captur|abduct|kidnap|casualt|toll|march|protest|deport)"
)
_LOST_END = re.compile(r"\d to (?:[a-z]+s|percent|per cent|km|million|billion)$")
_DIGIT = re.compile(r"\d")
_HANGING = re.compile(r"\d([A-Za-z]{2,4})\b")
_LEADING = re.compile(r"\b([A-Z]{2,3})\d")
_DIGITS = re.compile(r"^.*\d")
_RATE = re.compile(
    r"^ ?(?:million |billion )?(?:\w+ )?(?:per|an?) (?P<of>barrel|gallon|gram|kilo|"
    r"litre|liter|ounce|share|square foot|ton|tonne)\b"
)
_VOTING = re.compile(r"\bvot(?:e[sd]?|ing)\b|\babst(?:ain|ention)|\bin favou?r\b")
_VOTES = re.compile(
    r"^,? ?(?:votes?\b|to \d|against\b|for\b|in favou?r|abst|with|"
    r"(?:members?|states?|countries|deputies|senators) (?:vot|abst))"
)
_ORDINAL = re.compile(
    r"(?:\d(?:st|nd|rd|th)|fourth|fifth|sixth|seventh|eighth|ninth|"
    r"tenth|second|third)$"
)
_RANKED = re.compile(r"^[ -](?:largest|biggest|most|highest|on our|on the|trading)\b")
_PER_TIME = re.compile(
    r"^ ?(?:an?|per|last|next|this|each|every|in|since|by|on) (?:\w+ )?"
    r"(?:year|month|week|day|hour)",
    re.IGNORECASE,
)
_HUMAN = re.compile(
    r"(?:men|women|ists|eers|ants|ers|tors|sors|ians|eans|ees|folk|jews|guards|"
    r"compatriots|heads|helmets|troops|forces|goers)$"
)
_NOUN_PHRASE, _NEXT = 5, 2
_THINGS = word_list("nouns-for-things")
_OF_PEOPLE = word_list("nouns-for-people")
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
    number = number_said(low, after)
    unit = _unit_of(text, low, before, after)
    if number is None:
        lost = bool(_LOST.search(low))
        return Quantity(None, unit, lost=True) if lost else None
    lost = bool(_LOST_END.search(low))
    bound = ">" if _ABOVE.search(low) else "<" if _BELOW.search(low) else None
    unsure = any(word in low for word in vague()) and not _DIGIT.search(low)
    approximate = bool(bound or unsure or _ABOUT.search(low))
    unit = number.unit or unit
    return Quantity(number.value, unit, number.high, approximate, bound, lost)


def _unit_of(text: str, low: str, before: str, after: str) -> str | None:
    near = _CLAUSE_END.split(" ".join(after.split()[:6]))[0]
    if _is_vote(before, after):
        return "vote"
    if _is_rank(low, after):
        return "rank"
    unit = _glued(text) or _unit(text) or _counted(text)
    unit = unit or _unit_around(before, near, after)
    rate = _RATE.match(f"{_DIGITS.sub('', text)} {after}") if unit else None
    return f"{unit}/{rate.group('of')}" if rate else unit


def _glued(text: str) -> str | None:
    """Give the unit that hangs on its figure ("278kg", "1.38pc")."""
    match = _HANGING.search(text) or _LEADING.search(text)
    return _units().get(key(match.group(1))) if match else None


def _is_vote(before: str, after: str) -> bool:
    return bool(_VOTES.match(after) and _VOTING.search(f"{before[-90:]} {after[:90]}"))


def _is_rank(low: str, after: str) -> bool:
    return bool(_ORDINAL.search(low) and _RANKED.match(after))


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
        nouns = [w for w in words(part) if _is_noun(w.form)]
        if nouns:
            return "person" if _is_human(part, nouns[-1]) else _singular(nouns[-1].form)
    return None


def _is_noun(form: str) -> bool:
    return not (form[0].isdigit() or form in numbers() or form in _LITTLE)


def _singular(noun: str) -> str | None:
    if len(noun) < 3 or not noun.isalpha():
        return None
    for ending, one in (("ies", "y"), ("sses", "ss"), ("shes", "sh"), ("ches", "ch")):
        if noun.endswith(ending):
            return noun[: -len(ending)] + one
    return noun.removesuffix("s") if not noun.endswith("ss") else noun


def _is_human(text: str, head: Word) -> bool:
    """Say whether a head noun counts people: a role, a people, or by its ending."""
    found = words(text)
    for role in find_roles(found):
        if found[role.end - 1].form == head.form and role.role.kind == "person":
            return True
    for hit in find_names(found):
        if found[hit.end - 1].form == head.form and hit.namings[0].form == "people":
            return True
    if head.form in _THINGS:
        return False
    return head.form in _OF_PEOPLE or bool(_HUMAN.search(head.form))


def _unit_around(before: str, near: str, after: str) -> str | None:
    found = () if _PER_TIME.match(near) else words(near)[:_NOUN_PHRASE]
    heads = [i for i, w in enumerate(found) if _is_plural(w.form)]
    if heads:
        at = heads[0]
        if found[at].capital and heads[1:] and heads[1] - at <= _NEXT:
            at = heads[1]  # "Chinese patrol vessels" are no Chinese
        human = _is_human(near[: found[at].end], found[at])
        unit = _unit_ending(found, at)
        return unit or ("person" if human else _singular(found[at].form))
    unit = _unit(near) if near and not _PER_TIME.match(near) else None
    if unit or not _HARM.search(f"{before[-60:]} {after[:60]}".lower()):
        return unit
    return "person"


def _unit_ending(found: Sequence[Word], at: int) -> str | None:
    """Give the unit whose words end at a place, the longest first."""
    for start in range(max(at - 2, 0), at + 1):
        unit = _units().get(" ".join(w.form for w in found[start : at + 1]))
        if unit:
            return unit
    return None


def _is_plural(form: str) -> bool:
    known = form in _OF_PEOPLE or _units().get(form)
    return bool(known) or (len(form) > 3 and form.endswith("s") and form not in _LITTLE)


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
def _units() -> dict[str, str]:
    return {
        key(row["word"]): row["unit"]
        for row in tables.rows("words/units.csv")
        if row["word"][-1].isalpha() or row["word"][-1].isdigit()
    }
