"""Whose text it is: the state whose government prints a document."""

from datetime import date
from functools import lru_cache
from urllib.parse import urlsplit

from realpolitik.core.actor import Actor
from realpolitik.core.document import Document
from realpolitik.core.mention import Mention
from realpolitik.knowledge.names import state_of_domain
from realpolitik.knowledge.own_actors import OwnActors, current
from realpolitik.knowledge.word_lists import word_list
from realpolitik.resolving.actors import named_actors
from realpolitik.resolving.bodies import states
from realpolitik.resolving.memory import Memory
from realpolitik.resolving.scene import Scene

_OF_STATE = frozenset(["GOV", "MIL", "LEG"])
_DOMAINS = word_list("domains-of-governments")


def home_of(document: Document) -> Actor | None:
    """Give the state that prints a document, by its publisher, else by its address.

    "The White House" and "President of Russia" are of a state; a paper, an agency or
    an organisation of states is not, nor is a ministry without its country.
    """
    named = document.publisher and _printer(
        document.publisher, document.published, current()
    )
    return named or _by_address(document.url or "")


@lru_cache(maxsize=1024)
def _printer(name: str, day: date | None, _own: OwnActors) -> Actor | None:
    mention = Mention(0, name, 0, len(name), "actor", "org")
    scene = Scene(name, 0, 0, 0, day, None, None, Memory())
    found = named_actors(mention, scene)
    if len(found) != 1 or found[0].code not in states():
        return None
    return Actor(found[0].code, "GOV") if found[0].sector in _OF_STATE else None


@lru_cache(maxsize=1024)
def _by_address(url: str) -> Actor | None:
    """Give the state of a government's address ("www.mfa.gov.il", "state.gov")."""
    labels = (urlsplit(url).hostname or "").split(".")
    if _DOMAINS.isdisjoint(labels[-2:]):
        return None
    code = "USA" if labels[-1] in _DOMAINS else state_of_domain(labels[-1])
    return Actor(code, "GOV") if code else None
