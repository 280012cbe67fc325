"""Whose an unnamed organ of state is: "the government", "the police", "the army"."""

from collections.abc import Iterable
from functools import lru_cache

from realpolitik.core.actor import Actor
from realpolitik.core.mention import Mention
from realpolitik.knowledge import tables
from realpolitik.knowledge.own_actors import current
from realpolitik.knowledge.word_lists import word_list
from realpolitik.resolving.memory import Referent
from realpolitik.resolving.phrase import Phrase
from realpolitik.resolving.scene import Scene

_ABROAD = word_list("posts-abroad")
_ORGANS = frozenset(["GOV", "MIL", "LEG", "JUD", "COP", "SPY"])


def is_organ(taken: Phrase) -> bool:
    """Say whether a phrase names an organ that only a state has, and no more.

    "President" does, "president of the Commission" need not.
    """
    role = taken.head.role if taken.head else None
    bare = taken.head_end == len(taken.words)
    if not bare or not role or role.sector not in _ORGANS:
        return False
    return role.kind == "body" or (role.kind == "person" and role.number == "s")


def may_own(actor: Actor, taken: Phrase) -> bool:
    """Say whether what a phrase names can be an actor's: organs are of states."""
    return not is_organ(taken) or actor.code in states()


def owners(found: Iterable[Referent], taken: Phrase) -> list[Referent]:
    """Give the referents that what a phrase names can belong to, or mean: states,
    for organs and for "the country".
    """
    state = taken.head is not None and taken.head.role.kind == "state"
    if not is_organ(taken) and not (state and not taken.plural):
        return list(found)
    return [r for r in found if r.codes and states() >= set(r.codes)]


def of_title(taken: Phrase, mention: Mention, scene: Scene) -> Actor | None:
    """Give the one state of the title, where the sentence has named no other yet."""
    if not is_organ(taken) or taken.noun in _ABROAD:
        return None
    here = {code for r in scene.earlier(mention) for code in r.codes} & states()
    title = [r for r in scene.memory.referents if r.sentence < 0]
    named = {code for r in title for code in r.codes} & states()
    return Actor(named.pop(), certainty=0.6) if len(named) == 1 and not here else None


def states() -> frozenset[str]:
    """Give the codes of the states, those that are no more included."""
    own = current().states
    return _states() | own if own else _states()


@lru_cache(maxsize=1)
def _states() -> frozenset[str]:
    return frozenset(row["code"] for row in tables.rows("actors/states.csv"))
