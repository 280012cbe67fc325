"""Times told by who was in office: "in his second term", "under Obama"."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import partial

from realpolitik.core.actor import Actor
from realpolitik.core.document import Document, Passage
from realpolitik.core.interval import Interval
from realpolitik.core.mention import Mention
from realpolitik.knowledge import forms
from realpolitik.knowledge.meanings import Tenure
from realpolitik.knowledge.terms_of_office import (
    Spell,
    leaders_named,
    spells,
    terms,
)
from realpolitik.knowledge.word_lists import word_list

_ONE_TERM = 2010  # days: five years and a half
_REACH = 2  # sentences back in which a pronoun finds its person
_ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh")
_OFFICES = {
    "presidency": "president",
    "premiership": "prime minister",
    "chancellorship": "chancellor",
}
_TITLES = word_list("titles-before-leaders")
_IN = r"\b(?P<way>[Ii]n|[Dd]uring|[Ss]ince|[Tt]hroughout|[Uu]nder)\s+"
_ORDINAL = rf"(?:(?P<ordinal>{'|'.join(_ORDINALS)})\s+)?"
_LONG = r"(?:(?:presidential|consecutive|(?:four|five|six|seven)-year)\s+)?"
_AS = r"(?: as (?P<office>president|prime minister|chancellor)\b|(?! as\b))"
_NOUN = (
    r"(?P<noun>term(?: in office)?|presidency|premiership|chancellorship|tenure|reign|"
    rf"rule|leadership|time in office|years in (?:office|power))\b{_AS}"
)
_NAME = r"(?P<name>(?:[A-Z][\w.-]*\s+){0,3}[A-Z][\w-]+)"
_PATTERNS = tuple(
    re.compile(pattern)
    for pattern in (
        rf"{_IN}(?P<said>(?:(?P<pronoun>his|her|my)|{_NAME}['’]s?)\s+{_ORDINAL}{_LONG}"
        rf"{_NOUN})",
        rf"{_IN}(?P<said>the\s+{_ORDINAL}{_NAME}\s+(?P<noun>era|years|presidency|"
        r"premiership|chancellorship|reign|administration|term)\b)",
        rf"{_IN}(?P<said>the\s+{_ORDINAL}{_LONG}{_NOUN}\s+of\s+(?:the\s+)?{_NAME})",
        rf"{_IN}(?P<said>(?:the|a)\s+{_ORDINAL}{_LONG}(?P<noun>term)\b{_AS})(?! of\b)",
        rf"(?P<said>\b[Uu]nder\s+{_NAME})(?!['’\w-]|\s+(?:[A-Z]|administration))",
    )
)
# How each of them begins.
_START = re.compile(r"\b(?:[Ii]n|[Dd]uring|[Ss]ince|[Tt]hroughout|[Uu]nder)\s")
_CUES = (
    "term", "presidency", "premiership", "chancellorship", "tenure", "reign", "rule",
    "leadership", "office", "power", "era", "years", "administration", "nder",
)  # fmt: skip
_CUE = re.compile(rf"\b(?:{'|'.join(_CUES[:-1])}|[Uu]nder)\b")


@dataclass(frozen=True, slots=True)
class OfficeTime:
    """A time told by an office: where it stands in the document, and its days."""

    sentence: int
    start: int
    end: int
    days: Interval


Speaker = Callable[[Document, Passage | None], Actor | None]


def office_times(
    document: Document, mentions: Sequence[Mention], speaker: Speaker
) -> Iterator[OfficeTime]:
    """Find the terms of office that a document speaks of, where it is known whose.

    `mentions` have their meanings. A term of which the holder or the days are not
    known for sure is left out: it stays vague.
    """
    people: dict[int, list[Mention]] | None = None
    for number, span in enumerate(document.sentences):
        text = document.text[span.start : span.end]
        if not any([cue in text for cue in _CUES]) or not _CUE.search(text):
            continue
        if people is None:
            people = _people(mentions)
        _, passage = document.passage_at(span.start) or (0, None)
        for match in _matches(text):
            told = _Told(match, number, span.start, people)
            holder = told.holder(partial(speaker, document, passage))
            days = _days(match, holder, document.published) if holder else None
            if days:
                start, end = match.span("said")
                yield OfficeTime(number, start + span.start, end + span.start, days)


def with_office_times(
    document: Document, mentions: Sequence[Mention], speaker: Speaker
) -> tuple[Mention, ...]:
    """Give days to the times that were read of a term of office and have none yet."""
    vague = [m for m in mentions if m.kind == "time" and not m.meanings]
    if not vague:
        return tuple(mentions)
    found = list(office_times(document, mentions, speaker))
    return tuple(_filled(mention, found) for mention in mentions)


def _filled(mention: Mention, found: Sequence[OfficeTime]) -> Mention:
    if mention.kind != "time" or mention.meanings:
        return mention
    for time in found:
        if time.start < mention.end and mention.start < time.end:
            return replace(mention, meanings=(time.days,))
    return mention


def _people(mentions: Sequence[Mention]) -> dict[int, list[Mention]]:
    """Give the mentions of one person each, by sentence."""
    found: dict[int, list[Mention]] = {}
    for mention in mentions:
        named = any(isinstance(m, Actor) and m.name for m in mention.meanings)
        if mention.form == "person" or (mention.form == "pronoun" and named):
            found.setdefault(mention.sentence, []).append(mention)
    return found


def _matches(text: str) -> Iterator[re.Match[str]]:
    end = 0
    starts = [match.start() for match in _START.finditer(text)]
    found = (
        [m for p in _PATTERNS for m in _beginning(p, text, starts)] if starts else []
    )
    for match in sorted(found, key=lambda m: (m.start("said"), -m.end("said"))):
        if match.start("said") >= end:
            end = match.end("said")
            yield match


def _beginning(
    pattern: re.Pattern[str], text: str, starts: Sequence[int]
) -> Iterator[re.Match[str]]:
    """Give the matches of a pattern, which can begin at some places only."""
    end = 0
    for start in starts:
        if start >= end and (match := pattern.match(text, start)):
            end = match.end()
            yield match


@dataclass(frozen=True, slots=True)
class _Told:
    """A term as told: the match, its sentence and where that begins, and who is
    mentioned in each sentence.
    """

    match: re.Match[str]
    sentence: int
    begin: int
    people: dict[int, list[Mention]]

    def holder(self, speaker: Callable[[], Actor | None]) -> tuple[Tenure, ...] | None:
        """Give the tenures of whose term it is; None unless just one may be meant."""
        said = self.match.groupdict()
        if said.get("name"):
            return self._named(said["name"], bare=not said.get("noun"))
        if said.get("pronoun") == "my":
            return _tenures(speaker())
        here = self.people.get(self.sentence, ())
        at = self.begin + self.match.start("said")
        own = [m for m in here if m.form == "pronoun" and m.start == at]
        if own or here:
            return _only_one(own or here)
        if not said.get("pronoun"):
            return _tenures(speaker())
        for back in range(self.sentence - 1, self.sentence - 1 - _REACH, -1):
            if self.people.get(back):
                return _only_one(self.people[back])
        return None

    def _named(self, name: str, *, bare: bool) -> tuple[Tenure, ...] | None:
        """Give whom a name means; with nothing but "under" before it, it must be that
        of an actor: "under Smith" is said of many.
        """
        start, end = (self.begin + at for at in self.match.span("name"))
        inside = [
            m
            for m in self.people.get(self.sentence, ())
            if m.start < end and start < m.end and m.meanings
        ]
        if inside or bare:
            return _only_one(inside) if inside else None
        words = [word.form for word in forms.words(name)]
        while words and words[0] in _TITLES:
            words = words[1:]
        found = leaders_named(words) if words else []
        return found[0] if len(found) == 1 else None


def _only_one(people: Sequence[Mention]) -> tuple[Tenure, ...] | None:
    """Give the tenures of the person, where no other is mentioned."""
    actors = {
        next((a for a in mention.meanings if isinstance(a, Actor)), None)
        for mention in people
    }
    names = {(actor.code, actor.name) if actor else None for actor in actors}
    return _tenures(next(iter(actors))) if len(names) == 1 else None


def _tenures(actor: Actor | None) -> tuple[Tenure, ...] | None:
    if not actor or not actor.name:
        return None
    found = leaders_named([word.form for word in forms.words(actor.name)])
    own = [tenures for tenures in found if tenures[0].code == actor.code]
    return own[0] if len(own) == 1 else None


def _days(
    match: re.Match[str], tenures: tuple[Tenure, ...], day: date | None
) -> Interval | None:
    spell = _spell(match.groupdict(), tenures, day)
    if spell is None or (day and spell.start > day):
        return None
    since = (match.groupdict().get("way") or "").lower() == "since"
    return Interval(spell.start, None if since else spell.end, "interval")


def _spell(
    said: dict[str, str | None], tenures: tuple[Tenure, ...], day: date | None
) -> Spell | None:
    noun, ordinal = (said.get("noun") or "").partition(" ")[0], said.get("ordinal")
    office = said.get("office") or _OFFICES.get(noun, "")
    if ordinal:
        number = _ORDINALS.index(ordinal)
        counted = _counted(tenures, office, noun)
        return counted[number] if number < len(counted) else None
    begun = [s for s in spells(tenures, office=office) if not day or s.start <= day]
    return begun[0] if len(begun) == 1 else None


def _counted(tenures: tuple[Tenure, ...], office: str, noun: str) -> list[Spell]:
    """Give what "first" and "second" count: terms, or else spells in the office."""
    if noun in _OFFICES:
        return spells(tenures, office=office)
    if found := terms(tenures):
        return found
    held = spells(tenures)
    if len(held) < 2 or len({t.role for t in tenures}) > 1 or held[0].end is None:
        return []
    short = (held[0].end - held[0].start).days <= _ONE_TERM
    return held[:1] if short else []
