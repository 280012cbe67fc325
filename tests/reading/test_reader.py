"""What the shipped reader makes of plain sentences."""

import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from realpolitik.core.errors import ModelError
from realpolitik.core.span import Span
from realpolitik.reading.reader import MODEL, Reader
from tests.reading.reading_notation import document, said

CASES = [
    ("Russia criticised the United States.", ["ACCUSE Russia > United States"]),
    (
        "Netanyahu will visit Moscow next week.",
        ["CONSULT Netanyahu > Moscow, planned"],
    ),
    ("Israeli jets bombed Damascus.", ["ASSAULT Israeli jets > Damascus"]),
    ("The cat sat on the mat.", []),
    ("Maccabi Tel Aviv beat CSKA Moscow 84-72 on Thursday.", []),
    ("", []),
    ("!?", []),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_a_sentence_is_read(reader: Reader, text: str, expected: list[str]) -> None:
    assert said(reader.read(document(text))) == expected


def test_parts_of_a_claim(reader: Reader) -> None:
    reading = reader.read(
        document("India purchased missiles from Russia for USD 300 million.")
    )
    (claim,) = reading.claims
    assert (claim.type, claim.mode) == ("COOPERATE", "economic")
    assert claim.trigger.text.startswith("purchased")
    assert reading.mentions[claim.actor[0]].text == "India"
    assert reading.mentions[claim.recipient[0]].text == "Russia"
    assert claim.amount is not None
    assert reading.mentions[claim.amount].text == "USD 300 million"
    assert 0.5 < claim.certainty < 1.0


def test_offsets_lead_back_to_the_text(reader: Reader) -> None:
    doc = document("Russia met Israel.", "They signed a trade agreement in Moscow.")
    reading = reader.read(doc)
    assert reading.mentions
    for mention in reading.mentions:
        assert doc.text[mention.start : mention.end] == mention.text
    for claim in reading.claims:
        assert doc.text[claim.trigger.start : claim.trigger.end] == claim.trigger.text


def test_the_speaker_of_a_passage_is_the_source(reader: Reader) -> None:
    text = "We condemn the Israeli strikes on Syria."
    named = reader.read(document(text, speaker="Vladimir Putin"))
    unnamed = reader.read(document(text))
    assert any("(speaker)" in line for line in said(named))
    assert not any("(speaker)" in line for line in said(unnamed))


def test_boilerplate_is_not_read(reader: Reader) -> None:
    text = "Russia criticised the United States."
    assert reader.read(document(text)).claims
    assert not reader.read(document(text, kind="boilerplate")).claims


def test_a_sentence_that_stands_twice_is_read_alike(reader: Reader) -> None:
    text = "Russia criticised the United States."
    reading = reader.read(replace(document(text, text), sentences=_twice(text)))
    first, second = said(reading)
    assert first == second
    assert [claim.sentence for claim in reading.claims] == [0, 1]
    assert reading.claims[1].trigger.start > len(text)


def _twice(text: str) -> tuple[Span, Span]:
    size = len(text)
    return Span(0, size), Span(size + 1, 2 * size + 1)


def test_threads_do_not_change_what_is_read(reader: Reader) -> None:
    doc = document(*(text for text, _ in CASES if text))
    assert Reader.load(threads=2).read(doc) == reader.read(doc)


def test_a_very_long_sentence_is_read_to_its_limit(reader: Reader) -> None:
    reading = reader.read(document("Russia criticised the United States " * 200))
    assert reading.claims


@pytest.mark.parametrize(
    "name", ["tags.onnx", "pairs.onnx", "card.json", "tokenizer.json"]
)
def test_a_missing_or_broken_file_is_named(tmp_path: Path, name: str) -> None:
    folder = tmp_path / "model"
    shutil.copytree(MODEL, folder)
    (folder / name).write_bytes(b"{")
    with pytest.raises(ModelError, match=rf"{name}.*broken.*reinstall"):
        Reader.load(folder=folder)
    (folder / name).unlink()
    with pytest.raises(ModelError, match=rf"{name}.*missing.*reinstall"):
        Reader.load(folder=folder)
