"""The sentences of a document that are read, with what each needs of the one before."""

from bisect import bisect_right
from collections.abc import Iterator

from realpolitik.core.document import Document, Passage
from realpolitik.reading.pieces import Sentence
from realpolitik.reading.words import WORD, leans_on_context

_UNREAD = ("boilerplate", "keyword-line")


def sentences_to_read(document: Document) -> Iterator[tuple[int, Sentence]]:
    """Give the number of each sentence that may hold claims, and the sentence.

    The sentence before comes along only where a word leans on it.
    """
    starts = [passage.start for passage in document.passages]
    before = ""
    for number in range(len(document.sentences)):
        text = document.sentence_text(number)
        passage = _passage_at(document, starts, document.sentences[number].start)
        if passage and passage.kind in _UNREAD:
            continue
        leans = before and leans_on_context(WORD.findall(text))
        speaker = passage.speaker if passage else None
        answers = passage is not None and passage.kind == "answer"
        has_speaker = bool(speaker or document.speaker or answers)
        yield number, Sentence(text, before if leans else "", has_speaker)
        before = text


def _passage_at(document: Document, starts: list[int], place: int) -> Passage | None:
    index = bisect_right(starts, place) - 1
    if index < 0 or document.passages[index].end <= place:
        return None
    return document.passages[index]
