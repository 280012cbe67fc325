"""What an amount is of: the unit that is written, else the noun that is counted."""

import re
from collections.abc import Sequence
from functools import lru_cache

from realpolitik.knowledge.directory import find_names
from realpolitik.knowledge.forms import Word, key, words
from realpolitik.knowledge.own_actors import OwnActors, current
from realpolitik.knowledge.roles import find_roles
from realpolitik.knowledge.units import is_money, is_word_too, signs, unit_named
from realpolitik.knowledge.word_lists import word_list
from realpolitik.resolving.amounts import numbers

_CLAUSE_END = re.compile(
    r"[,;:.(]|\b(?:and|but|is|are|was|were|while|after|before|who|which|to|from|in|for|during|at|by|"
    r"since|against|with|under)\b"
)
_HARM = re.compile(
    r"\b(?:kill|die[sd]?\b|dead|death|wound|injur|arrest|shot|execut|evacuat|fled|flee|"
    r"hostage|detain|drown|captur|abduct|kidnap|casualt|toll|march|protest|deport)"
)
_PERSONS = re.compile(r"^,? (?:strong\b|(?:of )?whom?\b)")
_AGE = re.compile(r"\b(?:aged?|age of|ages of)(?: between| from)? $", re.IGNORECASE)
_DEGREES = re.compile(r"\d ?(?:deg(?:rees?)?|°) ?([CF])\b")
# A letter alone is a unit only where it hangs on its figure.
_HANGING = re.compile(
    r"\d ?([VWLlp]|(?<=\d)[A-Za-zµ]{2,5}|(?<=\d)[a-z]{1,3}/[a-z]{1,2})"
    r"(?![\w/])"
)
_LEADING = re.compile(r"\b([A-Z]{2,3})\d")
_SPACED_SIGN = re.compile(r"\b(US|HK|NT|NZ|AU|CA|MX|[ACSRMJ]) (?=\$)")
_DIGITS = re.compile(r"^.*\d")
_RATE = re.compile(
    r"^ ?(?:million |billion )?(?:[a-z]+ )?(?:per (?P<of>(?:square |cubic )?(?!cent\b|"
    r"day|week|month|year|hour|annum|capita|thousand|hundred)[a-zA-Z]{3,})|"
    r"an? (?P<each>barrel|gallon|gram|head|kilo|litre|liter|ounce|piece|share|"
    r"square foot|ton|tonne))\b"
)
_OPEN_END = re.compile(r"(?:[A-Z][a-z]+|-[a-z]+ed)$")
_HEAD = re.compile(r"^(?: [A-Za-z]+)? [a-z]+s\b")
_ACRONYM = re.compile(r"^ (?P<unit>[A-Z]{2,4}s?)(?=[),.;]|$| and\b)")
_LETTERS_ON = re.compile(r"(?<![A-Za-z\d])(\d[\d.,]*)(?=[a-z]{2})")
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
_NOUN_PHRASE, _NEXT, _LONG_PHRASE, _NEAR = 5, 2, 8, 6
_BEHIND_ONE = word_list("ends-of-heads") | {
    "and",
    "has",
    "is",
    "to",
    "was",
    "will",
    "last",
}
_THINGS = word_list("nouns-for-things")
_OF_PEOPLE = word_list("nouns-for-people")
_LITTLE = word_list("around-numbers")
_CODE = re.compile(r"\b[A-Z]{3}\b(?=\s?[\d.])|(?<=\d )[A-Z]{3}\b")
_PLURAL = re.compile(r"(?<![sui])s$")
_YEARS_OLD = re.compile(r"[1-9]\d")
_THOUSANDS = re.compile(r"\d{4}|\d,\d{3}|illion|\dbn|\dm\b")
_NAMED, _COMMA = re.compile(r"[A-Z][\w'’-]{2,}, $"), re.compile(r"^,|^\)")
_LETTER_UNITS = {"V": "V", "W": "W", "L": "litre", "l": "litre", "p": "penny"}


def unit_of(text: str, before: str, after: str) -> str | None:
    """Give the unit of an amount; `before` and `after` are the text around it."""
    if _is_vote(before, after):
        return "vote"
    if _RANKED.match(after) and _ORDINAL.search(text.lower()):
        return "rank"
    if "$" in text:
        text = _SPACED_SIGN.sub(r"\1", text)
    if _OPEN_END.search(text) and (head := _HEAD.match(after)):
        text += head.group()  # "about 460 Kia and Hyundai" vehicles
    if text.lower() == "one":
        return _of_one(after)
    if text.endswith(" strong"):
        return "person"
    if _YEARS_OLD.fullmatch(text) and _NAMED.search(before) and _COMMA.match(after):
        return "year"  # "Jane Doe, 20, said"
    unit = _written(text, current()) or _by_context(before, after)
    unit = unit or _unit_around(before, after)
    return _each(unit, text, after) if is_money(unit) else unit


@lru_cache(maxsize=20_000)
def _written(text: str, _own: OwnActors) -> str | None:
    """Give the unit that an amount itself is written with: a plain figure has none."""
    if not text.strip("0123456789.,"):
        return None
    return _glued(text) or _unit(text) or counted(text)


