"""Who an actor mention names: the names in it, a person of that name, a place."""

from dataclasses import replace
from functools import lru_cache

from realpolitik.core.actor import Actor
from realpolitik.core.mention import Mention
from realpolitik.knowledge.directory import (
    PARTICLES,
    Hit,
    Naming,
    Tenure,
    person_sounds,
)
from realpolitik.knowledge.forms import sound
from realpolitik.knowledge.gazetteer import spots
from realpolitik.knowledge.roles import find_roles
from realpolitik.knowledge.short_names import short_name
from realpolitik.knowledge.word_lists import word_list
from realpolitik.resolving.address import addressed, is_address
from realpolitik.resolving.bodies import states
from realpolitik.resolving.hits import own_hits, sector_of_body
from realpolitik.resolving.name_parts import letters, without_name_parts
from realpolitik.resolving.people import Setting, find_person, find_whole
from realpolitik.resolving.phrase import Phrase, phrase, sector_of
from realpolitik.resolving.scene import Scene

_THINGS = ("state", "capital", "demonym")
_TITLES = word_list("personal-titles")
_OF_TITLES = frozenset(["federal", "first", "national", "royal"])
_HONORIFICS = word_list("honorifics")
_ELSEWHERE = word_list("posts-abroad")
_US_TITLES = word_list("titles-of-the-us")
_TITLES_BEFORE = word_list("short-titles") | word_list("honorifics") - {"the"}
_NO_PLACES = word_list("compass") | word_list("quantifiers")
_PEOPLES = word_list("peoples-of-no-state")
_ANYBODY, _KNOWN, _LEADER = 2, 4, 5
_FOLLOWING = word_list("nouns-for-followers")
_CITY = 60_000
_BEHIND = word_list("behind-names")
_NAME = 4  # letters: shorter names of towns are parts of other names as well ("Wa")


def named_actors(mention: Mention, scene: Scene) -> tuple[Actor, ...]:
    """Give the actors that the words of a mention name; empty if they name none."""
    return actors_in(phrase(mention.text), mention, scene)


def actors_in(taken: Phrase, mention: Mention, scene: Scene) -> tuple[Actor, ...]:
    """Give the actors that a phrase names as it stands in a mention."""
    if _lost_capitals(taken, mention):
        taken = phrase(mention.text, freely=True)
    if is_address(taken, mention, scene):
        return addressed(taken, scene)
    hits = _hits(taken, mention, scene)
    person, hits = _one_or_named(taken, hits, mention, scene)
    if hits:
        return _named(hits, person, taken, mention, scene)
    if person:
        return _or_their_own(taken, (_of_tenure(person, mention),), mention)
    return (
        _remembered(taken, mention, scene)
        or _by_short_name(taken, mention, scene)
        or _by_leader(taken, mention, scene)
        or _by_place(taken, mention)
    )


def _hits(taken: Phrase, mention: Mention, scene: Scene) -> tuple[Hit, ...]:
    """Give the names that count: of a person no firms that are part of the name."""
    hits = own_hits(taken, mention)
    if hits and mention.form == "person":
        hits = without_name_parts(hits, taken)
    return tuple([h for h in hits if _counts(h, scene)]) if hits else hits


def _one_or_named(
    taken: Phrase, hits: tuple[Hit, ...], mention: Mention, scene: Scene
) -> tuple[Tenure | None, tuple[Hit, ...]]:
    """Give the person told of, and the names that are not the person's own."""
    person = _person(taken, hits, mention, scene)
    if person and hits and _is_whole_name(taken, hits, person):
        return person, ()
    if _heads_body(person, hits, taken, scene.iso):
        return None, hits
    if mention.form == "person" and not (person and _of_them(person, hits)):
        whole = _whole_person(taken, scene)
        return (whole, ()) if whole else (person, hits)
    return person, hits


def _named(
    hits: tuple[Hit, ...],
    person: Tenure | None,
    taken: Phrase,
    mention: Mention,
    scene: Scene,
) -> tuple[Actor, ...]:
    actors = tuple([_actor(hit, taken, mention, scene) for hit in hits])
    if len(actors) > 1:
        actors = tuple(dict.fromkeys(actors))
    if person and len(actors) == 1 and person.code == actors[0].code:
        return (_of_tenure(person, mention),)
    return actors


def _of_them(person: Tenure, hits: tuple[Hit, ...]) -> bool:
    """Say whether a person is of the one state named, if any ("King Abdullah of
    Saudi Arabia").
    """
    codes = {naming.code for hit in hits for naming in hit.namings}
    return not hits or person.code in codes


