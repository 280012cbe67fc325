"""Archives, tables, letters, feeds and lists: every entry a document or a true word."""

import bz2
import gzip
import io
import lzma
from datetime import date
from pathlib import Path

import pytest
import zstandard

from realpolitik.core.document import RawDocument, Unread
from tests.sources.carriers import opened, opened_bytes, record_of, tar_of, told, zip_of

SAMPLES = Path(__file__).resolve().parents[2] / ".." / "shared" / "formats" / "samples"
needs_samples = pytest.mark.skipif(
    not SAMPLES.is_dir(), reason="needs the samples in ../shared/formats/samples"
)


def document(found: object) -> RawDocument:
    assert isinstance(found, RawDocument)
    return found


# ------------------------------------------------------------------ archives


@pytest.mark.parametrize("mode", ["w", "w:gz", "w:bz2", "w:xz"])
def test_tar(tmp_path: Path, mode: str) -> None:
    path = tmp_path / "a.tar"
    path.write_bytes(
        tar_of(
            {
                "b/one.txt": b"One.",
                "two.html.gz": gzip.compress(b"<p>Two."),
                "x.png": b"\x89PNG",
            },
            mode=mode,
        )
    )
    found = opened(path)
    assert told(found) == ["One.", "<p>Two."]
    assert [each.source for each in found] == [
        f"{path}/b/one.txt",
        f"{path}/two.html.gz",
    ]


def test_zip(tmp_path: Path) -> None:
    path = tmp_path / "a.zip"
    rows = '{"text": "Row one."}\n{"text": "Row two."}\n'
    inner = zip_of({"three.txt": "Three."})
    path.write_bytes(
        zip_of(
            {
                "one.txt": "One.",
                "rows.jsonl": rows,
                "in.zip": inner,
                "__MACOSX/._one.txt": b"\0",
                "style.css": "p {}",
            }
        )
    )
    found = opened(path)
    assert told(found) == ["One.", "Row one.", "Row two.", "Three."]
    assert found[2].source == f"{path}/rows.jsonl:2"
    assert found[3].source == f"{path}/in.zip/three.txt"


def test_an_archive_without_texts(tmp_path: Path) -> None:
    path = tmp_path / "a.zip"
    path.write_bytes(zip_of({"logo.png": b"x", "b.css": b"y"}))
    assert told(opened(path)) == ["! the archive holds no texts, only 1 .css, 1 .png"]
    path.write_bytes(zip_of({}))
    assert told(opened(path)) == ["! the archive holds no files to read"]


PACKINGS = [gzip.compress, bz2.compress, lzma.compress, zstandard.compress]


@pytest.mark.parametrize("pack", PACKINGS)
def test_packed_files_count_as_what_they_hold(pack: object) -> None:
    assert told(opened_bytes(pack(b"They met."))) == ["They met."]  # type: ignore[operator]


@pytest.mark.parametrize("pack", PACKINGS)
def test_packed_files_that_are_cut_off(pack: object) -> None:
    content = pack(bytes(range(256)) * 400)[:-30]  # type: ignore[operator]
    (line,) = told(opened_bytes(content))
    assert "packing is damaged" in line


def test_names_that_lead_out_of_an_archive_are_refused(tmp_path: Path) -> None:
    names = {
        "../../etc/cron.txt": b"Evil.",
        "/root.txt": b"Evil.",
        "C:\\x.txt": b"Evil.",
        "good.txt": b"Good.",
    }
    for path, content in (
        (tmp_path / "a.zip", zip_of(names)),
        (tmp_path / "a.tar", tar_of(names)),
    ):
        path.write_bytes(content)
        lines = told(opened(path))
        assert lines == ["! its name leads out of the archive"] * 3 + ["Good."]
    assert sorted(each.name for each in tmp_path.iterdir()) == ["a.tar", "a.zip"]


def test_a_zip_with_a_password_and_a_damaged_one(tmp_path: Path) -> None:
    path = tmp_path / "a.zip"
    whole = zip_of({"one.txt": "They met in Moscow. " * 50, "two.txt": "Two."})
    locked = whole.replace(
        b"PK\x03\x04\x14\x00\x00", b"PK\x03\x04\x14\x00\x01"
    ).replace(b"PK\x01\x02\x14\x03\x14\x00\x00", b"PK\x01\x02\x14\x03\x14\x00\x01")
    path.write_bytes(locked)
    assert told(opened(path)) == ["! it is locked with a password"] * 2
    path.write_bytes(whole[:-10])
    (line,) = told(opened(path))
    assert "zip packing is damaged" in line
    at = whole.index(b"one.txt") + 12
    path.write_bytes(whole[:at] + b"\xff\xff\xff" + whole[at + 3 :])
    first, second = told(opened(path))
    assert "packing is damaged" in first
    assert second == "Two."


