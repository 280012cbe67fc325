"""What Python users call, on the shipped model."""

from datetime import date
from pathlib import Path

import pytest

import realpolitik as rp
from realpolitik.core.actor import Actor
from realpolitik.core.errors import UnusableInputError, UsageError

EXAMPLES = Path(__file__).parents[1] / "examples" / "documents"
TEXT = "The Kremlin said no.\n\nThen  Vladimir Putin met Benjamin Netanyahu in Moscow."


def test_a_text_is_read() -> None:
    doc = rp.read(
        "Russia and Israel signed a trade agreement on Monday.", date="2020-03-05"
    )
    (claim,) = doc.claims
    assert (claim.kind, claim.type) == ("event", "SUPPORT")
    assert {party.actor.code for party in claim.actor} == {"RUS", "ISR"}
    assert claim.when is not None
    assert claim.when.interval.start == date(2020, 3, 2)
    assert doc.text[claim.trigger.start : claim.trigger.end] == claim.trigger.text


def test_a_path_is_read(tmp_path: Path) -> None:
    path = tmp_path / "note.txt"
    path.write_text("Israel struck Syria.", "utf-8")
    assert rp.read(path).claims == rp.read(str(path)).claims
    assert rp.read(path).document.source == str(path)


def test_a_text_of_one_long_line_is_no_name_of_a_file() -> None:
    assert rp.read("Russia met Israel in Moscow. " * 30).claims


def test_a_text_without_claims_gives_none() -> None:
    assert len(rp.read("Maccabi Tel Aviv won on Thursday. It rained.").claims) == 0


@pytest.mark.parametrize("source", ["nowhere.html", Path("nowhere")])
def test_a_missing_path_is_said_so(source: str | Path) -> None:
    with pytest.raises(UnusableInputError, match="nowhere"):
        rp.read(source)


def test_a_wrong_day_is_said_so() -> None:
    with pytest.raises(UsageError, match="2020-13-45"):
        rp.read("Israel struck Syria.", date="2020-13-45")


def test_less_certainty_gives_more_claims() -> None:
    path = EXAMPLES / "13-agency-drones.txt"
    usual = rp.read(path).claims
    more = rp.read(path, min_certainty=0.0).claims
    assert len(more) > len(usual) > 0
    assert [claim for claim in more if claim in list(usual)] == list(usual)
    assert rp.read(path).claims == usual  # the loaded model is as before
    assert not rp.read(path, min_certainty=1).claims


@pytest.mark.parametrize("least", [-0.1, 1.5, 30])
def test_a_certainty_that_is_none_is_said_so(least: float) -> None:
    with pytest.raises(UsageError, match="between 0 and 1"):
        rp.read("Israel struck Syria.", min_certainty=least)


def test_types_weigh_one_pair() -> None:
    weights = rp.types("Russia met Israel.", actor=(0, 6), recipient=(11, 17))
    assert max(weights, key=weights.__getitem__) == "CONSULT"
    assert sum(weights.values()) <= 1.001


@pytest.mark.parametrize("span", [(-1, 4), (4, 4), (0, 4000)])
def test_spans_outside_are_said_so(span: tuple[int, int]) -> None:
    with pytest.raises(UsageError, match="span"):
        rp.types("Russia met Israel.", actor=span, recipient=(11, 17))
    with pytest.raises(UsageError, match="span"):
        rp.resolve(TEXT, spans=[span])


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("Kremlin", "RUS"),
        ("Vladimir Putin", "RUS"),
        ("Benjamin Netanyahu", "ISR"),
        ("Moscow", "RUS"),
    ],
)
def test_given_spans_are_resolved(words: str, code: str) -> None:
    start = TEXT.index(words)
    span = (start, start + len(words))
    (mention,) = rp.resolve(TEXT, spans=[span], date="2020-03-05")
    (meaning,) = mention.meanings
    assert isinstance(meaning, Actor)
    assert (mention.text, meaning.code) == (words, code)


def test_an_unknown_name_means_nothing() -> None:
    text = "Zorblax of Qwertia slept."
    (mention,) = rp.resolve(text, spans=[(0, 7)])
    assert all(m.code is None for m in mention.meanings if isinstance(m, Actor))
