"""The directory of actors: which names mean whom, and when they do."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain

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
    "all_leaders",
    "all_tenures",
    "find_names",
    "known_names",
    "namings",
    "person_sounds",
    "shared_tenures",
    "tenures",
    "tenures_beside",
]

_FIRMS = frozenset(["BUS", "MED", "EDU"])
_LONG_ENOUGH = 4  # letters of an acronym that is also printed as a name ("Nato")
_NUMERALS = frozenset("ivx")
_LEADERS = b"5"
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
        lengths: Sequence[int] = firsts.get(form, ())
        if own and form in own:
            lengths = range(max(own[form], *lengths, 0), 0, -1)
        hit = _longest_hit(words, at, lengths, freely) if lengths else None
        if hit:
            yield hit
        at = hit.end if hit else at + 1


def namings(key: str) -> tuple[Naming, ...]:
    """Give the meanings of a name by its key (see `forms.key`), own ones first."""
    own = current().namings.get(key)
    ours = _namings(key) if key in _aliases() else ()
    return (*own, *ours) if own else ours


def tenures(name_word: str) -> tuple[Tenure, ...]:
    """Give every tenure of the persons who have a word in their name.

    Entries of the user's own stand in for ours of the same Wikidata item.
    """
    sounded = sound(name_word)
    return _with_own(sounded, _tenures(sounded))


def shared_tenures(name_words: Iterable[str]) -> Iterator[Tenure]:
    """Give every tenure of the persons who have two of these words in their name;
    beside an initial one is enough, since initials are not filed.
    """
    sounds = tuple(dict.fromkeys(map(sound, name_words)))
    beside_initial = any([len(sounded) == 1 for sounded in sounds])
    for sounded in sounds:
        shared = _numbers(sounded) if beside_initial else _shared(sounded, sounds)
        yield from _with_own(sounded, tuple([_tenure(int(n)) for n in shared]))


def tenures_beside(
    name_word: str, others: Iterable[str], stems: Iterable[str]
) -> tuple[Tenure, ...]:
    """Give those of `tenures` that may have one of these other sounds in their name,
    or a word that begins with one of these stems; own ones all.
    """
    sounded = sound(name_word)
    numbers = _numbers(sounded)
    beside = set(numbers).intersection(
        chain(*map(_numbers, others), *map(_numbers_beginning, stems))
    )
    ours = tuple([_tenure(int(n)) for n in numbers if n in beside]) if beside else ()
    return _with_own(sounded, ours)


def _shared(sounded: str, sounds: Sequence[str]) -> tuple[str, ...]:
    """Give the numbers of a sound that one of the other sounds has as well."""
    numbers = _numbers(sounded)
    others = [_numbers(other) for other in sounds if other != sounded]
    shared = set(numbers).intersection(chain(*others))
    return tuple([n for n in numbers if n in shared]) if shared else ()


def _with_own(sounded: str, ours: tuple[Tenure, ...]) -> tuple[Tenure, ...]:
    own = current()
    if own.replaced:
        ours = tuple(t for t in ours if t.id not in own.replaced)
    mine = own.tenures.get(sounded)
    return (*mine, *ours) if mine else ours


def all_tenures() -> Iterator[Tenure]:
    """Give every tenure that the directory itself knows, in one spelling."""
    every = (_tenure(number) for number in range(len(_people())))
    return (tenure for tenure in every if not tenure.spelled)


def all_leaders() -> Iterator[Tenure]:
    """Give every tenure of those who led a state or its government."""
    for number, line in enumerate(_people()):
        if line.split(b"|", 7)[6] == _LEADERS:
            yield _tenure(number)


def person_sounds(tenure: Tenure) -> tuple[str, ...]:
    """Give the sounds of the words of a person's name, as this entry spells it."""
    return _name_sounds(tenure.spelled or tenure.name)


def known_names() -> dict[str, str]:
    """Give the short English name of every code."""
    return _names(current())


@lru_cache(maxsize=4)
def _names(own: OwnActors) -> dict[str, str]:
    names: dict[str, str] = compiled.table("actors")["names"]
    return {**names, **own.names} if own.names else names


def _longest_hit(
    words: Sequence[Word], at: int, lengths: Iterable[int], freely: bool
) -> Hit | None:
    left = len(words) - at
    for length in lengths:
        if length > left:
            continue
        end = at + length
        found = namings(" ".join([word.form for word in words[at:end]]))
        if not found:
            continue
        if length == 1 and not freely:
            found = tuple([n for n in found if _written_so(words[at], n.case)])
        elif not freely and _is_common(words[at], words[end - 1]):
            found = tuple([n for n in found if n.sector not in _FIRMS])
        if found:
            return Hit(at, end, found)
    return None


def _is_common(first: Word, last: Word) -> bool:
    """Tell a state's common noun, "Syrian air defences", from a firm, "Syrian Air"."""
    return first.capital and not last.capital and bool(namings(first.form))


def _written_so(word: Word, case: str) -> bool:
    if case == "u":
        bare = word.text.rstrip("s").rstrip("'’").replace(".", "")
        short = sum(map(str.isupper, bare)) > 1 or bare.isupper()
        return short or (len(word.form) >= _LONG_ENOUGH and word.capital)
    return case == "" or word.capital


@lru_cache(maxsize=1)
def _aliases() -> dict[str, list[str]]:
    aliases: dict[str, list[str]] = compiled.table("actors")["aliases"]
    return aliases


@lru_cache(maxsize=1)
def _first_words() -> dict[str, tuple[int, ...]]:
    """Give of how many words the names are that begin with a word, longest first."""
    lengths: dict[str, set[int]] = {}
    for key in _aliases():
        first, length = key.partition(" ")[0], key.count(" ") + 1
        lengths.setdefault(first, set()).add(length)
    return {first: tuple(sorted(found)[::-1]) for first, found in lengths.items()}


@lru_cache(maxsize=20_000)
def _namings(key: str) -> tuple[Naming, ...]:
    return tuple(_parse(entry) for entry in _aliases().get(key, ()))


def _parse(entry: str) -> Naming:
    code, sector, form, start, end, case, name = entry.split("|", 6)
    return Naming(code, sector or None, form, start, end, case, name or None)


@lru_cache(maxsize=1)
def _people() -> tuple[bytes, ...]:
    return compiled.lines("people").content


@lru_cache(maxsize=20_000)
def _tenures(sounds_like: str) -> tuple[Tenure, ...]:
    return tuple(_tenure(int(number)) for number in _numbers(sounds_like))


@lru_cache(maxsize=20_000)
def _numbers(sounds_like: str) -> tuple[str, ...]:
    return tuple((compiled.lines("people_index").find(sounds_like) or "").split())


@lru_cache(maxsize=20_000)
def _numbers_beginning(stem: str) -> tuple[str, ...]:
    entries = compiled.lines("people_index").beginning(stem)
    return tuple(number for entry in entries for number in entry.split())


@lru_cache(maxsize=50_000)
def _tenure(number: int) -> Tenure:
    name, code, sector, role, start, end, rank, identity, spelled = (
        _people()[number].decode().split("|")
    )
    return Tenure(
        name, code, sector or None, role, start, end, int(rank), identity or None,
        spelled=spelled,
    )  # fmt: skip


@lru_cache(maxsize=50_000)
def _name_sounds(name: str) -> tuple[str, ...]:
    plain = name.isascii() and name.replace(" ", "").isalpha()
    found = name.lower().split() if plain else [w.form for w in forms.words(name)]
    return tuple(
        sound(form)
        for number, form in enumerate(found)
        if form not in PARTICLES and not (number and _NUMERALS.issuperset(form))
    )