def _heads_body(
    person: Tenure | None, hits: tuple[Hit, ...], taken: Phrase, day: str | None
) -> bool:
    """Say whether somebody who was of a state speaks for a body of states now ("the
    Arab League Secretary-General Ahmed Aboul Gheit").
    """
    if person is None or not hits or not taken.head or person.code not in states():
        return False
    named = {n.code for hit in hits for n in hit.namings if n.form == "org"}
    told = {sound(w.form) for h in hits for w in taken.words[h.start : h.end]}
    apart = told.isdisjoint(person_sounds(person)) and states().isdisjoint(named)
    return apart and len(named) == len(hits) and not person.holds(day)


def _whole_person(taken: Phrase, scene: Scene) -> Tenure | None:
    """Give the person whose whole name stands in a phrase, titles and places in it
    included, that no title tells to be another's.
    """
    name = [word.form for word in taken.words if word.capital]
    setting = Setting(scene.published or scene.day, scene.spoken_of())
    return None if is_owned(taken) else find_whole(name, setting)


def _lost_capitals(taken: Phrase, mention: Mention) -> bool:
    if mention.form not in ("state", "org", "capital") or not taken.text.islower():
        return False
    return not find_roles(taken.words)


@lru_cache(maxsize=20_000)
def own_name(taken: Phrase) -> tuple[str, ...]:
    """Give the words that can be the name of the person whom a phrase is about."""
    return name_words(taken, skip=taken.own)


@lru_cache(maxsize=20_000)
def bare_name(taken: Phrase, person: bool) -> tuple[str, ...]:
    """Give the words that can be a person's name and are in no other name; of a
    `person` a firm's name may be part of it.
    """
    own = without_name_parts(taken.own, taken) if person else taken.own
    return name_words(taken, skip=(*own, *taken.side))


def name_words(taken: Phrase, *, skip: tuple[Hit, ...] = ()) -> tuple[str, ...]:
    """Give the words of a phrase that can be a person's name."""
    inside = {i for hit in skip for i in range(hit.start, hit.end)}
    inside |= {i for role in taken.roles for i in range(role.start, role.end)}
    inside |= {0} if taken.owner else set()  # "My" is a surname as well
    runs: list[list[str]] = [[]]
    for i, word in enumerate(taken.words):
        if i in inside or not word.capital or word.form in _TITLES:
            if (
                runs[-1]
                and (i in inside or word.text[0].islower())
                and len(word.form) > 3
            ):
                runs.append([])
            continue
        runs[-1].extend(letters(taken.words, i))
        if word.possessive:
            break
    runs = [[word for word in run if word not in _BEHIND] for run in runs]
    named = [run for run in runs if run]
    behind_title = len(named) > 1 and set(named[0]) <= _OF_TITLES
    return tuple(named[behind_title]) if named else ()


def _is_whole_name(taken: Phrase, hits: tuple[Hit, ...], person: Tenure) -> bool:
    """Say whether the names found are part of a person's own ("Israel Katz")."""
    named = set(person_sounds(person))
    first = hits[0]
    inside = taken.words[first.start : first.end]
    follows = taken.words[first.end : first.end + 1]
    return (
        not any(word.possessive for word in inside)
        and {sound(word.form) for word in inside} <= named
        and bool(follows)
        and sound(follows[0].form) in named
    )


def _actor(hit: Hit, taken: Phrase, mention: Mention, scene: Scene) -> Actor:
    naming = best_naming(hit, mention, scene)
    sector = naming.sector or sector_of(taken, mention.sector)
    if not sector and len(taken.own) > 1:
        sector = sector_of_body(taken)
    if not sector and _are_citizens(hit, naming, taken, mention):
        sector = "CVL"
    return _as_actor(naming.code, sector, naming.id, naming.name)


@lru_cache(maxsize=20_000)
def _as_actor(
    code: str, sector: str | None, id_: str | None, name: str | None
) -> Actor:
    return Actor(code, sector, id_, name)


def _are_citizens(hit: Hit, naming: Naming, taken: Phrase, mention: Mention) -> bool:
    """Say whether a people is named by its members: "Syrians", not "the British"."""
    if taken.head or naming.form != "people" or hit.end != taken.head_end:
        return False
    plural = taken.words[hit.end - 1].form.endswith("s")
    return plural and mention.form in ("group", None)


