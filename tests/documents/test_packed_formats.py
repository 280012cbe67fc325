"""PDF, Word, OpenDocument, EPUB, XML: their text by passages, and the way back."""

from datetime import date
from pathlib import Path

import pytest
from document_maker import Maker
from packed_files import (
    book_file,
    opendocument_file,
    pdf_file,
    word_file,
    zipped,
)

from realpolitik.core.document import RawDocument
from realpolitik.core.errors import UnusableInputError
from realpolitik.documents.make import make_document

PDFS = Path(__file__).resolve().parents[2] / ".." / "shared" / "docs" / "pdf"


def lines(left: float, top: float, *texts: str, size: float = 10) -> list:
    return [(left, top - 12 * n, size, text) for n, text in enumerate(texts)]


def why(content: bytes, source: str) -> str:
    with pytest.raises(UnusableInputError) as caught:
        make_document(RawDocument(source, content))
    return str(caught.value)


LEFT = [
    "The foreign ministers of both countries met on",
    "Thursday in the capital and agreed that their co-",
    "operation in trade would go on in the next year,",
    "and that a long-term plan would be written soon",
    "by a commission of the two sides. The long-term",
]
RIGHT = [
    "plan will be public. Neither side wished to say",
    "more about the contents of the talks, which had",
    "been asked for by the two presidents in January",
    "when they spoke by telephone about a long-",
    "term treaty between their governments.",
]


def test_two_columns_are_read_one_after_the_other(make: Maker) -> None:
    page = [
        (72.0, 740.0, 16.0, "Ministers meet in the capital"),
        *[
            p
            for pair in zip(lines(72, 700, *LEFT), lines(330, 700, *RIGHT), strict=True)
            for p in pair
        ],
    ]
    document = make(pdf_file([page]), "a.pdf")
    heading, prose = make.kinds(document)
    assert heading == ("heading", "Ministers meet in the capital")
    assert prose[1].startswith(
        "The foreign ministers of both countries met on Thursday"
    )
    assert "their cooperation in trade" in prose[1]
    assert "The long-term plan will be public." in prose[1]
    assert "about a long-term treaty between their governments." in prose[1]


def test_running_heads_go_and_paragraphs_go_on(make: Maker) -> None:
    body = [
        [
            "The council met on Monday and adopted the resolution on the border, which",
            "both sides had asked for since the talks of last year had come to an end",
        ],
        [
            "without a result. The vote was fourteen to none, and one member of the",
            "council did not vote at all. The meeting ended on the same evening, and the",
            "members will meet again in the second week of the month that follows.",
        ],
        ["No other question was on the agenda of the council on that day in spring."],
    ]
    pages = [
        [
            (72.0, 760.0, 9.0, "Report on the Council 2014"),
            *lines(72, 700, *texts),
            (300.0, 30.0, 9.0, f"- {n} -"),
        ]
        for n, texts in enumerate(body, start=1)
    ]
    document = make(pdf_file(pages), "a.pdf")
    assert "Report on" not in document.text
    assert "had come to an end without a result." in document.text
    first = document.text.index("end without")
    assert document.parts_of(first, first + 3) == ("page 1",)
    assert document.parts_of(first + 4, first + 11) == ("page 2",)
    assert document.parts_of(0, len(document.text)) == ("page 1", "page 2", "page 3")
    assert "frame" in make.problems(document)


def test_a_table_is_read_by_rows(make: Maker) -> None:
    rows = [
        item
        for n, (year, met, vetoes) in enumerate(
            [
                ("2012", "199", "2"),
                ("2013", "193", "0"),
                ("2014", "263", "0"),
                ("2015", "245", "2"),
            ]
        )
        for item in (
            (80.0, 700.0 - 14 * n, 10.0, year),
            (250.0, 700.0 - 14 * n, 10.0, met),
            (400.0, 700.0 - 14 * n, 10.0, vetoes),
        )
    ]
    kinds = make.kinds(make(pdf_file([rows]), "a.pdf"))
    assert kinds[2] == ("row", "2014 | 263 | 0")


def test_marks_of_notes_are_not_part_of_numbers(make: Maker) -> None:
    page = [
        (72.0, 700.0, 12.0, "Trade grew in 2014"),
        (176.5, 705.0, 7.0, "3"),
        (184.0, 700.0, 12.0, "and fell in the year after that one."),
    ]
    assert "in 2014 and fell" in make(pdf_file([page]), "a.pdf").text


