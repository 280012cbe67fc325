"""What users of earlier event coders complained about cannot happen here.

Each test names its complaint by the thread in which it was made.
"""

import time

import pytest

from evals.shared import ROOT
from realpolitik.core.claim import Claim
from realpolitik.core.document import RawDocument
from realpolitik.knowledge.events import event_type, terms
from realpolitik.pipeline import Pipeline, Result
from realpolitik.sources.open import open_sources
from tests.reading.reading_notation import document


@pytest.fixture(scope="module")
def pipeline() -> Pipeline:
    return Pipeline.load()


@pytest.fixture(scope="module")
def examples(pipeline: Pipeline) -> list[Result]:
    raws = open_sources([str(ROOT / "examples" / "documents")])
    return [pipeline.read(raw) for raw in raws if isinstance(raw, RawDocument)]


def read(pipeline: Pipeline, text: str) -> tuple[Claim, ...]:
    return pipeline.read(RawDocument("text", text.encode(), "text")).claims


FRAGMENTS = [
    "The Russian foreign minister.",
    "Moscow, Monday.",
    "Of Iran and of Turkey, and the reports that.",
    "Russia Israel Iran Syria Turkey.",
    "With regard to the Israeli government and in particular to it.",
]


@pytest.mark.parametrize("text", FRAGMENTS)
def test_what_is_unfinished_gets_no_default_code(pipeline: Pipeline, text: str) -> None:
    """UniversalPetrarch#22: a missing part was filled with 010."""
    assert read(pipeline, text) == ()


def test_every_code_is_one_of_the_codebook(examples: list[Result]) -> None:
    """UniversalPetrarch#33: "120]--" came out as a code."""
    allowed = {
        "figure": terms("indicator").keys(),
        "judgement": terms("judgement").keys(),
        "stance": {"favour", "against", "unsure"},
    }
    count = 0
    for result in examples:
        for claim in result.claims:
            count += 1
            assert set(claim.issue) <= terms("issue").keys()
            if claim.kind == "event":
                kind = event_type(claim.type, claim.mode)
                assert kind is not None
                assert (claim.quad, claim.cameo) == (kind.quad, kind.cameo)
            else:
                assert claim.type in allowed[claim.kind]
    assert count > 100


PASSIVES = [
    ("Two Greek soldiers were arrested by Turkish police.", "TUR", "GRC"),
    ("The Iranian tanker was seized in the strait by British marines.", "GBR", "IRN"),
    ("Sanctions were imposed on Belarus by the European Union.", "EU", "BLR"),
    (
        "The Polish envoy was expelled from Moscow by the Russian government.",
        "RUS",
        "POL",
    ),
]


@pytest.mark.parametrize(("text", "actor", "recipient"), PASSIVES)
def test_passives_and_prepositions_are_read_and_explained(
    pipeline: Pipeline, text: str, actor: str, recipient: str
) -> None:
    """UniversalPetrarch#51: nobody could tell how passives count, what won."""
    claim = read(pipeline, text)[0]
    assert actor in [party.actor.code for party in claim.actor]
    assert recipient in [party.actor.code for party in claim.recipient]
    (kept, *_) = [
        t for t in pipeline.reader.explain(document(text))[0].triggers if not t.dropped
    ]
    assert kept.trigger.text == claim.trigger.text
    assert kept.types[0][0] == claim.type
    assert len(kept.types) > 1  # the rivals
    assert {part.text for part in kept.parts} >= {kept.actor[0], kept.recipient[0]}


SCRIPTS = [
    "Россия и Израиль подписали соглашение.\n\nRussia and Israel signed an agreement.",
    "وقعت روسيا وإسرائيل اتفاقا.\n\nRussia and Israel signed an agreement.",
    "俄罗斯和以色列签署了协议。\n\nRussia and Israel signed an agreement.",
    "רוסיה וישראל חתמו על הסכם.\n\nRussia and Israel signed an agreement.",
    "🕊️🤝 Russia and Israel signed an agreement. 🎉",
]


@pytest.mark.parametrize("text", SCRIPTS)
def test_offsets_count_characters_in_any_script(pipeline: Pipeline, text: str) -> None:
    """UniversalPetrarch#18: written for ASCII."""
    result = pipeline.read(RawDocument("text", text.encode(), "text"))
    body = result.document.text
    claim = next(c for c in result.claims if c.type == "SUPPORT")
    assert {party.actor.code for party in claim.actor} == {"RUS", "ISR"}
    assert body[claim.trigger.start : claim.trigger.end] == claim.trigger.text
    for party in claim.actor:
        assert body[party.start : party.end] == party.text


BOUNDED = {
    "a sentence of 5,000 words": "Russia and Israel, " * 1250 + "met in Moscow.",
    "no letters": "1 2 3 -- ... 44 %% !! " * 200,
    "a sentence of one word, often": "Iran. " * 2000,
    "only headlines": "\n".join(["Russia, Israel sign pact", "Iran slams US"] * 300),
    "one long word": "Russia" * 2000,
}


@pytest.mark.parametrize("name", BOUNDED)
def test_odd_text_ends_with_an_answer(pipeline: Pipeline, name: str) -> None:
    started = time.monotonic()
    result = pipeline.read(RawDocument(name, BOUNDED[name].encode(), "text"))
    assert time.monotonic() - started < 60
    limit = len(result.document.sentences) * 8
    assert len(result.claims) <= limit