def _counts(hit: Hit, scene: Scene) -> bool:
    """Say whether a name counts: one that only the user gave, on the user's days."""
    if hit.namings[0].id is None:
        return True
    day = scene.iso
    return any([n.id is None or n.holds(day) for n in hit.namings])


def best_naming(hit: Hit, mention: Mention, scene: Scene) -> Naming:
    """Choose among the meanings of a name: the user's own, valid on the day, then of
    the right form.
    """
    if len(hit.namings) == 1:
        return hit.namings[0]
    day = scene.iso
    found = [n for n in hit.namings if n.holds(day)] or list(hit.namings)
    if found[0].id is not None:
        return found[0]
    dated = [n for n in found if n.start and n.end and day]
    fitting = [n for n in dated or found if n.form == mention.form]
    return (fitting or dated or found)[0]


def _person(
    taken: Phrase, hits: tuple[Hit, ...], mention: Mention, scene: Scene
) -> Tenure | None:
    if mention.form not in ("person", None):
        return None
    name = bare_name(taken, mention.form == "person")
    if not name or _PEOPLES.issuperset(name):
        return None
    if len(name) == 1 and name[0] in scene.memory.strangers:
        return None
    if not _is_american_title(taken):
        codes = scene.spoken_of() | _codes_beside(taken, hits, mention, scene)
        return _bearer(name, taken, scene, codes)
    codes = _codes_beside(taken, hits, mention, scene) | {"USA"}
    person = _bearer(name, taken, scene, codes)
    if person and (len(name) > 1 or person.code in _homes(scene)):
        return person
    return Tenure(" ".join(name).title(), "USA", "GOV", "", "", "", 1, None)


def _codes_beside(
    taken: Phrase, hits: tuple[Hit, ...], mention: Mention, scene: Scene
) -> frozenset[str]:
    named = (*hits, *taken.side)
    return frozenset([best_naming(hit, mention, scene).code for hit in named])


def _bearer(
    name: tuple[str, ...], taken: Phrase, scene: Scene, codes: frozenset[str]
) -> Tenure | None:
    """Give who bears a name on the day told of, else on the day of the text."""
    role = _role_words(taken)
    only = len(name) == 1 and is_owned(taken) and not taken.head
    for day in dict.fromkeys((scene.day, scene.published)):
        person = find_person(name, Setting(day, codes, role))
        if person and not (only and person.code not in codes):
            return person
    return None


@lru_cache(maxsize=20_000)
def _role_words(taken: Phrase) -> frozenset[str]:
    words_of = (taken.words[role.start : role.end] for role in taken.roles)
    return frozenset([word.form for words in words_of for word in words])


def _homes(scene: Scene) -> frozenset[str]:
    """Give whose secretaries and senators a surname may be: "Secretary Ebrard"."""
    return scene.spoken_of() | {"USA"}


@lru_cache(maxsize=20_000)
def _is_american_title(taken: Phrase) -> bool:
    """Say whether a title is of the United States: "Secretary Rice", but neither
    "Secretary General" nor "Secretary of State for Defence" nor "Tusk's secretary".
    """
    forms = [w.form for w in taken.words]
    other = "general" in forms or "for" in forms or is_owned(taken)
    return not other and not _US_TITLES.isdisjoint(forms)


def _of_tenure(person: Tenure, mention: Mention) -> Actor:
    sector = person.sector or mention.sector
    return Actor(person.code, sector, person.id, person.name, person.role)


def _remembered(taken: Phrase, mention: Mention, scene: Scene) -> tuple[Actor, ...]:
    if mention.form != "person":
        return ()
    for name in reversed(name_words(taken)):
        if name in scene.memory.persons:
            return _or_their_own(taken, (scene.memory.persons[name],), mention)
    return ()


@lru_cache(maxsize=20_000)
def is_owned(taken: Phrase) -> bool:
    """Say whether a person is told by another's name ("Putin's spokesman")."""
    return any([w.possessive and w.capital for w in taken.words[:-1]])


def _or_their_own(
    taken: Phrase, found: tuple[Actor, ...], mention: Mention
) -> tuple[Actor, ...]:
    """Give a person, or somebody of that state where the name is the owner's."""
    if not is_owned(taken):
        return found
    return with_sector(found, sector_of(taken, mention.sector))


