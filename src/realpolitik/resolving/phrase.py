"""What the words of an actor mention say by themselves, without any context."""

from dataclasses import dataclass
from functools import lru_cache

from realpolitik.knowledge.directory import Hit, find_names, namings
from realpolitik.knowledge.forms import Word, words
from realpolitik.knowledge.own_actors import OwnActors, current
from realpolitik.knowledge.roles import FoundRole, find_roles, role_named
from realpolitik.knowledge.word_lists import word_list

OWNERS = {
    "his": "third", "her": "third", "its": "it", "their": "they", "our": "first",
    "my": "first", "your": "second", "whose": "relative",
}  # fmt: skip
# After a hyphen these say that the name before is not the actor itself.
_OTHERS = word_list("participles-of-others")
_AGAINST = frozenset(["anti", "pro", "former", "ex", "post", "pre", "non"])
_OTHERS_OF = word_list("nouns-for-others")
_PARTS_OF_AMERICA = frozenset(["central", "south", "latin", "north"])
_CONTINENTS = frozenset(["AFRICA", "EU"])
_COMPASS = word_list("compass") | {"saharan", "southeast", "southeastern"}
_REGIONS = frozenset(["african", "arab", "asian", "european", "western"])
_TOWARD = frozenset(["to", "with", "against", "toward", "towards"])
_JOINING = word_list("joining-words")
_DETERMINERS = word_list("quantifiers") | {"the", "a", "an", "these", "those", "three"}
_WATERS = word_list("waters-and-lands")
_CLAUSES = word_list("openings-of-clauses")
_VAGUE = frozenset(["party", "parties", "union", "unions"])
_PREPOSITIONS = word_list("ends-of-heads")


@dataclass(frozen=True, slots=True)
class Phrase:
    """An actor mention taken apart.

    `own` are the names that can be the actor, `side` those that stand for somebody
    else in it ("US-backed", "ambassador to Israel"). `head` is the role noun that
    the phrase is about, `owner` a possessive pronoun that it begins with.
    """

    text: str
    words: tuple[Word, ...]
    own: tuple[Hit, ...]
    side: tuple[Hit, ...]
    roles: tuple[FoundRole, ...]
    head: FoundRole | None
    head_end: int
    owner: str | None
    plural: bool

    @property
    def noun(self) -> str | None:
        """The head noun as a comparable form, None for a bare name."""
        if not self.head:
            return None
        return self.words[self.head.end - 1].form


def phrase(text: str, *, freely: bool = False) -> Phrase:
    """Take an actor mention apart; `freely` where it has lost its capitals."""
    return _phrase(text, freely, current())


@lru_cache(maxsize=50_000)
def _phrase(text: str, freely: bool, _own: OwnActors) -> Phrase:
    """Take it apart; what it says hangs on the own actors that count."""
    found = words(text)
    hits = tuple(find_names(found, freely=freely))
    titles = find_roles(found)
    hits = _without_common(hits, titles)
    covered = {i for hit in hits for i in range(hit.start, hit.end)}
    roles = tuple(r for r in titles if not covered >= set(_span(r)))
    head_end = _head_end(found)
    head = next((r for r in reversed(roles) if r.end <= head_end), None)
    head = head or (roles[0] if roles else None)
    side = tuple(hit for hit in hits if _is_side(text, found, hit, head))
    own = tuple(hit for hit in hits if hit not in side)
    owner = OWNERS.get(found[0].form) if found else None
    return Phrase(
        text, found, own, side, roles, head, head_end, owner, _plural(found, head)
    )


def sector_of(phrase: Phrase, read: str | None) -> str | None:
    """Give the sector that a phrase says: as `read`, else that of its head.

    "Party" and "union" alone may be parties to a treaty or a union of states.
    """
    head = phrase.head.role.sector if phrase.head else None
    vague = head is None and read in ("PTY", "LAB")
    bare = {word.form for word in phrase.words} - _DETERMINERS <= _VAGUE
    return head if vague and bare else read or head


def joined(phrase: Phrase, first: Hit, second: Hit) -> bool:
    """Say whether two names of a phrase are of one list ("India and Bangladesh")."""
    between = phrase.words[first.end : second.start]
    if not between:
        gap = _gap(phrase, first, second)
        return "," in gap or "-" in gap or "/" in gap or "–" in gap
    if {word.form for word in between} <= _JOINING:
        return True
    gap = _gap(phrase, first, second)
    return len(between) <= 3 and (" and " in gap or "," in gap) and "of" not in gap


