"""How well a place of a name fits what its text says around it.

The weights are powers of ten of population: a town of a region that the text names
stands against a namesake some thirty times its size.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from math import asin, cos, floor, log10, radians, sin, sqrt

from realpolitik.core.place import Place
from realpolitik.knowledge.directory import namings
from realpolitik.knowledge.forms import key
from realpolitik.knowledge.gazetteer import Spot, regions, spots

Point = tuple[float, float]
Square = tuple[int, int]
Squares = Mapping[Square, frozenset[tuple[str, Point]]]

_STATE, _REGION, _CAPITAL = 1.4, 1.5, 0.6
_CLOSE, _BESIDE, _MAYBE_BESIDE, _ENOUGH = 2.0, 0.8, 0.5, 2
_CLOSE_KM = 80.0
_VILLAGE = 2.5  # there is a village near everything: it says the less the smaller
_HOME = 0.7
# The towns of the United States bear the names of half the world: that the text speaks
# of the state says little, that it speaks of one of its regions says more.
_NAMESAKES, _STATE_OF_NAMESAKES = "USA", 0.3
_LEAST = 300  # people: a village of 1,000 is no ten times likelier than one of 100


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What a text names besides a place: `states` by the words that name them,
    `regions` by GeoNames code; `sure` and `maybe` are the names that stand for places
    of a square degree, without doubt or among others; `home` is where it was printed.
    """

    states: Mapping[str, frozenset[str]] = field(default_factory=dict)
    regions: frozenset[str] = frozenset()
    sure: Squares = field(default_factory=dict)
    maybe: Squares = field(default_factory=dict)
    home: str | None = None

    def speaks_of(self, code: str | None, *, besides: str = "") -> bool:
        """Say whether words other than a name speak of a state."""
        return bool(self.states.get(code or "", frozenset()) - {besides})


NOTHING = Surroundings()


def weigh(spot: Spot, name: str, around: Surroundings, codes: Collection[str]) -> float:
    """Weigh a place of a name; `codes` are states that the text is about."""
    score = weigh_alone(spot, name)
    own = around.regions - _regions_called(key(name))
    if spot.country in codes or around.speaks_of(spot.country, besides=key(name)):
        ties = _in_one_of(spot.country, own)
        few = spot.country == _NAMESAKES and not ties
        score += _STATE_OF_NAMESAKES if few else _STATE
    elif _in_one_of(spot.country, own):
        score += _STATE
    if spot.region in own and spot.feature != "region":
        score += _REGION
    if spot.country and spot.country == around.home:
        score += _HOME
    return score + _closeness(spot, key(name), around)


def weigh_alone(spot: Spot, name: str) -> float:
    """Weigh a place by how well known it is."""
    return log10(spot.weight + _LEAST) + _CAPITAL * is_capital(spot, name)


def point(spot: Spot | Place) -> Point | None:
    """Give where a place is, None where the gazetteer does not say."""
    if spot.latitude is None or spot.longitude is None:
        return None
    return spot.latitude, spot.longitude


@lru_cache(maxsize=20_000)
def is_capital(spot: Spot, name: str) -> bool:
    """Say whether a place is the capital that a name means."""
    found = namings(key(name))
    if not any(n.form == "capital" and n.code == spot.country for n in found):
        return False
    cities = (s for s in spots(name) if s.feature == "city")
    return spot == next((s for s in cities if s.country == spot.country), None)


def kilometres(first: Point, second: Point) -> float:
    """Give the distance along a great circle.

    >>> round(kilometres((51.5, -0.1), (48.9, 2.4)))
    340
    """
    south, east = radians(second[0] - first[0]), radians(second[1] - first[1])
    chord = sin(south / 2) ** 2
    chord += cos(radians(first[0])) * cos(radians(second[0])) * sin(east / 2) ** 2
    return 12742 * asin(sqrt(min(chord, 1.0)))


def _in_one_of(country: str | None, regions: frozenset[str]) -> bool:
    return any(country_of(region) == country for region in regions)


@lru_cache(maxsize=4096)
def country_of(region: str) -> str | None:
    """Give the state of a first-level region."""
    found = regions().get(region)
    return found.country if found else None


@lru_cache(maxsize=4096)
def _regions_called(name: str) -> frozenset[str]:
    found = (spot for spot in spots(name) if spot.feature == "region")
    return frozenset(spot.region for spot in found if spot.region)


def _closeness(spot: Spot, name: str, around: Surroundings) -> float:
    here = point(spot)
    if here is None or spot.feature == "region":
        return 0.0
    beside = _beside(square(here))
    sure = _others_in(beside, around.sure, name)
    if any(kilometres(here, there) <= _CLOSE_KM for _, there in sure):
        return min(_CLOSE, max(log10(spot.weight + 1) - _VILLAGE, _BESIDE / 2))
    others = {other for other, _ in _others_in(beside, around.maybe, name)}
    return _BESIDE if sure else _MAYBE_BESIDE * min(len(others), _ENOUGH)


def square(place: Point) -> Square:
    """Give the square degree in which a point lies."""
    return floor(place[0]), floor(place[1])


@lru_cache(maxsize=20_000)
def _beside(middle: Square) -> tuple[Square, ...]:
    south, west = middle
    return tuple((south + i, west + j) for i in (-1, 0, 1) for j in (-1, 0, 1))


def _others_in(
    squares: Iterable[Square], named: Squares, name: str
) -> list[tuple[str, Point]]:
    found = (place for at in squares for place in named.get(at, ()))
    return [place for place in found if place[0] != name]
