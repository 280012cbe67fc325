"""Times and amounts that the reader passed over, found by how they are written.

The reader looks for what claims need. Who counts amounts or times in a text wants all
of them: numbers with what they count, "today", "the past decade", "for 90 days".
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from realpolitik.core.document import Document
from realpolitik.core.mention import Mention
from realpolitik.core.uncollected import uncollected
from realpolitik.knowledge.word_lists import word_list
from realpolitik.resolving.amount_spans import SAID, amount_spans
from realpolitik.resolving.office_times import Speaker, office_times
from realpolitik.resolving.quantities import how_much
from realpolitik.resolving.time_spans import time_spans
from realpolitik.resolving.time_words import MONTHS, Around
from realpolitik.resolving.times import when

_UNCOUNTED = re.compile(r"(?:a few|several)\b", re.IGNORECASE)
_FARTHER = re.compile("later|earlier")
# "$500,000 a year", "three tests a day", against "for a year", "once a decade passes".
_EACH = re.compile(
    r"(?:[\d%)]|percent|per cent|illion|dollars|euros|[a-z]+s) (?:of )?$"
)
_COMPOUND = re.compile(r"-(?!foot|mile|acre|ton|barrel|point|year|month|week|day)[a-z]")
_CLOCK = re.compile(r" ?(?:GMT|UTC|BST|EST|EDT|CET|hours GMT)\b|:\d")
# "1300 555 135" is a number to call.
_IN_A_ROW, _ROW_GOES_ON = re.compile(r"\d $"), re.compile(r" \d{2,}\b(?! ?[%a-z])")
_WORDY = re.compile(
    rf"(?=[\d{''.join({word[0] for word in SAID.split('|')})}])"  # a letter tells it
    rf"(?:\d[\d,.]*|(?:{SAID})\b)",
    re.IGNORECASE,
)
_KINDS = (
    r"(?:annex|article|chapter|flight|item|no\.?|number|page|paragraph|part|phase|point|"
    r"protocol|resolution|rule|section|step|table)s?"
)
_NUMBERED = re.compile(rf"\b{_KINDS} (?:\d+(?:,? (?:and|to|or) |, ))*$", re.IGNORECASE)
# How that ends, in so many letters: looked at first.
_END_OF_NUMBERED = re.compile(rf"(?:{_KINDS}|,|and|to|or) $", re.IGNORECASE)
_NUMBERED_BY = len("resolutions \n")
_LABEL = re.compile(r"(?:^|[\s(])(?P<word>(?:[a-z]+[A-Z]|[A-Z])[\w.&]*)\s$")
FORM = "unread"
"""The form of a mention that the reader passed over."""
_CERTAINTY = 0.8  # nine in ten of the times are right, eight in ten of the amounts
_OPENING = word_list("openings-of-sentences")
_COUNTED = re.compile(
    r"^[ -](?!(?:was|is|has|as|does|its|this)\b)[a-z]+(?:s|men|women|people|children)\b"
)
_DIGIT, _LETTERS = re.compile("[0-9]"), re.compile("[a-z]+")
_APART = {code: " " for code in range(128) if not chr(code).islower()}
_NUMBERS = frozenset([*SAID.split("|"), "one", "half"])
_TIMES = word_list("cues-of-times")
_CUES_OF_TIMES = _TIMES | frozenset(MONTHS)


@uncollected
def unread(
    document: Document, known: Sequence[Mention], speaker: Speaker
) -> tuple[Mention, ...]:
    """Give the times and amounts of a document that no known mention covers; `known`
    have their meanings, and `speaker` says who speaks in a passage.
    """
    actors = [_place_of_actor(m) for m in known if m.kind == "actor"]
    taken = {
        kind: sorted([*actors, *[(m.start, m.end) for m in known if m.kind == kind]])
        for kind in ("time", "quantity")
    }
    found = list(_of_offices(document, known, speaker))
    taken["time"] = sorted([*taken["time"], *((m.start, m.end) for m in found)])
    for number, span in enumerate(document.sentences):
        sentence = document.text[span.start : span.end]
        for kind, start, end in spans(sentence):
            place = (start + span.start, end + span.start)
            if _is_free(place, taken[kind]):
                found.append(_mention(document, number, kind, place))
    return tuple(found)


def _of_offices(
    document: Document, known: Sequence[Mention], speaker: Speaker
) -> Iterator[Mention]:
    """Give the terms of office ("under Obama") that no known time covers; an actor
    may stand in their words.
    """
    times = sorted((m.start, m.end) for m in known if m.kind == "time")
    for found in office_times(document, known, speaker):
        if _is_free((found.start, found.end), times):
            text = document.text[found.start : found.end]
            yield Mention(
                *(found.sentence, text, found.start, found.end, "time"),
                form=FORM,
                certainty=_CERTAINTY,
                meanings=(found.days,),
            )


def _place_of_actor(mention: Mention) -> tuple[int, int]:
    """Give what an actor takes: not the number that it begins with."""
    opening = _WORDY.match(mention.text)
    return mention.start + (opening.end() if opening else 0), mention.end


def spans(sentence: str) -> Iterator[tuple[str, int, int]]:
    """Give kinds and places; a length of time ("90 days") is an amount as well."""
    numbered = timed = bool(_DIGIT.search(sentence))
    if not numbered:
        said = _words_in(sentence)
        numbered = not _NUMBERS.isdisjoint(said)
        timed = not _CUES_OF_TIMES.isdisjoint(said)
    taken = []
    for match in time_spans(sentence) if timed else ():
        taken.append(match.span())
        yield "time", *match.span()
        if length := _length(match, sentence):
            yield "quantity", *length
    for found in amount_spans(sentence) if numbered else ():
        start, end = found.start, found.end
        free = all(end <= first or start >= last for first, last in taken)
        if free and (found.certain or _counts(sentence, start, end)):
            yield "quantity", start, end


def _words_in(sentence: str) -> list[str]:
    """Give the words of a sentence in small letters, cut at all other signs."""
    low = sentence.lower()
    if low.isascii():
        return low.translate(_APART).split()
    return _LETTERS.findall(low)


def _length(match: re.Match[str], sentence: str) -> tuple[int, int] | None:
    """Give the length in words for a time: "two years" in "the past two years", none
    in "two days ago", which is a day, and in "5 billion a year".
    """
    if match.group("many"):
        return match.start("many"), match.end()
    length, way = match.group("length"), match.group("way")
    if not length or (way and not _FARTHER.search(way)) or _UNCOUNTED.match(length):
        return None
    if length.lower().startswith("a") and (
        way or _EACH.search(sentence[: match.start()])
    ):
        return None
    return match.span("length")


def _counts(sentence: str, start: int, end: int) -> bool:
    """Tell an amount from a name's number ("Resolution 242", "Game 6")."""
    before, after = sentence[:start], sentence[end:]
    in_list = not before.strip() and (not after.strip() or after[0] in ".)")
    if in_list or _CLOCK.match(after) or _ROW_GOES_ON.match(after):
        return False
    numbered = _END_OF_NUMBERED.search(before, max(start - _NUMBERED_BY, 0))
    if numbered and _NUMBERED.search(before):
        return False
    if _IN_A_ROW.search(before, max(start - 3, 0)):
        return False
    if sentence[start].isalpha() and _COMPOUND.match(after):
        return False  # "six-party talks", "four-door"
    label = _LABEL.search(before, max(before.rstrip().rfind(" "), 0))
    if label and start and label.group("word").lower() not in _OPENING:
        return bool(_COUNTED.match(after))
    return True


def _is_free(place: tuple[int, int], taken: Sequence[tuple[int, int]]) -> bool:
    at = bisect_left(taken, place)
    before = taken[at - 1] if at else None
    after = taken[at] if at < len(taken) else None
    return not (before and before[1] > place[0]) and not (after and after[0] < place[1])


def _mention(
    document: Document, sentence: int, kind: str, place: tuple[int, int]
) -> Mention:
    start, end = place
    whole = document.sentences[sentence]
    text, before = document.text[start:end], document.text[whole.start : start]
    meaning = (
        when(text, document.published, Around(before, None))
        if kind == "time"
        else how_much(text, document.text[end : whole.end], before)
    )
    meanings = (meaning,) if meaning else ()
    return Mention(
        *(sentence, text, start, end, kind),
        form=FORM,
        certainty=_CERTAINTY,
        meanings=meanings,
    )
