"""Rules of decoding, with numbers given by hand."""

from dataclasses import replace

import numpy as np
import pytest

from realpolitik.reading.drafts import Draft
from realpolitik.reading.merging import drop_repeats
from realpolitik.reading.numeric import ends_of_runs
from realpolitik.reading.pieces import Sentence, context_words
from realpolitik.reading.plain_words import settle
from realpolitik.reading.reader import Reader
from realpolitik.reading.sentences import sentences_to_read
from realpolitik.reading.words import leans_on_context
from tests.reading.reading_notation import document


def draft(
    start: int,
    score: float,
    *,
    type_: str = "CONSULT",
    actor: int = 0,
    when: int | None = None,
) -> Draft:
    made = Draft(start, start + 1, "event", type_, score, {}, actor=(actor,), when=when)
    return replace(made, certainty=0.9)


def turned(start: int, score: float) -> Draft:
    """Give a meeting of the same two with the parts exchanged."""
    made = draft(start, score)
    return replace(made, actor=(), recipient=(0,))


REPEATS = [
    ("light verb and noun", [draft(2, 0.8), draft(3, 0.9)], [3]),
    ("told again", [draft(2, 0.8), draft(9, 0.9)], [9]),
    ("at another time", [draft(2, 0.8, when=1), draft(9, 0.9)], [2, 9]),
    ("in another order", [draft(2, 0.8), turned(9, 0.9)], [9]),
    ("other type", [draft(2, 0.8), draft(3, 0.9, type_="AGREE")], [2, 3]),
    ("other parties", [draft(2, 0.8), draft(3, 0.9, actor=1)], [2, 3]),
]


@pytest.mark.parametrize(("name", "drafts", "kept"), REPEATS)
def test_repeats_are_dropped(
    reader: Reader, name: str, drafts: list[Draft], kept: list[int]
) -> None:
    single = drop_repeats(drafts, reader.sight.card.thresholds)
    assert [d.start for d in single if not d.dropped] == kept, name


SETTLED = [
    ("figure", "trade", "Russian imports stood at USD 5", 1, False, ("imports", False)),
    ("figure", "trade", "Russian trade stood at USD 5", 1, False, ("trade", False)),
    ("judgement", "hostile", "ties are not fragile", 3, True, ("fragile", True)),
    ("judgement", "hostile", "ties are strained", 2, False, ("hostile", False)),
    ("event", "COOPERATE", "Iran not only sells oil", 3, True, ("COOPERATE", False)),
    ("event", "COOPERATE", "Iran does not sell oil", 3, True, ("COOPERATE", True)),
]


@pytest.mark.parametrize(("kind", "type_", "text", "at", "negated", "wanted"), SETTLED)
def test_plain_words_win(
    kind: str, type_: str, text: str, at: int, negated: bool, wanted: tuple[str, bool]
) -> None:
    made = Draft(at, at + 1, kind, type_, 0.9, {}, negated=negated)
    settled = settle(made, text.split())
    assert (settled.type, settled.negated) == wanted


LEANING = [
    ("He left for Iran", True),
    ("The two sides met", True),
    ("The two presidents met", True),
    ("Russia met Iran", False),
    ("The US left Iraq", False),
]


@pytest.mark.parametrize(("text", "expected"), LEANING)
def test_when_the_sentence_before_is_shown(text: str, expected: bool) -> None:
    assert leans_on_context(text.split()) is expected


def test_only_leaning_sentences_get_context() -> None:
    doc = document("Russia met Iran.", "They agreed.", "Syria left.")
    got = [sentence.before for _, sentence in sentences_to_read(doc)]
    assert got == ["", "Russia met Iran.", ""]


def test_context_is_cut_at_forty_words() -> None:
    words = context_words(Sentence("They met.", "word " * 90, has_speaker=True))
    assert words[:2] == ["speaker", ":"]
    assert len(words) == 42


def test_runs_end_where_they_end() -> None:
    inside = np.array([[True, True, False, True], [False, False, False, False]])
    assert ends_of_runs(inside).tolist() == [[2, 2, 2, 4, 4], [0, 1, 2, 3, 4]]
