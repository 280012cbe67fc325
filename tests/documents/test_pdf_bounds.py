"""What a PDF may unpack to: any text may, and no attack."""

import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from realpolitik.core.errors import UnreadableError
from realpolitik.documents.pdf.bounds import MOST_OF_PAGE, check_bounds

BIG = zlib.compress(b" " * (MOST_OF_PAGE + 1))
HUGE = zlib.compress(b" " * (80 * 2**20))
FLATE = b"/Filter /FlateDecode"
PICTURE = b"/Subtype /Image /Width 8 /Height 8 " + FLATE
PAGE = b"3 0 obj << /Type /Page /Contents 4 0 R >> endobj "


def stream_of(number: int, head: bytes, held: bytes) -> bytes:
    return b"%d 0 obj << %s >>\nstream\n%s\nendstream endobj " % (number, head, held)


def lzw_of_zeros(codes: int) -> bytes:
    """Write LZW as a packer does that meets the same byte for ever."""
    bits, table = "", 258
    for number in range(codes):
        if number % 3800 == 0:
            width = min(max((table + 1).bit_length(), 9), 12)
            bits, table, new = bits + f"{256:0{width}b}", 258, True
        width = min(max((table + 1).bit_length(), 9), 12)
        bits += f"{0 if new else table:0{width}b}"
        table, new = table + (not new), False
    bits += "0" * (-len(bits) % 8)
    return int(bits, 2).to_bytes(len(bits) // 8, "big")


REFUSED = {
    "one stream": stream_of(5, FLATE, HUGE),
    "a page": PAGE + stream_of(4, FLATE, BIG),
    "a list of parts": b"[4 0 R 5 0 R] " + stream_of(4, FLATE, BIG),
    "an escaped name": PAGE.replace(b"Cont", b"C#6fnt") + stream_of(4, PICTURE, BIG),
    "a picture as a page": PAGE + stream_of(4, PICTURE, BIG),
    "two kinds": stream_of(5, b"/Subtype /Form " + PICTURE, HUGE),
    "no filter named": stream_of(5, b"/Filter 7 0 R", HUGE),
    "LZW": stream_of(5, b"/Filter /LZWDecode", lzw_of_zeros(30_000)),
    "never at an end": b"/AHx stream\n" * 50_000,
    "too many": b"stream\n" * 100_001,
    "very many": b"".join(
        stream_of(number, FLATE, zlib.compress(b" " * 2**24)) for number in range(5, 25)
    ),
}


def nested(depth: int, breadth: int, *, own: bool = True, packed: bool = True) -> bytes:
    """Make a page that calls a form, which calls another, each of them many times."""
    calls, shown = b"/X Do\n" * breadth, b"BT (They met in the capital.) Tj ET"
    names = b"/Resources << /XObject << /X %d 0 R >> >>"
    page = b"3 0 obj << /Type /Page /Contents 4 0 R " + names % 5 + b" >> endobj "
    pack, head = (zlib.compress, FLATE) if packed else (bytes, b"")
    written = page + stream_of(4, head, pack(calls))
    for number in range(5, 5 + depth):
        last = number == 4 + depth
        inner = names % (number + 1) if own and not last else b""
        form = b"/Subtype /Form " + inner + head
        written += stream_of(number, form, pack(shown if last else calls))
    return written


def listed(page: bytes) -> bytes:
    """Pack the first object of a file into a list of objects."""
    before, _, rest = page.partition(b"endobj")
    held = b"3 0 " + before.split(b"obj", 1)[1]
    head = b"/Type /ObjStm /N 1 /First 4 " + FLATE
    return stream_of(90, head, zlib.compress(held)) + rest


REFUSED |= {
    "forms in forms": nested(6, 10),
    "forms in forms, not packed": nested(6, 10, packed=False),
    "forms of a page in a list": listed(nested(6, 10)),
    "two at a time": nested(24, 2),
    "one form often": nested(1, 200_000),
    "letters": PAGE + stream_of(4, FLATE, zlib.compress(b"(AB)Tj " * 300_000)),
    "letters as numbers": PAGE + stream_of(4, b"", b"<4142>Tj " * 300_000),
    "states": PAGE + stream_of(4, FLATE, zlib.compress(b"q " * 20_000)),
    "resources elsewhere": nested(6, 10)
    .replace(b"/Resources << /XObject << /X 5 0 R >> >>", b"/Resources 80 0 R")
    .__add__(b"80 0 obj << /XObject 81 0 R >> endobj 81 0 obj << /X 5 0 R >> endobj "),
}
PASSED = {
    "forms as they are used": nested(3, 4),
    "a form that calls itself": PAGE.replace(b">>", b"/XObject << /X 5 0 R >> >>")
    + stream_of(4, b"", b"/X Do " * 90)
    + stream_of(5, b"/Subtype /Form /XObject << /X 5 0 R >>", b"/X Do " * 90),
    "states taken back": PAGE + stream_of(4, b"", b"q (a) Tj Q " * 40_000),
    "a dense drawing": PAGE
    + stream_of(4, FLATE, zlib.compress(b"0 0 m 1 1 l S\n" * 500_000)),
    "many beginnings": b"1 0 obj stream\n" * 90_000,
    "digits": b"1" * 200_000 + b"stream\n" + b"[1" * 200_000 + b"[ 1 0 R" * 50_000,
    "a large picture": PAGE + stream_of(4, FLATE, b"") + stream_of(5, PICTURE, HUGE),
    "a file that rides along": stream_of(5, b"/Type /EmbeddedFile " + FLATE, HUGE),
    "a large font": stream_of(5, FLATE, zlib.compress(b" " * (20 * 2**20))),
    "a fault": stream_of(5, FLATE, BIG[:40] + b"?" * 40),
    "no end": stream_of(5, FLATE, zlib.compress(b"text"))[:-20],
    "not packed": stream_of(5, b"", b" " * 1000),
    "objects without end": b"1 0 obj /" * 400_000,
    "one object often": b"1 0 obj /A 2 0 R endobj " * 200_000,
    "nothing": b"stream",
}


@pytest.mark.parametrize("content", REFUSED.values(), ids=REFUSED.keys())
def test_attacks_are_refused(content: bytes) -> None:
    with pytest.raises(UnreadableError, match="far more than a text"):
        check_bounds(content)


@pytest.mark.parametrize("content", PASSED.values(), ids=PASSED.keys())
def test_texts_pass(content: bytes) -> None:
    check_bounds(content)


_PIECES = st.sampled_from(
    (
        *(b"stream\n", b"endstream", b"4 0 obj", b"/Contents 4 0 R", b"[4 0 R]", b" "),
        *(b"/Filter /AHx", b"/A85", b"/LZW", FLATE, PICTURE, b"/ObjStm", b"~>", b"00>"),
        *(b"/X Do ", b"/XObject << /X 4 0 R >>", b"/Parent 4 0 R", b"q ", b"(a)Tj "),
        *(b"/Resources 4 0 R", b"endobj", b"/Subtype /Form", b"/First 4 ", b"4 0 "),
        *(zlib.compress(b"x"), b"\x80\x0b\x60\x50", b"#41", b"9" * 5000 + b" 0 R"),
    )
)


@given(st.lists(_PIECES | st.binary(max_size=9)))
def test_nothing_breaks_it(pieces: list[bytes]) -> None:
    check_bounds(b"".join(pieces))
