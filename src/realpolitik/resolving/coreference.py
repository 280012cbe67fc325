"""Whom words without a name point to: pronouns, "both leaders", "the army"."""

from collections.abc import Iterator

from realpolitik.core.actor import Actor
from realpolitik.core.mention import Mention
from realpolitik.knowledge.word_lists import word_list
from realpolitik.resolving.actors import is_owned, with_sector
from realpolitik.resolving.bodies import may_own, of_title, owners
from realpolitik.resolving.candidates import ahead, candidates, counterpart
from realpolitik.resolving.memory import Referent
from realpolitik.resolving.offices import of_home, only_bearer, own_body
from realpolitik.resolving.phrase import OWNERS, Phrase, sector_of
from realpolitik.resolving.plurals import count_meant, several
from realpolitik.resolving.pronouns import named_owner, owner, pronoun
from realpolitik.resolving.ranking import Choice, Option, choose, leads_to, options_of
from realpolitik.resolving.scene import Scene

# Said by no one in particular more often than of the actor last spoken of.
_OPEN = word_list("nouns-for-anybody")
_OTHERS_OF = word_list("nouns-for-others") | {"counterpart", "counterparts"}
_PEERS = word_list("nouns-for-peers")
_NOBODY_KNOWN = word_list("nobody-known")
_LAST = 40  # characters in which the word before a mention stands
_ABROAD = word_list("posts-abroad")
_NOT_AMERICAN = word_list("titles-not-of-the-us")
_PEOPLES = word_list("peoples-of-no-state")
_NOT_OWN = frozenset(["junta", "regime", "regimes"])  # nobody speaks so of his own
_VOCATIVE = word_list("vocatives")


def point_back(mention: Mention, taken: Phrase, scene: Scene) -> tuple[Actor, ...]:
    """Give the actors that a mention without a name points to; empty if unclear."""
    if not taken.words:
        return ()
    if mention.form == "pronoun" and len(taken.words) <= 2:
        return pronoun(taken.words[-1].form, mention, scene)
    sector = sector_of(taken, mention.sector)
    return with_sector(_pointed(taken, mention, scene), sector)


def _pointed(taken: Phrase, mention: Mention, scene: Scene) -> tuple[Actor, ...]:
    count = count_meant(taken, mention, scene)
    if count:
        ours = taken.owner == "first" or mention.form == "demonym"
        found = several(count, mention, scene, ours=ours)
        if found or taken.owner is None:
            return found
    first = taken.words[0].form
    if taken.owner:
        return () if _is_others(taken, taken.owner) else owner(first, mention, scene)
    before = scene.before(mention).lower().split()
    said = OWNERS.get(before[-1]) if before else None
    if said and not _is_others(taken, said):
        return owner(before[-1], mention, scene)
    whose = named_owner(mention, scene)
    if whose:
        return whose.actors
    return _noun(taken, mention, scene)


def _is_others(taken: Phrase, owner_word: str | None) -> bool:
    """Say whether "their", "its" or "his" tells whose others a noun means."""
    last = taken.words[taken.head_end - 1].form
    others = taken.noun in _OPEN or last in _OTHERS_OF
    return others or (last in _PEERS and owner_word == "first")


def _noun(taken: Phrase, mention: Mention, scene: Scene) -> tuple[Actor, ...]:
    near = candidates(mention, scene)
    noun = taken.noun or taken.words[taken.head_end - 1].form
    if mention.form == "person" and taken.head:
        return _titled(taken, mention, scene)
    same = [r for r in near if r.noun == noun]
    if same and scene.definite(mention):
        return same[0].actors
    kind = taken.head.role.kind if taken.head else "person"
    if kind == "organisation" and mention.form != "person":
        fits = [r for r in near if r.form == "org" and not r.plural]
        if fits and (scene.definite(mention) or mention.text[:1].isupper()):
            return fits[0].actors
    unknown = any(word.form in _NOBODY_KNOWN for word in taken.words)
    if unknown or _is_of_others(taken):
        return ()
    if _has_unknown_name(taken, opens=mention.start == scene.start):
        return ()
    return _nearest(taken, mention, scene)


def _is_of_others(taken: Phrase) -> bool:
    """Say whether a phrase tells of states that it does not name: "Iran's neighbours",
    "soldiers from 13 other nations".
    """
    last = taken.words[taken.head_end - 1].form
    if taken.side and last in _OTHERS_OF:
        return True
    pair = any(word.form in ("two", "both") for word in taken.words)
    return not pair and any(
        role.role.kind == "state" and role.role.number == "p" and role != taken.head
        for role in taken.roles
    )


def _has_unknown_name(taken: Phrase, *, opens: bool) -> bool:
    """Tell a proper name by capitals; those that open the sentence say nothing."""
    roles = {i for r in taken.roles for i in range(r.start, r.end)}
    named = [i for i, word in enumerate(taken.words) if word.capital]
    if any(taken.words[i].form in _PEOPLES for i in named):
        return True
    return any(i not in roles for i in named if i or not opens) or (
        not taken.roles and taken.words[0].capital and len(taken.words) == 1
    )


