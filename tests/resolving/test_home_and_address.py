"""Who "the President" is in a government's own text, and who "Jen" is in an address."""

import pytest

from realpolitik.resolving.home import home_of
from tests.resolving.resolving_notation import codes, document

CALL = (
    "[President Biden|person] called [President Putin|person] of [Russia|state].\n"
    "[President Putin|person] raised [Ukraine|state].\nThe [{}|person] said no."
)
PRINTERS = [
    ("The White House", None, "USA"),
    ("President of Russia", None, "RUS"),
    ("U.S. Department of State", None, "USA"),
    ("Ministry of Foreign Affairs of Japan", None, "JPN"),
    (None, "https://www.gov.uk/news/1", "GBR"),
    (None, "http://en.kremlin.ru/events/1", "RUS"),
    (None, "https://www.state.gov/x", "USA"),
    ("Reuters", "https://www.reuters.com/x", None),
    ("Xinhua", None, None),
    ("European Commission", None, None),
    ("Ministry of Foreign Affairs", None, None),
    (None, "https://www.go.com/x", None),
]


@pytest.mark.parametrize(("publisher", "url", "code"), PRINTERS)
def test_a_government_is_known_by_what_it_prints(publisher, url, code) -> None:
    made, _ = document("A text.", publisher=publisher, url=url)
    home = home_of(made)
    assert (home.code if home else None) == code


@pytest.mark.parametrize(
    ("publisher", "title", "code"),
    [
        ("The White House", "President", {"USA"}),
        ("President of Russia", "President", {"RUS"}),
        # a small letter is the last one so called, and so is it in a paper
        ("The White House", "president", {"RUS"}),
        ("Reuters", "President", {"RUS"}),
    ],
)
def test_a_bare_title_is_of_the_state_that_prints(publisher, title, code) -> None:
    text = CALL.format(title)
    assert codes(text, day="2021-12-07", publisher=publisher)[-1] == code


def test_a_title_that_the_printer_lacks_is_of_another() -> None:
    text = "[Prime Minister Suga|person] called.\nThe [Prime Minister|person] left."
    found = codes(text, day="2021-03-05", publisher="The White House")
    assert found == [{"JPN"}, {"JPN"}]


@pytest.mark.parametrize(
    ("office", "code"),
    [("Supreme Leader", {"IRN"}), ("pope", {"VAT"})],
)
def test_a_rare_office_tells_its_state(office, code) -> None:
    text = (
        f"[Trump|person] threatened [Iran|state].\nThe [{office}|person] rejected it."
    )
    assert codes(text, day="2019-07-02")[-1] == code


def test_an_organ_with_a_capital_is_the_printers_own() -> None:
    text = "[Israel|state] asked.\nThe [Government|org] will support it."
    assert codes(text, publisher="President of Russia")[-1] == {"RUS"}
    assert codes(text)[-1] == {"ISR"}


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Thank you, [Jen|person].", set()),
        ("[Jen Psaki|person] spoke.\nThank you, [Jen|person].", {"USA"}),
        ("[Emmanuel Macron|person] spoke.\nHello, [Emmanuel|person].", {"FRA"}),
        ("[Vladimir Putin|person] spoke.\nThank you, [Putin|person].", {"RUS"}),
    ],
)
def test_a_first_name_is_somebody_of_the_text(text, code) -> None:
    assert codes(text, day="2021-12-07")[-1] == code


def test_a_stranger_is_no_leader_of_his_name() -> None:
    text = "[Michael Obama|person], a baker, spoke.\n[Obama|person] bakes in [France|state]."
    assert codes(text, day="2012-05-05")[:2] == [set(), set()]
    assert codes("[Obama|person] spoke.", day="2012-05-05") == [{"USA"}]
