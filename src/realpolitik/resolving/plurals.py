"""Several actors by one phrase: "both leaders", "the two countries", "the sides"."""

from collections.abc import Iterable, Sequence
from itertools import pairwise

from realpolitik.core.actor import Actor
from realpolitik.core.mention import Mention
from realpolitik.knowledge.word_lists import word_list
from realpolitik.resolving.candidates import ahead, candidates, counterpart
from realpolitik.resolving.memory import Referent
from realpolitik.resolving.phrase import Phrase
from realpolitik.resolving.scene import Scene

_ALL = frozenset(["all", "any", "every", "many", "other", "several", "some"])
_BOTH = frozenset(["bilateral", "both", "either", "neither", "trilateral"])
_NUMBERS = {
    "two": 2, "both": 2, "either": 2, "neither": 2, "three": 3, "four": 4, "five": 5,
    "bilateral": 2, "trilateral": 3,
}  # fmt: skip
_PAIRS = word_list("nouns-for-pairs")
_SHARED = word_list("nouns-for-ours")
_PERSONS = word_list("nouns-for-pairs-of-persons")
_LIST_GAP = 6  # characters: " and the" is longer, " and " and "-" are not
_SERIES = 10  # characters: ", and the "


def count_meant(taken: Phrase, mention: Mention, scene: Scene) -> int:
    """Give how many actors a phrase without names stands for, 0 if it does not say."""
    for word in taken.words[:3]:
        if word.form in _NUMBERS and (word.form in _BOTH or _are_parties(taken)):
            return _NUMBERS[word.form] if taken.plural or taken.head is None else 2
    before = scene.before(mention).lower().split()
    if before and before[-1] in ("both", "two", "either"):
        return 2
    last = taken.words[taken.head_end - 1].form if taken.words else None
    if taken.owner == "first" and last in _SHARED:
        return 2
    meant = last in _PAIRS and taken.owner is None and _bare(taken)
    return 2 if meant and _are_told_of(mention, scene) else 0


def _are_told_of(mention: Mention, scene: Scene) -> bool:
    """Say whether a plural means those spoken of: "the governments", not any."""
    loud = mention.text[:1].isupper()
    return loud or scene.definite(mention) or not scene.before(mention).strip(' "“')


def _are_parties(taken: Phrase) -> bool:
    """Say whether a number counts states or who speaks for them, not "two men"."""
    head = taken.head
    if head is None:
        return len(taken.words) == 1 or not any(w.capital for w in taken.words[1:])
    return (
        head.role.kind in ("state", "organisation")
        or head.role.sector in ("GOV", None)
        or taken.noun in _PAIRS
    )


def _bare(taken: Phrase) -> bool:
    return taken.head_end <= 2 and taken.words[0].form not in _ALL


def several(
    count: int, mention: Mention, scene: Scene, *, ours: bool = False
) -> tuple[Actor, ...]:
    """Give so many different actors, the ones last spoken of; empty if unclear."""
    if ours and count == 2 and scene.speaker:
        other = counterpart(mention, scene)
        return (scene.speaker, other) if other else (scene.speaker,)
    near = candidates(mention, scene)
    if count != 2 or not _are_persons(mention):
        return _last_spoken_of(count, mention, scene, near)
    before = [*near, *reversed(scene.memory.referents)]
    pair = two_persons(before)
    if pair:
        return pair
    found = _last_spoken_of(count, mention, scene, near)
    own = scene.speaker
    if own is None or own.sector == "MED" or own.code in {a.code for a in found}:
        return found
    return _with_speaker(own, before)


def _with_speaker(own: Actor, before: Iterable[Referent]) -> tuple[Actor, ...]:
    """Give a government that tells of "the two leaders", one of whom is its own, and
    the other, if a person of another state was spoken of.
    """
    if not own.code:
        return ()
    persons = (r for r in before if r.form == "person")
    others = (a for r in persons for a in r.actors if a.code and a.code != own.code)
    other = next(others, None)
    return (own, other) if other else (own,)


def _last_spoken_of(
    count: int, mention: Mention, scene: Scene, near: list[Referent]
) -> tuple[Actor, ...]:
    for referent in near:
        if len(set(referent.codes)) == count:
            return referent.actors
    titled = _titled(count, scene)
    for group in _sentences(near):
        found = _distinct(group)
        if len(found) == count and (not titled or _listed(group)):
            return tuple(reversed(found.values()))
    if titled:
        return titled
    return _gathered(count, [*near, *ahead(mention, scene)])


def two_persons(near: Iterable[Referent]) -> tuple[Actor, ...]:
    """Give the two actors whose persons the last sentence with any spoke of."""
    persons = [r for r in near if r.form == "person"]
    for group in _sentences(persons)[:1]:
        found = _distinct(group)
        if len(found) == 2:
            return tuple(reversed(found.values()))
    return ()


def listed(group: Sequence[Referent]) -> tuple[Actor, ...]:
    """Give the actors of the list that the first of some referents begins."""
    series = list(group[:1])
    for referent in group[1:]:
        if not referent.joined or referent.start - series[-1].end > _SERIES:
            break
        series.append(referent)
    return tuple(_distinct(series).values())


def _are_persons(mention: Mention) -> bool:
    """Say whether a noun means persons who speak for states: "the presidents"."""
    last = mention.text.rpartition(" ")[2].lower()
    return last in _PERSONS


def _titled(count: int, scene: Scene) -> tuple[Actor, ...]:
    """Give the actors of the document's title, if there are just so many."""
    title = [r for r in scene.memory.referents if r.sentence < 0]
    found = _distinct(title)
    return tuple(found.values()) if len(found) == count else ()


def _listed(group: list[Referent]) -> bool:
    """Say whether actors of a sentence stand side by side ("Ankara and Baku")."""
    order = sorted(group, key=_place)
    return any(b.start - a.end <= _LIST_GAP for a, b in pairwise(order))


def _place(referent: Referent) -> int:
    return referent.start


def _gathered(count: int, referents: Iterable[Referent]) -> tuple[Actor, ...]:
    found: dict[str, Actor] = {}
    for referent in referents:
        for actor in referent.actors:
            if actor.code and len(found) < count:
                found.setdefault(actor.code, actor)
    return tuple(found.values()) if len(found) == count else ()


def _sentences(referents: Iterable[Referent]) -> list[list[Referent]]:
    groups: dict[int, list[Referent]] = {}
    for referent in referents:
        groups.setdefault(referent.sentence, []).append(referent)
    return list(groups.values())


def _distinct(referents: Iterable[Referent]) -> dict[str, Actor]:
    found: dict[str, Actor] = {}
    for referent in referents:
        for actor in referent.actors:
            if actor.code:
                found.setdefault(actor.code, actor)
    return found
