"""Where: a named place, by what the text is about and how well known the place is."""

import re
from collections.abc import Collection
from functools import lru_cache

from realpolitik.core.place import Place
from realpolitik.knowledge import forms, tables
from realpolitik.knowledge.directory import find_names, namings
from realpolitik.knowledge.gazetteer import Spot, spots
from realpolitik.knowledge.names import name_of
from realpolitik.knowledge.roles import find_roles
from realpolitik.knowledge.word_lists import word_list

# How much likelier a place is in a state that the text is about; less in the United
# States, whose towns bear the names of half the world.
_NEAR, _NEAR_NAMESAKE, _NAMESAKES = 25, 2, "USA"
_SURE = 10_000_000
_BIG = 30_000
_COMMON = word_list("common-in-place-names")
_AROUND = re.compile(
    r"^(?:the |near |outside |inside |northern |southern |eastern |western |central |"
    r"north |south |east |west |north-?eastern |north-?western |south-?eastern |"
    r"south-?western |downtown |city of |town of |village of |province of |port of |"
    r"island of |region of |capital |neighbouring |neighboring )+",
    re.IGNORECASE,
)
_TAIL = re.compile(
    r"(?:'s|’s)?(?: (?:province|region|city|island|islands|airport|border|district|"
    r"governorate|area|valley|peninsula|oblast|territory|base|airfield|air base|"
    r"village|town|port|county|state|bridge|airspace))+$",
    re.IGNORECASE,
)


def where(words: str, codes: Collection[str] = ()) -> Place | None:
    """Give the place that a name means; `codes` are the states that the text is about.

    >>> where("Tartus, Syria").country
    'SYR'
    """
    text = " ".join(words.split())
    if not text or (text.islower() and find_roles(forms.words(text))):
        return None
    for name in dict.fromkeys(_shorter(text)):
        found = _known_place(name) or _state(name) or _spot(name, codes)
        if found:
            return found
    if "," in text:
        return _within(text, codes)
    return _seat(text) or _inside(text, codes)


def _shorter(text: str) -> list[str]:
    bare = _AROUND.sub("", text)
    return [text, bare, _TAIL.sub("", bare), _TAIL.sub("", text)]


def _within(text: str, codes: Collection[str]) -> Place | None:
    first, _, last = text.partition(",")
    outer = where(last.strip(), codes)
    if not outer:
        return where(first, codes)
    return where(first, {outer.country} if outer.country else codes) or outer


def _known_place(name: str) -> Place | None:
    found = spots(name)
    return _place(found[0]) if found and found[0].weight >= _SURE else None


def _state(name: str) -> Place | None:
    found = [n for n in namings(forms.key(name)) if n.form == "state"]
    if not found or name.islower():
        return None
    return _of_code(found[0].code, name, "state")


def _of_code(code: str, name: str, feature: str) -> Place:
    country = _countries().get(code, code if len(code) == 3 else None)
    return Place(
        name_of(code) if feature == "state" else name, country, feature=feature
    )


def _seat(name: str) -> Place | None:
    """Give the state of a body that stands for its seat: "White House"."""
    for naming in namings(forms.key(name)):
        if naming.form == "org" and len(naming.code) == 3:
            return _of_code(naming.code, name, "seat")
    return None


def _spot(name: str, codes: Collection[str]) -> Place | None:
    found = spots(name)
    if not found:
        return None
    return _place(max(found, key=lambda spot: _weight(spot, codes)))


def _weight(spot: Spot, codes: Collection[str]) -> int:
    if spot.country not in codes:
        return spot.weight
    return spot.weight * (_NEAR_NAMESAKE if spot.country == _NAMESAKES else _NEAR)


def _inside(text: str, codes: Collection[str]) -> Place | None:
    """Give a place named within a longer phrase: "Turkish soil", "port of Tartus"."""
    found = forms.words(text)
    for start, word in enumerate(found):
        if not word.capital:
            continue
        for end in range(min(start + 3, len(found)), start, -1):
            name = " ".join(w.form for w in found[start:end])
            spot = spots(name)
            if spot and spot[0].weight >= _BIG and name not in _COMMON:
                return _spot(name, codes)
    for hit in find_names(found):
        naming = hit.namings[0]
        if naming.form in ("state", "people", "capital"):
            return _of_code(naming.code, text, "state")
    return None


@lru_cache(maxsize=1)
def _countries() -> dict[str, str]:
    return {row["code"]: row["country"] for row in tables.rows("places/within.csv")}


def _place(spot: Spot) -> Place:
    return Place(spot.name, spot.country, spot.latitude, spot.longitude, spot.feature)
