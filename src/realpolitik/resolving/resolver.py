"""The resolver: gives every mention of a document its meaning, in reading order."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from realpolitik.core.actor import Actor
from realpolitik.core.document import Document, Passage
from realpolitik.core.interval import Interval
from realpolitik.core.mention import Meaning, Mention
from realpolitik.core.quantity import Quantity
from realpolitik.core.uncollected import uncollected
from realpolitik.knowledge import directory, gazetteer
from realpolitik.knowledge.own_actors import NONE, OwnActors, using
from realpolitik.knowledge.word_lists import word_list
from realpolitik.resolving.actors import is_owned, name_words
from realpolitik.resolving.atlas import Atlas
from realpolitik.resolving.coreference import point_back
from realpolitik.resolving.home import home_of
from realpolitik.resolving.interview import interviewee
from realpolitik.resolving.memory import Memory, Referent
from realpolitik.resolving.office_times import with_office_times
from realpolitik.resolving.phrase import Phrase, phrase, sector_of
from realpolitik.resolving.pronouns import as_pronoun
from realpolitik.resolving.quantities import how_much, like_earlier, of_speaker
from realpolitik.resolving.scene import Scene
from realpolitik.resolving.several_named import all_named
from realpolitik.resolving.speakers import speaker_of
from realpolitik.resolving.spotting import spot
from realpolitik.resolving.time_words import Around
from realpolitik.resolving.times import when


@dataclass(frozen=True, slots=True)
class Resolver:
    """Resolves mentions against the shipped knowledge and the user's own actors; the
    same for the same input.
    """

    own: OwnActors = NONE

    @classmethod
    def load(cls, own: OwnActors = NONE) -> "Resolver":
        """Open the knowledge; KnowledgeError if a file is missing or broken."""
        directory.known_names()
        directory.tenures("putin")
        gazetteer.spots("moscow")
        return cls(own)

    @uncollected
    def resolve(
        self, document: Document, mentions: Sequence[Mention]
    ) -> tuple[Mention, ...]:
        """Fill `meanings`, in the order of `mentions`; unknown ones stay empty."""
        with using(self.own):
            return self._resolve(document, mentions)

    def speaker(self, document: Document, passage: Passage | None) -> Actor | None:
        """Give who speaks in a passage: its label, else the document's speaker."""
        with using(self.own):
            return self._speaker(document, passage)

    def _resolve(
        self, document: Document, mentions: Sequence[Mention]
    ) -> tuple[Mention, ...]:
        found: dict[int, tuple[Meaning, ...]] = {}
        memory = Memory()
        self._take_in_title(document, memory)
        atlas = Atlas.of(document, mentions)
        by_sentence: dict[int, list[int]] = {}
        for number, mention in enumerate(mentions):
            by_sentence.setdefault(mention.sentence, []).append(number)
        spoken = _Spoken(document)
        for sentence in range(len(document.sentences)):
            numbers = by_sentence.get(sentence, [])
            here = [as_pronoun(mentions[n]) for n in numbers]
            times = _times(here, document, spoken.before(sentence))
            spoken.take(times)
            scene = self._scene(document, sentence, memory, times)
            scene.places = _places(here, scene, atlas)
            actors = _actors(here, scene)
            meanings = _meanings(here, times, actors, _Where(scene, atlas))
            found.update(zip(numbers, meanings, strict=True))
            for referent in sorted(scene.here, key=_place_in_text):
                memory.add(referent)
        resolved = tuple(
            _with_meanings(m, found.get(n, ())) for n, m in enumerate(mentions)
        )
        return with_office_times(document, resolved, self._speaker)

    def _speaker(self, document: Document, passage: Passage | None) -> Actor | None:
        label = passage.speaker if passage and passage.speaker else document.speaker
        named = speaker_of(label, document.published) if label else None
        if named or passage is None or passage.kind == "question":
            return named
        if passage.speaker or (passage.kind == "answer" and not label):
            return interviewee(document, label or "")
        return None

    def _take_in_title(self, document: Document, memory: Memory) -> None:
        if not document.title:
            return
        scene = Scene(document.title, 0, -1, -1, document.published, None, None, memory)
        _actors(spot(document.title, sentence=-1), scene)
        for referent in scene.here:
            memory.add(referent)

    def _scene(
        self,
        document: Document,
        sentence: int,
        memory: Memory,
        times: Sequence[Interval | None],
    ) -> Scene:
        span = document.sentences[sentence]
        number, passage = document.passage_at(span.start) or (0, None)
        speaker = self._speaker(document, passage)
        return Scene(
            document.text[span.start : span.end],
            span.start,
            sentence,
            number,
            _day_of(times, document.published),
            speaker,
            self._addressee(document, passage, speaker),
            memory,
            document.published,
            talk=passage is not None and passage.kind in ("question", "answer"),
            home=home_of(document),
        )

    def _addressee(
        self, document: Document, passage: Passage | None, speaker: Actor | None
    ) -> Actor | None:
        if passage is not None and passage.kind == "question" and not speaker:
            return interviewee(document)
        if not speaker:
            return None
        for other in self._speakers(document):
            if other != speaker:
                return other
        return None

    def _speakers(self, document: Document) -> tuple[Actor, ...]:
        labels = dict.fromkeys(p.speaker for p in document.passages if p.speaker)
        found = (speaker_of(label, document.published) for label in labels)
        return tuple(speaker for speaker in found if speaker)


