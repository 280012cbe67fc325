"""Which earlier actors a word may point to, and which of them is likeliest."""

from collections.abc import Iterable

from realpolitik.core.actor import Actor
from realpolitik.core.mention import Mention
from realpolitik.resolving.memory import Referent
from realpolitik.resolving.scene import Scene

_REACH = 3
_THINGS = frozenset(["state", "org", "capital", "demonym"])


def candidates(mention: Mention, scene: Scene) -> list[Referent]:
    """Give the referents before a mention, nearest first; those after it last."""
    here = [r for r in reversed(scene.earlier(mention)) if r.actors]
    before = [
        r for r in scene.memory.back(sentence=scene.sentence, reach=_REACH) if r.actors
    ]
    return [*here, *before]


def ahead(mention: Mention, scene: Scene) -> list[Referent]:
    """Give the referents of the sentence after a mention, nearest first."""
    return [r for r in scene.later(mention) if r.actors]


def likeliest(
    found: Iterable[Referent], mention: Mention, scene: Scene, *, object_: bool = False
) -> tuple[Actor, ...]:
    """Give the actors of the nearest referent, subjects before others.

    `object_` turns that round, for "him" and "them".
    """
    best: tuple[Actor, ...] = ()
    top = -1e9
    for referent in found:
        score = -2.0 * min(scene.sentence - referent.sentence, 6)
        score += (-0.6 if object_ else 1.0) * referent.subject
        score += 1.3 * (referent.addressed and referent.sentence == scene.sentence)
        score -= 0.7 * (referent.form == "demonym")
        score -= 0.006 * abs(mention.start - referent.start)
        if score > top:
            best, top = referent.actors, score
    return best


def is_person(referent: Referent, gender: str | None = None) -> bool:
    """Say whether a referent is one person, of a gender where both are known."""
    if referent.form != "person" or referent.plural:
        return False
    return gender is None or referent.gender in (None, gender)


def is_thing(referent: Referent) -> bool:
    """Say whether "it" can point to a referent."""
    if referent.form in _THINGS:
        return len(referent.actors) == 1
    return referent.form == "group" and not referent.plural


def counterpart(mention: Mention, scene: Scene) -> Actor | None:
    """Give whom a speaker speaks with: the nearest actor that is somebody else."""
    own = scene.speaker.code if scene.speaker else None
    if scene.addressee and scene.addressee.code not in (None, own):
        return scene.addressee
    near = [*candidates(mention, scene), *ahead(mention, scene)]
    for wanted in (_is_host, _anybody):
        for referent in near:
            for actor in referent.actors:
                if actor.code and actor.code != own and wanted(referent):
                    return actor
    return None


def _is_host(referent: Referent) -> bool:
    return referent.form in ("person", "state")


def _anybody(referent: Referent) -> bool:
    return bool(referent.codes)
