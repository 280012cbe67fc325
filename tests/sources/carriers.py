"""Makes archives, tables, letters and feeds in memory, for the tests of sources."""

import io
import tarfile
import zipfile
from collections.abc import Mapping
from pathlib import Path

import pytest

from realpolitik.core.document import RawDocument, Unread
from realpolitik.sources.fetching.policy import Policy
from realpolitik.sources.open import open_sources
from realpolitik.sources.web import Web

SAMPLES = Path(__file__).resolve().parents[2] / ".." / "shared" / "formats" / "samples"
needs_samples = pytest.mark.skipif(
    not SAMPLES.is_dir(), reason="needs the samples in ../shared/formats/samples"
)

Found = RawDocument | Unread


def document(found: object) -> RawDocument:
    """Take what was found for a document."""
    assert isinstance(found, RawDocument)
    return found


def opened(path: Path) -> list[Found]:
    """Open a file without the web."""
    return list(open_sources([str(path)], web=Web(Policy(offline=True))))


def opened_bytes(content: bytes) -> list[Found]:
    """Open what comes in on standard input."""
    web = Web(Policy(offline=True))
    return list(open_sources(["-"], stdin=io.BytesIO(content), web=web))


def told(found: list[Found]) -> list[str]:
    """Give the text of each document, and what is wrong with each that is unread."""
    return [
        each.content.decode("utf-8", "replace")
        if isinstance(each, RawDocument)
        else f"! {each.what}"
        for each in found
    ]


def zip_of(members: Mapping[str, bytes | str]) -> bytes:
    """Pack files into a zip archive."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return target.getvalue()


def tar_of(members: Mapping[str, bytes], *, mode: str = "w") -> bytes:
    """Pack files into a tar archive, packed as `mode` says."""
    target = io.BytesIO()
    with tarfile.open(fileobj=target, mode=mode) as archive:
        for name, content in members.items():
            info = tarfile.TarInfo(name)
            info.size = len(content)
            archive.addfile(info, io.BytesIO(content))
    return target.getvalue()


def record_of(
    address: str,
    body: bytes,
    *,
    head: bytes = b"HTTP/1.1 200 OK",
    media: bytes = b"text/html",
) -> bytes:
    """Make one record of a web archive."""
    answer = head + b"\r\nContent-Type: " + media + b"\r\n\r\n" + body
    told = (
        f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: {address}\r\n"
        f"WARC-Date: 2020-03-05T10:00:00Z\r\nWARC-Record-ID: <urn:uuid:1>\r\n"
        f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(answer)}\r\n\r\n"
    )
    return told.encode() + answer + b"\r\n\r\n"
