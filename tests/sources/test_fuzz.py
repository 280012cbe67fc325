"""Every reader stands any bytes: what can't be read says so, and nothing else is raised.

`FUZZ_CASES` sets how many cases each reader gets; the suite itself runs a few.
"""

import gzip
import io
import os
import random
import zipfile
from collections.abc import Mapping
from functools import cache

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from realpolitik.core.document import RawDocument, Unread
from realpolitik.core.errors import UnusableInputError
from realpolitik.documents.make import make_document
from realpolitik.sources.fetching.policy import Policy
from realpolitik.sources.open import open_sources
from realpolitik.sources.web import Web
from tests.sources.carriers import record_of, tar_of, zip_of

CASES = int(os.environ.get("FUZZ_CASES", "15"))
OFFLINE = Web(Policy(offline=True))

TEXT = "Russia met Israel in Moscow. They agreed; “trade” grew by 5 % in 2019.\n\nQ: Why?\nA: So."
HTML = f"<html lang=en><head><title>T</title></head><body><article><h1>A visit</h1><p>{TEXT}</p><ul><li>x &amp; y</li></ul></article></body></html>"
XML = f"<?xml version='1.0'?><r xml:lang='en'><title>T</title><p>{TEXT} <b>b</b> &amp; c<![CDATA[<d>]]></p><row><cell>1</cell><cell>2</cell></row></r>"
RSS = "<?xml version='1.0'?><rss version='2.0'><channel><title>F</title><item><title>T</title><link>http://x.org/1</link><pubDate>Thu, 05 Mar 2020 10:00:00 GMT</pubDate><description>&lt;p&gt;They met.&lt;/p&gt;</description></item></channel></rss>"
JSON_FEED = '{"version": "https://jsonfeed.org/version/1", "title": "F", "items": [{"title": "T", "url": "http://x.org/", "content_html": "<p>They met.</p>", "date_published": "2020-03-05"}]}'
OPML = (
    '<opml><body><outline text="A &amp; B" xmlUrl="http://x.org/feed"/></body></opml>'
)
SITEMAP = "<urlset><url><loc>http://x.org/a</loc></url></urlset>"
ROWS = (
    '{"id": "a", "text": "They met.", "date": "2020-01-30"}\n{"text": "They left."}\n'
)
CSV = 'id,text,date\na,"They met; ""twice"".",2020-01-30\nb,They left.,x\n'
LETTER = b"Return-Path: <a@x.org>\nSubject: =?utf-8?q?A_=C3=A9?=\nDate: Thu, 05 Mar 2020 10:00:00 +0000\nContent-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: text/plain; charset=latin-1\n\nThey met.\n--b\nContent-Type: text/html; name=a.html\nContent-Disposition: attachment; filename=a.html\nContent-Transfer-Encoding: base64\n\nPHA+VGhleSBsZWZ0LjwvcD4=\n--b--\n"
MBOX = (
    b"From a@x.org Thu Mar  5 10:00:00 2020\n"
    + LETTER
    + b"\nFrom b@x.org Thu Mar  5 10:00:00 2020\nSubject: B\n\nThey left.\n"
)
MARKDOWN = f"---\ntitle: T\n---\n# A *visit*\n\n{TEXT}\n\n- [one](http://x.org)\n\n| a | b |\n|---|---|\n| 1 | 2 |\n"


@cache
def word() -> bytes:
    body = "<w:document xmlns:w='w'><w:body><w:p><w:r><w:t>They met.</w:t></w:r></w:p><w:tbl><w:tr><w:tc><w:p><w:r><w:t>1</w:t></w:r></w:p></w:tc></w:tr></w:tbl></w:body></w:document>"
    return _stored({"word/document.xml": body, "word/footnotes.xml": body})


@cache
def opendocument() -> bytes:
    body = "<d xmlns:text='t'><body><text:h>A</text:h><text:p>They met<text:s text:c='2'/>.<text:note><text:note-body><text:p>N.</text:p></text:note-body></text:note></text:p></body></d>"
    return _stored(
        {
            "mimetype": "application/vnd.oasis.opendocument.text",
            "content.xml": body,
            "meta.xml": "<m><title>T</title></m>",
        }
    )