# -------------------------------------------------------------------- tables

ROW = {
    "id": "a1",
    "date": date(2020, 1, 30),
    "title": "T",
    "publisher": "P",
    "url": "http://x.org/",
    "language": "en",
    "speaker": "RUS.GOV",
}


def check_row(found: object) -> None:
    row = document(found)
    assert (row.content.decode(), row.id, row.date) == (
        "They met; “twice”.",
        "a1",
        date(2020, 1, 30),
    )
    assert (row.title, row.publisher, row.url, row.language, row.speaker) == (
        "T",
        "P",
        "http://x.org/",
        "en",
        "RUS.GOV",
    )


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_csv(tmp_path: Path, delimiter: str, encoding: str) -> None:
    path = tmp_path / "a.csv"
    names = [
        "ID",
        "Date",
        "title",
        "publisher",
        "url",
        "language",
        "speaker",
        "other",
        "text",
    ]
    cells = [
        "a1",
        "2020-01-30",
        "T",
        "P",
        "http://x.org/",
        "en",
        "RUS.GOV",
        "x",
        '"They met; “twice”."',
    ]
    lines = [
        delimiter.join(names),
        delimiter.join(cells),
        "",
        delimiter.join(["b"] * 8 + [""]),
    ]
    path.write_bytes("\r\n".join(lines).encode(encoding))
    first, second = opened(path)
    check_row(first)
    assert first.source == f"{path}:2"
    assert isinstance(second, Unread)
    assert (second.source, second.what) == (f"{path}:4", "this row has no text")


