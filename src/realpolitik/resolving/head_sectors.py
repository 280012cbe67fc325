"""The sector of a head noun by what stands beside it: "army accountant", "president of
the rights league", "the People's Party".
"""

from collections.abc import Sequence

from realpolitik.knowledge.forms import Word
from realpolitik.knowledge.roles import FoundRole
from realpolitik.knowledge.word_lists import word_list

_ORGANS = frozenset(["COP", "GOV", "JUD", "LEG", "MIL", "SPY"])
_HEADS = word_list("nouns-for-heads")
_TREATY = frozenset(
    ["contracting", "each", "either", "other", "state", "states", "third"]
)
_OF = (["of"], ["of", "the"])


def sector_beside(
    words: Sequence[Word], roles: Sequence[FoundRole], head: FoundRole
) -> str | None:
    """Give the sector that the words beside a head noun say; None if they say none.

    Whoever is of an organ of state is counted to it whatever his trade, and the head
    of a body to what the body is.
    """
    if head.role.kind != "person":
        return "PTY" if _is_party(words, head) else None
    before = next((role for role in roles if role.end == head.start), None)
    if before and before.role.kind == "body" and before.role.sector in _ORGANS:
        return before.role.sector
    if words[head.end - 1].form not in _HEADS:
        return None
    return _of_body(words, roles, head)


def _of_body(
    words: Sequence[Word], roles: Sequence[FoundRole], head: FoundRole
) -> str | None:
    """Give the sector of the body that somebody heads: the first noun behind "of"."""
    for start in (head.end + 1, head.end + 2):
        if [word.form for word in words[head.end : start]] not in _OF:
            continue
        body = next((r for r in roles if r.start >= start), None)
        if body and body.role.kind == "body":
            return body.role.sector
    return None


def _is_party(words: Sequence[Word], head: FoundRole) -> bool:
    """Tell the name of a party from a party to a treaty."""
    last = words[head.end - 1]
    if last.form != "party" or not last.capital or head.start == 0:
        return False
    before = words[head.start - 1]
    return before.capital and before.form not in _TREATY
