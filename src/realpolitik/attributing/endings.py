"""Where sentences, clauses and quotations end, for both ways of finding contents."""

from dataclasses import dataclass

from realpolitik.attributing.line import Line
from realpolitik.core.span import Excerpt
from realpolitik.knowledge.reporting import small_words

CLOSING = frozenset(["”", "»", '"', "''"])
OPENING = frozenset(["“", "«", '"', "''"])
ENDS = frozenset(".!?;")
TAIL = 9
"""Tokens that may follow a cue at the end: "on Friday in Geneva"."""
_STOPS = frozenset([",", ":", *ENDS, *OPENING])


@dataclass(frozen=True, slots=True)
class Found:
    """What a cue gives as said; `source` where the cue's place shows it."""

    content: tuple[Excerpt, ...]
    source: tuple[int, int] | None = None


def tail_end(line: Line, at: int) -> int | None:
    """Give where the words behind a closing cue end, None if they are the content.

    They tell when, where, how or to whom it was said ("on Friday", "flatly", "us").
    """
    small = small_words()
    end = stop_behind(line, at)
    if end - at > TAIL:
        return None
    word = line.low(at)
    aside = small["prepositions"] | small["days"] | small["adverbs"]
    hearer = word in small["told"] or word == "the"
    if end > at and not (word in aside or hearer or is_manner(word)):
        return None
    words = {line.low(place) for place in range(at, end)}
    return None if words & {"that", "whether", "how"} else end


def stop_behind(line: Line, at: int) -> int:
    """Give the next sign that parts a sentence, or its end."""
    while at < len(line.tokens) and line.low(at) not in _STOPS:
        at += 1
    return at


def is_manner(word: str) -> bool:
    """Say whether a word tells how something is said: "flatly"."""
    return word.endswith("ly") and len(word) > 4


def opens_quotation(line: Line, at: int) -> bool:
    """Say whether a quotation begins with a token."""
    quote = line.quote(at)
    return quote is not None and quote.start == line.tokens[at].start


def sentence_end(line: Line) -> int:
    """Give where the words of a sentence end, its last signs left out."""
    end = len(line.tokens)
    while end > 0 and _is_last_sign(line, end - 1):
        end -= 1
    return end


def _is_last_sign(line: Line, at: int) -> bool:
    return line.low(at) in (".", "!", "?", ";", ":") and line.tokens[at].quote is None
