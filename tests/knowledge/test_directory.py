import pytest
from hypothesis import given
from hypothesis import strategies as st

from realpolitik.core.errors import KnowledgeError
from realpolitik.knowledge import compiled, directory, forms, tables
from realpolitik.knowledge.events import event_type, plover_type, terms
from realpolitik.knowledge.gazetteer import spots
from realpolitik.knowledge.names import code_of, name_of
from realpolitik.knowledge.short_names import short_name

CODES = [
    ("Russia", "RUS"),
    ("rus", "RUS"),
    ("RU", "RUS"),
    ("the moon", None),
    ("EU", "EU"),
    ("European Union", "EU"),
    ("Hizbollah", "HEZBOLLAH"),
    ("U.N.", "UN"),
    ("Arab League", "ARAB_LEAGUE"),
    ("Türkiye", "TUR"),
    ("Kosovo", "XKX"),
    ("", None),
]


@pytest.mark.parametrize(("words", "code"), CODES)
def test_code_of_what_a_user_types(words: str, code: str | None) -> None:
    assert code_of(words) == code


def test_every_code_has_a_name_that_leads_back() -> None:
    assert name_of("RUS") == "Russia"
    assert name_of("EU") == "European Union"
    assert name_of("GB-SCT") == "GB-SCT"
    wrong = [
        code
        for code in ("USA", "CHN", "ISR", "PSE", "HAMAS", "NATO", "TALIBAN", "SUN")
        if code_of(name_of(code)) != code
    ]
    assert wrong == []


@pytest.mark.parametrize(
    ("name", "day", "code"),
    [
        ("Moscow", "1988-05-01", "SUN"),
        ("Moscow", "2020-01-01", "RUS"),
        ("Prague", "1989-11-17", "CSK"),
        ("Prague", "1999-03-12", "CZE"),
        ("Belgrade", "1999-03-24", "YUG"),
        ("Belgrade", "2014-10-16", "SRB"),
    ],
)
def test_a_capital_means_the_state_of_its_day(name: str, day: str, code: str) -> None:
    held = [n for n in directory.namings(forms.key(name)) if n.holds(day)]
    dated = [n for n in held if n.end]
    assert (dated or held)[0].code == code


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("The US asked us to wait", ["USA"]),
        ("this is it", []),
        ("IS fighters", ["ISLAMIC_STATE"]),
        ("Palestinian Islamic Jihad", ["PIJ"]),
        ("Da’esh and al-Qaeda", ["ISLAMIC_STATE", "AL_QAEDA"]),
    ],
)
def test_names_are_found_whole_and_with_their_capitals(
    text: str, codes: list[str]
) -> None:
    found = directory.find_names(forms.words(text))
    assert [hit.namings[0].code for hit in found] == codes


def test_tenures_carry_dates() -> None:
    offices = [t for t in directory.tenures("medvedev") if t.name == "Dmitry Medvedev"]
    assert {(t.role, t.start) for t in offices} >= {
        ("President", "2008-05-07"),
        ("Prime Minister", "2012-05-08"),
    }


@given(st.text(max_size=30))
def test_a_key_is_its_own_key(text: str) -> None:
    assert forms.key(forms.key(text)) == forms.key(text)


@given(st.text(max_size=40))
def test_words_stand_where_they_say(text: str) -> None:
    assert all(text[w.start : w.end] == w.text for w in forms.words(text))


@given(st.sampled_from(["Putin", "Aleppo", "Beijing", "Nasser", "Kadyrov"]))
def test_the_search_by_halves_finds_the_first_and_last_line(name: str) -> None:
    lines = compiled.Lines((b"a\tfirst", b"b\t2", b"c d\tlast"))
    assert [lines.find(k) for k in ("a", "b", "c d", "c", "")] == [
        "first",
        "2",
        "last",
        None,
        None,
    ]
    assert compiled.Lines((b"",)).find(name) is None


def test_a_missing_table_is_a_knowledge_error() -> None:
    with pytest.raises(KnowledgeError, match="reinstall"):
        compiled.lines("no-such-table")
    with pytest.raises(KnowledgeError, match="missing"):
        list(tables.rows("words/no-such-table.csv"))


def test_places_are_known_best_first() -> None:
    assert spots("Tartus")[0].country == "SYR"
    assert spots("Paris")[0].country == "FRA"
    assert spots("Nowhereville") == ()


@pytest.mark.parametrize(
    ("word", "codes", "code"),
    [
        ("North", {"KOR"}, "PRK"),
        ("North", {"SDN"}, "SDN"),
        ("North", {"FRA"}, None),
        ("Union", set(), "EU"),
        ("Union", {"AU"}, "AU"),
    ],
)
def test_short_forms_hang_on_context(
    word: str, codes: set[str], code: str | None
) -> None:
    assert short_name(word, codes) == code


@pytest.mark.parametrize(
    ("type_", "mode", "expected"),
    [
        ("CONSULT", "visit", (1, 4.0, "042")),
        ("CONSULT", None, (1, 2.5, "040")),
        ("ASSAULT", "aerial", (4, -9.5, "195")),
        ("ASSAULT", "no-such-mode", (4, -9.0, "190")),
    ],
)
def test_events_count_as_the_table_says(
    type_: str, mode: str | None, expected: tuple[int, float, str]
) -> None:
    found = event_type(type_, mode)
    assert found is not None
    assert (found.quad, found.intensity, found.cameo) == expected
    assert event_type("favour") is None


@pytest.mark.parametrize(
    ("type_", "modality", "negated", "expected"),
    [
        ("AID", "actual", False, "AID"),
        ("AID", "planned", False, "AGREE"),
        ("AID", "planned", True, "REJECT"),
        ("ASSAULT", "planned", False, "ASSAULT"),
        ("favour", "ongoing", False, "SUPPORT"),
        ("against", "ongoing", False, "ACCUSE"),
        ("favour", "ongoing", True, None),
        ("unsure", "ongoing", False, None),
        ("hostile", "ongoing", False, None),
    ],
)
def test_plover_codes_claims_as_its_definitions_say(
    type_: str, modality: str, negated: bool, expected: str | None
) -> None:
    assert plover_type(type_, modality, negated=negated) == expected


def test_closed_lists_are_whole() -> None:
    assert len(terms("indicator")) == 26
    assert len(terms("judgement")) == 7
    assert set(terms("modality")) >= {"actual", "planned", "demanded"}
    assert "trade" in terms("issue")


@pytest.mark.parametrize(
    ("name", "office", "day", "held"),
    [
        ("jaishankar", "Minister of External Affairs", "2024-01-01", True),
        ("kofod", "Minister of Foreign Affairs", "2022-10-01", True),
        ("kofod", "Minister of Foreign Affairs", "2024-01-01", False),
        ("cafiero", "Minister of Foreign Affairs", "2023-11-01", True),
        ("cafiero", "Minister of Foreign Affairs", "2024-01-01", False),
    ],
)
def test_a_term_runs_on_beyond_the_day_its_source_was_read(
    name: str, office: str, day: str, held: bool
) -> None:
    terms_of = [t for t in directory.tenures(name) if office in t.role]
    assert any(t.holds(day) for t in terms_of) is held
