"""What is told of a damaged text, and that nothing is told of a sound one."""

import csv
import re
from datetime import date
from pathlib import Path

import pytest
from document_maker import Maker

from realpolitik.knowledge import tables

ROOT = Path(__file__).resolve().parent.parent.parent
PROSE = (
    "Russia and Israel have signed a military pact, and the two sides agreed to hold "
    "regular consultations on Syria in the coming years."
)
DAMAGE = [
    ("He was posted there in the late s to Angola.", "lost-number", "in the late s"),
    ("They moved 80 to kilometers from the border.", "lost-number", "80 to kilometers"),
    ("The army flew more than missions there.", "lost-number", "more than missions"),
    ("The body reported in March The Russians left.", "lost-number", "in March "),
    ("They marked the th anniversary of it.", "lost-number", "the th anniversary"),
    ("Exports rose to $ billion in that year.", "lost-number", "$ billion"),
    ("A -year truce was agreed by all of them.", "lost-number", "A -year"),
    ("Rusnanothe Russian vehicle opened a branch.", "fused-words", "Rusnanothe"),
    ("However, inRussian cities they left.", "fused-words", "inRussian"),
    ("The union of BelarusKazakhstan grew.", "fused-words", "BelarusKazakhstan"),
    ("In the electionshundreds of them voted.", "fused-words", "electionshundreds"),
    ("The Customs Unionbringing them together.", "fused-words", "Unionbringing"),
    ("They left the city.The talks failed then.", "missing-space", ".T"),
    ("How does it keep its ties with Iran?. It does.", "broken-sentence", "?."),
    ("It is not a battle to defeat them;. They said so.", "broken-sentence", ";."),
    ("They have interests there We cannot order it.", "broken-sentence", "We"),
    ("The attack on a Israel is telling them so.", "broken-sentence", "a Israel"),
    (
        "They saw it in those countries [i. It was so.",
        "broken-sentence",
        "[i. It was so.",
    ),
    (
        "Both enjoy a flourishing relationship. of Russian citizens were fighting.",
        "broken-sentence",
        "of Russian citizens were fighting.",
    ),
    ("Putinâ€™s visit was a sign of trust.", "mojibake", "â€™"),
    ("РџСѓС‚РёРЅ came to Israel with them.", "mojibake", "РџСѓС‚РёРЅ"),
    ("The Joined Together States left the pact.", "spun", "Joined Together States"),
    (
        "They will hold talks. Subscribe to continue reading.",
        "paywall",
        "Subscribe to continue",
    ),
    (f"{PROSE} The president of the university said that", "cut-end", None),
    (f"{PROSE} Asked about the plan, the minister said:", "cut-end", None),
    (f"{PROSE} The talks will be held in ...", "cut-end", None),
    ("and so the two sides agreed to meet again in the next year.", "cut-start", None),
]
SOUND = [
    "Ireland and Poland met in the late 1990s to speak of 80 kilometers of border.",
    "McDonald and Macpherson said that more than two people had come to it.",
    "In March President Putin met them, and in March 2020 he met them again.",
    "“Why?” he asked. The counterterrorism and peacekeeping officials were there.",
    "He wrote to The Times (of London) that the U.S. and the U.K. had agreed on it.",
    "The abovementioned likeminded businessmen of Goldsmith & Churchill were there.",
    "She weighed less than children who did not have it, and they knew it.",
    "Newspapers of Western Europe, Eastern Europe, Central Asia and Africa said so.",
]


@pytest.mark.parametrize(("text", "kind", "words"), DAMAGE)
def test_damage_is_told_with_its_span(
    make: Maker, text: str, kind: str, words: str | None
) -> None:
    document = make(text)
    spans = [
        document.text[problem.start : problem.end]
        for problem in document.problems
        if problem.kind == kind
    ]
    assert spans == [words] if words else len(spans) == 1
    assert all(p.share is not None for p in document.problems if p.start is not None)


@pytest.mark.parametrize("text", SOUND)
def test_nothing_is_wrong_with_a_sound_text(make: Maker, text: str) -> None:
    assert make.problems(make(text)) == ["no-date"]


STITCHED = """Russia and its neighbour - The World Encyclopedia

russia and its neighbour

We have always said that we are ready to talk to them about all of these matters.

You know that our interest is peace, and we told them so in the course of the year.

How do you see it? I see it as we always did: our doors are open to all of them.

Why do they quarrel? - News Desk

I told them that our doors are open, and that we would like you to know about it.

russia and its neighbour

We shall see what our friends say of it, but I am sure that you know it already.

The customs union brings together five states, which have set up a committee on it.

The framework agreement is meant to develop research in space and in other fields.

The city is a popular destination in the south due to its hot weather and beaches.

The school that is paid by the firm will teach fifty students of the country a year.

russia and its neighbour

The exports were at 1.9 billion in that year and moved to 80 to kilometers of it.
"""


