"""Whom a pronoun points to."""

import re
from dataclasses import replace

from realpolitik.core.actor import Actor
from realpolitik.core.mention import Mention
from realpolitik.knowledge.word_lists import word_list
from realpolitik.resolving.actors import with_sector
from realpolitik.resolving.candidates import (
    ahead,
    candidates,
    counterpart,
    is_person,
    is_thing,
)
from realpolitik.resolving.memory import Referent
from realpolitik.resolving.plurals import listed, several, two_persons
from realpolitik.resolving.quotes import quoted_speaker
from realpolitik.resolving.ranking import Choice, Option, choose, options_of
from realpolitik.resolving.scene import Scene

_ALONE = frozenset(["i", "me", "my", "mine", "myself"])
_FIRST = frozenset(["we", "us", "our", "ours", "ourselves"])
_SECOND = frozenset(["you", "your", "yours", "yourself", "yourselves"])
_MALE = frozenset(["he", "him", "his", "himself"])
_FEMALE = frozenset(["she", "her", "hers", "herself"])
_IT = frozenset(["it", "its", "itself"])
_THEY = frozenset(["they", "them", "their", "theirs", "themselves"])
_BOTH = frozenset(["both", "each", "other", "another", "neither", "either"])
_OBJECTS = frozenset(["him", "them"])
_OWNERS = frozenset(["his", "her", "hers", "its", "their", "theirs"])
_NEW_CLAUSE = re.compile(
    r"[,;:—\"“”]|\b(?:and|as|because|but|if|said|says|that|when|while|who)\b"
)
_RELATIVE = frozenset(["who", "whom", "whose", "which", "that"])
_SHARED = word_list("shared-matters")
_MUTUAL = word_list("mutual-verbs")
_PERSONAL = (_ALONE | _FIRST | _MALE | _FEMALE | _IT | _THEY) - {"mine"}


def as_pronoun(mention: Mention) -> Mention:
    """Give a personal pronoun its form where the reader saw another: "He" is also the
    name of a Chinese minister, but hardly ever by itself.
    """
    if mention.kind != "actor" or mention.form in ("pronoun", "state"):
        return mention
    words = mention.text.lower()
    told = words in _PERSONAL and not mention.text.isupper()
    return replace(mention, form="pronoun") if told else mention


def pronoun(form: str, mention: Mention, scene: Scene) -> tuple[Actor, ...]:
    """Give the actors that a pronoun (in its comparable form) points to."""
    if form in _ALONE or form in _FIRST or form in _SECOND:
        return _of_the_talk(form, mention, scene)
    if form in _MALE or form in _FEMALE:
        return _he(form, mention, scene)
    if form in _IT:
        return _it(form, mention, scene)
    if form in _THEY:
        return _they(form, mention, scene)
    return _others(form, mention, scene)


def _of_the_talk(form: str, mention: Mention, scene: Scene) -> tuple[Actor, ...]:
    if form in _ALONE:
        return _speaking(mention, scene)
    if form in _FIRST:
        return _we(mention, scene)
    other = counterpart(mention, scene)
    return (other,) if other else ()


def _speaking(mention: Mention, scene: Scene) -> tuple[Actor, ...]:
    said = quoted_speaker(mention, scene)
    if said and (not scene.speaker or said.form == "person"):
        return said.actors
    if scene.speaker:
        return (scene.speaker,)
    persons = [r for r in candidates(mention, scene) if r.form == "person"]
    return persons[0].actors if persons else ()


def _we(mention: Mention, scene: Scene) -> tuple[Actor, ...]:
    speaking = quoted_speaker(mention, scene)
    own = (scene.speaker,) if scene.speaker else speaking.actors if speaking else ()
    own = own or (() if scene.talk else _communique(mention, scene))
    own = with_sector(own, None)
    after = re.findall(r"\w+", scene.after(mention).lower())[:3]
    mine = mention.text.lower().startswith("our")
    if len(own) == 1 and (
        (mine and not _SHARED.isdisjoint(after))
        or (
            not mine
            and not _MUTUAL.isdisjoint(after[:2])
            and not _names_other(scene, mention)
        )
    ):
        other = counterpart(mention, scene)
        return (*own, *with_sector((other,), None)) if other else own
    return own


