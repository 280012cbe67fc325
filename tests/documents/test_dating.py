"""Who dates a document, and which dates are not believed."""

from datetime import date

import pytest

from realpolitik.core.document import RawDocument
from realpolitik.documents.make import make_document

TODAY = date(2026, 1, 1)
TEXT = "Russia and Israel agreed to hold talks on Syria in the coming weeks."
PAGE = (
    '<html><head><meta property="article:published_time" content="{}"></head>'
    "<body><article><p>Russia and Israel agreed to hold talks.</p></article></body>"
)

CASES = [
    (f"05.03.2020, Israel\n\n{TEXT}", "a.txt", ("2020-03-05", "text")),
    (f"MOSCOW, January 30, 2020 (Agency) -- {TEXT}", "a.txt", ("2020-01-30", "text")),
    (f"Posted on 3 March 2019\n\n{TEXT}", "a.txt", ("2019-03-03", "text")),
    (f"{TEXT} They met on January 30, 2020.", "a.txt", (None, None)),
    (f"3/4/2020\n\n{TEXT}", "a.txt", (None, None)),
    (f"3/25/2020\n\n{TEXT}", "a.txt", ("2020-03-25", "text")),
    (TEXT, "news/2020-01-30-talks.txt", ("2020-01-30", "name")),
    (TEXT, "news/20200130.txt", ("2020-01-30", "name")),
    (TEXT, "id-20209930.txt", (None, None)),
    (PAGE.format("2018-05-06T10:00:00Z"), "2020-01-30.html", ("2018-05-06", "meta")),
    (f"05.03.2031, Israel\n\n{TEXT}", "2020-01-30.txt", ("2020-01-30", "name")),
]


@pytest.mark.parametrize(("text", "source", "expected"), CASES)
def test_dating(text: str, source: str, expected: tuple[str | None, ...]) -> None:
    document = make_document(RawDocument(source, text.encode()), today=TODAY)
    day = document.published.isoformat() if document.published else None
    assert (day, document.dated_by) == expected


def test_the_caller_wins_over_the_row_and_the_row_over_the_text() -> None:
    raw = RawDocument("a.txt", f"05.03.2020\n\n{TEXT}".encode(), date=date(2019, 1, 2))
    assert make_document(raw, today=TODAY).dated_by == "row"
    given = make_document(raw, given_date=date(2018, 1, 2), today=TODAY)
    assert (given.published, given.dated_by) == (date(2018, 1, 2), "given")


def test_a_date_that_lies_ahead_is_said() -> None:
    raw = RawDocument("a.txt", TEXT.encode(), date=date(2031, 1, 2))
    document = make_document(raw, today=TODAY)
    assert document.published is None
    assert "future-date" in [problem.kind for problem in document.problems]