@cache
def book() -> bytes:
    return _stored(
        {
            "mimetype": "application/epub+zip",
            "META-INF/container.xml": "<c><rootfile full-path='b.opf'/></c>",
            "b.opf": "<p><title>T</title><item id='a' href='a.html' media-type='text/html'/><itemref idref='a'/></p>",
            "a.html": "<h1>A</h1><p>They met.</p>",
        }
    )


@cache
def pdf() -> bytes:
    shown = "BT /F1 12 Tf 72 700 Td (They met in the capi-) Tj 0 -14 Td (tal of the country.) Tj ET"
    return (
        "%PDF-1.4\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n"
        "2 0 obj\n<< /Type /Pages /Kids [3 0 R] /Count 1 >>\nendobj\n"
        "3 0 obj\n<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R /Resources << /Font << /F1 "
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> >> >>\nendobj\n"
        f"4 0 obj\n<< /Length {len(shown)} >>\nstream\n{shown}\nendstream\nendobj\ntrailer\n<< /Root 1 0 R /Size 5 >>\n%%EOF"
    ).encode()


@cache
def parquet() -> bytes:
    import pyarrow
    from pyarrow import parquet as files

    target = io.BytesIO()
    files.write_table(
        pyarrow.table({"text": ["They met.", "They left."], "id": ["a", "b"]}), target
    )
    return target.getvalue()


