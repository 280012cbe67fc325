"""Where a place lies that no table knows, if the words around it say so.

"the villages of Foua and Kfraya in Idlib", "Maoxian county in Sichuan", "Cairo's
Abbasiya district": the state of the place that holds it, and no coordinates.
"""

import re

_NAME = r"(?P<name>[A-Z][^\W\d_]+(?:[ -][A-Z][^\W\d_]+){0,2})"
_WITHIN = re.compile(
    r"^(?:['’]s)?(?:,? (?:and|or) (?:of )?[A-Z][\w'’-]+)*"
    r"(?: (?:county|counties|district|districts|province|town|village|villages|area|"
    r"region|city|hospital|airport|suburb|neighbourhood|neighborhood|prison|camp))?"
    rf"(?:,)? (?:in|of|near|outside) (?:the )?(?:(?:city|town|province|region) of )?"
    rf"(?:[a-z]+ern |north|south|east|west|central )?{_NAME}"
)
_OWNER = re.compile(rf"(?:^|[^\w]){_NAME}(?:['’]s?) (?:[a-z]+ ){{0,2}}$")
REACH = 80
"""Characters around a name in which what holds it may stand."""


def holders(before: str, after: str) -> tuple[str, ...]:
    """Give the names that hold a place, by the text before and after it.

    >>> holders("the villages of ", " and Kfraya in Idlib province")
    ('Idlib',)
    """
    found = (_WITHIN.search(after), _OWNER.search(before))
    return tuple(match.group("name") for match in found if match)