def _of_one(after: str) -> str | None:
    """Give what "one" counts: "one proposal", "one of the richest leagues"."""
    found = words(after)[:_LONG_PHRASE]
    if after.startswith(" of "):
        many = next((w for w in found if _is_plural(w.form)), None)
        return _noun(after[: many.end], many) if many else None
    head: Word | None = None
    for word in found:
        if word.form in _BEHIND_ONE or (head and word.form.endswith(("s", "ed"))):
            break
        head = word
    return (unit_named(head.form) or _noun(after[: head.end], head)) if head else None


def _noun(text: str, head: Word) -> str | None:
    return "person" if _is_human(text, head) else singular(head.form)


def _by_context(before: str, after: str) -> str | None:
    if _PERSONS.match(after):  # "1,700 strong", "six of whom"
        return "person"
    acronym = _ACRONYM.match(after)
    if acronym:
        return unit_named(key(acronym.group("unit"))) or acronym.group("unit")
    return "year" if _AGE.search(before) else None


def _each(money: str | None, text: str, after: str) -> str | None:
    """Give what money is paid for each of: "63 dollars a barrel"."""
    rate = _RATE.match(" ".join(f"{_DIGITS.sub('', text)} {after}".split()))
    of = (rate.group("of") or rate.group("each")) if rate else None
    return f"{money}/{of}" if of else money


def _glued(text: str) -> str | None:
    """Give the unit that hangs on its figure ("278kg", "1.38pc", "1.2deg C")."""
    if degrees := _DEGREES.search(text):
        return "celsius" if degrees.group(1) == "C" else "fahrenheit"
    found = (pattern.search(text) for pattern in (_HANGING, _LEADING))
    named = (_hanging(match.group(1)) for match in found if match)
    return next(filter(None, named), None)


def _hanging(word: str) -> str | None:
    if len(word) == 1:
        return _LETTER_UNITS[word]
    return word if is_money(word) else unit_named(key(word))


def _is_vote(before: str, after: str) -> bool:
    return bool(_VOTES.match(after) and _VOTING.search(f"{before[-90:]} {after[:90]}"))


def _unit(text: str) -> str | None:
    """Give the first unit in a text: a code or sign before nouns, else the first."""
    match = _CODE.search(text)
    if match and is_money(match.group()) and _is_meant(match.group(), text):
        return match.group()
    for sign, named in signs():
        if sign in text:
            return named
    found = words(_LETTERS_ON.sub(r"\1 ", text))
    for start in range(len(found)):
        for end in range(min(start + 3, len(found)), start, -1):
            unit = unit_named(" ".join(w.form for w in found[start:end]))
            if unit and (end - start > 1 or len(found[start].form) > 1):
                return unit
    return None


def _is_meant(code: str, text: str) -> bool:
    return not is_word_too(code) or bool(_THOUSANDS.search(text))


def counted(text: str) -> str | None:
    """Give the noun that is counted in "two reactors": its last word, singular."""
    for part in text.split(" of "):
        nouns = [w for w in words(part) if _is_noun(w.form)]
        if nouns:
            return "person" if _is_human(part, nouns[-1]) else singular(nouns[-1].form)
    return None


def _is_noun(form: str) -> bool:
    return not (form[0].isdigit() or form in numbers() or form in _LITTLE)


def singular(noun: str) -> str | None:
    """Give one of what a plural noun counts, None for what is no noun.

    >>> singular("agencies"), singular("viruses"), singular("houses"), singular("gas")
    ('agency', 'virus', 'house', 'gas')
    """
    if len(noun) < 3 or not noun.isalpha():
        return None
    for ending, one in _ONE_OF_MANY:
        if noun.endswith(ending):
            return noun[: -len(ending)] + one
    return noun.removesuffix("s") if len(noun) > 3 else noun


_ONE_OF_MANY = (
    ("movies", "movie"), ("series", "series"), ("species", "species"), ("ties", "ty"),
    ("ies", "y"), ("sses", "ss"), ("shes", "sh"), ("ches", "ch"), ("xes", "x"),
    ("viruses", "virus"), ("campuses", "campus"), ("buses", "bus"), ("heroes", "hero"),
    ("oranda", "orandum"), ("ss", "ss"), ("us", "us"), ("is", "is"),
)  # fmt: skip


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


def _unit_around(before: str, after: str) -> str | None:
    near = _CLAUSE_END.split(" ".join(after.split(maxsplit=_NEAR)[:_NEAR]), 1)[0]
    timed = bool(_PER_TIME.match(near))
    found = () if timed else words(near)[:_NOUN_PHRASE]
    heads = [i for i, w in enumerate(found) if _is_plural(w.form)]
    if heads:
        at = heads[0]
        if found[at].capital and heads[1:] and heads[1] - at <= _NEXT:
            at = heads[1]  # "Chinese patrol vessels" are no Chinese
        human = _is_human(near[: found[at].end], found[at])
        unit = _unit_ending(found, at)
        return unit or ("person" if human else singular(found[at].form))
    unit = _unit(near) if near and not timed else None
    if unit or not _HARM.search(f"{before[-60:]} {after[:60]}".lower()):
        return unit
    return "person"


def _unit_ending(found: Sequence[Word], at: int) -> str | None:
    """Give the unit whose words end at a place, the longest first."""
    for start in range(max(at - 2, 0), at + 1):
        unit = unit_named(" ".join(w.form for w in found[start : at + 1]))
        if unit:
            return unit
    return None


def _is_plural(form: str) -> bool:
    if form in _OF_PEOPLE or unit_named(form):
        return True
    counted_no = form in _LITTLE or form in numbers()
    return len(form) > 3 and bool(_PLURAL.search(form)) and not counted_no
