"""Role nouns: what "troops", "minister" or "bloc" says about an actor."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from realpolitik.knowledge import tables
from realpolitik.knowledge.forms import Word, key
from realpolitik.knowledge.meanings import Role
from realpolitik.knowledge.own_actors import current

__all__ = ["FoundRole", "Role", "find_roles", "role_named"]


@dataclass(frozen=True, slots=True)
class FoundRole:
    """A role noun in a phrase: words [start, end)."""

    start: int
    end: int
    role: Role


def find_roles(words: Sequence[Word]) -> tuple[FoundRole, ...]:
    """Find the longest role nouns in a phrase from left to right."""
    found, at = [], 0
    own, firsts = current(), _first_words()
    while at < len(words):
        form = words[at].form
        known = form in firsts or form in own.role_firsts
        hit = _longest(words, at) if known else None
        if hit:
            found.append(hit)
        at = hit.end if hit else at + 1
    return tuple(found)


def role_named(key_: str) -> Role | None:
    """Give the role of a noun by its key, own ones first."""
    return current().roles.get(key_) or _roles().get(key_)


def _longest(words: Sequence[Word], at: int) -> FoundRole | None:
    own, form = current(), words[at].form
    longest = max(_first_words().get(form, 0), own.role_firsts.get(form, 0))
    for end in range(min(at + longest, len(words)), at, -1):
        key_ = " ".join(word.form for word in words[at:end])
        role = own.roles.get(key_) or _roles().get(key_)
        if role:
            return FoundRole(at, end, role)
    return None


@lru_cache(maxsize=1)
def _first_words() -> dict[str, int]:
    longest: dict[str, int] = {}
    for role in _roles():
        first = role.partition(" ")[0]
        longest[first] = max(longest.get(first, 0), role.count(" ") + 1)
    return longest


@lru_cache(maxsize=1)
def _roles() -> dict[str, Role]:
    return {
        key(row["word"]): Role(row["sector"] or None, row["number"], row["kind"])
        for row in tables.rows("words/roles.csv")
    }
