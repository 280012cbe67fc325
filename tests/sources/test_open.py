"""Every address gives documents or one true word about why not."""

import gzip
import io
import json
import os
from pathlib import Path

import pytest

from realpolitik.core.document import RawDocument, Unread
from realpolitik.sources.open import open_sources


def sources_of(*addresses: object) -> list[str]:
    return [found.source for found in open_sources([str(a) for a in addresses])]


def only(address: object) -> RawDocument | Unread:
    (found,) = open_sources([str(address)])
    return found


def test_a_folder_is_read_in_the_order_of_names(tmp_path: Path) -> None:
    for name in ("b.txt", "a/z.txt", "a/b.md", ".hidden.txt", "c.html"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("Russia met Israel.", "utf-8")
    names = [str(Path(source).relative_to(tmp_path)) for source in sources_of(tmp_path)]
    assert names == ["a/b.md", "a/z.txt", "b.txt", "c.html"]


def test_a_folder_is_not_held_in_memory(tmp_path: Path) -> None:
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text("Text.", "utf-8")
    stream = open_sources([str(tmp_path)])
    assert isinstance(next(stream), RawDocument)
    (tmp_path / "b.txt").write_text("Other.", "utf-8")
    second = next(stream)
    assert isinstance(second, RawDocument)
    assert second.content == b"Other."


def test_links_in_a_circle_end(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "one.txt").write_text("Text.", "utf-8")
    (tmp_path / "a" / "loop").symlink_to(tmp_path)
    (tmp_path / "self").symlink_to(tmp_path / "self")
    found = list(open_sources([str(tmp_path)]))
    assert sum(isinstance(each, RawDocument) for each in found) == 1


def test_a_link_that_leads_nowhere_is_named(tmp_path: Path) -> None:
    (tmp_path / "gone.txt").symlink_to(tmp_path / "nothing")
    (tmp_path / "one.txt").write_text("Text.", "utf-8")
    first, second = open_sources([str(tmp_path)])
    assert isinstance(first, Unread)
    assert first.what == "the link leads nowhere"
    assert isinstance(second, RawDocument)


def test_a_project_inside_a_folder_is_passed_over(tmp_path: Path) -> None:
    (tmp_path / "project").mkdir()
    (tmp_path / "project" / "store.duckdb").write_bytes(b"x")
    (tmp_path / "one.txt").write_text("Text.", "utf-8")
    assert sources_of(tmp_path) == [str(tmp_path / "one.txt")]


UNUSABLE = [
    ("gopher://example.org/a.html", "no address of the web"),
    ("no/such/file.txt", "no such file"),
    ("bad\0name", "no file can have this name"),
    ("x" * 5000, "name too long"),
]


@pytest.mark.parametrize(("address", "what"), UNUSABLE)
def test_a_bad_address_is_an_unread(address: str, what: str) -> None:
    found = only(address)
    assert isinstance(found, Unread)
    assert what in found.what
    assert found.remedy


def test_a_bad_address_stops_no_other(tmp_path: Path) -> None:
    (tmp_path / "one.txt").write_text("Text.", "utf-8")
    found = list(open_sources(["nothing.txt", str(tmp_path / "one.txt")]))
    assert [type(each) for each in found] == [Unread, RawDocument]


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_forbidden_file_is_an_unread(tmp_path: Path) -> None:
    path = tmp_path / "secret.txt"
    path.write_text("Text.", "utf-8")
    path.chmod(0)
    found = only(path)
    assert isinstance(found, Unread)
    assert "may not be read" in found.what


def test_folders_without_texts(tmp_path: Path) -> None:
    assert "no files" in getattr(only(tmp_path), "what", "")
    (tmp_path / "style.css").write_text("p {}", "utf-8")
    (tmp_path / "logo.png").write_bytes(b"\x89PNG")
    assert "no texts, only 1 .css, 1 .png" in getattr(only(tmp_path), "what", "")


def test_gzip_counts_as_what_it_holds(tmp_path: Path) -> None:
    path = tmp_path / "page.html.gz"
    path.write_bytes(gzip.compress(b"<p>Russia met Israel.</p>"))
    found = only(path)
    assert isinstance(found, RawDocument)
    assert found.content == b"<p>Russia met Israel.</p>"


def test_damaged_gzip_is_an_unread(tmp_path: Path) -> None:
    path = tmp_path / "page.html.gz"
    path.write_bytes(gzip.compress(os.urandom(4000))[:-100])
    assert "packing is damaged" in getattr(only(path), "what", "")


def test_rows_carry_what_they_know(tmp_path: Path) -> None:
    row = {
        "id": 7,
        "text": "Россия и Израиль.",
        "date": "2020-03-05T10:00:00Z",
        "title": "T",
        "publisher": "P",
        "author": "A",
        "url": "http://x.org",
        "speaker": "RUS.GOV",
        "language": "en",
        "other": [1],
    }
    path = tmp_path / "rows.jsonl"
    path.write_text(json.dumps(row) + "\n\n" + json.dumps({"text": "b"}), "utf-8")
    first, second = open_sources([str(path)])
    assert isinstance(first, RawDocument)
    assert (first.id, first.source) == ("7", f"{path}:1")
    assert first.content.decode("utf-8") == row["text"]
    assert str(first.date) == "2020-03-05"
    assert (first.speaker, first.language, first.author) == ("RUS.GOV", "en", "A")
    assert isinstance(second, RawDocument)
    assert (second.id, second.source) == (None, f"{path}:3")


BROKEN_ROWS = ["{broken", "[1, 2]", '{"id": "x"}', '{"text": 5}', '{"text": "a"']


@pytest.mark.parametrize("broken", BROKEN_ROWS)
def test_a_broken_row_names_its_line(tmp_path: Path, broken: str) -> None:
    path = tmp_path / "rows.jsonl"
    path.write_text(f'{{"text": "a"}}\n{broken}\n{{"text": "c"}}\n', "utf-8")
    first, second, third = open_sources([str(path)])
    assert isinstance(first, RawDocument)
    assert isinstance(second, Unread)
    assert second.source == f"{path}:2"
    assert isinstance(third, RawDocument)


def test_a_file_that_is_no_json_lines_is_given_up(tmp_path: Path) -> None:
    path = tmp_path / "rows.jsonl"
    path.write_text("words\n" * 5000, "utf-8")
    assert "not JSON Lines" in getattr(only(path), "what", "")


def test_a_row_with_a_bad_date_says_so(tmp_path: Path) -> None:
    path = tmp_path / "rows.jsonl"
    path.write_text('{"text": "a", "date": "yesterday"}\n', "utf-8")
    found = only(path)
    assert isinstance(found, RawDocument)
    assert found.date is None
    assert [problem.kind for problem in found.problems] == ["bad-date"]


STDIN = [
    (b"Russia met Israel.", ["-"]),
    (b'{"text": "a"}\n{"text": "b"}\n', ["-:1", "-:2"]),
    (b'{"other": "a"}\n', ["-"]),
    (b"", ["-"]),
]


@pytest.mark.parametrize(("content", "expected"), STDIN)
def test_standard_input(content: bytes, expected: list[str]) -> None:
    found = list(open_sources(["-"], stdin=io.BytesIO(content)))
    assert [each.source for each in found] == expected
