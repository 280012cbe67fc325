"""Tables: each row a document with what its columns tell."""

from datetime import date
from pathlib import Path

import pytest

from realpolitik.core.document import Unread
from tests.sources.carriers import (
    document,
    opened,
    told,
)

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
