"""What the reader says about how it came to its claims."""

from dataclasses import replace

from realpolitik.reading.reader import Reader
from tests.reading.reading_notation import document


def test_every_trigger_is_shown_with_its_scores(reader: Reader) -> None:
    text = "Russia has criticised the US plan and called for talks with Palestine."
    (sentence,) = reader.explain(document(text))
    kept = [t for t in sentence.triggers if t.dropped is None]
    assert kept[0].trigger.text == "criticised"
    assert {"trigger", "claim", "type"} <= set(kept[0].scores)
    assert {m.text for m in sentence.mentions} >= {"Russia", "US", "Palestine"}


def test_what_was_dropped_says_why(reader: Reader) -> None:
    text = "Russia has criticised the US plan."
    (trigger,) = _stricter(reader).explain(document(text))[0].triggers
    assert trigger.dropped is not None
    assert trigger.dropped.endswith("is below 1.00 for an event")
    assert not _stricter(reader).read(document(text)).claims


def _stricter(reader: Reader) -> Reader:
    card = reader.sight.card
    thresholds = replace(card.thresholds, trigger={"event": 1.0})
    return Reader(replace(reader.sight, card=replace(card, thresholds=thresholds)))
