"""How much the streams of a PDF unpack to, before the whole of it is unpacked.

pdfium unpacks without bounds: a megabyte of a page may become a gigabyte of signs, or
more of drawing. What it would unpack for the text is measured here first; pictures and
files that ride along stay packed and count only where a page calls them its content.
"""

import binascii
import re
import zlib
from base64 import a85decode
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice, zip_longest

from realpolitik.core.errors import UnreadableError
from realpolitik.documents.pdf.drawing import (
    MOST_LETTERS,
    MOST_SAVED,
    Drawing,
    drawing_of,
    heavier,
)
from realpolitik.documents.pdf.forms import Forms
from realpolitik.documents.pdf.objects import heads_of

MOST_OF_ONE = 32 * 2**20
"""Bytes of one stream: a font with all signs of Chinese has 20 million."""

MOST_OF_PAGE = 16 * 2**20
"""Bytes of what one page draws: a page of text has fifty thousand."""

MOST_OF_ALL = 256 * 2**20
"""Bytes of all streams together, and of what all pages draw."""

MOST_LOCKED = 512 * 2**10
"""Bytes of packed lists of objects in an encrypted file, which none can look into."""

MOST_STREAMS = 100_000
"""A book of three thousand pages has some ten thousand."""

REMEDY = "if you trust it, print it to a new PDF and give that"
_STREAM = re.compile(rb"(?<!end)stream")
_LINE_END = re.compile(rb"[^\r\n]*(?:\r\n|\n|\r)")
_HEAD = 8192
_OBJECT = re.compile(rb"(?<!\d)(\d{1,9})\s{1,9}\d{1,9}\s{1,9}obj")
_FILTERS = re.compile(rb"/(ASCIIHexDecode|AHx|ASCII85Decode|A85|LZWDecode|LZW)\b")
_PASSIVE = re.compile(rb"/Subtype\s*/Image\b|/Type\s*/EmbeddedFile\b")
_LIST = re.compile(rb"/ObjStm\b")
_NO_DRAWING = re.compile(rb"/Length1\b|/FontFile|/Type\s*/(?:XRef|Metadata)\b")
_ESCAPED = re.compile(rb"#([0-9A-Fa-f]{2})")
_REFERENCE = rb"\d{1,9}\s{1,9}\d{1,9}\s{1,9}R"
_REFERENCES = re.compile(
    rb"/Contents\s{1,9}(%b)|\[((?:\s{0,9}%b)+)\s{0,9}\]" % (_REFERENCE, _REFERENCE)
)
_NUMBER = re.compile(rb"(\d+)\s+\d+\s+R")
_MOST_STAGES = 4
_BLOCK = 2**16
_LZW_CLEAR, _LZW_END, _LZW_MOST = 256, 257, 4096


@dataclass(frozen=True, slots=True)
class _Stream:
    number: int | None
    head: bytes
    start: int

    @property
    def passive(self) -> bool:
        plain = b"#" not in self.head and self.head.count(b"/Subtype") < 2
        return plain and _PASSIVE.search(self.head) is not None


def check_bounds(content: bytes) -> None:
    """Pass a PDF that unpacks to what a text may be; UnreadableError for another."""
    streams = list(islice(_streams(content), MOST_STREAMS + 1))
    _hold(len(streams), MOST_STREAMS)
    passive = {s.number: s for s in streams if s.passive}
    sizes: dict[int | None, int] = {}
    drawings: dict[int, Drawing] = {}
    lists = []
    unpacked = locked = 0
    is_locked = b"/Encrypt" in content
    for stream, end in zip(streams, _ends(streams, content), strict=True):
        if stream.passive:
            continue
        plain, size = _unpacked(content, stream)
        sizes[stream.number] = max(size, sizes.get(stream.number, 0))
        unpacked += size
        _hold(unpacked, MOST_OF_ALL)
        if _LIST.search(stream.head):
            lists.append((stream.head, plain))
            locked += end - stream.start if is_locked else 0
            _hold(locked, MOST_LOCKED)
        elif stream.number is not None and _may_draw(stream.head):
            shown = plain or content[stream.start : end]
            drawings[stream.number] = heavier(
                drawing_of(shown), drawings.get(stream.number, Drawing())
            )
    _check_pages([content, *(plain for _, plain in lists)], content, sizes, passive)
    _check_forms(drawings, heads_of(content, lists))


def _check_pages(
    texts: Sequence[bytes],
    content: bytes,
    sizes: dict[int | None, int],
    passive: Mapping[int | None, _Stream],
) -> None:
    """Hold each list of streams that may be a page to what a page may draw."""
    drawn = 0
    for called in _called(texts):
        for number in called:
            if number not in sizes and number in passive:
                sizes[number] = _unpacked(content, passive[number])[1]
        page = sum(sizes.get(number, 0) for number in called)
        drawn += page
        _hold(page, MOST_OF_PAGE)
        _hold(drawn, MOST_OF_ALL)


