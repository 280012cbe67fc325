"""Several named in one mention: "Presidents Gorbachev and Bush", "the two Koreas"."""

import re
from dataclasses import replace

from realpolitik.core.actor import Actor
from realpolitik.core.mention import Mention
from realpolitik.knowledge.plural_states import states_called
from realpolitik.knowledge.roles import find_roles
from realpolitik.resolving.actors import actors_in, named_actors
from realpolitik.resolving.phrase import Phrase, phrase, sector_of
from realpolitik.resolving.scene import Scene

_AND = re.compile(r",? and |, | & ")
_OWN = re.compile(r"['’]s?$")
_FORMS = ("person", "group", None)


def all_named(taken: Phrase, mention: Mention, scene: Scene) -> tuple[Actor, ...]:
    """Give the actors that a mention names, each person of a list by his own name, and
    each state of a name in the plural.
    """
    states = _states(taken, mention, scene)
    if states:
        return states
    parts = _parts(taken, mention)
    if not parts:
        return actors_in(taken, mention, scene)
    found = [actor for part in parts for actor in named_actors(part, scene)[:1]]
    whole = len(found) == len(parts)
    return tuple(dict.fromkeys(found)) if whole else actors_in(taken, mention, scene)


def _states(taken: Phrase, mention: Mention, scene: Scene) -> tuple[Actor, ...]:
    for word in taken.words:
        codes = states_called(word.form, scene.iso) if word.capital else ()
        if codes:
            sector = sector_of(taken, mention.sector)
            return tuple([Actor(code, sector) for code in codes])
    return ()


def _parts(taken: Phrase, mention: Mention) -> list[Mention]:
    """Cut a list of persons: names alone, or behind a title of several."""
    if mention.form not in _FORMS or not _AND.search(mention.text):
        return []
    if taken.own or taken.side or taken.owner:
        return []
    title = _title(taken)
    if title is None:
        return []
    start = taken.words[title[1]].start if title[1] < len(taken.words) else 0
    named = [_OWN.sub("", part) for part in _AND.split(mention.text[start:])]
    if len(named) < 2 or not all(_is_name(part) for part in named):
        return []
    one = title[0]
    texts = [f"{one} {part}" if one else part for part in named]
    return [replace(mention, text=text, form="person") for text in texts]


def _title(taken: Phrase) -> tuple[str, int] | None:
    """Give the title of one of them and where the names begin; None where the words
    are no list of persons.
    """
    if not taken.roles:
        return "", 0
    first = taken.roles[0]
    several = first.role.kind == "person" and first.role.number == "p"
    if first.start or len(taken.roles) > 1 or not several:
        return None
    words = taken.text[: taken.words[first.end - 1].end]
    return re.sub(r"ies$", "y", re.sub(r"(?<!ie)s$", "", words)), first.end


def _is_name(text: str) -> bool:
    found = phrase(text)
    capitals = [word.capital for word in found.words]
    return any(capitals) and capitals[-1] and not find_roles(found.words)
