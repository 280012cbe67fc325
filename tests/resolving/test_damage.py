"""A damaged span lowers the certainty of the claims from it, and of no others."""

from dataclasses import replace

import pytest

from realpolitik.core.document import RawDocument
from realpolitik.core.problem import Problem
from realpolitik.documents.make import make_document
from realpolitik.pipeline import Pipeline
from realpolitik.resolving.damage import keeps, weakened

TEXT = "Russia attacked Ukraine on Monday. Israel and Egypt signed a treaty on Friday."


@pytest.fixture(scope="module")
def read():
    pipeline = Pipeline.load()

    def read(problems):
        document = make_document(RawDocument("a.txt", TEXT.encode()))
        document = replace(document, problems=problems)
        return pipeline.read_document(document).claims

    return read


CASES = [
    ((), 1.0, 1.0),
    ((Problem("lost-number", "", 0, 6),), keeps("lost-number"), 1.0),
    ((Problem("lost-number", "", 33, 36),), keeps("lost-number"), keeps("lost-number")),
    ((Problem("spun", ""),), keeps("spun"), keeps("spun")),
    ((Problem("keyword-line", "", 0, 6),), 1.0, 1.0),
    ((Problem("frame", ""), Problem("no-date", "")), 1.0, 1.0),
    (
        (Problem("fused-words", "", 0, 6), Problem("cut-start", "", 0, 34)),
        keeps("fused-words") * keeps("cut-start"),
        1.0,
    ),
    ((Problem("fused-words", "", 0, 6),) * 5, keeps("fused-words"), 1.0),
]


@pytest.mark.parametrize(("problems", "first", "second"), CASES)
def test_certainty_falls_where_the_text_is_damaged(
    read, problems, first, second
) -> None:
    sound, damaged = read(()), read(problems)
    assert {c.sentence for c in sound} == {0, 1}
    for before, after in zip(sound, damaged, strict=True):
        kept = second if before.sentence else first
        assert after.certainty == pytest.approx(before.certainty * kept, abs=1e-4)
        assert replace(after, certainty=before.certainty) == before


def test_a_sound_document_is_left_as_it_is(read) -> None:
    document = make_document(RawDocument("a.txt", TEXT.encode()))
    claims = read(())
    assert weakened(document, claims) == claims
