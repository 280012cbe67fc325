"""Times and amounts that the reader passed over, found by how they are written.

The reader looks for what claims need. Who counts amounts or times in a text wants all
of them: numbers with what they count, "today", "the past decade", "for 90 days".
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from realpolitik.core.document import Document
from realpolitik.core.mention import Mention
from realpolitik.knowledge.word_lists import word_list
from realpolitik.resolving.quantities import how_much
from realpolitik.resolving.time_words import MONTHS, Around
from realpolitik.resolving.times import when

_WORDS = (
    "two three four five six seven eight nine ten eleven twelve thirteen fourteen "
    "fifteen sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty "
    "seventy eighty ninety hundred thousand million billion trillion dozen"
)
_SAID = "|".join(_WORDS.split())
_NUMBER = rf"(?:(?:{_SAID}|one)(?:[ -](?:and )?(?:{_SAID}|one))*|\d+(?:\.\d+)?)"
_SPAN = r"(?:seconds?|minutes?|hours?|days?|weeks?|months?|years?|decades?|centuries)"
# With a capital, and by themselves only where they are no verbs.
_NAMES = sorted((name.title() for name in MONTHS), key=len, reverse=True)
_MONTH = rf"(?-i:{'|'.join(_NAMES)})\b\.?"
_BARE = rf"(?-i:{'|'.join(n for n in _NAMES if n not in ('May', 'Mar', 'March'))})\b\.?"
_LENGTH = (
    r"(?:(?:nearly|almost|over|about|more than|less than|at least) )?"
    rf"(?:an?|several|a few|{_NUMBER})[ -](?:and[ -]a[ -]half[ -])?"
    rf"(?:(?:trading|working|calendar|consecutive|straight) )?{_SPAN}"
)
_TIME = re.compile(
    r"(?:(?:earlier |later )?(?:today|yesterday|tomorrow|tonight)|now|currently|"
    r"recently|nowadays|(?:that|this|the same|the) (?:day|week|month|year)|"
    r"(?:that|this) time|daily|weekly|monthly|annually|"
    r"(?:the )?(?:past|last|next|previous|coming|following)(?: few| several|"
    rf" {_NUMBER})? {_SPAN}|(?P<length>{_LENGTH})(?P<way> (?:ago|earlier|later|before|"
    r"after))?|\d{1,2}:\d{2}(?: ?(?:am|pm|a\.m\.|p\.m\.|GMT|UTC|BST|EST|EDT|CET))?|"
    rf"\d{{1,2}} ?(?:am|pm|a\.m\.|p\.m\.)|\d{{1,2}} {_MONTH}(?:,? (?:1[89]|20)\d\d)?|"
    rf"{_MONTH} \d{{1,2}}(?:,? (?:1[89]|20)\d\d)?|{_MONTH},? (?:1[89]|20)\d\d|{_BARE}|"
    r"(?:1[89]|20)\d\d)"
    r"(?![\w%])(?!-(?:old|strong))",
    re.IGNORECASE,
)
_SIGN = r"(?:(?:US|HK|A|C|NZ|S)? ?[$€£¥] ?|(?:USD|EUR|GBP|CNY|RMB|Rs\.?) ?)"
_FIGURE = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"
_SCALE = (
    r"(?: ?(?:k|m|mn|mln|bn|bln|tn)\b|(?:[ -](?:hundred|thousand|million|billion|"
    r"trillion|dozen))+\b)?"
)
_UNIT = (
    r"(?: ?(?:%|percent|per cent|pc|pct|p|[kMGTcm]?(?:Wh?|[Hh]z|B|g|m|l|t|V)|mph|km/h|"
    r"ft|hp|mAh|sq (?:m|km|ft))(?!\w))?"
)
_AMOUNT = re.compile(
    rf"(?<![\w.,:/-])(?P<sign>{_SIGN})?(?P<figure>{_FIGURE})(?P<scale>{_SCALE})"
    rf"(?P<unit>{_UNIT})(?![\w:/]|-\d|\.\d)"
    rf"|\b(?P<words>(?:{_SAID})(?:[ -](?:and )?(?:{_SAID}))*|one(?= (?:percent|"
    rf"per cent|hundred|thousand|million|billion)))\b"
    r"(?P<tail>(?: (?:percent|per cent))?)",
    re.IGNORECASE,
)
_WORDY = re.compile(rf"(?:\d[\d,.]*|(?:{_SAID})\b)", re.IGNORECASE)
_NUMBERED = re.compile(
    r"\b(?:annex|article|chapter|flight|item|no\.?|number|page|paragraph|part|phase|point|"
    r"protocol|resolution|rule|section|step|table)s? (?:\d+(?:,? (?:and|to|or) |, ))*$",
    re.IGNORECASE,
)
_LABEL = re.compile(r"(?:^|[\s(])(?P<word>[A-Z][\w.]*)\s$")
FORM = "unread"
"""The form of a mention that the reader passed over."""
_CERTAINTY = 0.8  # nine in ten of the times are right, eight in ten of the amounts
_OPENING = word_list("openings-of-sentences")
_COUNTED = re.compile(
    r"^[ -](?!(?:was|is|has|as|does|its|this)\b)[a-z]+(?:s|men|women|people|children)\b"
)
_NUMBER_WORDS = frozenset(_WORDS.split())
_COUNTING = _NUMBER_WORDS | {"one"}
_TELLING = _NUMBER_WORDS | word_list("words-of-times")
_WORDS_IN = re.compile(r"\w+")
_BEGINNINGS = _NUMBER_WORDS | word_list("beginnings-of-times") | {*MONTHS}
_LETTERS = re.compile(r"[a-z]+")
_DIGIT = re.compile(r"\d")


def unread(document: Document, known: Sequence[Mention]) -> tuple[Mention, ...]:
    """Give the times and amounts of a document that no known mention covers."""
    taken = {
        kind: sorted(_place_of(m) for m in known if m.kind in (kind, "actor"))
        for kind in ("time", "quantity")
    }
    found: list[Mention] = []
    for number, span in enumerate(document.sentences):
        sentence = document.text[span.start : span.end]
        for kind, start, end in _spans(sentence) if _may_tell(sentence) else ():
            place = (start + span.start, end + span.start)
            if _is_free(place, taken[kind]):
                found.append(_mention(document, number, kind, place))
    return tuple(found)


def _may_count(sentence: str) -> bool:
    """Say quickly whether a sentence can hold an amount: a figure or a number word."""
    if _DIGIT.search(sentence):
        return True
    return not _COUNTING.isdisjoint(_LETTERS.findall(sentence.lower()))


def _may_tell(sentence: str) -> bool:
    """Say quickly whether a sentence can hold a time or an amount."""
    if _DIGIT.search(sentence):
        return True
    return not _TELLING.isdisjoint(_LETTERS.findall(sentence.lower()))


def _place_of(mention: Mention) -> tuple[int, int]:
    """Give what a mention takes: an actor takes not the number that it begins with."""
    opening = _WORDY.match(mention.text) if mention.kind == "actor" else None
    return mention.start + (opening.end() if opening else 0), mention.end


def _spans(sentence: str) -> Iterator[tuple[str, int, int]]:
    """Give kinds and places; a length of time ("90 days") is an amount as well."""
    taken = []
    for match in _times(sentence):
        taken.append(match.span())
        yield "time", *match.span()
        if match.group("length") and not match.group("way"):
            yield "quantity", *match.span()
    for match in _AMOUNT.finditer(sentence) if _may_count(sentence) else ():
        start, end = match.span()
        free = all(end <= first or start >= last for first, last in taken)
        if free and _counts(match, sentence):
            yield "quantity", start, end


def _times(sentence: str) -> Iterator[re.Match[str]]:
    """Give the times in a sentence; tried only at words that may begin one."""
    end = 0
    for word in _WORDS_IN.finditer(sentence):
        if word.start() >= end and _may_begin(word.group()):
            match = _TIME.match(sentence, word.start())
            if match:
                end = match.end()
                yield match


def _may_begin(word: str) -> bool:
    return word[0].isdigit() or word.lower() in _BEGINNINGS


def _counts(match: re.Match[str], sentence: str) -> bool:
    """Tell an amount from a name's number ("Resolution 242", "Game 6")."""
    if match.group("sign") or match.group("unit") or match.group("tail"):
        return True
    before, after = sentence[: match.start()], sentence[match.end() :]
    in_list = not before.strip() and (not after.strip() or after[0] in ".)")
    if in_list or _NUMBERED.search(before):
        return False
    label = _LABEL.search(before)
    if label and match.start() and label.group("word").lower() not in _OPENING:
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