def _check_forms(drawings: Mapping[int, Drawing], heads: Mapping[int, bytes]) -> None:
    """Hold what pages draw by calling forms, their letters and saved states."""
    for drawing in drawings.values():
        _hold(drawing.saved, MOST_SAVED)
    forms = Forms(drawings, heads)
    total = 0
    for number, head in heads.items():
        for called in _called([head]) if b"/Contents" in head else ():
            size, letters = forms.of_page(number, called)
            total += size
            _hold(size, MOST_OF_PAGE)
            _hold(letters, MOST_LETTERS)
            _hold(total, MOST_OF_ALL)


def _ends(streams: Sequence[_Stream], content: bytes) -> Iterator[int]:
    """Give where the bytes of each stream end that are not packed."""
    for stream, following in zip_longest(streams, streams[1:]):
        limit = following.start if following else len(content)
        end = content.find(b"endstream", stream.start, limit)
        yield limit if end < 0 else end


def _may_draw(head: bytes) -> bool:
    return _NO_DRAWING.search(head) is None


def _hold(size: int, most: int) -> None:
    if size > most:
        raise UnreadableError(
            "it unpacks to far more than a text: it may be an attack", REMEDY
        )


def _streams(content: bytes) -> Iterator[_Stream]:
    before = 0
    for found in _STREAM.finditer(content):
        line = _LINE_END.match(content, found.end())
        if line is None:
            return
        head = content[max(before, found.start() - _HEAD) : found.start()]
        named = list(_OBJECT.finditer(head))
        number = int(named[-1][1]) if named and len(named[-1][1]) < 10 else None
        yield _Stream(number, head[named[-1].end() :] if named else head, line.end())
        before = found.end()


def _unpacked(content: bytes, stream: _Stream) -> tuple[bytes, int]:
    """Give what a stream holds, and its size or what it took to know it.

    Nothing comes of a stream that is not packed: it can hold no more than it shows.
    """
    data = memoryview(content)[stream.start :]
    size = 0
    filters = [found[1] for found in _FILTERS.finditer(stream.head)]
    if filters:
        end = content.find(b"endstream", stream.start)
        data = memoryview(content[stream.start : end if end >= 0 else len(content)])
        size = len(data)
    for name in filters[:_MOST_STAGES]:
        if name.startswith(b"LZW"):
            size = max(size, _lzw_size(data))
        else:
            data = memoryview(_letters_off(bytes(data), name))
    plain = b""
    for _ in range(_MOST_STAGES):
        if not _is_deflated(data):
            break
        plain, taken = _inflated(data)
        size = max(size, len(plain), taken)
        data = memoryview(plain)
    return plain, size


def _is_deflated(data: memoryview) -> bool:
    return len(data) > 2 and data[0] & 15 == 8 and (data[0] << 8 | data[1]) % 31 == 0


def _inflated(data: memoryview) -> tuple[bytes, int]:
    """Unpack as far as it goes, and tell how much was taken for it.

    pdfium too takes what comes before a fault.
    """
    machine = zlib.decompressobj()
    blocks: list[bytes] = []
    size = taken = 0
    try:
        while taken < len(data) and not machine.eof:
            rest = bytes(data[taken : taken + _BLOCK])
            taken += len(rest)
            while rest and not machine.eof:
                blocks.append(machine.decompress(rest, 2**20))
                rest = machine.unconsumed_tail
                size += len(blocks[-1])
                _hold(size, MOST_OF_ONE)
    except zlib.error:
        return b"".join(blocks), taken
    return b"".join(blocks), taken


def _letters_off(data: bytes, name: bytes) -> bytes:
    """Take off the letters in which a stream was written down."""
    plain = b"".join(data.split())
    try:
        if name in {b"ASCIIHexDecode", b"AHx"}:
            return binascii.unhexlify(plain.split(b">")[0])
        return a85decode(plain.split(b"~>")[0])
    except ValueError:
        return data


def _lzw_size(data: memoryview) -> int:
    """Count what LZW unpacks to, without unpacking: only lengths are kept."""
    lengths, width, bits, held, size, last = [1] * 258, 9, 0, 0, 0, 0
    for byte in data:
        held, bits = (held << 8 | byte) & 0xFFFFFF, bits + 8
        if bits < width:
            continue
        bits -= width
        code = held >> bits & (1 << width) - 1
        if code == _LZW_END:
            break
        if code == _LZW_CLEAR:
            lengths, width, last = [1] * 258, 9, 0
            continue
        length = lengths[code] if code < len(lengths) else last + 1
        if last and len(lengths) < _LZW_MOST:
            lengths.append(last + 1)
        size, last = size + length, length
        _hold(size, MOST_OF_ONE)
        width = min(max((len(lengths) + 1).bit_length(), 9), 12)
    return size


def _called(texts: Iterable[bytes]) -> Iterator[list[int]]:
    """Give the streams that each page, or any list of streams, calls its content."""
    for text in texts:
        plain = _ESCAPED.sub(lambda found: bytes.fromhex(found[1].decode()), text)
        for found in _REFERENCES.finditer(plain):
            words = found[1] or found[2]
            yield [int(n[:9]) for n in _NUMBER.findall(words)]