@dataclass(slots=True)
class _Spoken:
    """The day last spoken of. A dated document begins anew with each passage: there
    "in September" is the one before its date, not of a year told further up.
    """

    document: Document
    passage: int = -1
    day: date | None = None

    def before(self, sentence: int) -> date | None:
        """Give the day that a sentence may lean on."""
        start = self.document.sentences[sentence].start
        passage, _ = self.document.passage_at(start) or (0, None)
        if passage != self.passage and self.document.published:
            self.day = None
        self.passage = passage
        return self.day

    def take(self, times: Sequence[Interval | None]) -> None:
        """Take in the days of a sentence."""
        self.day = _latest(times) or self.day


def _with_meanings(mention: Mention, found: tuple[Meaning, ...]) -> Mention:
    """Give a mention its meanings; one without any keeps what its noun says."""
    if found or mention.sector or mention.kind != "actor":
        return mention.meaning(*found)
    return mention.meaning(sector=sector_of(phrase(mention.text), None))


def _place_in_text(referent: Referent) -> int:
    return referent.start


def _times(
    here: Sequence[Mention], document: Document, spoken: date | None
) -> list[Interval | None]:
    found: list[Interval | None] = []
    for mention in here:
        time = _time(mention, document, spoken) if mention.kind == "time" else None
        found.append(time)
        spoken = time.start if time and time.start else spoken
    return found


def _time(mention: Mention, document: Document, spoken: date | None) -> Interval | None:
    start = document.sentences[mention.sentence].start
    before = document.text[start : mention.start]
    return when(mention.text, document.published, Around(before, spoken))


def _latest(times: Sequence[Interval | None]) -> date | None:
    ends = [t.start for t in times if t and t.start]
    return ends[-1] if ends else None


def _day_of(times: Sequence[Interval | None], published: date | None) -> date | None:
    """Give the day that names of a sentence are read for: the past it tells of."""
    past = [t.start for t in times if t and t.start]
    if past and (published is None or (published - min(past)).days > 400):
        return min(past)
    return published


def _meanings(
    here: Sequence[Mention],
    times: Sequence[Interval | None],
    actors: dict[int, tuple[Actor, ...]],
    place: "_Where",
) -> list[tuple[Meaning, ...]]:
    scene, codes = place.scene, place.scene.spoken_of()
    out: list[tuple[Meaning, ...]] = []
    earlier: Quantity | None = None
    home = scene.speaker.code if scene.speaker else None
    for number, (mention, time) in enumerate(zip(here, times, strict=True)):
        if mention.kind == "actor":
            out.append(actors[number])
            continue
        meaning: Meaning | None = time
        if mention.kind == "place":
            meaning = place.atlas.place(mention, codes)
        elif mention.kind == "quantity":
            after = scene.after(mention)
            said = how_much(mention.text, after, scene.before(mention))
            said = of_speaker(said, mention.text, home)
            meaning = earlier = like_earlier(said, earlier, after)
        out.append((meaning,) if meaning else ())
    return out


@dataclass(frozen=True, slots=True)
class _Where:
    scene: Scene
    atlas: Atlas


def _places(
    here: Sequence[Mention], scene: Scene, atlas: Atlas
) -> tuple[tuple[int, str], ...]:
    codes = scene.spoken_of()
    found = [(m.start, atlas.place(m, codes)) for m in here if m.kind == "place"]
    return tuple((at, p.country) for at, p in found if p and p.country)


def _actors(here: Sequence[Mention], scene: Scene) -> dict[int, tuple[Actor, ...]]:
    """Resolve the actor mentions of a sentence: names first, then what points back."""
    found: dict[int, tuple[Actor, ...]] = {}
    later: list[int] = []
    actors_here = [n for n, mention in enumerate(here) if mention.kind == "actor"]
    if not actors_here:
        spotted = spot(scene.text, sentence=scene.sentence, offset=scene.start)
        if spotted:
            _actors(spotted, scene)
            scene.here[:] = _with_subject(scene.here)
    order = sorted(actors_here, key=lambda n: _surest_first(here[n]))
    for number in order:
        mention = here[number]
        named = mention.form != "pronoun" or len(phrase(mention.text).own) == 1
        actors = all_named(mention, scene) if named else ()
        if actors:
            found[number] = actors
            scene.here.append(_referent(mention, actors, scene))
        else:
            later.append(number)
    scene.here.sort(key=_place_in_text)
    later.sort()
    for number in later:
        mention = here[number]
        taken = phrase(mention.text)
        actors = point_back(mention, taken, scene)
        found[number] = actors
        scene.here.append(_referent(mention, actors, scene))
        scene.here.sort(key=_place_in_text)
    return found


