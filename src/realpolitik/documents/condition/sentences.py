"""Sentences that were broken: by the layout, by a cut, by running into the next."""

import re
from bisect import bisect_right
from collections.abc import Iterator

from realpolitik.core.problem import Problem
from realpolitik.core.span import Span
from realpolitik.documents.condition.seen import Seen

_DOUBLED = re.compile(r"[?!]\.(?!\.)|;\.(?!\.)|,\.(?!\.)|,,(?!,)|;;|:\.(?!\.)")
_RUN_ON = re.compile(
    r"""(?<=[a-z]{2}\ )(?<!,\ )
    (?:We|They|He|She|These|Those|There|However|But|How|What|Why|When|If)\ (?=[a-z])""",
    re.VERBOSE,
)
_ARTICLE = re.compile(r"\ba (?:[AI][a-z]+)(?= (?:is|was|has|are|were|will)\b)")
_SMALL_START = re.compile(r"[a-z]{2,}(?![\w'’-]*[A-Z])(?!-)")
_PARTICLES = ("al", "de", "der", "el", "la", "le", "van", "von")
_BRACKETS = {"[": "]", "(": ")"}
_BRACKET = re.compile(r"[()\[\]]")
_AROUND = 12


def broken_sentences(seen: Seen) -> Iterator[Problem]:
    """Find sentences broken by the page, cut into, or run together."""
    yield from _broken_paragraphs(seen)
    for passage, words in seen.prose():
        shift = passage.start
        for match in _DOUBLED.finditer(words):
            note = f"two marks end the sentence: {_around(words, match)!r}"
            yield _broken(note, shift + match.start(), shift + match.end())
        for match in _RUN_ON.finditer(words):
            note = f"a stop is missing before {match.group().strip()!r}"
            yield _broken(note, shift + match.start(), shift + match.end() - 1)
        for match in _ARTICLE.finditer(words):
            note = f"words are missing around {match.group()!r}"
            yield _broken(note, shift + match.start(), shift + match.end())
        if open_at := _unclosed(words):
            end = min(open_at + 2 * _AROUND, len(words))
            note = f"a bracket is never closed: {words[open_at:end]!r}"
            yield _broken(note, shift + open_at, shift + end)
    yield from _small_starts(seen)


def _broken(note: str, start: int, end: int) -> Problem:
    return Problem("broken-sentence", note, start, end)


def _around(words: str, match: re.Match[str]) -> str:
    return words[max(match.start() - _AROUND, 0) : match.end()]


def _broken_paragraphs(seen: Seen) -> Iterator[Problem]:
    """Give the sentence that the layout broke, where it was put together again."""
    document = seen.document
    note = "the layout broke this sentence in two paragraphs; it is read as one"
    pairs = zip(document.passages, seen.blocks, strict=True)
    for place in (part.start + seam for part, b in pairs for seam in b.joined):
        number = bisect_right(document.sentences, place, key=_start) - 1
        span = document.sentences[number] if number >= 0 else Span(place, place + 1)
        yield Problem("broken-paragraph", note, span.start, span.end)


def _start(span: Span) -> int:
    return span.start


def _unclosed(words: str) -> int | None:
    """Give the place of the first bracket that its passage does not close."""
    waiting: list[tuple[str, int]] = []
    for match in _BRACKET.finditer(words):
        place, sign = match.start(), match.group()
        if sign in _BRACKETS:
            waiting.append((_BRACKETS[sign], place))
        elif waiting and sign == waiting[-1][0]:
            waiting.pop()
    return waiting[0][1] if waiting else None


def _small_starts(seen: Seen) -> Iterator[Problem]:
    """Find a sentence that starts in small letters after another one's stop."""
    before: Span | None = None
    for span in seen.document.sentences:
        words = seen.words(span)
        follows = before is not None and span.start - before.end <= 1
        small = _SMALL_START.match(words)
        if follows and before and small and small.group() not in _PARTICLES:
            end = seen.document.text[before.end - 1]
            same = _same_passage(seen, before, span)
            if end == "." and same:
                note = f"the beginning of this sentence is missing: {words[:30]!r}"
                yield _broken(note, span.start, span.end)
        before = span


def _same_passage(seen: Seen, first: Span, second: Span) -> bool:
    passages = [seen.document.passage_at(span.start) for span in (first, second)]
    return passages[0] == passages[1]
