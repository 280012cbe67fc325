"""From bytes to a document: formats, bad input, passages, problems."""

from datetime import date
from time import process_time

import pytest
from document_maker import Maker

from realpolitik.core.document import RawDocument
from realpolitik.core.errors import UnusableInputError
from realpolitik.documents.make import make_document

PROSE = (
    "Russia and Israel have signed a military pact, and the two sides agreed to hold "
    "regular consultations on Syria in the coming years."
)
FRAMED = f"""Russia and Israel: a partnership
Sign in   Register
Help |  RSS |  Subscribe
News Desk
    World Desk
        Reading Room

          Russia and Israel: a partnership

          05.03.2020, Israel and the World

          {PROSE} The president made a statement

          last year that the relationship with the country would continue to grow.

          Share this article
          All rights reserved.
"""
BAD = [
    (b"", "a.txt", "empty"),
    (b" \n\t ", "a.txt", "empty"),
    (b"%PDF-1.4 ...", "a.pdf", "a damaged PDF"),
    (b"%PDF-1.4 ...", "a.txt", "a damaged PDF"),
    (b"PK\x03\x04rest", "a.docx", "zip packing is damaged"),
    (b"\x89PNG\r\n\x1a\n\0\0", "a", "a picture"),
    (bytes(range(256)) * 20, "a.txt", "a binary file"),
    (b"body { }", "a.css", "files ending in .css"),
]


@pytest.mark.parametrize(("content", "source", "what"), BAD)
def test_unusable_input_says_why(content: bytes, source: str, what: str) -> None:
    with pytest.raises(UnusableInputError) as caught:
        make_document(RawDocument(source, content))
    assert what in caught.value.what
    assert caught.value.remedy


def test_an_unknown_format_is_named() -> None:
    with pytest.raises(UnusableInputError, match="no reader for the format 'rtf'"):
        make_document(RawDocument("-", b"text", format="rtf"))


def test_a_framed_article(make: Maker) -> None:
    document = make(FRAMED)
    kinds = [kind for kind, _ in make.kinds(document)]
    assert kinds[:6] == ["boilerplate"] * 6
    assert kinds[6:] == [
        "heading",
        "dateline",
        "paragraph",
        "boilerplate",
        "boilerplate",
    ]
    assert document.title == "Russia and Israel: a partnership"
    assert (document.published, document.dated_by) == (date(2020, 3, 5), "text")
    assert make.sentences(document)[-1].startswith(
        "The president made a statement last"
    )
    assert {"frame", "broken-paragraph"} <= set(make.problems(document))


def test_keyword_lines_carry_no_sentence(make: Maker) -> None:
    line = "russia and israel relations"
    document = make(f"{PROSE}\n\n{line}\n\n{PROSE}\n\n{line}\n\n{PROSE}")
    assert [kind for kind, _ in make.kinds(document)].count("keyword-line") == 2
    assert line not in make.sentences(document)
    assert make.problems(document).count("keyword-line") == 2


def test_two_equal_headings_are_no_keyword_line(make: Maker) -> None:
    document = make(f"Background\n\n{PROSE}\n\nBackground\n\n{PROSE}")
    assert "keyword-line" not in [kind for kind, _ in make.kinds(document)]


def test_wrapped_lines_become_one_paragraph(make: Maker) -> None:
    text = (
        "Moscow and Jerusalem agreed to keep a line between their armies open\n"
        "after the talks of Thursday, and to let the staffs of both of them\n"
        "meet.\n\nA second paragraph stands here.\nIt is not wrapped."
    )
    paragraphs = make(text).text.split("\n")
    assert len(paragraphs) == 3
    assert paragraphs[0].endswith(
        "open after the talks of Thursday, and to let the staffs of both of them meet."
    )


def test_unusual_signs(make: Maker) -> None:
    document = make("Rela\u00adtions\u200b of\u00a0Russia   and\tIsrael\x07 grew.")
    assert document.text == "Relations of Russia and Israel grew."


def test_bytes_that_are_not_utf8_are_said(make: Maker) -> None:
    document = make("Путин приехал в Израиль. Он встретился с ним.".encode("cp1251"))
    assert document.text.startswith("Путин приехал")
    assert "encoding" in make.problems(document)


def test_a_long_line_takes_time_in_proportion(make: Maker) -> None:
    """Ten times the text takes some ten times as long, not a hundred times."""
    started = process_time()
    make("Russia  met Israel in Moscow. " * 3_500)
    small = process_time() - started
    document = make("Russia  met Israel in Moscow. " * 35_000)
    assert len(document.sentences) == 35_000
    assert process_time() - started < 40 * small


NASTY = [
    ("x" * (10 * 2**20), "a.txt"),
    ("x" * 2**20, "a.md"),
    ("." * 2**20 + "x", "a.txt"),
    ("*" * 2**20, "a.md"),
    ("[" * 2**18, "a.md"),
    ("<!--" * 2**16, "a.html"),
    ("<p>" * 2**12 + "<script>" * 2**12, "a.html"),
    ("and " * 30 + "\n\n" + "so it goes on and on and on and on \n\n" * 2**13, "a.txt"),
    ("<p>short line</p>" * 2**13, "a.html"),
]


@pytest.mark.parametrize(("text", "source"), NASTY)
def test_no_text_takes_time_out_of_proportion(
    make: Maker, text: str, source: str
) -> None:
    started = process_time()
    assert make(text, source).bytes == len(text)
    assert process_time() - started < 25


def test_the_carrier_wins(make: Maker) -> None:
    document = make(PROSE, id="row-1", title="T", speaker="RUS.GOV", publisher="P")
    assert (document.id, document.title, document.speaker) == ("row-1", "T", "RUS.GOV")


def test_the_id_is_the_content(make: Maker) -> None:
    assert make(PROSE, "a.txt").id == make(PROSE, "b.txt").id
    assert make(PROSE).id == f"d{make(PROSE).sha256[:16]}"


def test_a_space_written_as_an_entity_parts_words(make: Maker) -> None:
    page = "<p>Russia&nbsp;signed an agreement with&#160;Germany. Both&#xa0;met.</p>"
    text = make(f"<html><body>{page}</body></html>", "a.html").text
    assert text == "Russia signed an agreement with Germany. Both met."