def _surest_first(mention: Mention) -> tuple[bool, bool]:
    return not phrase(mention.text).own, mention.form == "person"


def _with_subject(referents: list[Referent]) -> list[Referent]:
    """Make the first referent the subject where there is none, as in a heading."""
    if not referents or any(r.subject for r in referents):
        return referents
    return [referents[0]._replace(subject=True), *referents[1:]]


_ADDRESSED = re.compile(
    r"\b(?:warn|urg|ask|tell|told|accus|order|demand\w* of|call\w* on|press|remind|"
    r"advis|invit|request|threaten|thank)(?:s|es|ed|ing|e)?\s+(?:the\s+|an?\s+)?$"
)
_JOINED = re.compile(r"(?:,|\band|&)\s+(?:the\s+)?$")
_NEAR = 40  # characters before a mention in which its clause or address begins
_PREPOSITIONS = word_list("prepositions")
_WOMEN = word_list("female-names") | {"mrs", "ms", "madam", "madame", "lady", "queen"}
_MEN = frozenset(["mr", "sir", "lord", "king", "prince", "sultan", "emir"])
_FAMILY_FIRST = word_list("family-name-first")
_TOWARD = frozenset(["to", "with", "against", "toward", "at", "on"])
_CLAUSE = re.compile(
    r"(?:^|[,;:—–(]|\b(?:that|but|and|while|as|because|if|when|after|before|though|"
    r"although|said|says|where|whether|than|since|until|unless|so))\W*"
    r"(?:the |The |an? )?$"
)
_ACTS = re.compile(
    r",?\s+(?:\w+ly |also |now |still |never |not )?(?:will|would|has|had|have|is|was|"
    r"are|were|can|could|may|might|must|should|do|did|does|said|says|told|\w{3,}ed|"
    r"sent|took|held|met|made|gave|got|went|came|began|left|lost|won|\w{3,}s)\b"
)


def _referent(mention: Mention, actors: tuple[Actor, ...], scene: Scene) -> Referent:
    taken = phrase(mention.text)
    before = scene.before(mention)
    words = before[-_NEAR:].lower().split()
    if words and words[-1] in ("the", "a", "an"):
        words.pop()
    last = words[-1:]
    free = not last or last[0] not in _PREPOSITIONS
    return Referent(
        actors,
        mention.form or "org",
        mention.sentence,
        mention.start,
        mention.end,
        plural=len(actors) > 1 or (taken.plural and mention.form == "group"),
        gender=_gender(taken, mention),
        noun=taken.noun,
        names=_names(taken, mention, actors),
        subject=mention.form != "demonym"
        and ((free and _is_first(mention, scene)) or _acts(mention, scene)),
        passage=scene.passage,
        toward=bool(last) and last[0] in _TOWARD,
        addressed=bool(_ADDRESSED.search(before, max(len(before) - _NEAR, 0))),
        codes=tuple([actor.code for actor in actors if actor.code]),
        joined=bool(_JOINED.search(before, max(len(before) - _NEAR, 0))),
        stranger=not actors
        and mention.form == "person"
        and len(name_words(taken, skip=taken.own)) > 1,
    )


def _is_first(mention: Mention, scene: Scene) -> bool:
    return not any([r.subject for r in scene.here if r.start < mention.start])


def _acts(mention: Mention, scene: Scene) -> bool:
    """Say whether a verb of doing stands behind, and the clause begins before."""
    before = scene.before(mention)
    near = max(len(before) - _NEAR, 0)
    acts = _ACTS.match(scene.text, mention.end - scene.start)
    return bool(acts and _CLAUSE.search(before, near))


def _gender(taken: Phrase, mention: Mention) -> str | None:
    if mention.form != "person":
        return None
    forms = {word.form for word in taken.words}
    if not forms.isdisjoint(_WOMEN):
        return "f"
    return "m" if not forms.isdisjoint(_MEN) else None


def _names(
    taken: Phrase, mention: Mention, actors: tuple[Actor, ...]
) -> frozenset[str]:
    """Give the words by which a person is called later: the last, in some states also
    the first ("Mori Takeo").
    """
    if mention.form != "person" or is_owned(taken):
        return frozenset()
    name = name_words(taken, skip=taken.own)
    first = name[:1] if any(a.code in _FAMILY_FIRST for a in actors) else ()
    return frozenset((*first, *name[-1:]))
