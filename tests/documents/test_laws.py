"""Laws of documents: places lead back to the bytes, sentences lie in passages."""

import html
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from realpolitik.core.document import Document, RawDocument
from realpolitik.documents.make import make_document
from realpolitik.documents.passages import UNREAD_KINDS
from realpolitik.documents.tracing import UNSEEN
from realpolitik.unpacking.decoding import decode

WORDS = st.sampled_from(
    [
        "Putin",
        "met",
        "Israel's",
        "leader.",
        "“quoted”",
        "naïve",
        "Россия",
        "U.S.",
        "3.5",
        "&",
        "<",
        ">",
        "*",
        "_x_",
        "**",
        "`c`",
        "#1",
        "[link](http://x.org)",
        "&amp;",
        "\\*",
        "<b>bold</b>",
        "Q:",
        "THE_PRESIDENT:",
        "-",
        ">",
        "|",
        "🙂",
        "é",
        "\u200b",
        "\xa0",
        "\t",
        "-",
        "--",
        "rela\xadtions",
    ]
)
LINES = st.lists(WORDS, max_size=9).map(" ".join)
TEXTS = st.lists(LINES, max_size=12).map("\n".join)
ENCODINGS = ["utf-8", "utf-8-sig", "utf-16", "cp1251"]


def stands_for(raw: str, clean: str) -> bool:
    """Tell whether some characters of the source mean one clean character."""
    plain = re.sub(f"[{UNSEEN}]", "", html.unescape(raw))
    if clean == " ":
        return plain.isspace()
    return plain == clean or raw == f"\\{clean}" or "\ufffd" in raw


def check(document: Document, content: bytes) -> None:
    """Hold a document against its bytes."""
    encoding = decode(content).encoding
    last = 0
    for origin in document.origins:
        assert last <= origin.start < origin.end <= len(document.text)
        last = origin.end
        raw = content[origin.raw_start : origin.raw_end].decode(encoding, "replace")
        clean = document.text[origin.start : origin.end]
        assert raw == clean or (len(clean) == 1 and stands_for(raw, clean))
    for span in document.sentences:
        (passage,) = [
            part
            for part in document.passages
            if part.start <= span.start and span.end <= part.end
        ]
        assert passage.kind not in UNREAD_KINDS


@settings(max_examples=60, deadline=None)
@given(TEXTS, st.sampled_from(["text", "markdown"]))
def test_places_of_text_are_exact_and_complete(text: str, name: str) -> None:
    content = f"Russia.\n\n{text}".encode()
    document = make_document(RawDocument("a", content, format=name))
    check(document, content)
    placed = sum(origin.end - origin.start for origin in document.origins)
    spaces = sum(character.isspace() for character in document.text)
    assert placed >= len(document.text) - spaces


@settings(max_examples=25, deadline=None)
@given(st.lists(LINES, min_size=1, max_size=6))
def test_places_of_pages_are_exact(lines: list[str]) -> None:
    body = "".join(f"<p>{line} <b>Moscow</b>&nbsp;agreed&#33;</p>\n" for line in lines)
    content = f"<html><body><article>{body}</article></body></html>".encode()
    check(make_document(RawDocument("a.html", content)), content)


@pytest.mark.parametrize("encoding", ENCODINGS)
def test_places_hold_in_other_encodings(encoding: str) -> None:
    text = "Москва и Иерусалим.\r\n\r\n  Путин   приехал сегодня в Израиль.\n" * 3
    content = text.encode(encoding)
    document = make_document(RawDocument("a.txt", content))
    assert "Путин приехал" in document.text
    check(document, content)


def test_wide_characters_without_a_mark() -> None:
    content = ("Russia met Israel in Moscow. " * 9).encode("utf-16-le")
    document = make_document(RawDocument("a.txt", content))
    assert len(document.sentences) == 9
    check(document, content)


def test_stray_bytes_keep_their_place() -> None:
    content = "Россия — “друг” Израиля. Putin".encode() + b"\x92s visit \x81 ended."
    document = make_document(RawDocument("a.txt", content))
    assert "Putin’s visit" in document.text
    check(document, content)


@given(st.binary(max_size=60))
def test_any_bytes_are_decoded_and_lead_back(content: bytes) -> None:
    decoded = decode(content)
    assert len(decoded.text) == len(decoded.coded)
    end = decoded.byte_offsets([0, len(decoded.text)])
    if not decoded.encoding.startswith(("utf-16", "utf-32")):
        assert end[len(decoded.text)] == len(content)
