"""What a text says around its places: the states, regions and places that it names.

A name that many places bear ("London", "Tripoli") is read by what stands behind it
("London, Ont."), by the regions and states that the text names, and by the places
that it names without doubt. One name means one place throughout a text, except where
the words behind it say otherwise.
"""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import chain, pairwise

from realpolitik.core.document import Document
from realpolitik.core.mention import Mention
from realpolitik.core.place import Place
from realpolitik.knowledge import forms
from realpolitik.knowledge.directory import namings
from realpolitik.knowledge.gazetteer import (
    Spot,
    country_of_domain,
    region_words,
    regions,
    spots,
)
from realpolitik.knowledge.names import code_of
from realpolitik.resolving.containing import REACH, holders
from realpolitik.resolving.phrase import phrase
from realpolitik.resolving.places import held_in, region_of, unknown_in, where
from realpolitik.resolving.surroundings import (
    NOTHING,
    Point,
    Square,
    Squares,
    Surroundings,
    country_of,
    point,
    square,
)

_SURE, _SO_MUCH_LARGER = 100_000, 10
_REACH = 40  # characters behind a name in which its region may stand
_WRITTEN_OF = ("US.", "CA.", "AU.", "GB.")  # regions that the press names untold
_NAME = re.compile(r"\b(?:U\.S\.|[A-Z][^\W\d_]+(?:[ -][A-Z][^\W\d_]+)*)")
_SPLIT = re.compile(r"[ -]")
_SHORT = re.compile(r", ((?:[A-Z]\.){2,3}|[A-Z][a-z]{1,5}\.)")
_DOMAIN = re.compile(r"^\w+://[^/:]+\.([a-z]{2})(?=[/:]|$)")
_SOLD = {"AI", "CC", "CO", "FM", "IO", "ME", "TV"}  # used all over the world
_BEHIND = re.compile(
    r"(?:, ?(?:in )?| ?\()(?P<name>(?:[A-Z]\. ?){2,3}|[A-Z][^\W\d_]*\.?"
    r"(?: [A-Z][^\W\d_]*\.?)*)"
)


@dataclass(slots=True)
class Atlas:
    """The places of one document, each decided when it is first asked for."""

    document: Document
    around: Surroundings = NOTHING
    decided: dict[tuple[str, str | None], Place | None] = field(default_factory=dict)

    @classmethod
    def of(cls, document: Document, mentions: Sequence[Mention]) -> "Atlas":
        """Take in all that a document names before any place is decided."""
        places = [m for m in mentions if m.kind == "place"]
        atlas = cls(document)
        if places:
            named = [(m.text, atlas.behind(m)) for m in places]
            atlas.around = _around(document, mentions, named)
            atlas.decided = _told(named)
        return atlas

    def behind(self, mention: Mention) -> str | None:
        """Give the name that stands behind a mention: "Ont." in "London, Ont."."""
        return behind(self.document.text[mention.end : mention.end + _REACH])

    def place(self, mention: Mention, codes: Collection[str]) -> Place | None:
        """Give the place that a mention means; `codes` are the states spoken of."""
        name = self.behind(mention)
        asked = forms.key(mention.text), name
        if asked not in self.decided:
            self.decided[asked] = where(
                mention.text, codes, around=self.around, behind=name
            )
        found = self.decided[asked]
        if found is None and mention.text[:1].isupper():
            found = self._held(mention, codes)
            if found:
                self.decided[asked] = self.decided[forms.key(mention.text), None] = (
                    found
                )
        return found

    def _held(self, mention: Mention, codes: Collection[str]) -> Place | None:
        """Give an unknown place the state of what the text says that holds it."""
        text, start, end = self.document.text, mention.start, mention.end
        around = text[max(0, start - REACH) : start], text[end : end + REACH]
        for name in holders(*around):
            place = where(name, codes, around=self.around)
            if place and place.country:
                return Place(mention.text, place.country, feature="place")
        return None


def named_beside(names: Sequence[str]) -> Surroundings:
    """Give what stands around a place if a text names states, regions and places."""
    states = _states((), ". ".join(names))
    states |= {
        code_of(name) or "": frozenset([forms.key(name)])
        for name in names
        if name.isupper() and code_of(name)
    }
    found = {region_of(name) for name in names if not _is_state(name)}
    places = {
        forms.key(name): _candidates(name, None)[:1]
        for name in names
        if _means_a_city(name)
    }
    held = _regions_like_states(places)
    named = frozenset(region for region in found if region) | held
    return Surroundings(states, named, _squares(places))


def behind(text: str) -> str | None:
    """Give the name that a text begins with, as behind the name of a town.

    >>> behind(", Ky. (AP)"), behind(" in April")
    ('Ky.', None)
    """
    match = _BEHIND.match(text)
    found = match.group("name").split() if match else []
    for end in range(len(found), 0, -1):  # "Idaho. Mr. Smith" begins with one
        name = " ".join(found[:end])
        for written in (name, name.removesuffix(".")):
            if region_of(written) or _is_state(written):
                return written
    return None


def _around(
    document: Document,
    mentions: Sequence[Mention],
    named: Sequence[tuple[str, str | None]],
) -> Surroundings:
    found = {region_of(name) for name, _ in named if _means_a_region(name)}
    regions_named = frozenset(r for r in found if r) | _written(document.text)
    candidates = {forms.key(name): _candidates(name, held) for name, held in named}
    sure = {name: found[:1] for name, found in candidates.items() if _is_sure(found)}
    regions_named |= _regions_like_states(sure)
    states = _states(mentions, document.text)
    return Surroundings(
        states,
        regions_named,
        _squares(sure),
        _squares(candidates),
        _home(document.url or ""),
    )