def _names_other(scene: Scene, mention: Mention) -> bool:
    """Tell "we discussed this with our colleagues": the other side is named there."""
    clause = re.split(r"[,;:.]", scene.after(mention), maxsplit=1)[0]
    return " with " in clause


def _communique(mention: Mention, scene: Scene) -> tuple[Actor, ...]:
    """Give who says "we" where nobody is named as speaking: the text's first actors,
    all that it lists ("Joint Statement of France, Japan and Italy").
    """
    here = [r for r in scene.earlier(mention) if r.actors and r.subject]
    for referent in here:
        return referent.actors
    first = [r for r in scene.memory.referents if r.codes]
    return listed([r for r in first if r.sentence == first[0].sentence])


def _he(form: str, mention: Mention, scene: Scene) -> tuple[Actor, ...]:
    gender = "m" if form in _MALE else "f"
    persons = [r for r in candidates(mention, scene) if is_person(r, gender)]
    if form in _FEMALE:
        persons = [r for r in persons if r.gender == "f"] or persons
    persons += [r for r in ahead(mention, scene) if is_person(r, gender)]
    if not persons:
        known = [r for r in reversed(scene.memory.referents) if is_person(r, gender)]
        persons = known[:1]
    if form in _OBJECTS:
        persons = _without_subject(persons, mention, scene)
    options = options_of(persons, mention, scene)
    return choose(Choice("he", _part(form), mention, options))


def _without_subject(
    found: list[Referent], mention: Mention, scene: Scene
) -> list[Referent]:
    """Leave out who does what is done to "him": else it would be "himself"."""
    doing = [r for r in scene.earlier(mention) if r.subject and r.actors][-1:]
    for subject in doing:
        between = scene.text[subject.end - scene.start : mention.start - scene.start]
        if not _NEW_CLAUSE.search(between):
            return [r for r in found if r.actors != subject.actors] or found
    return found


def _it(form: str, mention: Mention, scene: Scene) -> tuple[Actor, ...]:
    things = [r for r in candidates(mention, scene) if is_thing(r)]
    things += [r for r in ahead(mention, scene) if is_thing(r)][:2]
    options = options_of(things, mention, scene)
    return choose(Choice("it", _part(form), mention, options))


def _they(form: str, mention: Mention, scene: Scene) -> tuple[Actor, ...]:
    near = [r for r in candidates(mention, scene) if not _is_speaker(r, scene)]
    fits = [r for r in near if r.plural or len(r.actors) > 1 or is_thing(r)]
    options = options_of(fits, mention, scene)
    pairs = (("persons", two_persons(near)), ("several", several(2, mention, scene)))
    options += [Option(pair, (told,)) for told, pair in pairs if pair]
    return choose(Choice("they", _part(form), mention, options))


def _part(form: str) -> str:
    """Say which part of a sentence a pronoun is: whose, whom, or who."""
    if form in _OWNERS:
        return "whose"
    return "whom" if form in _OBJECTS else "who"


def _is_speaker(referent: Referent, scene: Scene) -> bool:
    """Whoever says "we" or "I" is not "they" in the next breath."""
    own = scene.speaker.code if scene.speaker else None
    return own is not None and referent.form == "pronoun" and own in referent.codes


def _others(form: str, mention: Mention, scene: Scene) -> tuple[Actor, ...]:
    if form in _BOTH:
        pair = several(2, mention, scene)
        return pair if form not in ("other", "another") else pair[1:]
    if form in ("former", "latter"):
        pair = several(2, mention, scene)
        return pair[:1] if form == "former" else pair[1:]
    if form in _RELATIVE:
        earlier = [r for r in scene.earlier(mention) if r.actors]
        return earlier[-1].actors if earlier else ()
    return ()


def owner(form: str, mention: Mention, scene: Scene) -> tuple[Actor, ...]:
    """Give whose something is, by the possessive before it ("its troops")."""
    found = pronoun(form, mention, scene)
    return tuple(actor for actor in found if actor.code)


def named_owner(mention: Mention, scene: Scene) -> Referent | None:
    """Give the actor whose possessive stands right before ("Kabul's | soldiers")."""
    before = [r for r in scene.earlier(mention) if r.actors]
    if not before:
        return None
    last = before[-1]
    gap = scene.text[last.end - scene.start : mention.start - scene.start]
    joined = gap.strip() in ("'s", "’s", "'", "’") or (
        last.form == "demonym" and gap == " "
    )
    return last if joined else None
