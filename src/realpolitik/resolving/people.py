"""Which person a name means, by the offices held around a day."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from realpolitik.knowledge.directory import (
    PARTICLES,
    Tenure,
    person_sounds,
    shared_tenures,
    tenures,
    tenures_beside,
)
from realpolitik.knowledge.forms import sound
from realpolitik.knowledge.word_lists import word_list

_NUMERALS = frozenset("ivx")
_YEARS = 15.0
_IN_OFFICE = 2.0
_REMEMBERED = 20.0  # years for which a leader's surname says enough
_HISTORY = 60.0  # years for which it does where the text is of the state
_LEADER = 5
_MINISTER = 4
_STEM = 5  # letters that names of different endings share
_OWN = 30.0  # what the user says of a name outweighs what the directory says
_REIGNING = word_list("titles-of-monarchs")
_CROWNED = _REIGNING - {"sheikh"}
_UNTOLD = frozenset(["", "leader"])  # roles that may be a king's
_FAMILY_FIRST = word_list("family-name-first")


@dataclass(frozen=True, slots=True)
class Setting:
    """Where a name stands: the day, codes that the text is about, and the role that
    stands with the name (comparable words).
    """

    day: date | None
    codes: Collection[str] = ()
    role: frozenset[str] = frozenset()


def find_person(name: Sequence[str], setting: Setting) -> Tenure | None:
    """Give the likeliest person with these name words, None if nobody fits.

    A surname alone is enough for a leader or minister of these years; for others the
    text must be about their state.
    """
    name = [
        word for n, word in enumerate(name) if not (n and _NUMERALS.issuperset(word))
    ]
    sounds = [sound(word) for word in name if word not in PARTICLES]
    if not sounds:
        return None
    for word in dict.fromkeys((name[-1], _first_word(name))):
        best = _likeliest(word, sounds, setting)
        if best:
            return _in_office(best, word, setting)
    return _only_bearer(sounds[0], setting) if len(sounds) == 1 else None


def _only_bearer(sounded: str, setting: Setting) -> Tenure | None:
    """Give the leader of not too long ago whose surname nobody of another state has
    in the directory ("Gorbachev" in 2009), or the one leader or minister of that name
    where the text is of the state ("Kissinger" in 2018).
    """
    found = [t for t in tenures(sounded) if person_sounds(t)[-1:] == (sounded,)]
    leaders = [t for t in found if t.rank >= _MINISTER]
    if not leaders or len({t.code for t in leaders}) > 1:
        return None
    best = min(leaders, key=lambda t: _distance(t, setting.day))
    years = _distance(best, setting.day)
    if best.code in setting.codes:
        return best if years <= _HISTORY else None
    alone = best.rank == _LEADER and len({t.code for t in found}) == 1
    return best if alone and years <= _REMEMBERED else None


def find_whole(name: Sequence[str], setting: Setting) -> Tenure | None:
    """Give the person of whom every name word is among these, two words or more.

    A name that is a title or a place as well ("John Major", "Denzil Douglas") is
    found by this alone.
    """
    sounds = {sound(word) for word in name}
    found = [
        tenure
        for tenure in shared_tenures(name)
        if sounds.issuperset(person_sounds(tenure))
        and len(set(person_sounds(tenure))) > 1
    ]
    if not found:
        return None
    day = setting.day
    best = min(
        found, key=lambda t: (-len(person_sounds(t)), _distance(t, day), -t.rank)
    )
    return _in_office(best, sound(best.name.split()[-1].lower()), setting)


def _in_office(person: Tenure, word: str, setting: Setting) -> Tenure:
    """Give the office that a person held on the day: the one with the exactest dates,
    then the highest.
    """
    if setting.day is None or person.own:
        return person
    day = setting.day.isoformat()
    held = [t for t in tenures(word) if t.holds(day) and _is_same(t, person)]
    return max(held, key=_exactness, default=person)


def _exactness(tenure: Tenure) -> tuple[bool, int, int]:
    return tenure.role != "leader", len(tenure.start), tenure.rank


def _is_same(one: Tenure, other: Tenure) -> bool:
    if one.id and other.id:
        return one.id == other.id
    first, second = set(person_sounds(one)), set(person_sounds(other))
    if one.code == other.code:
        return len(first & second) > 1 and (first <= second or second <= first)
    return len(first) > 1 and first == second


def _likeliest(word: str, sounds: list[str], setting: Setting) -> Tenure | None:
    best, top = None, 0.0
    found = _sharing(word, sounds)
    if len(sounds) == 1 and setting.day is not None:
        found = [t for t in found if _known_by_one_word(t, setting)]
    for tenure in found:
        score = _score(tenure, sounds, setting)
        if score > top:
            best, top = tenure, score
    return best


def _known_by_one_word(tenure: Tenure, setting: Setting) -> bool:
    """Leave out, quickly, persons whom a name of one word does not mean on a day."""
    return tenure.rank >= _MINISTER or tenure.own or tenure.code in setting.codes


def _sharing(word: str, sounds: list[str]) -> Iterable[Tenure]:
    """Leave out, quickly, persons of whose name no other word fits."""
    others = frozenset(sounds) - {sound(word)}
    if not others or any([len(s) == 1 for s in sounds]):
        return tenures(word)
    stems = tuple([s[:_STEM] for s in others if len(s) >= _STEM])
    found = tenures_beside(word, others, stems)
    return [t for t in found if _fits_more(person_sounds(t), others, stems)]


def _fits_more(
    named: tuple[str, ...], others: frozenset[str], stems: tuple[str, ...]
) -> bool:
    if not others.isdisjoint(named):
        return True
    return bool(stems) and any([name.startswith(stems) for name in named])


def _first_word(name: Sequence[str]) -> str:
    return next(word for word in name if word not in PARTICLES)


def _score(tenure: Tenure, sounds: list[str], setting: Setting) -> float:
    named = person_sounds(tenure)
    alone = len(sounds) == 1
    families = _families(tenure, named, setting) if alone else ()
    fit = _name_fit(named, sounds, families)
    if fit == 0 or (alone and _is_no_monarch(tenure, setting)):
        return 0.0
    years = _distance(tenure, setting.day)
    near = tenure.code in setting.codes
    known = near or setting.day is None
    if not _close_enough(tenure, fit, years, near=near, known=known):
        return 0.0
    score = 20 * fit + 3.0 * tenure.rank - min(years, 25) * 0.8 + 8.0 * near
    score += _OWN * (tenure.own and years == 0)
    if setting.role:
        score += 2.0 * len(_words_of(tenure.role) & setting.role)
    return score


def _close_enough(
    tenure: Tenure, fit: float, years: float, *, near: bool, known: bool
) -> bool:
    if fit >= 2:
        return years <= 6 * _YEARS
    if tenure.own:
        return fit == 1 and years == 0 and (near or tenure.rank >= _MINISTER)
    if fit < 1:
        return near and years <= 1 and tenure.rank == _LEADER
    if not known and fit == 1:
        return years <= _IN_OFFICE and tenure.rank >= _MINISTER
    if tenure.rank == _LEADER:
        return years <= (6 if near else 2) * _YEARS
    return years <= _YEARS and (near or tenure.rank == _MINISTER)


def _is_no_monarch(tenure: Tenure, setting: Setting) -> bool:
    """Say whether "King Charles" is read for a president of that name."""
    titled = not _CROWNED.isdisjoint(setting.role)
    if not titled:
        return False
    role = _words_of(tenure.role)
    return role.isdisjoint(_REIGNING) and not role <= _UNTOLD


def _families(
    tenure: Tenure, named: tuple[str, ...], setting: Setting
) -> tuple[str, ...]:
    """Give what may be the family name: the last word, also the first in some states,
    where a last word with a hyphen is a given name ("Chen Chien-jen"). Those who reign
    are called by their first name ("Sultan Qaboos").
    """
    titled = not _REIGNING.isdisjoint(setting.role)
    if titled and not _REIGNING.isdisjoint(_words_of(tenure.role)):
        return named
    if tenure.code not in _FAMILY_FIRST:
        return named[-1:]
    given = "-" in tenure.name.rpartition(" ")[2]
    return named[:1] if given else named[-1:] + named[:1]


def _name_fit(
    named: tuple[str, ...], sounds: list[str], families: tuple[str, ...]
) -> float:
    """Weigh how well name words fit a person's: 0 not, 1 one word, 2 and more."""
    shared = [s for s in sounds if s in named or _longer(s, named)]
    if not shared:
        return 0.0
    if len(sounds) == 1:
        last = sounds[0] in families
        return 1.0 if last else 0.6
    if len(shared) >= 2:
        return (
            2.0 + 0.5 * (len(shared) == len(named)) - 0.1 * (len(sounds) - len(shared))
        )
    initials = [s for s in sounds if len(s) == 1 and any(n[0] == s for n in named)]
    return 2.0 if initials and len(initials) + 1 >= len(sounds) else 0.0


