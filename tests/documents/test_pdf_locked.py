"""Encrypted PDFs: who may not print may read, who has no password is told so."""

import zlib

import pytest
from locked_pdf import locked_pdf

from realpolitik.core.errors import UnreadableError
from realpolitik.documents.pdf.bounds import MOST_LOCKED, check_bounds
from realpolitik.documents.pdf.reading import read

SHOWN = b"BT /F1 12 Tf 72 700 Td (They met in the capital of the country.) Tj ET"
FLATE = b"/Filter /FlateDecode"


@pytest.mark.parametrize("aes", [False, True])
def test_a_pdf_that_only_its_owner_may_change_is_read(aes: bool) -> None:
    content = locked_pdf(SHOWN, user="", owner="secret", aes=aes)
    assert b"They met" not in content
    (block,) = read(content).blocks
    assert block.text == "They met in the capital of the country."


@pytest.mark.parametrize("aes", [False, True])
def test_a_pdf_that_needs_a_password_is_refused(aes: bool) -> None:
    content = locked_pdf(SHOWN, user="secret", owner="other", aes=aes)
    with pytest.raises(UnreadableError, match="locked with a password"):
        read(content)


@pytest.mark.parametrize("aes", [False, True])
def test_what_an_encrypted_pdf_unpacks_to_is_measured(aes: bool) -> None:
    bomb = zlib.compress(SHOWN + b" " * (80 * 2**20), 9)
    content = locked_pdf(bomb, user="", owner="secret", aes=aes, head=FLATE)
    check_bounds(content)  # nothing of it can be seen yet
    with pytest.raises(UnreadableError, match="far more than a text"):
        read(content)


def test_large_lists_of_objects_that_cannot_be_measured_are_refused() -> None:
    secret = bytes(MOST_LOCKED + 1)
    content = locked_pdf(
        b"", user="", owner="secret", aes=False, head=b"/Type /ObjStm"
    ).replace(b"stream\n\nendstream", b"stream\n" + secret + b"\nendstream")
    with pytest.raises(UnreadableError, match="far more than a text"):
        read(content)