def _by_short_name(taken: Phrase, mention: Mention, scene: Scene) -> tuple[Actor, ...]:
    words_left = [w for w in taken.words if w.form not in _HONORIFICS]
    if not words_left or taken.owner:
        return ()
    owned = words_left[0] if words_left[0].possessive else None
    text = owned.text if owned else " ".join(w.form for w in words_left)
    written_small = owned is None and not words_left[0].capital
    told = mention.form == "org" and scene.definite(mention)
    if written_small and not told and mention.form not in _THINGS:
        return ()
    code = short_name(text, scene.spoken_of())
    sector = sector_of(taken, mention.sector)
    return (Actor(code, sector, certainty=0.7),) if code else ()


def _by_leader(taken: Phrase, mention: Mention, scene: Scene) -> tuple[Actor, ...]:
    """Give whose "Assad regime" or "Putin's forces" are."""
    followers = not _FOLLOWING.isdisjoint(word.form for word in taken.words)
    if mention.form not in ("org", "group", "demonym") or not (taken.head or followers):
        return ()
    name = name_words(taken)
    if taken.owner or not name or _is_unit(taken):
        return ()
    if name[-1] in scene.memory.persons:
        found = scene.memory.persons[name[-1]]
        return with_sector((found,), sector_of(taken, mention.sector))
    codes = set(scene.spoken_of())
    if taken.noun == "administration":
        codes.add("USA")  # nowhere else is a government so called after its head
    setting = Setting(scene.day, codes)
    person = find_person(name, setting) or find_person(name[:1], setting)
    if not person or person.rank < _least_rank(name, person, taken, setting):
        return ()
    sector = sector_of(taken, mention.sector)
    return (Actor(person.code, sector, certainty=0.8),)


def _least_rank(
    name: tuple[str, ...], person: Tenure, taken: Phrase, setting: Setting
) -> int:
    """Say how known somebody must be whose followers are told of: the less the more
    of the name is said ("militiamen of Mohamed Farah Aideed").
    """
    if len(set(name) - PARTICLES) > 1:
        return _ANYBODY
    titled = len(taken.roles) > 1 and taken.roles[0].role.kind == "person"
    return _KNOWN if titled or person.code in setting.codes else _LEADER


def _is_unit(taken: Phrase) -> bool:
    """Tell the proper name of a unit ("Golani Brigade") from somebody's brigade."""
    head = taken.head
    if not head or head.role.sector != "MIL" or not head.start:
        return False
    return all(word.capital for word in taken.words[head.start - 1 : head.end])


def _by_place(taken: Phrase, mention: Mention) -> tuple[Actor, ...]:
    if taken.owner or (taken.noun in _ELSEWHERE) or _is_titled(taken):
        return ()
    passed = {i for role in taken.roles for i in range(role.start, role.end)}
    passed |= {i for hit in taken.side for i in range(hit.start, hit.end)}
    for start, word in enumerate(taken.words):
        if start in passed or not word.capital or word.form in _NO_PLACES:
            continue
        for end in range(min(start + 3, len(taken.words)), start, -1):
            name = " ".join(w.form for w in taken.words[start:end])
            country = _country(name)
            told = len(name) >= _NAME or _stands_behind(taken, start)
            if country and told and _may_be_place(taken, start, mention):
                sector = sector_of(taken, mention.sector)
                return (Actor(country, sector, certainty=0.6),)
    return ()


def _is_titled(taken: Phrase) -> bool:
    """Say whether a title tells a person, whose name may be a town's besides."""
    first = taken.words[0] if taken.words else None
    return first is not None and first.form in _TITLES_BEFORE and first.capital


def _country(name: str) -> str | None:
    found = spots(name)
    if not found or found[0].weight < _CITY:
        return None
    return found[0].country


def _may_be_place(taken: Phrase, at: int, mention: Mention) -> bool:
    return mention.form != "person" or _stands_behind(taken, at) or _opens(taken, at)


def _opens(taken: Phrase, at: int) -> bool:
    """Say whether a place tells where a nameless person is of: "a Texas judge"."""
    titled = any(role.end == len(taken.words) for role in taken.roles)
    small = not any(word.capital for word in taken.words[at + 1 :])
    return at <= 1 and titled and small


def _stands_behind(taken: Phrase, at: int) -> bool:
    return at > 0 and taken.words[at - 1].form in {"of", "in", "from"}


def with_sector(actors: tuple[Actor, ...], sector: str | None) -> tuple[Actor, ...]:
    """Give the same actors in another part of theirs: "his army" for "Putin"."""
    return tuple(
        replace(a, sector=sector, id=None, name=None, role=None) for a in actors
    )
