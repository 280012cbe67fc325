"""Newspapers, agencies and broadcasters by the names under which they print."""

import re

from realpolitik.knowledge.directory import namings
from realpolitik.knowledge.forms import key

_ARTICLE = re.compile(r"(?:the)\s", re.IGNORECASE)
_TRADE = re.compile(r"\s(?:news(?:\sagency)?|news\sservice|agency|writer|staff)", re.I)


def known_medium(name: str) -> str | None:
    """Give the name by which a medium is filed, None for what is not known as one.

    >>> known_medium("AP"), known_medium("The Associated Press"), known_medium("Moscow")
    ('Associated Press', 'Associated Press', None)
    """
    bare = _ARTICLE.sub("", name, count=1) if _ARTICLE.match(name) else name
    for form in dict.fromkeys((name, bare, _TRADE.sub("", bare))):
        for naming in namings(key(form)):
            if naming.sector == "MED":
                return naming.name or form
    return None


def is_place_of_state(name: str) -> bool:
    """Tell the name of a state or people: "(USA)" behind a city is no publisher.

    >>> is_place_of_state("USA"), is_place_of_state("ICRC")
    (True, False)
    """
    return any(
        naming.form in {"state", "people", "capital"} for naming in namings(key(name))
    )
