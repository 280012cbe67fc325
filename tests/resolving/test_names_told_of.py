"""What a phrase only tells of is not who it means; members and parts are told apart."""

import pytest

from tests.resolving.resolving_notation import codes

CASES = [
    # relations, clauses, continents: nobody; the same words as the actor: somebody
    ("[Uzbekistan's neighbours|group] met.", set()),
    ("[U.S. partners|group] met.", set()),
    ("[countries that border Iran|group] met.", set()),
    ("[officials supporting Kyiv|group] met.", set()),
    ("[states in Africa|group] met.", set()),
    ("[Indo-Pacific partners|group] met.", set()),
    ("[Western countries|group] met.", set()),
    ("[Eastern Europe|state] met.", set()),
    ("[soldiers from 13 other nations|group] met.", set()),
    ("[small island States|group] met.", set()),
    ("[officials from Iran|group] met.", {"IRN"}),
    ("[airlines including Turkey's|org] met.", {"TUR"}),
    ("[Europe|state] met.", {"EU"}),
    # colleagues are of where they are, and never of who calls them so
    ("[My colleague from Kampala|person] left.", {"UGA"}),
    ("[our colleagues in Washington|group] left.", {"USA"}),
    ("[our Turkish partners|group] left.", {"TUR"}),
    ("[My colleague|person] left.", set()),
    ("[our troops in Iraq|group] left.", {"FRA"}),
    ("[Our Western interlocutors|group] left.", set()),
    # members are themselves
    ("[NATO ally Turkey|state] left.", {"TUR"}),
    ("[E.U. member Poland|state] left.", {"POL"}),
    ("[NATO allies|group] left.", {"NATO"}),
    # another's body of a common name
    ("The [Iraqi security council|org] met.", {"IRQ"}),
    ("The [Supreme State Council|org] met.", {"UNION_STATE"}),
    ("The [UN Security Council|org] met.", {"UN"}),
    ("[West Berlin|state] fell.", {"DEU"}),
    ("[U.N. envoy Martti Ahtisaari|person] left.", {"UN"}),
    ("[King Abdullah of Saudi Arabia|person] left.", {"SAU"}),
    ("[Queen Elizabeth|person] left.", {"GBR"}),
    ("[Sultan Qaboos|person] left.", {"OMN"}),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_who_is_meant(text, expected) -> None:
    assert codes(text, day="2014-03-05", speaker="France") == [expected]


PAIRS = [
    (
        "[President Biden|person] met [President Xi|person].\n"
        "[China|state] and [Taiwan|state] were spoken of.\nThe [leaders|group] agreed.",
        {"USA", "CHN"},
    ),
    (
        "Joint Statement of [France|state], [Germany|state] and [Italy|state].\n"
        "[We|pronoun] condemn it.",
        {"FRA", "DEU", "ITA"},
    ),
    ("[France|state] and [Italy|state] met.\nThey asked [governments|group].", set()),
    ("The [EU|org] warned [Niger|state].\nThe [country|state] replied.", {"NER"}),
]


@pytest.mark.parametrize(("text", "expected"), PAIRS)
def test_who_several_are(text, expected) -> None:
    assert codes(text, day="2022-03-05")[-1] == expected
