"""What a document remembers of a mention: how it stands in its sentence."""

import re
from functools import lru_cache
from typing import NamedTuple

from realpolitik.core.actor import Actor
from realpolitik.core.mention import Mention
from realpolitik.knowledge.word_lists import word_list
from realpolitik.resolving.actors import is_owned, own_name
from realpolitik.resolving.memory import Referent
from realpolitik.resolving.phrase import Phrase
from realpolitik.resolving.scene import Scene

_ADDRESSED = re.compile(
    r"\b(?:warn|urg|ask|tell|told|accus|order|demand\w* of|call\w* on|press|remind|"
    r"advis|invit|request|threaten|thank)(?:s|es|ed|ing|e)?\s+(?:the\s+|an?\s+)?$"
)
# Whoever matches _ADDRESSED has one of these in the last word before the article.
_MAY_ADDRESS = re.compile(
    r"warn|urg|ask|tell|told|accus|order|of$|on$|press|remind|advis|invit|request|"
    r"threaten|thank|of(?:s|es|ed|ing|e)$|on(?:s|es|ed|ing|e)$"
)
_JOINED = re.compile(r"(?:,|\band|&)\s+(?:the\s+)?$")
_NEAR = 40  # characters before a mention in which its clause or address begins
_PREPOSITIONS = word_list("prepositions")
_WOMEN = word_list("female-names") | {"mrs", "ms", "madam", "madame", "lady", "queen"}
_MEN = frozenset(["mr", "sir", "lord", "king", "prince", "sultan", "emir"])
_FAMILY_FIRST = word_list("family-name-first")
_NO_NAMES = frozenset[str]()
_TOWARD = frozenset(["to", "with", "against", "toward", "at", "on"])
_CLAUSE = re.compile(
    r"(?:^|[,;:—–(]|\b(?:that|but|and|while|as|because|if|when|after|before|though|"
    r"although|said|says|where|whether|than|since|until|unless|so))\W*"
    r"(?:the |The |an? )?$"
)
_ACTS = re.compile(
    r",?\s+(?:\w+ly |also |now |still |never |not )?(?:will|would|has|had|have|is|was|"
    r"are|were|can|could|may|might|must|should|do|did|does|said|says|told|\w{3,}ed|"
    r"sent|took|held|met|made|gave|got|went|came|began|left|lost|won|\w{3,}s)\b"
)


def referent_of(
    taken: Phrase, mention: Mention, actors: tuple[Actor, ...], scene: Scene
) -> Referent:
    """Tell what later words may know a mention by; `taken` is its phrase."""
    form = mention.form or "org"
    person = form == "person"
    end = mention.start - scene.start
    near = max(end - _NEAR, 0)
    before = _before(scene.text[near:end])
    return Referent(
        actors,
        form,
        mention.sentence,
        mention.start,
        mention.end,
        plural=len(actors) > 1 or (taken.plural and form == "group"),
        gender=_gender(taken) if person else None,
        noun=taken.noun,
        names=_names(taken, actors) if person else _NO_NAMES,
        subject=form != "demonym"
        and ((before.free and _is_first(mention, scene)) or _acts(mention, scene)),
        passage=scene.passage,
        toward=before.toward,
        addressed=before.addresses and bool(_ADDRESSED.search(scene.text, near, end)),
        codes=tuple([actor.code for actor in actors if actor.code]),
        joined=before.joins and bool(_JOINED.search(scene.text, near, end)),
        stranger=person and not actors and len(own_name(taken)) > 1,
    )


class _Before(NamedTuple):
    """What the words before a mention and its article do, or may do by their look."""

    free: bool = True
    toward: bool = False
    addresses: bool = False
    joins: bool = False


def _before(near: str) -> _Before:
    words = near.rsplit(maxsplit=2)
    if words and words[-1].lower() in ("the", "a", "an"):
        words.pop()
    if not words:
        return _NOTHING
    return _word_before(words[-1].lower(), near[-1].isspace())


_NOTHING = _Before()


@lru_cache(maxsize=20_000)
def _word_before(word: str, apart: bool) -> _Before:
    return _Before(
        word not in _PREPOSITIONS,
        word in _TOWARD,
        apart and bool(_MAY_ADDRESS.search(word)),
        apart and word.endswith((",", "and", "&")),
    )


def _is_first(mention: Mention, scene: Scene) -> bool:
    return not any([r.subject for r in scene.here if r.start < mention.start])


def _acts(mention: Mention, scene: Scene) -> bool:
    """Say whether a verb of doing stands behind, and the clause begins before."""
    end = mention.end - scene.start
    if scene.text[end : end + 1] != "," and not scene.text[end : end + 1].isspace():
        return False
    if not _ACTS.match(scene.text, end):
        return False
    start = mention.start - scene.start
    return bool(_CLAUSE.search(scene.text, max(start - _NEAR, 0), start))


@lru_cache(maxsize=20_000)
def _gender(taken: Phrase) -> str | None:
    forms = {word.form for word in taken.words}
    if not forms.isdisjoint(_WOMEN):
        return "f"
    return "m" if not forms.isdisjoint(_MEN) else None


def _names(taken: Phrase, actors: tuple[Actor, ...]) -> frozenset[str]:
    """Give the words by which a person is called later: the last, in some states also
    the first ("Mori Takeo").
    """
    if is_owned(taken):
        return _NO_NAMES
    name = own_name(taken)
    first = name[:1] if any(a.code in _FAMILY_FIRST for a in actors) else ()
    return frozenset((*first, *name[-1:]))
