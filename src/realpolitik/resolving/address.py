"""Who is called by one name in an address: "Thank you, Jen", "Dear Vladimir"."""

import re

from realpolitik.core.actor import Actor
from realpolitik.core.mention import Mention
from realpolitik.knowledge.forms import words
from realpolitik.resolving.phrase import Phrase
from realpolitik.resolving.scene import Scene

_ADDRESSING = re.compile(
    r"\b(?:thank you|thanks|welcome|hello|hi|hey|dear|sorry|please|okay|go ahead|"
    r"good (?:morning|afternoon|evening|night))(?: (?:so|very) much| again)?,? $",
    re.IGNORECASE,
)
_NEAR = 40  # characters


def is_address(taken: Phrase, mention: Mention, scene: Scene) -> bool:
    """Say whether one bare name is used to speak to somebody."""
    named = len(taken.words) == 1 and taken.words[0].capital
    if not named or taken.roles or taken.own or mention.form != "person":
        return False
    return bool(_ADDRESSING.search(scene.before(mention)[-_NEAR:]))


def addressed(taken: Phrase, scene: Scene) -> tuple[Actor, ...]:
    """Give the person of the document so called; none who is only known by the name.

    One is called by the first name here, which half a directory bears.
    """
    name = taken.words[0].form
    if name in scene.memory.persons:
        return (scene.memory.persons[name],)
    known = [actor for actor in (scene.addressee, scene.speaker) if actor]
    known += [a for r in scene.memory.referents if r.form == "person" for a in r.actors]
    for actor in known:
        if name in [word.form for word in words(actor.name or "")]:
            return (actor,)
    return ()