def test_a_pdf_page_of_pictures_is_told_and_a_blank_one_is_not(make: Maker) -> None:
    text = lines(72, 700, "Russia met Israel.")
    blank = make(pdf_file([text, []]), "a.pdf")
    assert "no-text-on-page" not in make.problems(blank)
    drawn = pdf_file([text, [(72.0, 700.0, 10.0, "DRAWN")]])
    drawn = drawn.replace(
        b"BT /F1 10.0 Tf 72.0 700.0 Td (DRAWN) Tj ET",
        b"10 10 m 200 200 l 300 50 l h f           ",
    )
    assert "no-text-on-page" in make.problems(make(drawn, "a.pdf"))


def test_a_pdf_that_cannot_be_read_says_why() -> None:
    assert "without a text layer" in why(pdf_file([[]]), "scan.pdf")
    locked = (
        "/Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O ("
        + "x" * 32
        + ") /U ("
        + "y" * 32
        + ") >> /ID [(a) (b)]"
    )
    assert "password" in why(
        pdf_file([lines(72, 700, "Text.")], trailer=locked), "a.pdf"
    )
    assert "damaged PDF" in why(b"%PDF-1.4\nnothing", "a.pdf")
    assert "damaged PDF" in why(pdf_file([lines(72, 700, "Text.")])[:200], "a.pdf")


@pytest.mark.skipif(not PDFS.is_dir(), reason="needs the reports in ../shared/docs/pdf")
def test_a_report_of_many_pages() -> None:
    content = (PDFS / "Voting-Practices-in-the-United-Nations-2014.pdf").read_bytes()
    document = make_document(RawDocument("a.pdf", content))
    words = "China, France, Russia, the United Kingdom, and the United States — and 10 non-permanent members: Argentina"
    at = document.text.index(words)
    assert document.parts_of(at, at + 5) == ("page 6",)
    assert "Voting Practices in the United Nations — 2014" not in document.text


def paragraph(text: str, properties: str = "") -> str:
    return f"<w:p><w:pPr>{properties}</w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>"


WORD = (
    paragraph("A visit", '<w:pStyle w:val="Heading1"/>')
    + "<w:p><w:r><w:rPr><w:b/></w:rPr><w:t>Putin:</w:t></w:r><w:r><w:t xml:space='preserve'> "
    "We met &amp; agreed</w:t></w:r><w:del><w:r><w:delText> never</w:delText></w:r></w:del>"
    "<w:ins><w:r><w:t> on trade.</w:t></w:r></w:ins></w:p>"
    + paragraph("Trade will grow in the coming years.", "<w:numPr/>")
    + "<w:tbl><w:tr><w:tc>"
    + paragraph("2018")
    + "</w:tc><w:tc>"
    + paragraph("1.9 bn")
    + "</w:tc></w:tr></w:tbl>"
    + paragraph("The talks will go on in the spring of the next year.")
)


def test_word(make: Maker) -> None:
    note = '<w:footnotes xmlns:w="w"><w:footnote w:type="separator"><w:p><w:r><w:t>-</w:t></w:r></w:p></w:footnote><w:footnote><w:p><w:r><w:t>See the treaty of 1991 on trade.</w:t></w:r></w:p></w:footnote></w:footnotes>'
    document = make(word_file(WORD, footnotes=note), "a.docx")
    assert (document.format, document.title, document.author) == (
        "docx",
        "Talks",
        "A. B.",
    )
    assert document.modified is None  # a change without a day of publication
    assert make.kinds(document) == [
        ("heading", "A visit"),
        ("paragraph", "Putin: We met & agreed on trade."),
        ("list", "Trade will grow in the coming years."),
        ("row", "2018 | 1.9 bn"),
        ("paragraph", "The talks will go on in the spring of the next year."),
        ("paragraph", "See the treaty of 1991 on trade."),
    ]
    assert [part.name for part in document.parts][-1] == "footnote 1"


def test_word_under_a_wrong_name(make: Maker) -> None:
    assert make(word_file(WORD), "a.txt").format == "docx"


OPENDOCUMENT = (
    "<text:tracked-changes><text:p>never</text:p></text:tracked-changes>"
    '<text:h text:outline-level="1">A visit</text:h>'
    '<text:p>They met<text:s text:c="2"/>in <text:span>Moscow</text:span>.<text:note>'
    "<text:note-citation>1</text:note-citation><text:note-body><text:p>See the treaty of "
    "1991 on trade.</text:p></text:note-body></text:note> Then they left.</text:p>"
    "<text:list><text:list-item><text:p>Trade will grow.</text:p></text:list-item></text:list>"
    "<table:table><table:table-row><table:table-cell><text:p>2018</text:p></table:table-cell>"
    "<table:table-cell><text:p>1.9 bn</text:p></table:table-cell></table:table-row></table:table>"
)


