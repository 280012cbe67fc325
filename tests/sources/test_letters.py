"""Letters and mailboxes, and what comes in on standard input."""

from datetime import date
from pathlib import Path

import pytest

from realpolitik.core.document import RawDocument, Unread
from tests.sources.carriers import (
    SAMPLES,
    document,
    needs_samples,
    opened,
    opened_bytes,
    record_of,
    tar_of,
    told,
    zip_of,
)

LETTER = b"""From: =?utf-8?q?G=C3=B6ran_X?= <g@x.org>
Subject: =?koi8-r?B?8NLJ18XU?= and more
Date: Thu, 05 Mar 2020 23:00:00 -0500
MIME-Version: 1.0
Content-Type: multipart/mixed; boundary=b

--b
Content-Type: multipart/alternative; boundary=c

--c
Content-Type: text/plain; charset=windows-1252
Content-Transfer-Encoding: quoted-printable

They met =93twice=94.
--c
Content-Type: text/html

<p>They met.</p>
--c--
--b
Content-Type: text/csv; name=rows.csv
Content-Disposition: attachment; filename="../rows.csv"

text
Attached row.
--b
Content-Type: image/png
Content-Disposition: attachment; filename=logo.png

x
--b--
"""


def test_a_letter(tmp_path: Path) -> None:
    path = tmp_path / "a.eml"
    path.write_bytes(LETTER)
    letter, row = map(document, opened(path))
    assert letter.content.decode("cp1252").strip() == "They met “twice”."
    assert (letter.title, letter.author, letter.encoding) == (
        "Привет and more",
        "Göran X",
        "windows-1252",
    )
    assert (letter.date, letter.format) == (date(2020, 3, 5), "text")
    assert (row.content, row.source) == (b"Attached row.", f"{path}/rows.csv:2")


def test_a_mailbox(tmp_path: Path) -> None:
    path = tmp_path / "a.mbox"
    one = b"From a@x.org Thu Mar  5 10:00:00 2020\nSubject: One\n\nThey met.\n>From there they left.\nFrom here on.\n\n"
    page = b"From b@x.org Thu Mar  5 10:00:00 2020\nContent-Type: text/html\n\n<p>They met.</p>\n\n"
    empty = b"From c@x.org Thu Mar  5 10:00:00 2020\nSubject: Nothing\n\n"
    path.write_bytes(one + page + empty)
    first, second, third = opened(path)
    assert (
        document(first).content
        == b"They met.\nFrom there they left.\nFrom here on.\n\n"
    )
    assert (document(second).format, second.source) == ("fragment", f"{path}:2")
    assert told([third]) == ["! this letter has no text"]


def test_letters_that_nest_without_end(tmp_path: Path) -> None:
    path = tmp_path / "a.eml"
    head = b"Subject: x\n"
    nested = b"".join(
        b"Content-Type: multipart/mixed; boundary=b%d\n\n--b%d\n" % (n, n)
        for n in range(3000)
    )
    path.write_bytes(head + nested + b"\nThey met.")
    assert len(opened(path)) == 1


@needs_samples
def test_sample_mailboxes() -> None:
    found = opened(SAMPLES / "mbox")
    assert sum(isinstance(each, RawDocument) for each in found) == 18
    assert not [each for each in found if isinstance(each, Unread)]


STDIN = [
    (zip_of({"a.txt": "They met."}), ["They met."]),
    (tar_of({"a.txt": b"They met."}), ["They met."]),
    (record_of("http://x.org/", b"They met."), ["They met."]),
    (LETTER, ["They met \ufffdtwice\ufffd.", "Attached row."]),
    (b"", [""]),
]


@pytest.mark.parametrize(("content", "expected"), STDIN)
def test_carriers_on_standard_input(content: bytes, expected: list[str]) -> None:
    assert [line.strip() for line in told(opened_bytes(content))] == expected
