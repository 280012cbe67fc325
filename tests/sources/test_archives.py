"""Archives and packed files: each file inside as it would be read outside."""

import bz2
import gzip
import io
import lzma
from datetime import date
from pathlib import Path

import pytest
import zstandard

from realpolitik.core.document import RawDocument, Unread
from tests.sources.carriers import (
    SAMPLES,
    document,
    needs_samples,
    opened,
    opened_bytes,
    record_of,
    tar_of,
    told,
    zip_of,
)


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
