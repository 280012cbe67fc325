"""Why some bytes can't be read as a document, and what to do about it."""

from dataclasses import dataclass

from realpolitik.core.document import RawDocument
from realpolitik.documents.formats import FORMATS, Format, suffix_of

_OFFICE = b"\xd0\xcf\x11\xe0"
_LOCKED = "EncryptedPackage".encode("utf-16-le")
_MAGIC = (
    (b"PK\x03\x04", "a ZIP archive of no known kind", "export it as text"),
    (b"\x1f\x8b", "a gzip archive", "unpack it first (gunzip)"),
    (_OFFICE, "an old Microsoft Office file", "save it as .docx or .txt"),
    (b"{\\rtf", "a Rich Text file", "save it as .txt or .html"),
    (b"\x89PNG", "a picture (PNG)", "give its text as .txt"),
    (b"\xff\xd8\xff", "a picture (JPEG)", "give its text as .txt"),
    (b"GIF8", "a picture (GIF)", "give its text as .txt"),
    (b"PAR1", "a Parquet table", "write its texts as JSON Lines"),
    (b"SQLite format 3", "an SQLite database", "write its texts as JSON Lines"),
    (b"BZh", "a bzip2 archive", "unpack it first (bunzip2)"),
    (b"\xfd7zXZ", "an xz archive", "unpack it first (unxz)"),
    (b"\x28\xb5\x2f\xfd", "a Zstandard archive", "unpack it first (zstd -d)"),
)
_SAMPLE = 8192
_CONTROL = bytes(set(range(32)) - set(b"\t\n\x0b\x0c\r\x1b"))
_CONTROL_SHARE = 0.05
_WIDE_ZEROS = 0.4


@dataclass(frozen=True, slots=True)
class Reason:
    """What is wrong with an input and what a person can do."""

    what: str
    remedy: str


def reason_against(raw: RawDocument, *, known: Format | None) -> Reason | None:
    """Say why `raw` can't be read; None where it can. `known` is its format."""
    if not raw.content.strip(b"\0 \t\r\n"):
        return Reason("it is empty", "give a file with text in it")
    if known is None:
        return _unknown_format(raw)
    if raw.content.startswith(_OFFICE) and _LOCKED in raw.content:
        return Reason("it is locked with a password", "unlock it first")
    if known.packed:
        return None
    return _no_text(raw.content)


def _no_text(content: bytes) -> Reason | None:
    for magic, name, remedy in _MAGIC:
        if content.startswith(magic):
            return Reason(f"it is {name}, which can't be read yet", remedy)
    if is_binary(content):
        return Reason("it is a binary file, not text", "give its text as .txt or .html")
    return None


def is_binary(content: bytes) -> bool:
    """Tell bytes that are no text: zero bytes (beyond UTF-16), control characters."""
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return False
    sample = content[:_SAMPLE]
    half = max(len(sample) // 2, 1)
    sides = sorted((sample[0::2].count(0) / half, sample[1::2].count(0) / half))
    if sides[1] > _WIDE_ZEROS:
        return sides[0] > _CONTROL_SHARE
    control = len(sample) - len(sample.translate(None, _CONTROL))
    return b"\0" in sample or control > _CONTROL_SHARE * len(sample)


def _unknown_format(raw: RawDocument) -> Reason:
    readable = ", ".join(known.name for known in FORMATS)
    if raw.format:
        return Reason(f"no reader for the format {raw.format!r}", f"use {readable}")
    for magic, name, remedy in _MAGIC:
        if raw.content.startswith(magic):
            return Reason(f"it is {name}, which can't be read yet", remedy)
    suffix = suffix_of(raw.source)
    return Reason(
        f"files ending in {suffix} can't be read yet",
        "save the text as .txt, .html, .pdf, .docx or .jsonl "
        "(a text under a wrong ending: rename it to .txt)",
    )
