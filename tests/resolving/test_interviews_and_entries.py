"""Who answers without a label, and when the entries of a chronology happened."""

from datetime import date

import pytest

from realpolitik.core.document import Document, Passage, RawDocument
from realpolitik.documents.make import make_document
from realpolitik.pipeline import Pipeline
from realpolitik.resolving.interview import interviewee

HEADS = [
    ("We talked with the Palestinian ambassador to Russia about it.", "", "PSE"),
    ("Russia's ambassador to Israel on Syria and Iran", "AMBASSADOR", "RUS"),
    ("She has headed the department in the Serbian Foreign Ministry.", "", "SRB"),
    ("The minister of defence of Greece spoke to us.", "", "GRC"),
    ("The Turkish minister was there, and so was the Greek minister.", "", None),
    ("Russia's ambassador to Israel on Syria and Iran", "COLONEL", None),
    ("A baker from Haifa talks about bread.", "", None),
]


@pytest.mark.parametrize(("head", "label", "code"), HEADS)
def test_the_head_tells_who_answers(head: str, label: str, code: str | None) -> None:
    text = f"{head}\nWhy?\nWe want peace."
    answer = len(text) - len("We want peace.")
    passages = (
        Passage("paragraph", 0, len(head)),
        Passage("question", len(head) + 1, answer - 1),
        Passage("answer", answer, len(text)),
    )
    document = Document("d", "s", text, "", 0, "text", passages=passages)
    found = interviewee(document, label)
    assert (found.code if found else None) == code


CHRONICLE = """# Two states

- 21 September 2015 - Netanyahu met Putin near Moscow.
- **9 May 2018**: Netanyahu visited Moscow. Putin received him warmly.
- The two states signed an agreement.
"""


def test_an_entry_dates_what_it_tells() -> None:
    raw = RawDocument("c.md", CHRONICLE.encode(), "markdown")
    document = make_document(raw, given_date=date(2022, 12, 5))
    claims = Pipeline.load().read_document(document).claims
    days = {
        claim.text[-20:]: claim.when.interval.start if claim.when else None
        for claim in claims
        if claim.modality == "actual"
    }
    assert days["met Putin near Moscow."[-20:]] == date(2015, 9, 21)
    assert days["Netanyahu visited Moscow."[-20:]] == date(2018, 5, 9)
    assert days["signed an agreement."[-20:]] is None
