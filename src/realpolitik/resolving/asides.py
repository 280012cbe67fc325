"""Which names in a phrase are somebody else: "US-backed rebels", "Iran's foes"."""

from collections.abc import Callable
from dataclasses import dataclass

from realpolitik.knowledge.directory import Hit, namings
from realpolitik.knowledge.forms import Word
from realpolitik.knowledge.roles import FoundRole, role_named
from realpolitik.knowledge.word_lists import word_list

# After a hyphen these say that the name before is not the actor itself.
_OTHERS = word_list("participles-of-others")
_AGAINST = frozenset(["anti", "pro", "former", "ex", "post", "pre", "non"])
_OTHERS_OF = word_list("nouns-for-others")
_PARTS_OF_AMERICA = frozenset(["central", "south", "latin", "north"])
_CONTINENTS = frozenset(["AFRICA", "EU"])
_COMPASS = word_list("compass") | {"saharan", "southeast", "southeastern"}
_REGIONS = frozenset(["african", "arab", "asian", "european", "western"])
_TOWARD = frozenset(["to", "with", "against", "toward", "towards"])
_WATERS = word_list("waters-and-lands")
_CLAUSES = word_list("openings-of-clauses")


@dataclass(frozen=True, slots=True)
class _Place:
    """A name among the words of a phrase, and the role noun that it is about."""

    text: str
    words: tuple[Word, ...]
    hit: Hit
    head: FoundRole | None

    @property
    def code(self) -> str:
        return self.hit.namings[0].code

    @property
    def after(self) -> Word | None:
        end = self.hit.end
        return self.words[end] if end < len(self.words) else None

    @property
    def before(self) -> Word | None:
        return self.words[self.hit.start - 1] if self.hit.start else None


def is_aside(
    text: str, found: tuple[Word, ...], hit: Hit, head: FoundRole | None
) -> bool:
    """Say whether a name is not the actor of a phrase, but what tells of the actor."""
    if len(found) == hit.end - hit.start:
        return False
    place = _Place(text, found, hit, head)
    return any(test(place) for test in _TESTS)


def _has_participle(place: _Place) -> bool:
    """Tell "US-backed", "anti-Iran"."""
    before, after = place.before, place.after
    if after and after.form in _OTHERS and _hyphen(place):
        return True
    against = before is not None and before.form in _AGAINST
    return against and before is not None and place.text[before.end] in "-–"


def _is_part(place: _Place) -> bool:
    """Say whether a part of a continent is named: "Latin America", "Eastern Europe"."""
    if place.before is None:
        return False
    if place.code == "USA":
        return place.before.form in _PARTS_OF_AMERICA
    return place.code in _CONTINENTS and place.before.form in _COMPASS


def _is_half(place: _Place) -> bool:
    """Say whether a name is half of another: "Indo-Pacific", "West Berlin", "Persian
    Gulf".
    """
    after = place.after
    if after is None or not after.capital:
        return False
    if after.form in _WATERS:
        return True
    if role_named(after.form) is not None:
        return False
    return place.code == "WEST" or (_hyphen(place) and not namings(after.form))


def _is_in_clause(place: _Place) -> bool:
    """Say whether a name only tells whom a noun deals with: "states that fight ISIL",
    "officials supporting Kyiv", "countries in Africa".
    """
    head, start = place.head, place.hit.start
    between = [word.form for word in place.words[head.end : start]] if head else []
    if not head or not between or head.start >= start:
        return False
    doing = between[-1].endswith("ing") and between[-1] != "including"
    if doing or not _CLAUSES.isdisjoint(between):
        return True
    return _are_states(head) and "in" in between


def _is_of_region(place: _Place) -> bool:
    """Tell "African countries", which are not Africa."""
    region = place.words[place.hit.start].form in _REGIONS
    return region and place.head is not None and _are_states(place.head)


def _owns(place: _Place) -> bool:
    """Say whether a state's name tells whose a noun's allies or rivals are: "Iraq's
    neighbours", "U.S. allies", "rivals of Iran", but not "NATO allies".
    """
    head, hit, words = place.head, place.hit, place.words
    if not head or words[head.end - 1].form not in _OTHERS_OF:
        return False
    if hit.namings[0].form != "state":
        return False
    if hit.start >= head.end:
        return words[hit.start - 1].form in ("of", "the")
    return hit.end <= head.start


def _is_toward(place: _Place) -> bool:
    """Tell "the ambassador to Israel", "the envoy to the United States"."""
    before = place.before
    if before and before.form == "the" and place.hit.start > 1:
        before = place.words[place.hit.start - 2]
    toward = before is not None and before.form in _TOWARD
    head = place.head
    return toward and head is not None and head.end <= place.hit.start


def _are_states(head: FoundRole) -> bool:
    return head.role.kind == "state" and head.role.number == "p"


def _hyphen(place: _Place) -> bool:
    last, after = place.words[place.hit.end - 1], place.after
    return after is not None and place.text[last.end : after.start] in {"-", "–", "‑"}


_TESTS: tuple[Callable[[_Place], bool], ...] = (
    _has_participle,
    _is_part,
    _is_half,
    _is_in_clause,
    _is_of_region,
    _owns,
    _is_toward,
)
