"""The sentences of a document that are read, with what each needs of the one before."""

from collections.abc import Iterator

from realpolitik.core.document import Document
from realpolitik.reading.pieces import Sentence
from realpolitik.reading.words import WORD, leans_on_context

_UNREAD = ("boilerplate", "keyword-line", "other-language")


def sentences_to_read(document: Document) -> Iterator[tuple[int, Sentence]]:
    """Give the number of each sentence that may hold claims, and the sentence.

    The sentence before comes along only where a word leans on it.
    """
    before = ""
    for number in range(len(document.sentences)):
        text = document.sentence_text(number)
        start = document.sentences[number].start
        _, passage = document.passage_at(start) or (0, None)
        if passage and passage.kind in _UNREAD:
            continue
        leans = before and leans_on_context(WORD.findall(text))
        speaker = passage.speaker if passage else None
        answers = passage is not None and passage.kind == "answer"
        has_speaker = bool(speaker or document.speaker or answers)
        yield number, Sentence(text, before if leans else "", has_speaker)
        before = text
