"""Terms of office as times: whose, from when, till when; vague where it isn't sure."""

import pytest

from realpolitik.core.interval import Interval
from realpolitik.knowledge.terms_of_office import leaders_named, spells, terms
from realpolitik.resolving.resolver import Resolver
from realpolitik.resolving.unread import unread
from resolving.resolving_notation import document

CASES = [
    (
        "In his second term, [Putin|person] fought [Georgia|state].",
        ("his second term", "2004-05-07", "2008-05-07"),
    ),
    (
        "During [Putin|person]'s first presidency, [Russia|state] armed [Iran|state].",
        ("Putin's first presidency", "2000-05-07", "2008-05-07"),
    ),
    (
        "[Washington|capital] signed the deal under [Obama|person].",
        ("under Obama", "2009-01-20", "2017-01-20"),
    ),
    (
        "In the Merkel era [Germany|state] bought gas.",
        ("the Merkel era", "2005-11-22", "2021-12-08"),
    ),
    (
        "In the Merkel years [Germany|state] bought gas.",
        ("the Merkel years", "2005-11-22", "2021-12-08"),
    ),
    (
        "During the Trump administration [Iran|state] was sanctioned.",
        ("the Trump administration", "2017-01-20", "2021-01-20"),
    ),
    (
        "[Russia|state] has armed [Syria|state] since [Putin|person]'s third term.",
        ("Putin's third term", "2012-05-07", None),
    ),
    (
        "[Barack Obama|person] left the region.\nDuring his first term he sent troops.",
        ("his first term", "2009-01-20", "2013-01-19"),
    ),
]
VAGUE = [
    # Either may be meant.
    "[Putin|person] told [Obama|person] so in his second term.",
    # Not begun on the document's day, and never.
    "In his fifth term, [Putin|person] may visit [Iran|state].",
    "In his third term, [Obama|person] rests.",
    # No leader of a state, or none that is known.
    "[Lavrov|person] said so in his second term.",
    "The troops under Smith left [Iraq|state].",
    "In the Google era [Russia|state] buys less.",
    "During her tenure as foreign minister [Merkel|person] wrote it.",
    # Somebody's plan, not his days in office.
    "It was banned under [Obama|person]'s plan.",
    # "The Bush years" were those of two presidents.
    "In the Bush years [Cuba|state] suffered.",
]


def _found(text: str, **about: str | None) -> list[tuple[str, str, str | None]]:
    made, mentions = document(text, **about)
    resolver = Resolver.load()
    times = unread(made, resolver.resolve(made, mentions), resolver.speaker)
    days = [(m.text, *m.meanings) for m in times if m.kind == "time"]
    return [
        (text, str(day.start), str(day.end) if day.end else None)
        for text, day in days
        if isinstance(day, Interval)
    ]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_a_term_of_office_is_dated(
    text: str, expected: tuple[str, str, str | None]
) -> None:
    assert _found(text) == [expected]


@pytest.mark.parametrize("text", VAGUE)
def test_a_term_that_is_not_sure_stays_vague(text: str) -> None:
    assert _found(text) == []


def test_the_speaker_speaks_of_his_own_term() -> None:
    said = _found("I did so in my first term.", speaker="Emmanuel Macron")
    assert said == [("my first term", "2017-05-14", "2022-05-13")]
    assert _found("I did so in my first term.") == []


def test_what_the_reader_took_for_a_time_gets_the_days() -> None:
    made, mentions = document(
        "[Barack Obama|person] went there in [his first term|time]."
    )
    time = Resolver.load().resolve(made, mentions)[1]
    [days] = time.meanings
    assert isinstance(days, Interval)
    assert str(days.start) == "2009-01-20"


def test_terms_are_counted_over_a_break() -> None:
    [trump] = leaders_named(["donald", "trump"])
    assert [str(term.start) for term in terms(trump)] == ["2017-01-20", "2025-01-20"]


def test_who_comes_to_office_between_two_terms_has_none_that_count() -> None:
    [johnson] = leaders_named(["lyndon", "johnson"])
    assert terms(johnson) == []
    assert str(spells(johnson)[0].start) == "1963-11-22"
