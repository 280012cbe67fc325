"""Amounts as they are written: ranges, signs, glued units, and what is no amount."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from realpolitik.core.claim import Reading, SaidClaim
from realpolitik.core.span import Excerpt
from realpolitik.resolving.amount_spans import amount_spans
from realpolitik.resolving.mending import mended
from realpolitik.resolving.quantities import how_much, like_earlier, of_speaker
from realpolitik.resolving.resolver import Resolver
from realpolitik.resolving.unread import unread
from tests.resolving.resolving_notation import document

SPANS = [
    ("A fine of $3 billion to $5 billion.", ["$3 billion to $5 billion"]),
    ("It fell from 20 percent to 15 percent.", ["20 percent", "15 percent"]),
    ("It rose from 4 million to 5 million.", ["4 million", "5 million"]),
    ("Prices range from $1 to $3.", ["$1 to $3"]),
    ("between 10,000 and 12,000 troops", ["between 10,000 and 12,000"]),
    ("20 soldiers and 30 policemen", ["20", "30"]),
    ("Shares rose 6.5% to 164p.", ["6.5%", "164p"]),
    ("The vote was 138 to 9.", ["138", "9"]),
    ("They won 9-2 at home.", []),
    ("It lost HK $5.4m, or (PS21,700).", ["HK $5.4m", "PS21,700"]),
    ("The F-16 and the S-300", []),
    ("one of the villages", ["one"]),
    ("for half a century", ["half a century"]),
    ("half of them", ["half"]),
    ("no one can, and one another", []),
]


@pytest.mark.parametrize(("text", "expected"), SPANS)
def test_where_amounts_stand(text: str, expected: list[str]) -> None:
    assert [text[s.start : s.end] for s in amount_spans(text)] == expected


MEANT = [
    ("$750,000 to $1 million", 750_000, 1e6, "USD"),
    ("US $89 to $93 billion", 89e9, 93e9, "USD"),
    ("between $160 million and $171 million", 160e6, 171e6, "USD"),
    ("five million Iraqi dinars", 5e6, None, "IQD"),
    ("9.99 New Zealand dollars", 9.99, None, "NZD"),
    ("20 Kuwaiti dinars", 20, None, "KWD"),
    ("1.2 trillion CFA francs", 1.2e12, None, "XAF"),
    ("two and a quarter billion dollars", 2.25e9, None, "USD"),
    ("hundreds of billions of euros", 2e11, None, "EUR"),
    ("-1.3%", -1.3, None, "percent"),
    ("minus-26 degrees Celsius", -26, None, "celsius"),
    ("2.14degF", 2.14, None, "fahrenheit"),
    ("10kW", 10, None, "kW"),
    ("3923sq m", 3923, None, "m2"),
    ("140 km/h", 140, None, "km/h"),
    ("PS8.1bn", 8.1e9, None, "GBP"),
    ("Y=28,030", 28030, None, "JPY"),
    ("8.3 billion", 8.3e9, None, None),
    ("17 memoranda", 17, None, "memorandum"),
    ("30,000 tests", 30000, None, "test"),
]


@pytest.mark.parametrize(("said", "value", "high", "unit"), MEANT)
def test_what_is_meant(
    said: str, value: float, high: float | None, unit: str | None
) -> None:
    found = how_much(said)
    assert found is not None
    assert (found.value, found.high, found.unit) == (value, high, unit)


AROUND = [
    ("US $58.24", "at ", " per barrel and", "USD/barrel"),
    ("3 billion", "gave ", " dollars for a bridge", "USD"),
    ("95800", "and ", " who have been unemployed", "person"),
    ("25", "for women aged ", " to 54", "year"),
    ("1.5 billion", "worth ", " ($1.7bn)", None),
    ("about 460 Kia and Hyundai", "", " vehicles have been stolen", "vehicle"),
    ("one", "is ", " particular demand that", "demand"),
    ("One", "", " of the richest leagues in", "league"),
    ("0.5", "(", " WAR), he", "WAR"),
    ("64", "says Viktorov, ", ", a diplomat", "year"),
    ("12", "", " drug-resistant tuberculosis clinics", "clinic"),
    ("a 72 strong", "", " rescue team", "person"),
]


@pytest.mark.parametrize(("said", "before", "after", "unit"), AROUND)
def test_what_it_is_of(said: str, before: str, after: str, unit: str | None) -> None:
    found = how_much(said, after, before)
    assert found is not None
    assert found.unit == unit


def test_what_the_reader_cut_is_made_whole() -> None:
    made, mentions = document(
        "[It|actor] paid [$3 billion|quantity] to [$5 billion|quantity] today."
    )
    said = SaidClaim(0, "figure", "aid", Excerpt("paid", 3, 7), actor=(0,), amount=2)
    whole = mended(made, Reading(mentions, (said,)))
    assert [m.text for m in whole.mentions] == ["It", "$3 billion to $5 billion"]
    assert whole.claims[0].amount == 1


def test_what_is_whole_stays() -> None:
    made, mentions = document("It lost [12 tanks|quantity] in [2014|time].")
    reading = Reading(mentions)
    assert mended(made, reading) is reading


@given(st.text(max_size=60))
def test_spans_lie_in_the_text_and_apart(text: str) -> None:
    at = 0
    for span in amount_spans(text):
        assert at <= span.start < span.end <= len(text)
        at = span.end


def test_times_are_made_whole_too() -> None:
    made, mentions = document("[It|actor] said so [this|time] week.")
    whole = mended(made, Reading(tuple(mentions)))
    assert [m.text for m in whole.mentions] == ["It", "this week"]


NO_AMOUNTS = [
    "The number is 1300 555 135.",
    "A second aspect is new.",
    "the two-plus-two",
]


@pytest.mark.parametrize("text", NO_AMOUNTS)
def test_what_is_no_amount(text: str) -> None:
    made, _ = document(text)
    assert [
        m.text
        for m in unread(made, (), Resolver.load().speaker)
        if m.kind == "quantity"
    ] == []


WORDS_AND_CODES = [("at COP 27", False), ("COP 5,000,000", True)]


@pytest.mark.parametrize(("said", "money"), WORDS_AND_CODES)
def test_a_code_that_is_a_word_is_money_by_thousands(said: str, money: bool) -> None:
    found = how_much(said)
    assert found is not None
    assert (found.unit == "COP") is money


def test_dollars_are_those_of_the_speaker() -> None:
    found = how_much("$60 million")
    assert of_speaker(found, "$60 million", "AUS") == replace(found, unit="AUD")
    assert of_speaker(found, "US$60 million", "AUS") == found
    assert of_speaker(found, "$60 million", "DEU") == found


def test_a_bare_amount_is_of_what_was_told_before_it() -> None:
    before = how_much("4.4 billion euros")
    found = like_earlier(how_much("6.6 billion"), before, " in 2023")
    assert found is not None
    assert found.unit == "EUR"
    ships = like_earlier(how_much("6"), before, " ships")
    assert ships is not None
    assert ships.unit is None