def _longer(sounded: str, named: tuple[str, ...]) -> bool:
    """Say whether a name has another ending elsewhere ("Ukhnaa", "Ukhnaagiin")."""
    if len(sounded) < _STEM:
        return False
    stem = sounded[:_STEM]
    alike = [name for name in named if name.startswith(stem)]
    return any(name.startswith(sounded) or sounded.startswith(name) for name in alike)


def _distance(tenure: Tenure, day: date | None) -> float:
    """Give the years between a day and a tenure, 0 inside it."""
    if day is None:
        return 5.0
    now = day.year + (day.month - 1) / 12
    start, end = _years(tenure.start, tenure.end, tenure.own)
    return max(start - now, now - end, 0.0)


@lru_cache(maxsize=20_000)
def _years(start: str, end: str, own: bool) -> tuple[float, float]:
    """Give the first and last moment of a tenure in years."""
    last = _year(end, 1.0) if end else 9999.0
    if start:
        return _year(start, 0.0), last
    return 0.0 if own else last - 4, last


@lru_cache(maxsize=20_000)
def _words_of(role: str) -> frozenset[str]:
    return frozenset(role.lower().split())


def _year(text: str, rest: float) -> float:
    if not text:
        return 9999.0
    year = float(text[:4])
    if len(text) < 7:
        return year + rest
    return year + (int(text[5:7]) - 1) / 12
