"""Who speaks: a label ("V. Putin:", "RUS.GOV", "QUESTION") as an actor."""

from datetime import date
from functools import lru_cache

from realpolitik.core.actor import Actor
from realpolitik.core.mention import Mention
from realpolitik.knowledge.directory import known_names
from realpolitik.knowledge.own_actors import OwnActors, current
from realpolitik.knowledge.word_lists import word_list
from realpolitik.resolving.actors import named_actors
from realpolitik.resolving.memory import Memory
from realpolitik.resolving.scene import Scene

_PRESS = word_list("labels-of-the-press")


def speaker_of(label: str, day: date | None) -> Actor | None:
    """Give the actor that a speaker's label means; None if nobody is known by it."""
    return _speaker(label, day, current())


@lru_cache(maxsize=4096)
def _speaker(label: str, day: date | None, _own: OwnActors) -> Actor | None:
    """Look a label up; it is asked for again with every sentence of a talk."""
    label = label.strip().rstrip(":").strip()
    code, _, sector = label.partition(".")
    if code in known_names():
        return Actor(code, sector or None)
    if label.lower().strip("*[]() ") in _PRESS:
        return Actor(None, "MED")
    mention = Mention(0, label, 0, len(label), "actor", "person")
    scene = Scene(label, 0, 0, 0, day, None, None, Memory())
    found = named_actors(mention, scene)
    if not found:
        return None
    actor = found[0]
    return Actor(actor.code, actor.sector or "GOV", actor.id, actor.name, actor.role)
