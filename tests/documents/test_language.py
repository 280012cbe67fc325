"""A language that is not read is named, and nothing is read in it."""

import pytest
from document_maker import Maker

from realpolitik.documents.language import language_of

ENGLISH = (
    "Russia and Israel have signed a military pact, and the two sides agreed to hold "
    "regular consultations on Syria in the coming years."
)
OTHERS = {
    "ru": "Россия и Израиль подписали военное соглашение, и стороны договорились "
    "проводить регулярные консультации по Сирии в ближайшие годы.",
    "de": "Russland und Israel haben ein Militärabkommen unterzeichnet, und beide "
    "Seiten vereinbarten, sich in den kommenden Jahren regelmäßig zu beraten.",
    "fr": "La Russie et Israël ont signé un pacte militaire, et les deux parties sont "
    "convenues de se consulter régulièrement au cours des prochaines années.",
    "es": "Rusia e Israel han firmado un pacto militar y las dos partes acordaron "
    "celebrar consultas periódicas sobre Siria en los próximos años.",
    "tr": "Rusya ve İsrail askeri bir anlaşma imzaladı ve iki taraf önümüzdeki yıllarda "
    "Suriye konusunda düzenli istişarelerde bulunmayı kabul etti.",
    "ar": "وقعت روسيا وإسرائيل اتفاقية عسكرية واتفق الجانبان على إجراء مشاورات منتظمة "
    "بشأن سوريا في السنوات المقبلة.",
    "zh": "俄罗斯和以色列签署了军事协定，双方同意在未来几年就叙利亚问题定期磋商。",
}
NO_LANGUAGE = [
    "AfDB, AsDB, BRICS, CICA, EITI, FAO, G-20, IAEA, IBRD, ICAO",
    "Vladimir Putin: Da.",
    "12 500 000",
    "Bassin, Kirill, Avenida das Nações 801",
]


@pytest.mark.parametrize("code", OTHERS)
def test_a_document_in_another_language_is_named(make: Maker, code: str) -> None:
    document = make(OTHERS[code])
    assert document.language == code
    assert not document.sentences
    found = [p.note for p in document.problems if p.kind == "language"]
    assert len(found) == 1 and found[0].startswith("language not read: ")
    assert "empty" not in make.problems(document)


def test_the_name_and_share_of_the_language_are_told(make: Maker) -> None:
    (problem,) = [p for p in make(OTHERS["ru"]).problems if p.kind == "language"]
    assert problem.note == "language not read: Russian"
    assert problem.share == 1.0


def test_a_mixed_document_is_read_where_it_is_english(make: Maker) -> None:
    document = make(f"{ENGLISH}\n\n{OTHERS['ru']}\n\n{ENGLISH[:-1]} again.")
    assert document.language == "en"
    assert len(document.sentences) == 2
    (problem,) = [p for p in document.problems if p.kind == "language"]
    assert document.text[problem.start : problem.end] == OTHERS["ru"]
    assert problem.note.startswith("language not read: Russian (3")


def test_short_lines_go_with_the_text_around_them(make: Maker) -> None:
    document = make(f"Reuters\n\n{OTHERS['de']}\n\nBild: AP")
    assert [kind for kind, _ in make.kinds(document)] == ["other-language"] * 3


def test_what_the_carrier_says_yields_to_the_text(make: Maker) -> None:
    assert make(OTHERS["ru"], language="en").language == "ru"
    assert make(ENGLISH, language="en-GB").language == "en-GB"
    assert make("Vladimir Putin", language="en").language == "en"


@pytest.mark.parametrize("text", NO_LANGUAGE)
def test_names_and_numbers_are_of_no_language(text: str) -> None:
    assert language_of(text) in {None, "en"}
