"""Rows of JSON Lines: each row one document with what the row says about it."""

import json
from collections.abc import Iterable, Iterator
from typing import BinaryIO

from realpolitik.core.document import RawDocument, Unread
from realpolitik.core.problem import Problem
from realpolitik.sources.opening import Opening
from realpolitik.sources.rows import document_of_row
from realpolitik.sources.streams import lines_of

_GIVE_UP = 20


def read(
    stream: BinaryIO, told: RawDocument, _opening: Opening
) -> Iterator[RawDocument | Unread]:
    """Give one document for each row of a stream of JSON Lines."""
    return read_lines(lines_of(stream), source=told.source)


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
    return document_of_row(row, source=source, problems=problems)


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
