"""Rows of JSON Lines: each row one document with what the row says about it."""

import json
from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from realpolitik.core.document import RawDocument, Unread
from realpolitik.core.problem import Problem

_GIVE_UP = 20


def read_lines(
    lines: Iterable[bytes], *, source: str
) -> Iterator[RawDocument | Unread]:
    """Give one document for each row; a broken row is an Unread with its line.

    The fields are text, id, date, title, publisher, author, url, speaker, language.
    Where the first rows are all broken, the file is given up with one word.
    """
    broken: list[Unread] = []
    rows = 0
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        document = read_row(line, source=f"{source}:{number}")
        if isinstance(document, RawDocument):
            yield from broken
            broken, rows = [], rows + 1
            yield document
        elif rows:
            yield document
        else:
            broken.append(document)
            if len(broken) == _GIVE_UP:
                yield _no_rows(source)
                return
    yield from broken
    if not rows and not broken:
        yield Unread(source, "it is empty", "give a file with one JSON object a line")


def read_row(line: bytes, *, source: str) -> RawDocument | Unread:
    """Read one row; `source` names its file and line."""
    text, problems = _decoded(line)
    try:
        row = json.loads(text)
    except (ValueError, RecursionError) as error:
        what = f"this row is not valid JSON ({_short(error)})"
        return Unread(source, what, "mend the row; the other rows are read")
    if not isinstance(row, dict) or not isinstance(row.get("text"), str):
        remedy = 'write rows like {"id": "a1", "date": "2020-01-30", "text": "..."}'
        return Unread(source, 'this row has no "text"', remedy)
    return _document(row, source, problems)


def _no_rows(source: str) -> Unread:
    what = f"it is not JSON Lines: none of the first {_GIVE_UP} lines is a row"
    return Unread(source, what, 'write one object with a "text" on each line')


def _decoded(line: bytes) -> tuple[str, list[Problem]]:
    try:
        return line.decode("utf-8-sig"), []
    except UnicodeDecodeError:
        note = "the row is not UTF-8 and was read as Windows-1252"
        return line.decode("cp1252", "replace"), [Problem("encoding", note)]


def _short(error: Exception) -> str:
    return str(getattr(error, "msg", None) or error or "too deep").lower()


def _document(
    row: Mapping[str, object], source: str, problems: list[Problem]
) -> RawDocument:
    day = _day(row.get("date"))
    if day is None and row.get("date"):
        note = f"the row's date {row['date']!r} is not a day like 2020-01-30"
        problems = [*problems, Problem("bad-date", note)]
    return RawDocument(
        source,
        str(row["text"]).encode("utf-8", "replace"),
        format="text",
        id=_words(row.get("id")),
        date=day,
        title=_words(row.get("title")),
        publisher=_words(row.get("publisher")),
        author=_words(row.get("author")),
        url=_words(row.get("url")),
        language=_words(row.get("language")),
        speaker=_words(row.get("speaker")),
        problems=tuple(problems),
    )


def _words(value: object) -> str | None:
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        return None
    return str(value).strip() or None


def _day(value: object) -> date | None:
    if not isinstance(value, str):
        return None
    try:
        return date.fromisoformat(value.strip()[:10])
    except ValueError:
        return None
