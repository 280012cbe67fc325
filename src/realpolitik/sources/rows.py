"""A row about a document, whatever carries it: the contract's fields as they are named.

The fields are text, id, date, title, publisher, author, url, speaker, language.
"""

from collections.abc import Iterable, Mapping
from datetime import date, datetime

from realpolitik.core.document import RawDocument
from realpolitik.core.problem import Problem

FIELDS = (
    *("text", "id", "date", "title", "publisher", "author", "url", "speaker"),
    "language",
)


def document_of_row(
    row: Mapping[str, object], *, source: str, problems: Iterable[Problem] = ()
) -> RawDocument:
    """Make the document of a row that has a text; a date that is none is a problem."""
    problems = list(problems)
    day = _day(row.get("date"))
    if day is None and row.get("date"):
        note = f"the row's date {row['date']!r} is not a day like 2020-01-30"
        problems.append(Problem("bad-date", note))
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
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    if not isinstance(value, str):
        return None
    try:
        return date.fromisoformat(value.strip()[:10])
    except ValueError:
        return None
