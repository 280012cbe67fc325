"""The resolver: gives every mention of a document its meaning, in reading order."""

from bisect import insort
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
from realpolitik.resolving.atlas import Atlas
from realpolitik.resolving.coreference import point_back
from realpolitik.resolving.home import home_of
from realpolitik.resolving.interview import interviewee
from realpolitik.resolving.memory import Memory, Referent
from realpolitik.resolving.office_times import with_office_times
from realpolitik.resolving.phrase import phrase, sector_of
from realpolitik.resolving.pronouns import as_pronoun
from realpolitik.resolving.quantities import how_much, like_earlier, of_speaker
from realpolitik.resolving.referents import referent_of
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
        spoken, home = _Spoken(document), home_of(document)
        for sentence in range(len(document.sentences)):
            numbers = by_sentence.get(sentence, [])
            here = [as_pronoun(mentions[n]) for n in numbers]
            times = _times(here, document, spoken.before(sentence))
            spoken.take(times)
            scene = self._scene(document, sentence, memory, times, home)
            scene.places = _places(here, scene, atlas)
            actors = _actors(here, scene)
            meanings = _meanings((here, times), actors, scene, atlas)
            found.update(zip(numbers, meanings, strict=True))
            for referent in scene.here:  # in the order of the text
                memory.add(referent)
        resolved = tuple(
            [_with_meanings(m, found.get(n, ())) for n, m in enumerate(mentions)]
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
        home: Actor | None,
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
            home=home,
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
        same = mention.meanings == found
        return mention if same else mention.meaning(*found)
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
    here: tuple[Sequence[Mention], Sequence[Interval | None]],
    actors: dict[int, tuple[Actor, ...]],
    scene: Scene,
    atlas: Atlas,
) -> list[tuple[Meaning, ...]]:
    """Give what the mentions of a sentence mean; `here` are they and their times."""
    out: list[tuple[Meaning, ...]] = []
    earlier: Quantity | None = None
    home = scene.speaker.code if scene.speaker else None
    for number, (mention, time) in enumerate(zip(*here, strict=True)):
        if mention.kind == "actor":
            out.append(actors[number])
            continue
        meaning: Meaning | None = time
        if mention.kind == "place":
            meaning = atlas.place(mention, scene.spoken_of())
        elif mention.kind == "quantity":
            after = scene.after(mention)
            said = how_much(mention.text, after, scene.before(mention))
            said = of_speaker(said, mention.text, home)
            meaning = earlier = like_earlier(said, earlier, after)
        out.append((meaning,) if meaning else ())
    return out


def _places(
    here: Sequence[Mention], scene: Scene, atlas: Atlas
) -> tuple[tuple[int, str], ...]:
    places = [mention for mention in here if mention.kind == "place"]
    if not places:
        return ()
    codes = scene.spoken_of()
    found = [(m.start, atlas.place(m, codes)) for m in places]
    return tuple([(at, p.country) for at, p in found if p and p.country])


def _actors(here: Sequence[Mention], scene: Scene) -> dict[int, tuple[Actor, ...]]:
    """Resolve the actor mentions of a sentence: names first, then what points back.

    `scene.here` has them in the order of the text then.
    """
    found: dict[int, tuple[Actor, ...]] = {}
    later: list[int] = []
    taken = {n: phrase(m.text) for n, m in enumerate(here) if m.kind == "actor"}
    if not taken:
        spotted = spot(scene.text, sentence=scene.sentence, offset=scene.start)
        if spotted:
            _actors(spotted, scene)
            scene.here[:] = _with_subject(scene.here)
    surest_first = [(not p.own, here[n].form == "person", n) for n, p in taken.items()]
    for _, _, number in sorted(surest_first):
        mention, words = here[number], taken[number]
        named = mention.form != "pronoun" or len(words.own) == 1
        actors = all_named(words, mention, scene) if named else ()
        if actors:
            found[number] = actors
            scene.here.append(referent_of(words, mention, actors, scene))
        else:
            later.append(number)
    scene.here.sort(key=_place_in_text)
    for number in sorted(later):
        mention, words = here[number], taken[number]
        found[number] = point_back(mention, words, scene)
        referent = referent_of(words, mention, found[number], scene)
        insort(scene.here, referent, key=_place_in_text)
    return found


def _with_subject(referents: list[Referent]) -> list[Referent]:
    """Make the first referent the subject where there is none, as in a heading."""
    if not referents or any(r.subject for r in referents):
        return referents
    return [referents[0]._replace(subject=True), *referents[1:]]
