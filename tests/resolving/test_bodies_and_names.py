"""Organs without a state, words that are no names, and surnames of nobody in office."""

import pytest

from realpolitik.resolving.phrase import phrase, sector_of
from tests.resolving.resolving_notation import codes

WHOSE = [
    ("The [Red Cross|org] went. The [government|org] held two men.", set()),
    ("[France|state] and the [Red Cross|org] came. The [police|org] watched.", {"FRA"}),
    ("[Islamic State|org] attacked. The [army|org] fought back.", set()),
    ("[Mali|state] was attacked. The [army|org] fought back.", {"MLI"}),
]


@pytest.mark.parametrize(("text", "last"), WHOSE)
def test_organs_are_of_states(text: str, last: set[str]) -> None:
    assert codes(text)[-1] == last


def test_the_title_says_whose_an_organ_is() -> None:
    text = "[Merkel|person] came to the capital.\nThe [government|org] met her."
    assert codes(text, title="Elections in Mali")[1] == {"MLI"}
    assert codes(text, title="Mali and Chad")[1] != {"MLI"}
    near = "[Chad|state] protested and the [army|org] fought."
    assert codes(near, title="Elections in Mali")[1] == {"TCD"}


NOBODY = [
    "[Most|org] of them left.",
    "[Most|capital] of them left.",
    "The [Galani Brigade|org] fought.",
    "[Yemen|state] met. [Arab|person] came.",
    "[Arab forces|group] attacked.",
    "[Ahmed's brother|person] came.",
    "[Brezhnev|person] came.",
]


@pytest.mark.parametrize("text", NOBODY)
def test_words_that_name_nobody(text: str) -> None:
    assert codes(text)[-1] == set()


def test_a_surname_needs_its_office_or_its_state() -> None:
    assert codes("[Macron|person] came.") == [{"FRA"}]
    assert codes("[Macron|person] came.", day="2027-01-05") == [{"FRA"}]
    assert codes("[Thatcher|person] came.") == [set()]
    assert codes("[Margaret Thatcher|person] came.") == [{"GBR"}]
    assert codes("[Britain|state] met. [Thatcher|person] came.")[-1] == {"GBR"}


def test_an_owner_is_not_the_head() -> None:
    assert codes("[Putin's spokesman|person] spoke.") == [{"RUS"}]
    assert codes("[Russia|state] spoke. [Putin's brother|person] came.")[1] == {"RUS"}


def test_two_sides_are_not_guessed_from_one_and_the_speaker() -> None:
    text = "[Russia|state] spoke. The [two countries|group] signed it."
    assert codes(text, speaker="ISR.GOV")[1] == set()


SECTORS = [
    ("parties", "PTY", None),
    ("The party", "PTY", None),
    ("both parties", "PTY", None),
    ("Kurdish parties", "PTY", "PTY"),
    ("Union", "LAB", None),
    ("unions", "CVL", "CVL"),
    ("trade unions", None, "LAB"),
    ("political parties", None, "PTY"),
    ("army", None, "MIL"),
]


@pytest.mark.parametrize(("words", "read", "sector"), SECTORS)
def test_parties_and_unions_are_vague(
    words: str, read: str | None, sector: str | None
) -> None:
    assert sector_of(phrase(words), read) == sector
