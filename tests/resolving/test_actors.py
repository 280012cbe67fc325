import pytest

from realpolitik.core.actor import Actor
from realpolitik.core.document import Passage
from realpolitik.core.mention import Mention
from realpolitik.resolving.resolver import Resolver
from tests.resolving.resolving_notation import codes, document

NAMED = [
    ("[Russian President Vladimir Putin|person] spoke.", {"RUS"}),
    ("[Netanyahu|person] spoke.", {"ISR"}),
    ("[Zelenskiy|person] spoke.", {"UKR"}),
    ("[Jane Doe|person] spoke.", set()),
    ("[US|state] troops left.", {"USA"}),
    ("[Israeli military|group] struck.", {"ISR"}),
    ("[U.S.-backed Syrian rebels|group] fled.", {"SYR"}),
    ("[Iran-backed Houthis|group] fired.", {"HOUTHIS"}),
    ("[Lebanon's Hezbollah|org] fired.", {"HEZBOLLAH"}),
    ("[Russia's ambassador to Israel|person] left.", {"RUS"}),
    ("[Eurasian Economic Union (EAEU)|org] agreed.", {"EAEU"}),
    ("[governments of India and Bangladesh|group] met.", {"IND", "BGD"}),
    ("[Egyptian and Qatari mediators|group] met.", {"EGY", "QAT"}),
    ("[Moscow|capital] objected.", {"RUS"}),
    ("[Brussels|capital] objected.", {"EU"}),
    ("[Assad regime|org] fell.", {"SYR"}),
    ("[unknown gunmen|group] fired.", set()),
]


@pytest.mark.parametrize(("text", "expected"), NAMED)
def test_names(text: str, expected: set[str]) -> None:
    assert codes(text) == [expected]


POINTING = [
    ("[Israel|state] said [it|pronoun] would strike.", {"ISR"}),
    ("[Russian President Vladimir Putin|person] met [Netanyahu|person].\n"
     "[He|pronoun] praised the talks.", {"RUS"}),
    ("[Putin|person] met [Netanyahu|person].\n[Both leaders|group] agreed.",
     {"RUS", "ISR"}),
    ("[Russia|state] and [Israel|state] trade.\n[The two countries|group] agreed.",
     {"RUS", "ISR"}),
    ("[Turkey|state] withdrew [its forces|group].", {"TUR"}),
    ("[Lavrov|person] met [his Syrian counterpart|person].", {"SYR"}),
    ("[Japan|state] warned [China|state] that [it|pronoun] must stop.", {"CHN"}),
    ("[Seoul|capital] protested.\n[The North|state] fired again.", {"PRK"}),
    ("[It|pronoun] rained.", set()),
    ("[He|pronoun] left.", set()),
    ("[The two countries|group] agreed.", set()),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), POINTING)
def test_words_that_point_back(text: str, expected: set[str]) -> None:
    assert codes(text)[-1] == expected


SPOKEN = [
    ("[We|pronoun] are against it.", {"RUS"}),
    ("[I|pronoun] met [Netanyahu|person].", {"RUS"}),
    ("[Our|pronoun] relations with [Israel|state] are good.", {"RUS", "ISR"}),
    ("[Israel|state] is [your|pronoun] country.", {"ISR"}),
]


@pytest.mark.parametrize(("text", "expected"), SPOKEN)
def test_the_speaker(text: str, expected: set[str]) -> None:
    assert expected in codes(text, speaker="RUS.GOV")


def test_a_name_means_whom_it_meant_on_its_day() -> None:
    assert codes("[Moscow|capital] sent tanks.", day="1968-08-21") == [{"SUN"}]
    assert codes("In [1968|time] [Moscow|capital] sent tanks.") == [{"SUN"}]
    assert codes("[Bush|person] spoke.", day="1990-09-01") == [{"USA"}]


def test_an_unknown_party_never_turns_into_a_bystander() -> None:
    text = "[Israel|state] said [terrorists|group] fled, and [migrants|group] too."
    assert codes(text) == [{"ISR"}, set(), set()]


def test_a_person_is_named_with_role_and_id() -> None:
    made, mentions = document("[Benjamin Netanyahu|person] spoke.")
    (found,) = Resolver.load().resolve(made, mentions)
    (actor,) = found.meanings
    assert isinstance(actor, Actor)
    assert (actor.code, actor.sector, actor.name) == (
        "ISR",
        "GOV",
        "Benjamin Netanyahu",
    )
    assert actor.role == "Prime Minister"


@pytest.mark.parametrize(
    ("label", "code", "sector"),
    [
        ("RUS.GOV", "RUS", "GOV"),
        ("Vladimir Putin:", "RUS", "GOV"),
        ("QUESTION", None, "MED"),
        ("President of Israel", "ISR", "GOV"),
    ],
)
def test_labels_of_speakers(label: str, code: str | None, sector: str) -> None:
    made, _ = document("We met.")
    passage = Passage("answer", 0, 7, speaker=label)
    speaker = Resolver.load().speaker(made, passage)
    assert speaker is not None
    assert (speaker.code, speaker.sector) == (code, sector)


def test_nobody_speaks_where_nobody_is_named() -> None:
    made, _ = document("We met.")
    assert Resolver.load().speaker(made, None) is None


def test_order_and_number_of_mentions_stay() -> None:
    made, mentions = document("[Iran|state] hit [Israel|state] in [Haifa|place].")
    resolved = Resolver.load().resolve(made, list(reversed(mentions)))
    assert [m.text for m in resolved] == ["Haifa", "Israel", "Iran"]
    assert Resolver.load().resolve(made, []) == ()
    assert all(isinstance(m, Mention) and m.meanings for m in resolved)
