"""Where sentences end: text on the left, its sentences on the right."""

from itertools import pairwise
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from realpolitik.documents.sentences import split

CASES = [
    ("Russia met Israel. Iran left.", ["Russia met Israel.", "Iran left."]),
    ("Mr. Putin met Dr. Assad.", ["Mr. Putin met Dr. Assad."]),
    ("Donald J. Trump left.", ["Donald J. Trump left."]),
    ("The U.S. Senate voted.", ["The U.S. Senate voted."]),
    ("He left the U.S. The vote failed.", ["He left the U.S.", "The vote failed."]),
    ("It cost $3.5 billion.", ["It cost $3.5 billion."]),
    ("On Jan. 30 he came.", ["On Jan. 30 he came."]),
    ("See No. 5 of the list.", ["See No. 5 of the list."]),
    ("1. The parties agree.", ["1. The parties agree."]),
    ("Article 5. The parties agree.", ["Article 5.", "The parties agree."]),
    ("What are you doing there?We help.", ["What are you doing there?", "We help."]),
    ("They left Syria.The war ended.", ["They left Syria.", "The war ended."]),
    ("See www.Example.Com for more.", ["See www.Example.Com for more."]),
    ('"We agree." He left.', ['"We agree."', "He left."]),
    ('"Why?" he asked. "No!"', ['"Why?" he asked.', '"No!"']),
    ("He won (narrowly). Then he lost.", ["He won (narrowly).", "Then he lost."]),
    ("It ended in 1999.[4] Then peace.", ["It ended in 1999.[4]", "Then peace."]),
    ("Well ... we will see.", ["Well ... we will see."]),
    ("A headline without a stop", ["A headline without a stop"]),
    ("One line\nAnother line", ["One line", "Another line"]),
    ("a flourishing bond. of men", ["a flourishing bond. of men"]),
    ("a relationship. of citizens", ["a relationship.", "of citizens"]),
    (
        "Gazprom Ltd. and Rosneft Inc. agreed.",
        ["Gazprom Ltd. and Rosneft Inc. agreed."],
    ),
    ("* * *", []),
    ("", []),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_split(text: str, expected: list[str]) -> None:
    assert [text[span.start : span.end] for span in split(text)] == expected


@given(st.text(alphabet="aB .!?\n\"'()[]1", max_size=80))
def test_sentences_cover_all_words_in_order(text: str) -> None:
    spans = list(split(text))
    assert all(a.end <= b.start for a, b in pairwise(spans))
    covered = "".join(text[span.start : span.end] for span in spans)
    words = [character for character in text if character.isalnum()]
    assert [character for character in covered if character.isalnum()] == words


def test_speed_and_long_lines() -> None:
    text = "Russia and Israel met in Moscow on Jan. 30 at 3 p.m. " * 20_000
    started = process_time()
    count = sum(1 for _ in split(text))
    assert count == 1
    assert process_time() - started < 8