def test_stitched_and_spun_sources_show_their_seams(make: Maker) -> None:
    document = make(STITCHED)
    seams = [
        document.text[p.start : p.end]
        for p in document.problems
        if p.kind == "stitched"
    ]
    assert [seam.split(" - ")[-1][:17] for seam in seams] == [
        "The World Encyclo",
        "News Desk",
        "The customs union",
    ]
    assert "spun" in make.problems(document)
    assert make.problems(document).count("keyword-line") == 3


def test_one_link_to_another_page_is_no_seam(make: Maker) -> None:
    document = make(
        f"{PROSE}\n\nWhy do they quarrel? - BBC News\n\n{PROSE[:-1]} again."
    )
    assert "stitched" not in make.problems(document)


def test_a_stuffed_line_is_no_sentence(make: Maker) -> None:
    line = (
        "russia israel relations, russia israel news, russia israel war, russia israel"
    )
    document = make(f"{PROSE}\n\n{line}\n\n{PROSE[:-1]} again.")
    assert ("keyword-line", line) in make.kinds(document)


def test_a_sentence_that_stands_twice_is_remarked(make: Maker) -> None:
    document = make(f"{PROSE}\n\nThe rest is known.\n\n{PROSE}")
    assert "repeated" in make.problems(document)


def test_a_paragraph_cut_by_the_page_is_one_sentence(make: Maker) -> None:
    document = make(
        f"{PROSE} The president of the republic made a statement\n\n"
        "last year that the relationship would go on to grow."
    )
    broken = [p for p in document.problems if p.kind == "broken-paragraph"]
    words = [document.text[p.start : p.end] for p in broken]
    assert words[0].startswith("The president") and words[0].endswith("to grow.")


def test_a_page_that_calls_itself_closed_is_a_stub(make: Maker) -> None:
    page = f"""<html><head><script type="application/ld+json">
    {{"@type": "NewsArticle", "isAccessibleForFree": false}}</script></head>
    <body><article><p>{PROSE}</p></article></body></html>"""
    assert "paywall" in make.problems(make(page, "a.html"))


def test_a_date_after_the_day_it_was_taken_is_not_believed(make: Maker) -> None:
    document = make(PROSE, date=date(2031, 1, 1))
    assert document.published is None
    assert "future-date" in make.problems(document)


def test_every_kind_of_problem_is_in_the_table_and_on_the_page() -> None:
    source = ROOT / "src" / "realpolitik"
    code = "\n".join(path.read_text("utf-8") for path in source.rglob("*.py"))
    told = set(re.findall(r'Problem\(\s*"([a-z-]+)"', code))
    known = {row["kind"] for row in tables.rows("words/problems.csv")}
    page = (ROOT / "docs" / "problems.md").read_text("utf-8")
    assert told - known == set()
    assert [kind for kind in known if f"`{kind}`" not in page] == []


def test_the_table_of_problems_is_sound() -> None:
    with (tables.FOLDER / "words" / "problems.csv").open(encoding="utf-8") as file:
        rows = list(csv.reader(line for line in file if not line.startswith("#")))
    kinds = [row[0] for row in rows[1:]]
    assert kinds == sorted(set(kinds))
    assert all(0 < float(row[1]) <= 1 for row in rows[1:])


def test_rows_of_a_table_are_told_and_rows_of_prose_are_not(make: Maker) -> None:
    cells = "| Fiji | FJI | 13-10-70 |\n| Finland | FIN | 14-12-55 |\n"
    table = f"| Name | Code | Since |\n|---|---|---|\n{cells}"
    prose = "The United Nations met in New York and spoke of its members at length."
    document = make(f"{prose}\n\n{table}\n{prose}\n", "a.md")
    (problem,) = [p for p in document.problems if p.kind == "table"]
    assert problem.note.startswith("3 rows of a table")
    told = document.text[problem.start : problem.end]
    assert told.startswith("Name") and told.endswith("14-12-55")
    rows = "".join(f"| {number} | {prose} |\n" for number in range(4))
    laid = make(f"{prose}\n\n| No | What |\n|---|---|\n{rows}", "a.md")
    assert "table" not in make.problems(laid)
