"""Interviews printed without labels: which sentences are the interviewer's."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from realpolitik.documents.blocks import Block
from realpolitik.documents.sentences import split
from realpolitik.documents.turns import split_block

_INTERVIEW = re.compile(r"\binterview(?:ed|er)?\b|\bQ\s?(?:&|and)\s?A\b", re.IGNORECASE)
_YOU = re.compile(r"\byou(?:r|rs|rself)?\b", re.IGNORECASE)
_WE = re.compile(r"\b(?:[Ww]e|[Oo]urs?|us|I|[Mm]y|me)\b")
_WE_SMALL = re.compile(r"\b(?:we|our|ours|us|i|my|me)\b", re.IGNORECASE)
_OPENING_BLOCKS = 15
_FEWEST = 4
_LEAD = 2


def mark_questions(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """Part questions from answers in an interview that prints no labels.

    Only a text that calls itself an interview near its beginning, has no speaker's
    labels and asks several times is taken for one. A question opens its paragraph or
    speaks to "you"; what follows it is the answer, as long as it says "we" or "I".
    """
    if not _is_unlabelled_interview(blocks):
        return tuple(blocks)
    parted = [part for block in blocks for part in _parts(block)]
    if sum(part.kind == "question" for part in parted) < _FEWEST:
        return tuple(blocks)
    return tuple(_with_answers(parted))


def _is_unlabelled_interview(blocks: Sequence[Block]) -> bool:
    if any(block.speaker or block.kind in {"question", "answer"} for block in blocks):
        return False
    opening = " ".join(block.text for block in blocks[:_OPENING_BLOCKS])
    return _INTERVIEW.search(opening) is not None


def _parts(block: Block) -> list[Block]:
    """Cut a paragraph where a question begins and where it ends."""
    if block.kind not in {"paragraph", "heading"} or "?" not in block.text:
        return [block]
    spans = [(span.start, span.end) for span in split(block.text)]
    asks = _asking([block.text[start:end] for start, end in spans])
    cuts = [
        spans[index][0]
        for index in range(1, len(spans))
        if asks[index] != asks[index - 1]
    ]
    firsts = [
        index
        for index in range(len(spans))
        if not index or asks[index] != asks[index - 1]
    ]
    parts = split_block(block, cuts)
    return [
        replace(part, kind="question" if asks[first] else part.kind)
        for part, first in zip(parts, firsts, strict=True)
    ]


def _asking(sentences: Sequence[str]) -> list[bool]:
    asks = [_is_question(sentence) for sentence in sentences]
    if not any(asks):
        return asks
    first = asks.index(True)
    if first <= _LEAD and all(_YOU.search(text) for text in sentences[:first]):
        asks[:first] = [True] * first
    return asks


def _is_question(sentence: str) -> bool:
    """Tell an interviewer's question from one that the answer asks of itself."""
    if not sentence.endswith("?"):
        return False
    return _YOU.search(sentence) is not None or _WE.search(sentence) is None


def _with_answers(blocks: Sequence[Block]) -> Iterator[Block]:
    answering = False
    for block in blocks:
        if block.kind == "question":
            answering = True
            yield block
        elif answering and block.kind == "paragraph" and _WE_SMALL.search(block.text):
            yield replace(block, kind="answer")
        else:
            answering = answering and block.kind not in {"heading", "paragraph"}
            yield block
