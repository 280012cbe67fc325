"""Which of the names in a phrase is the actor, and which another's."""

from functools import lru_cache

from realpolitik.core.mention import Mention
from realpolitik.knowledge.condition_words import word_ranks
from realpolitik.knowledge.directory import Hit, namings
from realpolitik.knowledge.roles import role_named
from realpolitik.knowledge.word_lists import word_list
from realpolitik.resolving.phrase import Phrase, joined

_BODIES = ("org", "movement")
_THINGS_OF = ("state", "people")
_COMMON = 10_000  # the rank of a word in English that is hardly a name
_PEOPLES = word_list("peoples-of-no-state")
_GENERIC = word_list("generic-bodies")
_MEMBERS = word_list("nouns-for-members")
_PEERS = word_list("nouns-for-peers")
_FROM = frozenset(["from", "in", "of"])
_PLAIN = (
    word_list("personal-titles") | word_list("honorifics") | word_list("quantifiers")
)


def own_hits(taken: Phrase, mention: Mention) -> tuple[Hit, ...]:
    """Give the names of a phrase that are the actor: one, or a list of them."""
    return _own_hits(taken, mention.form == "demonym")


@lru_cache(maxsize=20_000)
def _own_hits(taken: Phrase, demonym: bool) -> tuple[Hit, ...]:
    hits = tuple([h for h in taken.own if not _is_anothers(h, taken)])
    if not hits and demonym:
        hits = taken.side
    if taken.owner and not _are_peers(taken):
        hits = tuple([h for h in hits if h.start < taken.head_end])
    return _chosen(taken, hits)


def _are_peers(taken: Phrase) -> bool:
    """Tell "my colleague from Beijing", who is Beijing's, from "our troops in Iraq"."""
    peers = taken.words[taken.head_end - 1].form in _PEERS
    behind = taken.words[taken.head_end : taken.head_end + 1]
    return peers and bool(behind) and behind[0].form in _FROM


def sector_of_body(taken: Phrase) -> str | None:
    """Give the sector of a body by whose common name another state's is called."""
    bodies = (h for h in taken.own if _is_anothers(h, taken))
    return next((h.namings[0].sector for h in bodies), None)


def _is_anothers(hit: Hit, taken: Phrase) -> bool:
    """Say whether a body's common name is here another's: "the Iraqi security council",
    "the Ministry of Defence of Ukraine" and "the Supreme State Council" are not of
    those whose bodies are so called.
    """
    if hit.namings[0].form != "org" or not _is_common(hit, taken):
        return False
    codes = {naming.code for naming in hit.namings}
    for other in (*taken.own, *taken.side):
        if other.end == hit.start or _is_of(other, hit, taken):
            named = other.namings[0]
            return named.form in _THINGS_OF and named.code not in codes
    if hit.start == 0:
        return False
    before = taken.words[hit.start - 1]
    apart = taken.text[before.end : taken.words[hit.start].start] != " "
    titled = any(role.end == hit.start for role in taken.roles)
    plain = apart or titled or before.form in _PLAIN
    return before.capital and not plain


def _is_of(other: Hit, hit: Hit, taken: Phrase) -> bool:
    """Say whether a name stands behind a body's with "of" or "of the"."""
    between = [word.form for word in taken.words[hit.end : other.start]]
    return between in (["of"], ["of", "the"])


def _is_common(hit: Hit, taken: Phrase) -> bool:
    """Say whether a name is words that many bodies are called by."""
    inside = [word.form for word in taken.words[hit.start : hit.end]]
    body = any(role_named(word) for word in inside) or inside[-1] in _GENERIC
    if len(inside) == 1 or not body:
        return False
    ranks = word_ranks()
    named = any(w in _PEOPLES or namings(w) for w in inside)
    return not named and all(ranks.get(w, _COMMON) < _COMMON for w in inside)


def _chosen(taken: Phrase, hits: tuple[Hit, ...]) -> tuple[Hit, ...]:
    if len(hits) <= 1:
        return hits
    at = hits.index(_main(taken, hits))
    if at + 1 < len(hits) and _is_its_body(hits[at], hits[at + 1]):
        at += 1
    left, right = at, at
    while left > 0 and joined(taken, hits[left - 1], hits[left]):
        left -= 1
    while right + 1 < len(hits) and joined(taken, hits[right], hits[right + 1]):
        right += 1
    return hits[left : right + 1]


def _is_its_body(state: Hit, body: Hit) -> bool:
    """Say whether a body follows its state ("U.S. Department of State")."""
    same = state.namings[0].code == body.namings[0].code
    return same and state.end == body.start and body.namings[0].form == "org"


def _main(taken: Phrase, hits: tuple[Hit, ...]) -> Hit:
    member = next((h for h in hits if _is_member(h, hits, taken)), None)
    if member:
        return member
    for hit in hits:
        if hit.end == taken.head_end and hit.namings[0].form in _BODIES:
            return hit
    for hit in hits:
        if hit.namings[0].form == "movement":
            return hit
    return hits[0]


def _is_member(hit: Hit, hits: tuple[Hit, ...], taken: Phrase) -> bool:
    """Say whether a state is told by what it belongs to ("NATO ally Turkey")."""
    before = taken.words[hit.start - 1] if hit.start else None
    told = before is not None and before.form in _MEMBERS
    return told and hit is not hits[0] and hit.namings[0].form == "state"
