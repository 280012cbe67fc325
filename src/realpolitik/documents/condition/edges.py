"""The edges of a text: whether it begins and ends with whole sentences."""

import re
from collections.abc import Iterator

from realpolitik.core.document import Passage
from realpolitik.core.problem import Problem
from realpolitik.core.span import Span
from realpolitik.documents.condition.seen import Seen
from realpolitik.documents.passages import UNREAD_KINDS
from realpolitik.knowledge.condition_words import condition_words

_TERMINAL = re.compile(r"""[.!?]["'”’»)\]]*(?:\s?\[\d+\]|\s?\([^()]{1,40}\))*\Z""")
_WORD = re.compile(r"[^\W\d_]+")
_CUT_OFF = re.compile(
    r"(?:\.\.\.|…|\[(?:\.\.\.|…)\]|\(more\)|\[\+\d+ chars\])[\"'”’»)]*\Z"
)
_READABLE = frozenset({"paragraph", "question", "answer"})
_FEWEST_WORDS = 8
_FEWEST_PLAIN = 3


def cut_edges(seen: Seen) -> Iterator[Problem]:
    """Tell a text that begins or ends in mid-sentence."""
    prose = [passage for passage in seen.document.passages if _is_prose(seen, passage)]
    if not prose:
        return
    first = _first_sentence(seen, prose[0])
    if seen.document.text[first.start].islower():
        note = "the text begins in mid-sentence; something before it is missing"
        yield Problem("cut-start", note, first.start, first.end)
    last = _last_sentence(seen, prose[-1])
    if _goes_on_after(seen, prose[-1]):
        return
    words = seen.words(last)
    if _CUT_OFF.search(words):
        note = "the text breaks off; the rest of it is missing"
        yield Problem("cut-end", note, last.start, last.end)
    elif not _TERMINAL.search(words) and _runs(words):
        note = "the text ends in mid-sentence; something after it is missing"
        yield Problem("cut-end", note, last.start, last.end)


def _is_prose(seen: Seen, passage: Passage) -> bool:
    words = seen.words(passage)
    return passage.kind in _READABLE and len(words.split()) >= _FEWEST_WORDS


def _goes_on_after(seen: Seen, last: Passage) -> bool:
    """Tell whether a list, a table or a signature follows the last paragraph."""
    return any(
        part.start > last.start and part.kind not in UNREAD_KINDS
        for part in seen.document.passages
    )


def _runs(words: str) -> bool:
    """Tell a sentence from a list of names, an address, a signature."""
    plain = condition_words("english-prose")
    found = sum(word.lower() in plain for word in _WORD.findall(words))
    return found >= _FEWEST_PLAIN or words.endswith((":", ",", "-"))


def _first_sentence(seen: Seen, passage: Passage) -> Span:
    inside = _inside(seen, passage)
    return inside[0] if inside else Span(passage.start, passage.end)


def _last_sentence(seen: Seen, passage: Passage) -> Span:
    inside = _inside(seen, passage)
    return inside[-1] if inside else Span(passage.start, passage.end)


def _inside(seen: Seen, passage: Passage) -> list[Span]:
    return [
        span
        for span in seen.document.sentences
        if passage.start <= span.start < passage.end
    ]