def test_opendocument(make: Maker) -> None:
    document = make(opendocument_file(OPENDOCUMENT), "a.odt")
    assert (document.format, document.title) == ("odt", "Talks")
    assert make.kinds(document) == [
        ("heading", "A visit"),
        ("paragraph", "They met in Moscow. Then they left."),
        ("paragraph", "See the treaty of 1991 on trade."),
        ("list", "Trade will grow."),
        ("row", "2018 | 1.9 bn"),
    ]


def test_a_book(make: Maker) -> None:
    chapters = {
        "one.xhtml": "<html><head><title>x</title></head><body><h1>One</h1><p>They met in Moscow.</p></body></html>",
        "two.xhtml": "<html><body><h1>Two</h1><p>They left &amp; flew home.</p></body></html>",
    }
    document = make(book_file(chapters), "a.epub")
    assert (document.title, document.published) == ("A book", date(2019, 5, 1))
    assert [text for _, text in make.kinds(document)] == [
        "One",
        "They met in Moscow.",
        "Two",
        "They left & flew home.",
    ]
    assert [part.name for part in document.parts] == [
        "OEBPS/one.xhtml",
        "OEBPS/two.xhtml",
    ]


def test_a_book_with_a_lock_or_without_a_chapter(make: Maker) -> None:
    lock = {
        "META-INF/encryption.xml": "<encryption><EncryptionMethod Algorithm='aes'/></encryption>"
    }
    assert "rights management" in why(
        book_file({"a.xhtml": "<p>x</p>"}, **lock), "a.epub"
    )
    whole = book_file(
        {"one.xhtml": "<p>They met in Moscow.</p>", "two.xhtml": "<p>x</p>"}
    )
    damaged = whole.replace(b"two.xhtml", b"TWO.xhtml")
    assert "unread-part" in make.problems(make(damaged, "a.epub"))


XML = [
    (
        "<r><p>They met in <b>Moscow</b> &amp; left.</p></r>",
        [("paragraph", "They met in Moscow & left.")],
    ),
    (
        "<r><title>A visit</title><div><p>One came.</p><p>Two came.</p></div></r>",
        [
            ("heading", "A visit"),
            ("paragraph", "One came."),
            ("paragraph", "Two came."),
        ],
    ),
    ("<r><row><cell>2018</cell><cell>1.9</cell></row></r>", [("row", "2018 | 1.9")]),
    (
        "<r><p><![CDATA[They met <here>.]]></p><style>x {}</style></r>",
        [("paragraph", "They met <here>.")],
    ),
    ("\n <?xml version='1.0'?><r><p>They met.</p></r>", [("paragraph", "They met.")]),
]


@pytest.mark.parametrize(("text", "expected"), XML)
def test_xml(make: Maker, text: str, expected: list[tuple[str, str]]) -> None:
    document = make(text, "a.xml")
    assert make.kinds(document) == expected
    for origin in document.origins:
        raw = text.encode()[origin.raw_start : origin.raw_end].decode()
        clean = document.text[origin.start : origin.end]
        assert raw == clean or len(clean) == 1


def test_broken_xml_is_read_up_to_the_break(make: Maker) -> None:
    document = make("<r><p>They met.</p><p>Then <b>they</p></r>", "a.xml")
    assert document.text.startswith("They met.\nThen they")
    assert "broken-xml" in make.problems(document)


LAUGHS = '<!DOCTYPE r [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]><r>&b;</r>'
REFUSED = [
    ("laughs.xml", LAUGHS.encode(), "entities of its own"),
    ("deep.xml", b"<a>" * 5000, "nests deeper"),
    ("a.docx", b"PK\x03\x04 and no more word/document.xml", "damaged"),
    ("a.docx", zipped({"word/document.xml": "x" * 50_000_000}), "zip bomb"),
    ("a.docx", zipped({"word/document.xml": LAUGHS}), "entities of its own"),
    ("a.docx", word_file(WORD)[:-300], "damaged"),
    (
        "a.docx",
        b"\xd0\xcf\x11\xe0" + "EncryptedPackage".encode("utf-16-le"),
        "password",
    ),
    (
        "a.odt",
        zipped({"mimetype": "application/vnd.oasis.opendocument.text"}),
        "lacks its part content.xml",
    ),
    ("a.epub", zipped({"mimetype": "application/epub+zip"}), "lacks its part META-INF"),
    ("a.bin.zip", zipped({"x": "y"}), "ZIP archive"),
]


@pytest.mark.parametrize(("source", "content", "words"), REFUSED)
def test_what_cannot_be_read_says_why(source: str, content: bytes, words: str) -> None:
    assert words in why(content, source)