def test_csv_with_lines_in_a_cell_and_ragged_rows(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text('text,title\n"They met.\nThey left.",T\nOnly this\n', "utf-8")
    first, second = map(document, opened(path))
    assert first.content == b"They met.\nThey left."
    assert [p.kind for p in second.problems] == ["ragged-row"]


def test_csv_with_a_quotation_mark_that_is_never_closed(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text('text,id\nOne.,1\n"Two.,2\nThree.,3\n', "utf-8")
    one, two, word = opened(path)
    assert told([one]) == ["One."]
    assert told([two])[0].startswith("Two.,2")
    assert isinstance(word, Unread)
    assert (word.source, word.what) == (
        f"{path}:3",
        "a quotation mark that opens here is never closed",
    )


def test_csv_with_stray_bytes(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    rows = "".join(f"Россия № {n}\n" for n in range(50)).encode()
    path.write_bytes(b"text\n" + rows + b"Putin\x92s visit\n")
    last = document(opened(path)[-1])
    assert last.content.decode() == "Putin’s visit"
    assert [p.kind for p in last.problems] == ["encoding"]


def test_a_table_without_texts_names_its_columns(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("stateabb,ccode\nUSA,2\n", "utf-8")
    assert told(opened(path)) == [
        "! it has no column named text; its columns are: stateabb, ccode"
    ]


def test_parquet(tmp_path: Path) -> None:
    import pyarrow
    from pyarrow import parquet

    path = tmp_path / "a.parquet"
    rows = [ROW | {"text": "They met; “twice”.", "other": 1}, {"id": "b", "text": None}]
    parquet.write_table(pyarrow.Table.from_pylist(rows), path)
    first, second = opened(path)
    check_row(first)
    assert told([second]) == ["! this row has no text"]
    content = path.read_bytes()
    path.write_bytes(content[:-40])
    (line,) = told(opened(path))
    assert "Parquet file is damaged" in line
    parquet.write_table(pyarrow.table({"a": [1]}), path)
    assert told(opened(path)) == ["! it has no column named text; its columns are: a"]


# ------------------------------------------------------------------- letters

LETTER = b"""From: =?utf-8?q?G=C3=B6ran_X?= <g@x.org>
Subject: =?koi8-r?B?8NLJ18XU?= and more
Date: Thu, 05 Mar 2020 23:00:00 -0500
MIME-Version: 1.0
Content-Type: multipart/mixed; boundary=b

--b
Content-Type: multipart/alternative; boundary=c

--c
Content-Type: text/plain; charset=windows-1252
Content-Transfer-Encoding: quoted-printable

They met =93twice=94.
--c
Content-Type: text/html

<p>They met.</p>
--c--
--b
Content-Type: text/csv; name=rows.csv
Content-Disposition: attachment; filename="../rows.csv"

text
Attached row.
--b
Content-Type: image/png
Content-Disposition: attachment; filename=logo.png

x
--b--
"""


def test_a_letter(tmp_path: Path) -> None:
    path = tmp_path / "a.eml"
    path.write_bytes(LETTER)
    letter, row = map(document, opened(path))
    assert letter.content.decode("cp1252").strip() == "They met “twice”."
    assert (letter.title, letter.author, letter.encoding) == (
        "Привет and more",
        "Göran X",
        "windows-1252",
    )
    assert (letter.date, letter.format) == (date(2020, 3, 5), "text")
    assert (row.content, row.source) == (b"Attached row.", f"{path}/rows.csv:2")


def test_a_mailbox(tmp_path: Path) -> None:
    path = tmp_path / "a.mbox"
    one = b"From a@x.org Thu Mar  5 10:00:00 2020\nSubject: One\n\nThey met.\n>From there they left.\nFrom here on.\n\n"
    page = b"From b@x.org Thu Mar  5 10:00:00 2020\nContent-Type: text/html\n\n<p>They met.</p>\n\n"
    empty = b"From c@x.org Thu Mar  5 10:00:00 2020\nSubject: Nothing\n\n"
    path.write_bytes(one + page + empty)
    first, second, third = opened(path)
    assert (
        document(first).content
        == b"They met.\nFrom there they left.\nFrom here on.\n\n"
    )
    assert (document(second).format, second.source) == ("fragment", f"{path}:2")
    assert told([third]) == ["! this letter has no text"]


def test_letters_that_nest_without_end(tmp_path: Path) -> None:
    path = tmp_path / "a.eml"
    head = b"Subject: x\n"
    nested = b"".join(
        b"Content-Type: multipart/mixed; boundary=b%d\n\n--b%d\n" % (n, n)
        for n in range(3000)
    )
    path.write_bytes(head + nested + b"\nThey met.")
    assert len(opened(path)) == 1


@needs_samples
def test_sample_mailboxes() -> None:
    found = opened(SAMPLES / "mbox")
    assert sum(isinstance(each, RawDocument) for each in found) == 18
    assert not [each for each in found if isinstance(each, Unread)]


# -------------------------------------------------------------- web archives


def test_a_web_archive(tmp_path: Path) -> None:
    path = tmp_path / "a.warc"
    page = record_of(
        "http://x.org/a", b"<p>They met.</p>", media=b"text/html; charset=koi8-r"
    )
    gone = record_of("http://x.org/b", b"", head=b"HTTP/1.1 404 Not Found")
    picture = record_of("http://x.org/c.png", b"\x89PNG", media=b"image/png")
    feed = record_of(
        "http://x.org/f",
        b"<rss><channel><item><title>T</title><description>Met.</description></item></channel></rss>",
        media=b"text/xml",
    )
    path.write_bytes(page + gone + picture + feed)
    first, second, third = opened(path)
    assert (first.source, document(first).url) == (
        f"{path}/http://x.org/a",
        "http://x.org/a",
    )
    assert (first.encoding, first.format, first.taken) == (
        "koi8-r",
        "html",
        date(2020, 3, 5),
    )
    assert told([second]) == ["! the server answered 404"]
    assert document(third).content == b"Met."
    packed = tmp_path / "a.warc.gz"
    packed.write_bytes(gzip.compress(page) + gzip.compress(feed))
    assert told(opened(packed)) == ["<p>They met.</p>", "Met."]


def test_a_web_archive_that_is_cut_off(tmp_path: Path) -> None:
    path = tmp_path / "a.warc"
    page = record_of(
        "http://x.org/a", b"<p>They met in the capital of the country.</p>"
    )
    path.write_bytes(page + page[:-30])
    whole, cut = map(document, opened(path))
    assert not whole.problems
    assert [p.kind for p in cut.problems] == ["cut-off"]
    path.write_bytes(page + b"garbage\r\n\r\nmore garbage")
    first, second = opened(path)
    assert isinstance(first, RawDocument)
    assert "damaged after record 1" in told([second])[0]


@needs_samples
def test_sample_web_archives() -> None:
    found = opened(SAMPLES / "warc")
    pages = [each for each in found if isinstance(each, RawDocument)]
    assert sum(b"Example Domain" in page.content for page in pages) == 10
    assert {each.what.split(",")[0] for each in found if isinstance(each, Unread)} == {
        "the server answered 302",
        "the archive holds no pages",
    }


# --------------------------------------------------------------------- feeds

RSS = """<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>
<title>The Feed</title><language>en</language>
<item><title>A &amp; &lt;b&gt;B&lt;/b&gt;</title><link>http://x.org/1</link>
<pubDate>Thu, 05 Mar 2020 10:00:00 GMT</pubDate><author>C. D.</author>
<description>Short.</description><content:encoded><![CDATA[<p>They met.</p><blockquote><p>We agree.</p></blockquote>]]></content:encoded></item>
<item><title>Only this</title></item><item><link>http://x.org/3</link></item>
</channel></rss>"""


def check_feed(found: list[object]) -> None:
    first, second, third = found
    entry = document(first)
    assert (entry.title, entry.publisher, entry.language) == ("A & B", "The Feed", "en")
    assert (entry.url, entry.date, entry.format) == (
        "http://x.org/1",
        date(2020, 3, 5),
        "fragment",
    )
    assert b"We agree." in entry.content
    assert not entry.problems
    assert document(second).content == b"Only this"
    assert [p.kind for p in document(second).problems] == ["headline-only"]
    assert isinstance(third, Unread)
    assert third.what == "this entry has no text"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "utf-8-sig"])
def test_rss(encoding: str) -> None:
    check_feed(
        opened_bytes(
            f'\n<?xml version="1.0" encoding="{encoding}"?>{RSS}'.encode(encoding)
        )
    )


def test_json_feed() -> None:
    feed = """{"version": "https://jsonfeed.org/version/1", "title": "The Feed", "language": "en", "items": [
    {"title": "A & B", "url": "http://x.org/1", "date_published": "2020-03-05T10:00:00Z", "content_html": "<p>We agree.</p>", "author": {"name": "C"}},
    {"title": "Only this"}, {"url": "http://x.org/3"}, 5]}"""
    check_feed(opened_bytes(feed.encode()))


def test_a_broken_feed_is_read_as_far_as_it_goes() -> None:
    cut = RSS[: RSS.index("<item><link>")]
    first, second = map(document, opened_bytes(cut.encode()))
    assert b"They met." in first.content
    assert "broken-feed" in [p.kind for p in second.problems]


REFUSED_FEEDS = [
    (
        '<!DOCTYPE rss [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]><rss version="2.0"><channel><title>&b;</title></channel></rss>',
        "declares entities",
    ),
    ('<rss version="2.0"><channel><title>T</title></channel></rss>', "has no entries"),
    ('{"version": "https://jsonfeed.org/version/1", "items": 5}', "has no items"),
    ('{"version": "https://jsonfeed.org/version/1", "items": [', "no valid JSON"),
]


@pytest.mark.parametrize(("feed", "words"), REFUSED_FEEDS)
def test_feeds_that_cannot_be_read_say_why(feed: str, words: str) -> None:
    (line,) = told(opened_bytes(feed.encode()))
    assert words in line


def test_lists_of_feeds(tmp_path: Path) -> None:
    path = tmp_path / "feeds.opml"
    path.write_text(
        '<opml><body><outline text="A & B" xmlUrl="http://x.org/a?b&c"/><outline text="x "y"" xmlUrl="http://x.org/b"/></body></opml>',
        "utf-8",
    )
    ill, rest = told(opened(path))
    assert "ill-formed" in ill
    assert rest == "! its 2 feeds are not fetched: --offline is on"
    path.write_text('<!DOCTYPE o [<!ENTITY a "b">]><opml><body/></opml>', "utf-8")
    assert "entities of its own" in told(opened(path))[0]
    path.write_text("<opml><body/></opml>", "utf-8")
    assert told(opened(path)) == ["! the list names no feeds"]


@needs_samples
def test_sample_feeds() -> None:
    found = opened(SAMPLES / "feeds")
    assert sum(isinstance(each, RawDocument) for each in found) > 100
    lists = [each.what for each in opened(SAMPLES / "feeds" / "opml" / "Russia.opml")]  # type: ignore[union-attr]
    assert lists[-1].startswith("its 13 feeds are not fetched")


STDIN = [
    (zip_of({"a.txt": "They met."}), ["They met."]),
    (tar_of({"a.txt": b"They met."}), ["They met."]),
    (record_of("http://x.org/", b"They met."), ["They met."]),
    (LETTER, ["They met \ufffdtwice\ufffd.", "Attached row."]),
    (b"", [""]),
]


@pytest.mark.parametrize(("content", "expected"), STDIN)
def test_carriers_on_standard_input(content: bytes, expected: list[str]) -> None:
    assert [line.strip() for line in told(opened_bytes(content))] == expected


def test_an_office_file_is_a_document_and_no_archive(tmp_path: Path) -> None:
    path = tmp_path / "a.zip"
    path.write_bytes(
        zip_of({"[Content_Types].xml": "<x/>", "word/document.xml": "<x/>"})
    )
    (found,) = opened(path)
    assert isinstance(found, RawDocument)


def test_a_table_inside_of_a_packed_archive_is_streamed(tmp_path: Path) -> None:
    path = tmp_path / "a.tgz"
    table = io.StringIO()
    table.write("text,id\n" + "".join(f"Row {n}.,{n}\n" for n in range(2000)))
    path.write_bytes(tar_of({"a.csv": table.getvalue().encode()}, mode="w:gz"))
    assert len(opened(path)) == 2000