def _nearest(taken: Phrase, mention: Mention, scene: Scene) -> tuple[Actor, ...]:
    """Guess whose an unnamed body or people is, where a guess is right more often
    than not: of the place told of, of the speaker, or of an actor spoken of.
    """
    titled = of_title(taken, mention, scene) if not scene.speaker else None
    titled = own_body(taken, mention, scene) or titled
    if titled:
        return (titled,)
    near = [r for r in candidates(mention, scene) if len(r.codes) == 1]
    near = owners([*near, *ahead(mention, scene)[:3]], taken)
    form = _kind_of(taken, mention, scene)
    options = options_of(near, mention, scene)
    options += _other_options(taken, mention, scene)
    silence = _silence(taken, mention, scene)
    codes = {actor.code for option in options for actor in option.actors}
    silence = [*silence, f"codes-{min(len(codes), 3)}"]
    found = choose(Choice("noun", form, mention, options, silence))
    return tuple(Actor(a.code, certainty=0.5) for a in found)


def _kind_of(taken: Phrase, mention: Mention, scene: Scene) -> str:
    sector = taken.head.role.sector if taken.head else None
    if taken.noun in _ABROAD:
        sector = "abroad"
    return f"{sector} the" if scene.definite(mention) else f"{sector}"


def _other_options(taken: Phrase, mention: Mention, scene: Scene) -> Iterator[Option]:
    """Give who is not mentioned by an actor's name: places, the speaker, the title."""
    for start, country in scene.places:
        told = ["place-after" if start > mention.start else "place-before"]
        if leads_to(scene.text[mention.end - scene.start : start - scene.start]):
            told.append("in-place")
        yield Option((Actor(country),), told)
    speaker = scene.speaker or scene.home
    if speaker and taken.noun not in _NOT_OWN and may_own(speaker, taken):
        loud = mention.text[:1].isupper()
        told = ["speaking", "speaking capital"] if loud else ["speaking"]
        yield Option((speaker,), told)


def _silence(taken: Phrase, mention: Mention, scene: Scene) -> list[str]:
    """Say what speaks for nobody in particular."""
    noun = taken.noun or taken.words[taken.head_end - 1].form
    before = scene.before(mention)[-_LAST:].split()[-1:]
    told = ["silence", f"noun {noun}", *_described(taken, noun)]
    if before:
        told.append(f"behind {before[0].lower()}")
    if before and before[0].lower() in ("a", "an", "one"):
        told.append("indefinite")
    if noun in _OPEN:
        told.append("open")
    if taken.head:
        told += [taken.head.role.kind, f"number {taken.head.role.number}"]
    if scene.speaker:
        told.append("talk")
    if len(taken.words) > 1:
        told.append("described")
    if mention.text[:1].isupper() and mention.start > scene.start:
        told.append("capital")
    return told


def _described(taken: Phrase, noun: str) -> Iterator[str]:
    for word in taken.words[: taken.head_end]:
        if word.form != noun:
            yield f"word {word.form}"
    if taken.head_end < len(taken.words):
        yield f"goes on {taken.words[taken.head_end].form}"


def _titled(taken: Phrase, mention: Mention, scene: Scene) -> tuple[Actor, ...]:
    """Give who is meant by a title alone: "the president", "Mr Prime Minister"."""
    if is_owned(taken):
        return ()  # an owner of whom nothing is known: "New Democracy's spokesman"
    forms = {word.form for word in taken.words}
    if not forms.isdisjoint(_VOCATIVE):
        other = counterpart(mention, scene)
        return (other,) if other else ()
    at_home = of_home(taken, mention, scene)
    return (at_home,) if at_home else _of_title(taken, mention, scene)


def _of_title(taken: Phrase, mention: Mention, scene: Scene) -> tuple[Actor, ...]:
    """Give who bore the title before, else the one whose it can be."""
    forms = {word.form for word in taken.words}
    barred = {"USA"} if not forms.isdisjoint(_NOT_AMERICAN) else set[str]()
    near = candidates(mention, scene)
    for referent in (*near, *ahead(mention, scene), *scene.memory.referents):
        if _has_title(referent, taken) and barred.isdisjoint(referent.codes):
            return referent.actors
    sure = _sure_bearer(taken, mention, scene, barred)
    if sure:
        return (sure,)
    fits = owners([*near, *ahead(mention, scene)[:3]], taken)
    fits = [r for r in fits if r.codes and barred.isdisjoint(r.codes)]
    form = _kind_of(taken, mention, scene)
    options = options_of(fits, mention, scene)
    options += _other_options(taken, mention, scene)
    silence = _silence(taken, mention, scene)
    choice = Choice("title", form, mention, options, silence)
    return choose(choice)[:1]


def _sure_bearer(
    taken: Phrase, mention: Mention, scene: Scene, barred: set[str]
) -> Actor | None:
    """Give the one state that has the office, the speaker's, or the title's."""
    alone = only_bearer(taken, mention, scene)
    if alone:
        return alone
    speaker = scene.speaker
    if speaker and speaker.code and _may_be_titled(speaker, mention, barred):
        return speaker
    titled = of_title(taken, mention, scene)
    return titled if titled and titled.code not in barred else None


def _may_be_titled(speaker: Actor, mention: Mention, barred: set[str]) -> bool:
    """Say whether "the President" may be of the speaker's own state."""
    own = speaker.code not in barred and speaker.sector != "MED"
    return own and mention.text[:1].isupper()


def _has_title(referent: Referent, taken: Phrase) -> bool:
    return (
        referent.form == "person"
        and bool(referent.actors)
        and referent.noun is not None
        and referent.noun == taken.noun
    )
