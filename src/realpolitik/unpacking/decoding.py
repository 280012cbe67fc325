"""From bytes to characters, with the way back from any character to its bytes."""

import re
from codecs import BOM_UTF8, BOM_UTF16_BE, BOM_UTF16_LE, BOM_UTF32_BE, BOM_UTF32_LE
from collections.abc import Sequence
from dataclasses import dataclass

from charset_normalizer import from_bytes

_BOMS = (
    (BOM_UTF8, "utf-8"),
    (BOM_UTF32_LE, "utf-32-le"),
    (BOM_UTF32_BE, "utf-32-be"),
    (BOM_UTF16_LE, "utf-16-le"),
    (BOM_UTF16_BE, "utf-16-be"),
)
_DECLARED = re.compile(
    rb"""<(?:meta|\?xml)[^>]{0,200}?(?:charset|encoding)\s*=\s*
    ["']?\s*([A-Za-z0-9_.:-]{2,40})""",
    re.IGNORECASE | re.VERBOSE,
)
_STRAY = re.compile("[\udc80-\udcff]")
_UNITS = {"utf-16": 2, "utf-32": 4}
_NO_TEXT = frozenset(
    ("idna", "punycode", "raw-unicode-escape", "undefined", "unicode-escape", "utf-7")
)  # codecs that Python has but no page is written in; some take forever
_WIDE_SAMPLE = 4096
_DETECTION_SAMPLE = 200_000
_MOSTLY = 0.4
_FEW_STRAYS = 0.1
_RARE_BYTES = 0.05


@dataclass(frozen=True, slots=True)
class Decoded:
    """The characters of some bytes.

    `coded` is as long as `text` and encodes back to the bytes after the first `skip`
    (a byte order mark): a byte that fits no character stands in it as a surrogate.
    `repaired` says in words what was not plain UTF-8, None where all was.
    """

    text: str
    coded: str
    encoding: str = "utf-8"
    skip: int = 0
    repaired: str | None = None

    def byte_offsets(self, positions: Sequence[int]) -> dict[int, int]:
        """Give the byte offset of each character position."""
        offsets: dict[int, int] = {}
        last, offset = 0, self.skip
        for position in sorted(set(positions)):
            part = self.coded[last:position]
            offset += len(part.encode(self.encoding, "surrogateescape"))
            offsets[position], last = offset, position
        return offsets

    def strays(self) -> list[int]:
        """List the positions of characters whose byte did not fit the encoding."""
        if self.coded is self.text:
            return []
        return [match.start() for match in _STRAY.finditer(self.coded)]


def decode(content: bytes, told: str | None = None) -> Decoded:
    """Decode as UTF-8, else as declared, else as the likeliest encoding.

    `told` is the encoding that a carrier (a web server, a letter) declares; it is
    believed before the one in the text, as browsers do, but never over plain UTF-8.
    """
    for mark, encoding in _BOMS:
        if content.startswith(mark):
            return _with_strays(content[len(mark) :], encoding, len(mark))
    if wide := _wide_encoding(content):
        return _decoded(content, wide)
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError:
        return _decode_foreign(content, told)
    return Decoded(text, text)


def _wide_encoding(content: bytes) -> str | None:
    """Recognise UTF-16 without a mark by its many zero bytes on one side."""
    sample = content[:_WIDE_SAMPLE]
    half = max(len(sample) // 2, 1)
    if sample[1::2].count(0) > _MOSTLY * half and _fits(content, "utf-16-le"):
        return "utf-16-le"
    if sample[0::2].count(0) > _MOSTLY * half and _fits(content, "utf-16-be"):
        return "utf-16-be"
    return None


def _decode_foreign(content: bytes, told: str | None) -> Decoded:
    nearly = _with_strays(content, "utf-8", 0)
    strays = len(nearly.strays())
    beyond_ascii = len(nearly.text) - len(nearly.text.encode("ascii", "ignore"))
    if strays < max(_FEW_STRAYS * beyond_ascii, 1):
        return nearly
    declared = _DECLARED.search(content[:_WIDE_SAMPLE])
    written = declared.group(1).decode("ascii") if declared else None
    for name in filter(None, (told, written)):
        if _fits(content, _web_name(name)):
            return _decoded(content, _web_name(name))
    return _decoded(content, _likeliest(content))


def _web_name(name: str) -> str:
    """Browsers read these names as the Windows sets that contain them."""
    plain = name.lower().replace("_", "-")
    return "cp1252" if plain in {"iso-8859-1", "latin-1", "latin1"} else plain


def _likeliest(content: bytes) -> str:
    beyond = sum(byte > 0x7F for byte in content[:_DETECTION_SAMPLE])
    rare = beyond < _RARE_BYTES * min(len(content), _DETECTION_SAMPLE)
    if rare and _fits(content, "cp1252"):
        return "cp1252"
    best = from_bytes(content[:_DETECTION_SAMPLE]).best()
    if best is not None and _fits(content, best.encoding):
        return best.encoding
    return "cp1252" if _fits(content, "cp1252") else "latin-1"


def _fits(content: bytes, encoding: str) -> bool:
    if encoding.lower().replace("_", "-") in _NO_TEXT:
        return False
    try:
        return content.decode(encoding).encode(encoding) == content
    except (ValueError, LookupError):
        return False


def _decoded(content: bytes, encoding: str) -> Decoded:
    text = content.decode(encoding)
    return Decoded(text, text, encoding, repaired=f"the bytes were read as {encoding}")


def _with_strays(content: bytes, encoding: str, skip: int) -> Decoded:
    """Decode, reading a byte that does not fit as a character of Windows-1252."""
    wide = not encoding.startswith("utf-8")
    if wide:  # half a character at the end is none
        content = content[: len(content) - len(content) % _UNITS[encoding[:6]]]
    coded = content.decode(encoding, "replace" if wide else "surrogateescape")
    note = f"the bytes were read as {encoding}" if wide else None
    text = _STRAY.sub(_windows_character, coded)
    if text == coded:
        return Decoded(coded, coded, encoding, skip, note)
    strays = len(_STRAY.findall(coded))
    note = f"{strays} bytes are not UTF-8 and were read as Windows-1252"
    return Decoded(text, coded, encoding, skip, note)


def _windows_character(stray: re.Match[str]) -> str:
    byte = bytes([ord(stray.group()) - 0xDC00])
    return byte.decode("cp1252", "replace")
