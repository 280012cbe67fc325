"""The corpus of the reader: packed annotations, and sentences told otherwise."""

import re
from collections.abc import Iterator
from typing import Any

import numpy as np
import pytest

from evals.shared import shared_folder
from training import standoff, stanzas
from training.plain import Plain
from training.renaming import Renamer
from training.retelling import Reteller

Row = dict[str, Any]
needs_shared = pytest.mark.skipif(
    shared_folder() is None, reason="../shared, which holds the real texts, is absent"
)


@needs_shared
def test_packing_keeps_the_text_out_and_loses_nothing() -> None:
    every = standoff.shared_stanzas()
    for name in sorted(every)[::97]:
        whole = every[name]
        packed = standoff.pack(whole, every)
        assert packed is not None
        assert whole.splitlines()[1] not in packed
        again = next(standoff.unpacked_stanzas([packed], every))
        assert stanzas.stanza(again) == stanzas.stanza(whole)


def test_no_sentence_of_others_is_in_the_corpus() -> None:
    for path in stanzas.HERE.glob("*.standoff"):
        for packed in standoff.stanzas(path.read_text("utf-8")):
            head, sentence, *rest = packed.splitlines()
            assert re.fullmatch(
                r"[^=]*(?:(?:speaker|doc|before)=[\w.@:?-]+[ |]*)*", head
            )
            assert re.fullmatch(r"=|@\d+:\d+", sentence), packed
            quoted = re.findall(r'"([^"]*)"', "\n".join(rest))
            assert all(re.fullmatch(r"@\d+:\d+", words) for words in quoted), packed


@needs_shared
def test_nothing_held_out_trains() -> None:
    trained = stanzas.load("train")
    held = {row["text"] for row in stanzas.load("held") + stanzas.load("dev")}
    assert all(stanzas.part(row) == "train" for row in trained)
    assert not held.intersection(row["text"] for row in trained)


def retold() -> Iterator[tuple[Row, Row]]:
    path = stanzas.HERE / "written_wire.rpa"
    rows = list(stanzas.read(path))
    reteller = Reteller(Renamer(rows))
    chance = np.random.default_rng(1)
    for row in rows:
        new = reteller.retell(row, chance)
        if new is not row:
            yield row, new


def test_a_third_country_becomes_no_party() -> None:
    count = 0
    for row, new in retold():
        count += 1
        for span in [*new["mentions"].values(), *(c["trigger"] for c in new["claims"])]:
            assert new["text"][span["start"] : span["end"]] == span["text"]
        for old, claim in zip(row["claims"], new["claims"], strict=True):
            same_words = (
                claim["trigger"]["text"].lower(),
                old["trigger"]["text"].lower(),
            )
            assert same_words[0] == same_words[1]
            assert claim.get("actor") == old.get("actor")
            assert claim.get("recipient") == old.get("recipient")
            speakers = old.get("by", [])
            assert claim.get("by", []) in (speakers, ["a99", *speakers])
    assert count > 100


def test_plain_sentences_are_rightly_annotated() -> None:
    rows = list(stanzas.read(stanzas.HERE / "written_wire.rpa"))
    made = Plain(Renamer(rows)).sentences(400, np.random.default_rng(2))
    for row in made:
        text = row["text"]
        spans = [*row["mentions"].values(), *(c["trigger"] for c in row["claims"])]
        for span in spans:
            words = text[span["start"] : span["end"]]
            assert words.lower() == span["text"].lower(), row
        first, second = row["mentions"]["a1"], row["mentions"]["a2"]
        assert first["end"] <= second["start"] or second["end"] <= first["start"]
        agent = re.search(r" by (?:the )?$", text[: first["start"]])
        assert bool(agent) == (second["start"] < first["start"]), text
