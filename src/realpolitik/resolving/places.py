"""Where: a named place, by what the text is about and how well known the place is."""

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from functools import lru_cache

from realpolitik.core.place import Place
from realpolitik.knowledge import forms, tables
from realpolitik.knowledge.directory import find_names, namings
from realpolitik.knowledge.gazetteer import (
    Spot,
    region_words,
    regions,
    spots,
    state_points,
)
from realpolitik.knowledge.names import name_of
from realpolitik.knowledge.roles import find_roles
from realpolitik.knowledge.short_names import short_name
from realpolitik.knowledge.word_lists import word_list
from realpolitik.resolving.surroundings import (
    NOTHING,
    Surroundings,
    country_of,
    is_capital,
    weigh,
    weigh_alone,
)

_SURE = 10_000_000
_BIG, _LARGE = 50_000, 200_000
_TOWNS_TOLD_BY_REGION = ("US.", "CA.", "AU.")
_TOLD = 0.2
_COMMON = word_list("common-in-place-names")
_AROUND = re.compile(
    r"^(?:the |near |outside |inside |northern |southern |eastern |western |central |"
    r"north |south |east |west |north-?eastern |north-?western |south-?eastern |"
    r"south-?western |downtown |city of |town of |village of |province of |port of |"
    r"island of |islet of |islets of |region of |capital |neighbouring |neighboring |"
    r"river |lake |mount |camp |greater )+",
    re.IGNORECASE,
)
_TAIL = re.compile(
    r"(?:'s|’s)?(?: (?:province|region|city|island|islands|airport|border|district|"
    r"governorate|area|valley|peninsula|oblast|territory|base|airfield|air base|"
    r"village|town|port|county|state|bridge|airspace|crossing|border crossing|"
    r"checkpoint|refugee camp|camp|dam|prison|terminal|river|frontier|(?:gas |oil )?"
    r"field|nuclear (?:power )?plant|power plant|shrine|(?:military|naval) base|"
    r"islands|enclave|corridor|coast|harbour|harbor|suburb|neighbourhood|"
    r"neighborhood|square|road|highway|front|lawn))+$",
    re.IGNORECASE,
)
_COUNTY = re.compile(r" co(?:\.|unty)$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Scene:
    codes: Collection[str]
    around: Surroundings
    behind: str | None


def where(
    words: str,
    codes: Collection[str] = (),
    *,
    around: Surroundings = NOTHING,
    behind: str | None = None,
) -> Place | None:
    """Give the place that a name means; `codes` are the states that the text is about,
    `around` is what else it names, `behind` the name that follows ("London, Ont.").

    >>> where("Tartus, Syria").country
    'SYR'
    """
    text = " ".join(words.split())
    if not text or (text.islower() and find_roles(forms.words(text))):
        return None
    scene = _Scene(codes, around, behind)
    for name in dict.fromkeys(_shorter(text)):
        if found := _named(name, scene):
            return found
    if "," in text:
        first, _, last = text.partition(",")
        inner = where(first, codes, around=around, behind=last.strip())
        return inner or where(last, codes, around=around)
    return _inside(text, scene) or _somewhere_in(text, behind)


def candidates(
    words: str, codes: Collection[str] = (), *, around: Surroundings = NOTHING
) -> list[tuple[Place, Spot | None]]:
    """Give every place that a name may mean, the one that a text would mean first."""
    text = " ".join(words.split())
    found: dict[Place, Spot | None] = {}
    code = short_name(text, around.states) or _code_of_state(text)
    state = _part_or_state(text, code) if code else None
    lower = code is not None and (
        _is_region_here(text, code, _Scene((), around, None))
        or any(spot.region in around.regions for spot in spots(text))
    )
    if state and not lower:
        found.setdefault(state)
    asked = {
        s: (s.region in around.regions, weigh(s, text, around, codes))
        for s in spots(text)
    }
    for spot in sorted(asked, key=asked.__getitem__, reverse=True):
        found.setdefault(_place(spot, text), spot)
    if state:
        found.setdefault(state)
    return list(found.items())


def _part_or_state(name: str, code: str) -> Place:
    part = _part(name, code)
    return _place(part, name) if part else _of_code(code)


@lru_cache(maxsize=4096)
def region_of(name: str) -> str | None:
    """Give the GeoNames code of the region that a name behind a town means.

    >>> region_of("Ky."), region_of("Ontario"), region_of("Tuesday")
    ('US.KY', 'CA.08', None)
    """
    if name in region_words():
        return region_words()[name]
    found = [spot for spot in spots(name) if spot.feature == "region"]
    return found[0].region if found else None


def held_in(name: str, behind: str | None) -> Place | None:
    """Give the place of a name that lies in what stands behind: "Paris, Texas"."""
    if not behind or behind == name:
        return None
    region, state = region_of(behind), _code_of_state(behind)
    inside = [s for s in spots(name) if region and s.region == region]
    if not inside and state and not _code_of_state(name):
        inside = [s for s in spots(name) if s.country == state]
    inside = [s for s in inside if s.feature != "region" or s.region != region]
    return _place(inside[0], name) if inside else None


def unknown_in(name: str, behind: str | None) -> Place | None:
    """Give the state of a town too small for the tables that is told by its region:
    "Churchill, Man.", "Paris, Idaho".

    Behind a comma a state may stand for itself ("in Paris, Germany said"), and so may
    a region that is one ("Georgia").
    """
    region = region_of(behind) if behind and behind != name else None
    if not region or not behind or _code_of_state(behind) or _code_of_state(name):
        return None
    if not region.startswith(_TOWNS_TOLD_BY_REGION) or region_of(name):
        return None
    return Place(name, country_of(region), feature="place")


def _shorter(text: str) -> Iterator[str]:
    if county := _COUNTY.search(text):
        yield f"{text[: county.start()]} County"
    bare = _AROUND.sub("", text)
    yield from (text, bare, _TAIL.sub("", bare), _TAIL.sub("", text))


def _named(name: str, scene: _Scene) -> Place | None:
    return (
        held_in(name, scene.behind)
        or unknown_in(name, scene.behind)
        or _known_place(name)
        or _state(name, scene)
        or _short_region(name)
        or _seat(name)
        or _people(name)
        or _spot(name, scene)
    )


def _known_place(name: str) -> Place | None:
    found = spots(name)
    known = found and found[0].weight >= _SURE
    return _place(found[0], name) if known else None


def _state(name: str, scene: _Scene) -> Place | None:
    code = short_name(name, scene.around.states) or _code_of_state(name)
    if not code or name.islower() or _is_region_here(name, code, scene):
        return None
    return _part_or_state(name, code)


def _code_of_state(name: str) -> str | None:
    found = [n for n in namings(forms.key(name)) if n.form == "state"]
    return found[0].code if found else None


def _part(name: str, code: str) -> Spot | None:
    """Give the region of a state that is named for the whole: "England"."""
    if forms.key(name) == forms.key(name_of(code)):
        return None
    found = [s for s in spots(name) if s.feature == "region" and s.country == code]
    return found[0] if found else None


def _is_region_here(name: str, code: str, scene: _Scene) -> bool:
    """Say whether a text means the region that bears a state's name: "Georgia" in one
    that names other regions of its state, and the state by no other word.
    """
    own = forms.key(name)
    if scene.around.speaks_of(code, besides=own):
        return False
    namesakes = [s for s in spots(name) if s.feature == "region" and s.country != code]
    others = {country_of(r) for r in scene.around.regions}
    return any(s.country in others and s.weight >= _LARGE for s in namesakes)


def _short_region(name: str) -> Place | None:
    code = region_words().get(name) or region_words().get(f"{name}.", "")
    region = regions().get(code)
    return _place(region, name) if region else None


def _people(name: str) -> Place | None:
    """Give the state of a people that stands for it: "German", "the Turkish side"."""
    found = spots(name)
    if name.islower() or (found and found[0].weight >= _LARGE):
        return None
    peoples = [n for n in namings(forms.key(name)) if n.form == "people"]
    return _of_code(peoples[0].code) if peoples else None


def _of_code(code: str) -> Place:
    country = _countries().get(code, code if len(code) == 3 else None)
    latitude, longitude = state_points().get(code, (None, None))
    return Place(name_of(code), country, latitude, longitude, "state")


def _seat(name: str) -> Place | None:
    """Give the state of a body that stands for its seat: "White House"."""
    found = spots(name)
    if found and found[0].weight >= _LARGE:
        return None
    for naming in namings(forms.key(name)):
        if naming.form == "org" and naming.code in state_points():
            latitude, longitude = _capital(naming.code)
            return Place(name, naming.code, latitude, longitude, "seat")
    return None


@lru_cache(maxsize=512)
def _capital(code: str) -> tuple[float | None, float | None]:
    for row in tables.rows("actors/state_names.csv"):
        if row["code"] == code and row["form"] == "capital":
            for spot in spots(row["name"]):
                if spot.country == code:
                    return spot.latitude, spot.longitude
    return None, None


def _spot(name: str, scene: _Scene) -> Place | None:
    found = spots(name)
    if not found:
        return None
    weights = [weigh(spot, name, scene.around, scene.codes) for spot in found]
    best = found[weights.index(max(weights))]
    told = max(weights) >= weigh_alone(best, name) + _TOLD
    if not told and best.weight < _BIG and scene.around.states:
        return None  # a village of a state that the text never speaks of
    return _place(best, name)


def _inside(text: str, scene: _Scene) -> Place | None:
    """Give a place named within a longer phrase: "Turkish soil", "port of Tartus"."""
    found = forms.words(text)
    for start, word in enumerate(found):
        if not word.capital:
            continue
        for end in range(min(start + 3, len(found)), start, -1):
            name = " ".join(w.form for w in found[start:end])
            spot = spots(name)
            if spot and spot[0].weight >= _BIG and name not in _COMMON:
                return _spot(name, scene)
    for hit in find_names(found):
        naming = hit.namings[0]
        if naming.form in ("state", "people", "capital"):
            return _of_code(naming.code)
    return None


def _somewhere_in(text: str, behind: str | None) -> Place | None:
    """Give the state of an unknown place by what stands behind it, and no more."""
    if not behind or not text[:1].isupper():
        return None
    code = country_of(region_of(behind) or "") or _code_of_state(behind)
    return Place(text, _countries().get(code, code), feature="place") if code else None


@lru_cache(maxsize=1)
def _countries() -> dict[str, str]:
    return {row["code"]: row["country"] for row in tables.rows("places/within.csv")}


def _place(spot: Spot, name: str) -> Place:
    feature = "capital" if is_capital(spot, name) else spot.feature
    return Place(spot.name, spot.country, spot.latitude, spot.longitude, feature)