def _stored(members: Mapping[str, str | bytes]) -> bytes:
    """Pack without compressing, so that a change reaches what is inside."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return target.getvalue()


SEEDS = {
    "a.txt": TEXT.encode(),
    "a.md": MARKDOWN.encode(),
    "a.html": HTML.encode(),
    "a.xml": XML.encode(),
    "a.rss": RSS.encode(),
    "feed.json": JSON_FEED.encode(),
    "a.opml": OPML.encode(),
    "sitemap.xml": SITEMAP.encode(),
    "a.jsonl": ROWS.encode(),
    "a.csv": CSV.encode(),
    "a.eml": LETTER,
    "a.mbox": MBOX,
    "a.warc": record_of("http://x.org/", HTML.encode()) * 2,
    "a.zip": zip_of({"a.txt": TEXT, "b.html": HTML}),
    "a.tar": tar_of({"a.txt": TEXT.encode(), "b.csv": CSV.encode()}),
    "a.tar.gz": tar_of({"a.txt": TEXT.encode()}, mode="w:gz"),
    "a.docx": word,
    "a.odt": opendocument,
    "a.epub": book,
    "a.pdf": pdf,
    "a.parquet": parquet,
}


PACKED = ("a.zip", "a.tar.gz", "a.docx", "a.odt", "a.epub")


def seed(name: str) -> bytes:
    content = SEEDS[name]
    return content() if callable(content) else content


def changed(content: bytes, chance: random.Random) -> bytes:
    """Change some bytes: overwrite, insert, repeat, cut out, cut off."""
    data = bytearray(content)
    for _ in range(chance.randint(1, 6)):
        at = chance.randrange(len(data) + 1)
        length = min(chance.choice((1, 1, 1, 2, 4, 16, 64)), len(data) - at)
        match chance.randrange(6):
            case 0:
                data[at : at + length] = chance.randbytes(length)
            case 1:
                data[at:at] = chance.choice(TOKENS)
            case 2:
                data[at:at] = data[at : at + length] * chance.randint(1, 9)
            case 3:
                del data[at : at + length]
            case 4:
                data[at : at + length] = (
                    chance.choice((b"\0", b"\xff", b"<", b"&", b'"')) * length
                )
            case _ if chance.random() < 0.2:
                del data[at:]
    return bytes(data)


def changed_inside(content: bytes, chance: random.Random) -> bytes:
    """Change one member of a zip or what a gzip holds, and pack it rightly again."""
    if content.startswith(b"\x1f\x8b"):
        return gzip.compress(changed(gzip.decompress(content), chance), 1, mtime=0)
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    name = chance.choice(sorted(members))
    return _stored({**members, name: changed(members[name], chance)})


TOKENS = (
    *(
        b"<",
        b">",
        b"&",
        b"&#0;",
        b"&#x110000;",
        b"]]>",
        b"<![CDATA[",
        b"<!--",
        b"-->",
        b"<?",
        b"?>",
        b"<!DOCTYPE r [",
    ),
    *(
        b"\0",
        b"\r",
        b"\r\n\r\n",
        b"\xff\xfe",
        b"\xef\xbb\xbf",
        b"\xc3",
        b"\xed\xa0\x80",
        "\u202e\u200b".encode(),
    ),
    *(
        b"\xf0\x9f\x99\x82",
        b"From a@x.org Thu Mar  5 10:00:00 2020\n",
        b"--b\n",
        b"=?utf-8?q?=",
        b"charset=punycode;",
        b"charset=utf-7;",
    ),
    *(
        b"-1",
        b"99999999999999999999",
        b"1e999",
        b"{",
        b"[" * 50,
        b'"',
        b",",
        b"\n",
        b"Content-Length: 5\r\n",
        b"../",
        b"PK\x03\x04",
        b"%PDF-",
        b"\x1f\x8b",
    ),
)


def read_all(name: str, content: bytes) -> int:
    """Open and read some bytes under a name; only what is foreseen may be raised.

    Gives the number of documents that came of them.
    """
    from realpolitik.sources.opening import Opening

    opening, documents = Opening(OFFLINE), 0
    for found in opening.read(io.BytesIO(content), RawDocument(name, b"")):
        if isinstance(found, Unread):
            assert found.what
            assert found.remedy
            continue
        try:
            document = make_document(found)
        except UnusableInputError:
            continue
        documents += 1
        size = len(document.text)
        assert all(0 <= p.start < p.end <= size for p in document.passages)
        assert all(0 <= s.start < s.end <= size for s in document.sentences)
        assert all(0 <= p.start < p.end <= size for p in document.parts)
        for origin in document.origins:
            assert 0 <= origin.start < origin.end <= size
            assert 0 <= origin.raw_start <= origin.raw_end <= document.bytes
    return documents


@pytest.mark.parametrize("name", SEEDS)
@settings(
    max_examples=CASES,
    deadline=None,
    suppress_health_check=list(HealthCheck),
    database=None,
)
@given(number=st.integers(min_value=0, max_value=2**64))
def test_a_changed_file_is_read_or_refused(name: str, number: int) -> None:
    chance = random.Random(number)
    packed = name in PACKED and chance.random() < 0.5
    change = changed_inside if packed else changed
    read_all(name, change(seed(name), chance))


@pytest.mark.parametrize("name", [*SEEDS, "a"])
@settings(
    max_examples=CASES,
    deadline=None,
    suppress_health_check=list(HealthCheck),
    database=None,
)
@given(content=st.binary(max_size=300))
def test_any_bytes_are_read_or_refused(name: str, content: bytes) -> None:
    read_all(name, content)


FOUND = [
    ("a.txt", b"\xff\xfeR\0u\0s"),  # half a character at the end
    ("a.zip", zip_of({"qq": "They met."}).replace(b"qq", b"\0q")),  # no name at all
    ("a.rss", RSS.replace("05 Mar", "05 &#x111111110000;Mar").encode()),
    ("a.eml", b"Message-ID: x\nSubject: =?a\0b?q?c?=\n\nThey met."),
    ("a.eml", b"Message-ID: x\nContent-Type: text/plain; charset=a\0b\n\nThey \x92."),
    (
        "a.warc",
        record_of("http://x.org/", b"x").replace(
            b"Content-Length: ", b"Content-Length: " + b"9" * 20
        ),
    ),
]


@pytest.mark.parametrize(("name", "content"), FOUND)
def test_what_once_failed(name: str, content: bytes) -> None:
    read_all(name, content)


@pytest.mark.parametrize("name", SEEDS)
def test_a_whole_file_is_read(name: str) -> None:
    read_all(name, seed(name))


def test_standard_input_stands_any_bytes() -> None:
    chance = random.Random(7)
    for name in SEEDS:
        content = changed(seed(name), chance)
        for found in open_sources(["-"], stdin=io.BytesIO(content), web=OFFLINE):
            assert isinstance(found, RawDocument | Unread)
