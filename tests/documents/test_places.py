"""Spans of the clean text lead to their bytes."""

import pytest
from document_maker import Maker

from realpolitik.core.span import Span
from realpolitik.documents.places import raw_places

ENCODINGS = ["utf-8", "utf-8-sig", "cp1251", "utf-16"]


@pytest.mark.parametrize("encoding", ENCODINGS)
def test_a_word_leads_to_its_bytes(make: Maker, encoding: str) -> None:
    content = "Москва  и Иерусалим.\n\n  Путин приехал в Израиль.\n".encode(encoding)
    document = make(content)
    start = document.text.index("приехал")
    ((low, high),) = raw_places(document, Span(start, start + 7))
    plain = "utf-16-le" if encoding == "utf-16" else encoding
    assert content[low:high].decode(plain) == "приехал"


def test_a_span_over_markup_has_several_places(make: Maker) -> None:
    content = b"Russia **met** Israel."
    document = make(content, "a.md")
    places = raw_places(document, Span(0, 10))
    assert [content[low:high] for low, high in places] == [b"Russia ", b"met"]


def test_a_paragraph_that_was_joined_has_two_places(make: Maker) -> None:
    first = "The president of the country made a statement to all of the press"
    document = make(f"{first}\n\n  last year in Moscow.")
    whole = raw_places(document, Span(0, len(document.text)))
    assert len(whole) == 2
