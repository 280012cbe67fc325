"""Claims in quotations that run over sentences get the speaker of another sentence."""

from dataclasses import replace

from realpolitik.attributing.running import with_running_speakers
from realpolitik.core.claim import Reading, SaidClaim
from realpolitik.core.document import Document, RawDocument
from realpolitik.core.mention import Mention
from realpolitik.core.span import Excerpt
from realpolitik.documents.make import make_document

RUNNING = "“They lied,” Zarif said. “They armed Israel. They will regret it.”"
ENDED = "“They lied,” Zarif said. They armed Israel. They will regret it."


def test_the_speaker_comes_from_the_sentence_that_names_it() -> None:
    document = _document(RUNNING)
    (claim,) = with_running_speakers(document, _reading(document)).claims
    assert claim.speaker == (0,)


def test_what_is_not_quoted_gets_none() -> None:
    document = _document(ENDED)
    reading = _reading(document)
    assert with_running_speakers(document, reading).claims == reading.claims


def test_a_speaker_that_the_reader_saw_stays() -> None:
    document = _document(RUNNING)
    reading = _reading(document)
    seen = replace(reading, claims=(replace(reading.claims[0], speaker=(1,)),))
    assert with_running_speakers(document, seen) == seen


def _reading(document: Document) -> Reading:
    """Read by hand: "armed" in the sentence behind Zarif's."""
    text = document.text
    armed = text.index("armed")
    sentence = next(n for n, s in enumerate(document.sentences) if s.end > armed)
    return Reading(
        (_mention(text, "Zarif", 0), _mention(text, "Israel", sentence)),
        (SaidClaim(sentence, "event", "AID", Excerpt("armed", armed, armed + 5)),),
    )


def _mention(text: str, words: str, sentence: int) -> Mention:
    start = text.index(words)
    return Mention(sentence, words, start, start + len(words), "actor", "person")


def _document(text: str) -> Document:
    return make_document(RawDocument("text", text.encode(), "text"))
