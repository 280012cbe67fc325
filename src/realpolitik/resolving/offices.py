"""Whose office a title alone is: of the state that speaks, or the one that has it."""

from realpolitik.core.actor import Actor
from realpolitik.core.mention import Mention
from realpolitik.knowledge.offices import bearers, bears
from realpolitik.resolving.bodies import is_organ
from realpolitik.resolving.phrase import Phrase
from realpolitik.resolving.scene import Scene

_LEADING = frozenset(["GOV", "REL"])
_RARE = 12  # states: more of them have presidents and prime ministers


def of_home(taken: Phrase, mention: Mention, scene: Scene) -> Actor | None:
    """Give the state of the speaker or the printer, where its leader bears the title.

    A government writes "the President" for its own. Whoever bears the title himself
    means another one by it.
    """
    own = scene.speaker or scene.home
    if own is None or own.sector == "MED":
        own = scene.home
    if own is None or not mention.text[:1].isupper() or not is_organ(taken):
        return None
    office = _office(taken)
    himself = own is scene.speaker and office <= _words(own.role)
    if himself or not bears(own.code, office, scene.iso):
        return None
    return Actor(own.code, certainty=0.8)


def own_body(taken: Phrase, mention: Mention, scene: Scene) -> Actor | None:
    """Give the printing state where the text writes "the Government" for its own."""
    head = taken.head
    if scene.speaker or not scene.home or not head or head.role.kind != "body":
        return None
    whole = mention.text[:1].isupper() and head.end - head.start == len(taken.words)
    return scene.home if whole and is_organ(taken) else None


def only_bearer(taken: Phrase, mention: Mention, scene: Scene) -> Actor | None:
    """Give the one state spoken of that has such an office ("the Supreme Leader");
    a small letter ("the president") tells that much only of a rare office.
    """
    roles = {i for role in taken.roles for i in range(role.start, role.end)}
    role = taken.head.role if taken.head else None
    if not role or (role.kind, role.number) != ("person", "s"):
        return None
    if len(roles) < len(taken.words) or role.sector not in _LEADING:
        return None
    everywhere = bearers(_office(taken), scene.iso)
    if len(everywhere) == 1:
        return Actor(next(iter(everywhere)), certainty=0.7)
    if len(everywhere) > _RARE and not mention.text[:1].isupper():
        return None
    found = everywhere & scene.spoken_of()
    return Actor(next(iter(found)), certainty=0.7) if len(found) == 1 else None


def _office(taken: Phrase) -> frozenset[str]:
    head = taken.head
    words = taken.words[head.start : head.end] if head else ()
    return frozenset(word.form for word in words)


def _words(role: str | None) -> frozenset[str]:
    return frozenset((role or "").lower().split())