def _regions_like_states(found: Mapping[str, Sequence[Spot]]) -> frozenset[str]:
    """Give the regions of sure places that are called like a state: in a text that
    names Atlanta, "Georgia" may be its region.
    """
    spots_of = (spot for places in found.values() for spot in places)
    held = {spot.region for spot in spots_of if spot.region}
    return frozenset(region for region in held if _is_called_like_a_state(region))


@lru_cache(maxsize=5000)
def _is_called_like_a_state(region: str) -> bool:
    """Say whether another state bears the name of a region; England is Britain's."""
    if region not in regions():
        return False
    meant = namings(forms.key(regions()[region].name))[:1]
    return any(n.form == "state" and n.code != country_of(region) for n in meant)


def _home(address: str) -> str | None:
    """Give the state of an address ("abc.net.au"), None where it is of no state."""
    match = _DOMAIN.search(address)
    ending = match.group(1).upper() if match else ""
    return None if ending in _SOLD else country_of_domain(ending)


def _told(
    named: Sequence[tuple[str, str | None]],
) -> dict[tuple[str, str | None], Place | None]:
    """Decide names by what stands behind them once: it holds for all their places."""
    told: dict[tuple[str, str | None], Place | None] = {}
    for name, held in named:
        if held and (place := held_in(name, held) or unknown_in(name, held)):
            told.setdefault((forms.key(name), None), place)
    return told


def _squares(found: Mapping[str, Sequence[Spot]]) -> Squares:
    squares: dict[Square, set[tuple[str, Point]]] = {}
    for name, places in found.items():
        for place in filter(None, map(point, places)):
            squares.setdefault(square(place), set()).add((name, place))
    return {place: frozenset(names) for place, names in squares.items()}


def _states(mentions: Sequence[Mention], text: str) -> dict[str, frozenset[str]]:
    """Give the states that are named, with the words that name them."""
    found: dict[str, set[str]] = {}
    actors = (m.text for m in mentions if m.kind == "actor" and m.form != "pronoun")
    said = [(word, code) for name in actors for word, code, _ in _named(name)]
    said += [
        (word, code)
        for word, code, form in _said(text)
        if form != "capital" or _is_sure(_candidates(word, None))
    ]
    for word, code in said:
        found.setdefault(code, set()).add(word)
    return {code: frozenset(words) for code, words in found.items()}


@lru_cache(maxsize=20_000)
def _named(text: str) -> tuple[tuple[str, str, str], ...]:
    taken = phrase(text)
    return tuple(
        (
            " ".join(w.form for w in taken.words[hit.start : hit.end]),
            first.code,
            first.form,
        )
        for hit in (*taken.own, *taken.side)
        for first in hit.namings[:1]
        if first.form in ("state", "people", "capital")
    )


@lru_cache(maxsize=20_000)
def _is_state(name: str) -> bool:
    return any(naming.form == "state" for naming in namings(forms.key(name))[:1])


@lru_cache(maxsize=20_000)
def _means_a_region(name: str) -> bool:
    """Say whether a name can be that of a region only: of no state and no city."""
    return not _means_a_city(name) and not _is_state(name)


def _means_a_city(name: str) -> bool:
    found = [s for s in spots(name)[:1] if s.feature != "region"]
    return bool(found) and not _is_state(name)


def _said(text: str) -> Iterator[tuple[str, str, str]]:
    """Give the names of states in a text with their codes and forms."""
    return chain.from_iterable(map(_states_in, _names_in(text)))


@lru_cache(maxsize=4)
def _names_in(text: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(_NAME.findall(text)))


@lru_cache(maxsize=20_000)
def _states_in(name: str) -> tuple[tuple[str, str, str], ...]:
    found = [(part.lower(), namings(part.lower())) for part in _within(name)]
    return tuple(
        [
            (part, meant[0].code, meant[0].form)
            for part, meant in found
            if meant and meant[0].form in ("state", "people", "capital")
        ]
    )


@lru_cache(maxsize=20_000)
def _within(name: str) -> tuple[str, ...]:
    """Give the words of a name, its pairs of words and the whole."""
    parts = _SPLIT.split(name)
    if len(parts) == 1:
        return (name,)
    pairs = (f"{first} {second}" for first, second in pairwise(parts))
    return tuple(dict.fromkeys((name, *pairs, *parts)))


def _written(text: str) -> frozenset[str]:
    """Give the regions of some states that a text names anywhere, by their whole name
    or by a short form behind a comma.
    """
    named = chain.from_iterable(map(_regions_in, _names_in(text)))
    short = [_codes().get(word) for word in _SHORT.findall(text)]
    return frozenset(named).union([code for code in short if code])


@lru_cache(maxsize=20_000)
def _regions_in(name: str) -> tuple[str, ...]:
    codes = _codes()
    return tuple([codes[part] for part in _within(name) if part in codes])


@lru_cache(maxsize=1)
def _codes() -> dict[str, str]:
    names = {word: code for word, code in region_words().items() if "." in word}
    for code, region in regions().items():
        if code.startswith(_WRITTEN_OF) and _means_a_region(region.name):
            names[region.name] = code
    return names


@lru_cache(maxsize=20_000)
def _candidates(text: str, held: str | None) -> tuple[Spot, ...]:
    if _is_state(text):
        return ()
    region = region_of(held) if held else None
    found = [s for s in spots(text) if s.feature != "region"]
    return tuple(s for s in found if not region or s.region == region)


def _is_sure(found: Sequence[Spot]) -> bool:
    """Say whether a name means its first place, whatever the text is about."""
    if len(found) < 2:
        return bool(found)
    known = found[0].weight >= _SURE
    return known and found[0].weight >= _SO_MUCH_LARGER * found[1].weight
