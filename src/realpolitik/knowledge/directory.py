"""The directory of actors: which names mean whom, and when they do."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from realpolitik.knowledge import compiled, forms
from realpolitik.knowledge.forms import Word, sound
from realpolitik.knowledge.meanings import Naming, Tenure
from realpolitik.knowledge.own_actors import OwnActors, current
from realpolitik.knowledge.word_lists import word_list

__all__ = [
    "PARTICLES",
    "Hit",
    "Naming",
    "Tenure",
    "all_tenures",
    "find_names",
    "known_names",
    "namings",
    "person_sounds",
    "tenures",
]

_LONGEST = 12
_LONG_ENOUGH = 4  # letters of an acronym that is also printed as a name ("Nato")
_NUMERALS = frozenset("ivx")
# Words of names that say nothing by themselves.
PARTICLES = word_list("name-particles")


@dataclass(frozen=True, slots=True)
class Hit:
    """A name found in a phrase: words [start, end) and its meanings, best first."""

    start: int
    end: int
    namings: tuple[Naming, ...]


def find_names(words: Sequence[Word], *, freely: bool = False) -> Iterator[Hit]:
    """Find the longest names in a phrase from left to right.

    `freely` ignores capitals, for text that has lost them.
    """
    firsts, own = _first_words(), current().firsts
    at = 0
    while at < len(words):
        form = words[at].form
        longest = firsts.get(form, 0)
        if form in own:
            longest = max(longest, own[form])
        longest = min(longest, len(words) - at)
        hit = _longest_hit(words, at, longest, freely)
        if hit:
            yield hit
        at = hit.end if hit else at + 1


def namings(key: str) -> tuple[Naming, ...]:
    """Give the meanings of a name by its key (see `forms.key`), own ones first."""
    ours = tuple(_parse(entry) for entry in _aliases().get(key, ()))
    own = current().namings.get(key)
    return (*own, *ours) if own else ours


def tenures(name_word: str) -> tuple[Tenure, ...]:
    """Give every tenure of the persons who have a word in their name.

    Entries of the user's own stand in for ours of the same Wikidata item.
    """
    ours, own = _tenures(sound(name_word)), current()
    if own.replaced:
        ours = tuple(t for t in ours if t.id not in own.replaced)
    return (*own.tenures.get(sound(name_word), ()), *ours)


def all_tenures() -> Iterator[Tenure]:
    """Give every tenure that the directory itself knows."""
    return (_tenure(number) for number in range(len(_people())))


def person_sounds(tenure: Tenure) -> tuple[str, ...]:
    """Give the sounds of the words of a person's name."""
    return _name_sounds(tenure.name)


def known_names() -> dict[str, str]:
    """Give the short English name of every code."""
    return _names(current())


@lru_cache(maxsize=4)
def _names(own: OwnActors) -> dict[str, str]:
    names: dict[str, str] = compiled.table("actors")["names"]
    return {**names, **own.names} if own.names else names


def _longest_hit(
    words: Sequence[Word], at: int, longest: int, freely: bool
) -> Hit | None:
    for end in range(at + longest, at, -1):
        key = " ".join(word.form for word in words[at:end])
        found = namings(key)
        if not found:
            continue
        if end == at + 1 and not freely:
            found = tuple(n for n in found if _written_so(words[at], n.case))
        if found:
            return Hit(at, end, found)
    return None


def _written_so(word: Word, case: str) -> bool:
    if case == "u":
        bare = word.text.rstrip("s").rstrip("'’").replace(".", "")
        return bare.isupper() or (len(word.form) >= _LONG_ENOUGH and word.capital)
    return case == "" or word.capital


def _aliases() -> dict[str, list[str]]:
    aliases: dict[str, list[str]] = compiled.table("actors")["aliases"]
    return aliases


@lru_cache(maxsize=1)
def _first_words() -> dict[str, int]:
    longest: dict[str, int] = {}
    for key in _aliases():
        first, length = key.partition(" ")[0], key.count(" ") + 1
        longest[first] = max(longest.get(first, 0), min(length, _LONGEST))
    return longest


@lru_cache(maxsize=20_000)
def _parse(entry: str) -> Naming:
    code, sector, form, start, end, case, name = entry.split("|", 6)
    return Naming(code, sector or None, form, start, end, case, name or None)


@lru_cache(maxsize=1)
def _people() -> list[str]:
    return compiled.lines("people").content.decode().split("\n")


@lru_cache(maxsize=20_000)
def _tenures(sounds_like: str) -> tuple[Tenure, ...]:
    numbers = compiled.lines("people_index").find(sounds_like)
    return tuple(_tenure(int(number)) for number in (numbers or "").split())


@lru_cache(maxsize=50_000)
def _tenure(number: int) -> Tenure:
    name, code, sector, role, start, end, rank, identity = _people()[number].split("|")
    return Tenure(
        name, code, sector or None, role, start, end, int(rank), identity or None
    )


@lru_cache(maxsize=50_000)
def _name_sounds(name: str) -> tuple[str, ...]:
    found = forms.words(name)
    return tuple(
        sound(word.form)
        for number, word in enumerate(found)
        if word.form not in PARTICLES
        and not (number and _NUMERALS.issuperset(word.form))
    )
