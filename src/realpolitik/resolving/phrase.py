"""What the words of an actor mention say by themselves, without any context."""

from dataclasses import dataclass
from functools import lru_cache

from realpolitik.knowledge.directory import Hit, find_names
from realpolitik.knowledge.forms import Word, words
from realpolitik.knowledge.own_actors import OwnActors, current
from realpolitik.knowledge.roles import FoundRole, find_roles
from realpolitik.knowledge.short_titles import short_title
from realpolitik.knowledge.word_lists import word_list
from realpolitik.resolving.asides import is_aside
from realpolitik.resolving.head_sectors import sector_beside

OWNERS = {
    "his": "third", "her": "third", "its": "it", "their": "they", "our": "first",
    "my": "first", "your": "second", "whose": "relative",
}  # fmt: skip
_JOINING = word_list("joining-words")
_DETERMINERS = word_list("quantifiers") | {"the", "a", "an", "these", "those", "three"}
_VAGUE = frozenset(["party", "parties", "union", "unions"])
_PREPOSITIONS = word_list("ends-of-heads")


@dataclass(frozen=True, slots=True, eq=False)
class Phrase:
    """An actor mention taken apart; made once for the same words, so that what it says
    can be remembered of it.

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
    titles = _with_short_title(found, find_roles(found))
    roles = titles
    if hits and titles:
        hits = _without_common(hits, titles)
        covered = {i for hit in hits for i in range(hit.start, hit.end)}
        roles = tuple([r for r in titles if not covered.issuperset(_span(r))])
    head_end = _head_end(found)
    head = next((r for r in reversed(roles) if r.end <= head_end), None)
    head = head or (roles[0] if roles else None)
    side = tuple([hit for hit in hits if is_aside(text, found, hit, head)])
    own = tuple([hit for hit in hits if hit not in side]) if side else hits
    owner = OWNERS.get(found[0].form) if found else None
    return Phrase(
        text, found, own, side, roles, head, head_end, owner, _plural(found, head)
    )


def sector_of(phrase: Phrase, read: str | None) -> str | None:
    """Give the sector that a phrase says: as `read`, else that of its head.

    "Party" and "union" alone may be parties to a treaty or a union of states.
    """
    head = _head_sector(phrase)
    if head is not None or read not in ("PTY", "LAB"):
        return read or head
    bare = {word.form for word in phrase.words} - _DETERMINERS <= _VAGUE
    return None if bare else read


def _head_sector(phrase: Phrase) -> str | None:
    if not phrase.head:
        return None
    beside = sector_beside(phrase.words, phrase.roles, phrase.head)
    return beside or phrase.head.role.sector


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


def _with_short_title(
    found: tuple[Word, ...], titles: tuple[FoundRole, ...]
) -> tuple[FoundRole, ...]:
    """Add the role that a phrase begins with, written short ("Sen. Mitchell")."""
    short = short_title(found[0]) if len(found) > 1 else None
    if short is None or any(role.start == 0 for role in titles):
        return titles
    return (FoundRole(0, 1, short), *titles)


def _without_common(
    hits: tuple[Hit, ...], titles: tuple[FoundRole, ...]
) -> tuple[Hit, ...]:
    """Drop what is a role noun as well ("security service") beside a real name."""
    common = {i for role in titles for i in _span(role)}
    named = [h for h in hits if not common.issuperset(range(h.start, h.end))]
    return tuple(named) or hits


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


def _plural(found: tuple[Word, ...], head: FoundRole | None) -> bool:
    if head:
        return head.role.number == "p"
    return bool(found) and found[-1].form.endswith("s") and len(found) > 1