def _without_common(
    hits: tuple[Hit, ...], titles: tuple[FoundRole, ...]
) -> tuple[Hit, ...]:
    """Drop what is a role noun as well ("security service") beside a real name."""
    common = {i for role in titles for i in _span(role)}
    named = tuple(h for h in hits if not common >= set(range(h.start, h.end)))
    return named or hits


def _gap(phrase: Phrase, first: Hit, second: Hit) -> str:
    start = phrase.words[first.end - 1].end
    return phrase.text[start : phrase.words[second.start].start]


def _span(role: FoundRole) -> range:
    return range(role.start, role.end)


def _head_end(found: tuple[Word, ...]) -> int:
    for i, word in enumerate(found):
        if i and word.form in _PREPOSITIONS:
            return i
    return len(found)


def _is_side(
    text: str, found: tuple[Word, ...], hit: Hit, head: FoundRole | None
) -> bool:
    after = found[hit.end] if hit.end < len(found) else None
    before = found[hit.start - 1] if hit.start else None
    if after and after.form in _OTHERS and _hyphen(text, found, hit.end):
        return True
    if before and before.form in _AGAINST and text[before.end] in "-–":
        return True
    if before and _is_part(before, hit):
        return True
    if after and after.capital and after.form in _WATERS:
        return True
    west = after is not None and after.capital and hit.namings[0].code == "WEST"
    if west and after and role_named(after.form) is None:
        return True
    if _is_half_a_word(text, found, hit) or (head and _in_clause(found, hit, head)):
        return True
    if head and found[hit.start].form in _REGIONS and _are_states(head):
        return True
    if (
        head
        and found[head.end - 1].form in _OTHERS_OF
        and _owns(text, found, hit, head)
    ):
        return True
    if before and before.form == "the" and hit.start > 1:
        before = found[hit.start - 2]
    toward = before is not None and before.form in _TOWARD
    return bool(toward and head and head.end <= hit.start)


def _is_part(before: Word, hit: Hit) -> bool:
    """Say whether a part of a continent is named: "Latin America", "Eastern Europe"."""
    code = hit.namings[0].code
    if code == "USA":
        return before.form in _PARTS_OF_AMERICA
    return code in _CONTINENTS and before.form in _COMPASS


def _is_half_a_word(text: str, found: tuple[Word, ...], hit: Hit) -> bool:
    """Say whether a name is the first half of another ("Indo-Pacific")."""
    after = found[hit.end : hit.end + 1]
    half = bool(after) and after[0].capital and _hyphen(text, found, hit.end)
    return half and not namings(after[0].form) and role_named(after[0].form) is None


def _in_clause(found: tuple[Word, ...], hit: Hit, head: FoundRole) -> bool:
    """Say whether a name only tells whom a noun deals with: "states that fight ISIL",
    "officials supporting Kyiv", "countries in Africa".
    """
    between = [word.form for word in found[head.end : hit.start]]
    if not between or head.start >= hit.start:
        return False
    doing = between[-1].endswith("ing") and between[-1] != "including"
    if doing or not _CLAUSES.isdisjoint(between):
        return True
    return _are_states(head) and "in" in between


def _are_states(head: FoundRole) -> bool:
    """Say whether a noun means states: "African countries" are not Africa."""
    return head.role.kind == "state" and head.role.number == "p"


def _owns(text: str, found: tuple[Word, ...], hit: Hit, head: FoundRole) -> bool:
    """Say whether a state's name tells whose a noun's allies or rivals are: "Iraq's
    neighbours", "U.S. allies", "rivals of Iran", but not "NATO allies".
    """
    if hit.namings[0].form != "state":
        return False
    if hit.start >= head.end:
        return found[hit.start - 1].form in ("of", "the")
    return hit.end <= head.start


def _hyphen(text: str, found: tuple[Word, ...], at: int) -> bool:
    return text[found[at - 1].end : found[at].start] in {"-", "–", "‑"}


def _plural(found: tuple[Word, ...], head: FoundRole | None) -> bool:
    if head:
        return head.role.number == "p"
    return bool(found) and found[-1].form.endswith("s") and len(found) > 1
