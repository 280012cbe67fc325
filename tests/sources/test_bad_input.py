"""Whatever comes in: one true line, bounded time and memory, and the rest goes on."""

import gzip
import io
import json
import subprocess
import sys
import zipfile
import zlib
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

from tests.sources.carriers import opened, tar_of, told, zip_of

GOOD = "Russia met Israel in Moscow."
MOST_MEMORY = 2**30
MOST_SECONDS = 30

# Opens and reads its arguments, and tells of each what came and its CPU time, and of
# all of them the memory.
_READER = """
import json, pathlib, resource, sys
from realpolitik.core.document import Unread
from realpolitik.core.errors import UnusableInputError
from realpolitik.documents.make import make_document
from realpolitik.sources.fetching.policy import Policy
from realpolitik.sources.open import open_sources
from realpolitik.sources.web import Web

def used():
    return resource.getrusage(resource.RUSAGE_SELF)

def peak():
    # a child begins with the ru_maxrss of its parent, which may be a large test run
    status = pathlib.Path("/proc/self/status")
    if not status.exists():
        return used().ru_maxrss * 1024
    lines = status.read_text().splitlines()
    return next(int(line.split()[1]) for line in lines if "VmHWM" in line) * 1024

told = {}
for path in sys.argv[1:]:
    lines, began = [], used().ru_utime
    for found in open_sources([path], web=Web(Policy(offline=True))):
        if not isinstance(found, Unread):
            try:
                lines.append("read " + make_document(found).text[:40])
                continue
            except UnusableInputError as error:
                found = Unread(error.source, error.what, error.remedy)
        lines.append("! " + found.what)
    told[path] = [lines, used().ru_utime - began]
print(json.dumps([told, peak()]))
"""


def read(*paths: Path) -> dict[str, list[str]]:
    """Read files in a process of its own and hold it to its bounds."""
    done = subprocess.run(
        [sys.executable, "-c", _READER, *map(str, paths)],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert done.stderr == ""
    told, memory = json.loads(done.stdout)
    assert memory < MOST_MEMORY, f"{memory / 2**20:.0f} MB"
    slow = {
        path: seconds for path, (_, seconds) in told.items() if seconds > MOST_SECONDS
    }
    assert not slow
    return {Path(path).name: lines for path, (lines, _) in told.items()}


def zip_bomb(_folder: Path) -> bytes:
    return zip_of({"a.txt": b"\0" * 20_000_000, "good.txt": GOOD})


def lying_zip(_folder: Path) -> bytes:
    """A zip whose directory says that a file is small."""
    whole = bytearray(zip_of({"a.txt": b"a" * 5_000_000}))
    for mark, at in ((b"PK\x03\x04", 22), (b"PK\x01\x02", 24)):
        place = whole.index(mark) + at
        whole[place : place + 4] = (10).to_bytes(4, "little")
    return bytes(whole)


def overlapping_zip(_folder: Path) -> bytes:
    """A zip in which many names mean the same packed bytes."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("a.txt", b"a" * 900_000)
        first = archive.infolist()[0]
        for number in range(3000):
            twin = zipfile.ZipInfo(f"{number}.txt")
            for name in (
                "header_offset",
                "CRC",
                "compress_size",
                "file_size",
                "compress_type",
            ):
                setattr(twin, name, getattr(first, name))
            archive.filelist.append(twin)
            archive.NameToInfo[twin.filename] = twin
    return target.getvalue()


def gzip_bomb(_folder: Path) -> bytes:
    return gzip.compress(b"\0" * 90_000_000, 1)


def gzip_bomb_of_rows(_folder: Path) -> bytes:
    return gzip_bomb(_folder)


def twice_packed(_folder: Path) -> bytes:
    return gzip.compress(gzip.compress(b"\0" * 90_000_000, 9))


def zip_in_zip(_folder: Path) -> bytes:
    """Sixteen zips in each of sixteen, five deep."""
    inner = zip_of({"a.txt": GOOD})
    for _ in range(5):
        inner = zip_of({f"{number}.zip": inner for number in range(16)})
    return inner


def deep_page(_folder: Path) -> bytes:
    return b"<html><body>" + b"<div>" * 100_000 + GOOD.encode()


def deep_lists(_folder: Path) -> bytes:
    return b"<html><body>" + b"<ul><li>" * 100_000 + GOOD.encode()


def open_tags(_folder: Path) -> bytes:
    return b"<html><body>" + b"<" * 200_000 + GOOD.encode()


def long_line(_folder: Path) -> bytes:
    return GOOD.encode() + b" " + b"x" * 10_000_000


def long_page_line(_folder: Path) -> bytes:
    return b"<html><body><p>" + GOOD.encode() + b" word" * 2_000_000


def long_json_line(_folder: Path) -> bytes:
    return json.dumps({"text": GOOD + " x" * 5_000_000}).encode()


def long_cell(_folder: Path) -> bytes:
    return f'text,id\n"{GOOD}{" x" * 5_000_000}",1\n'.encode()


def open_quote(_folder: Path) -> bytes:
    return b'text,id\n"' + b"x,1\n" * 30_000


def billion_laughs(_folder: Path) -> bytes:
    names = "abcdefghij"
    lines = [f'<!ENTITY {b} "{f"&{a};" * 10}">' for a, b in pairwise(names)]
    return f'<?xml version="1.0"?><!DOCTYPE r [<!ENTITY a "ha">{"".join(lines)}]><r>&j;</r>'.encode()


def long_entity(_folder: Path) -> bytes:
    return (
        b'<!DOCTYPE r [<!ENTITY a "'
        + b"x" * 100_000
        + b'">]><r>'
        + b"&a;" * 50_000
        + b"</r>"
    )


def outside_entity(_folder: Path) -> bytes:
    return b'<!DOCTYPE r [<!ENTITY a SYSTEM "file:///etc/passwd">]><r>&a;</r>'


def deep_xml(_folder: Path) -> bytes:
    return b"<a>" * 1_000_000


def deep_json(_folder: Path) -> bytes:
    return b"[" * 1_000_000


def many_attributes(_folder: Path) -> bytes:
    return (
        b"<r "
        + b" ".join(b'a%d="x"' % n for n in range(100_000))
        + b"><p>Text.</p></r>"
    )


def null_bytes(_folder: Path) -> bytes:
    return b"Russia\0 met\0\0 Israel in Moscow today."


def invalid_utf8(_folder: Path) -> bytes:
    return GOOD.encode() + b" \xff\xfe\xc3\x28 \xf0\x28\x8c\xbc"


def marks_without_width(_folder: Path) -> bytes:
    return "Rus\u200bsia \u202emet\u202c Is\u00adrael\ufeff in \u2067Moscow\u2069.".encode()


def punycode_claimed(_folder: Path) -> bytes:
    return b"<html><head><meta charset=punycode></head><p>" + b"a-\xff" * 300_000


def pdf_of(*streams: tuple[bytes, bytes], contents: bytes = b"4 0 R") -> bytes:
    """Make a PDF of one page; its streams (their head, what they hold) are 4, 5, ..."""
    parts = [
        b"%PDF-1.4\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n",
        b"2 0 obj\n<< /Type /Pages /Kids [3 0 R] /Count 1 >>\nendobj\n",
        b"3 0 obj\n<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents ",
        contents,
        b" /Resources << /Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont ",
        b"/Helvetica >> >> >> >>\nendobj\n",
    ]
    for number, (head, held) in enumerate(streams, start=4):
        parts.append(b"%d 0 obj\n<< %s /Length %d >>\n" % (number, head, len(held)))
        parts.append(b"stream\n" + held + b"\nendstream\nendobj\n")
    return b"".join(parts) + b"trailer\n<< /Root 1 0 R /Size 9 >>\n%%EOF"


FLATE = b"/Filter /FlateDecode"


def deflated(unit: bytes, times: int) -> bytes:
    """Pack a unit so that it can be repeated packed."""
    machine = zlib.compressobj(9)
    first = machine.compress(unit) + machine.flush(zlib.Z_FULL_FLUSH)
    return first + first[2:] * (times - 1)


def pdf_bomb(_folder: Path) -> bytes:
    """More than a gigabyte of what a page draws."""
    return pdf_of((FLATE, deflated(b" " * 2**20, 1100)))


def pdf_twice_packed(_folder: Path) -> bytes:
    inner = deflated(b" " * 2**20, 1100)
    return pdf_of((b"/Filter [/FlateDecode /FlateDecode]", zlib.compress(inner)))


def pdf_of_letters(_folder: Path) -> bytes:
    packed = deflated(b" " * 2**20, 40).hex().encode() + b">"
    return pdf_of((b"/Filter [/AHx /Fl]", packed))


def pdf_list_of_objects(_folder: Path) -> bytes:
    head = b"/Type /ObjStm /N 1 /First 4 /Filter /FlateDecode"
    return pdf_of((FLATE, zlib.compress(b" ")), (head, deflated(b"7 0 " * 2**18, 1100)))


def pdf_again_and_again(_folder: Path) -> bytes:
    """A page that draws the same large stream a thousand times."""
    line = b"BT /F1 12 Tf 72 700 Td (They met.) Tj ET\n"
    calls = b"[" + b"4 0 R " * 1000 + b"]"
    return pdf_of((FLATE, deflated(line * 30_000, 1)), contents=calls)


def pdf_false_picture(_folder: Path) -> bytes:
    head = b"/Subtype /Image /Width 9 /Height 9 /Filter /FlateDecode"
    return pdf_of((head, deflated(b" " * 2**20, 1100)))


CASES: list[tuple[str, Callable[[Path], bytes], list[str]]] = [
    ("bomb.zip", zip_bomb, ["! it unpacks to far more", f"read {GOOD}"]),
    ("lying.zip", lying_zip, ["! its"]),
    ("overlap.zip", overlapping_zip, ["! "]),
    ("bomb.txt.gz", gzip_bomb, ["! "]),
    ("bomb.jsonl.gz", gzip_bomb_of_rows, ["! "]),
    ("twice.txt.gz", twice_packed, ["! "]),
    ("deep.zip", zip_in_zip, ["! "]),
    ("deep.html", deep_page, [f"read {GOOD}"]),
    ("lists.html", deep_lists, [f"read {GOOD}"]),
    ("tags.html", open_tags, ["read "]),
    ("line.txt", long_line, [f"read {GOOD}"]),
    ("line.html", long_page_line, ["! the page is longer than any article"]),
    ("line.jsonl", long_json_line, [f"read {GOOD}"]),
    ("cell.csv", long_cell, [f"read {GOOD}"]),
    ("quote.csv", open_quote, ["read x,1"]),
    ("laughs.xml", billion_laughs, ["! its XML declares entities"]),
    ("laughs.rss", billion_laughs, ["! the feed declares entities"]),
    ("laughs.opml", billion_laughs, ["! its XML declares entities"]),
    ("long.xml", long_entity, ["! its XML declares entities"]),
    ("outside.xml", outside_entity, ["! its XML declares entities"]),
    ("deep.xml", deep_xml, ["! its XML nests deeper"]),
    ("deep.jsonl", deep_json, ["! "]),
    ("attributes.xml", many_attributes, ["read Text."]),
    ("bomb.pdf", pdf_bomb, ["! it unpacks to far more than a text"]),
    ("twice.pdf", pdf_twice_packed, ["! it unpacks to far more than a text"]),
    ("letters.pdf", pdf_of_letters, ["! it unpacks to far more than a text"]),
    ("objects.pdf", pdf_list_of_objects, ["! it unpacks to far more than a text"]),
    ("again.pdf", pdf_again_and_again, ["! it unpacks to far more than a text"]),
    ("picture.pdf", pdf_false_picture, ["! it unpacks to far more than a text"]),
    ("null.txt", null_bytes, ["! it is a binary file"]),
    ("invalid.txt", invalid_utf8, [f"read {GOOD}"]),
    ("marks.txt", marks_without_width, [f"read {GOOD}"]),
    ("puny.html", punycode_claimed, ["read a-"]),
]


def test_bad_input(tmp_path: Path) -> None:
    for name, make, _ in CASES:
        (tmp_path / name).write_bytes(make(tmp_path))
    good = tmp_path / "zz.txt"
    good.write_text(GOOD, "utf-8")
    found = read(*(tmp_path / name for name, _, _ in CASES), good)
    assert found["zz.txt"] == [f"read {GOOD}"]
    wrong = {
        name: found[name]
        for name, _, lines in CASES
        if len(found[name]) > max(len(lines), 2)
        or not all(map(str.startswith, found[name], lines))
    }
    assert not wrong


def test_files_of_two_gigabytes(tmp_path: Path) -> None:
    names = [
        "a.txt",
        "b.html",
        "c.jsonl",
        "d.csv",
        "e.zip",
        "f.warc",
        "g.mbox",
        "h.rss",
        "i.pdf",
        "j.docx",
        "k.parquet",
        "l.tar",
        "m.eml",
        "n.xml",
    ]
    paths = [tmp_path / name for name in names]
    for path in paths:
        with path.open("wb") as file:
            file.truncate(2 * 2**30)
    good = tmp_path / "zz.txt"
    good.write_text(GOOD, "utf-8")
    found = read(*paths, good)
    assert found.pop("zz.txt") == [f"read {GOOD}"]
    assert [len(lines) for lines in found.values()] == [1] * len(names)
    assert all(lines[0].startswith("! ") for lines in found.values())


def test_a_zip_that_holds_itself(tmp_path: Path) -> None:
    """R. Cox's zip unpacks to itself; built here of stored blocks by hand is enough."""
    path = tmp_path / "a.zip"
    inner = zip_of({"a.txt": GOOD})
    for _ in range(8):
        inner = zip_of({"again.zip": inner})
    path.write_bytes(inner)
    (line,) = told(opened(path))
    assert "more than 3 deep" in line


def test_many_deep_archives_are_told_in_two_lines(tmp_path: Path) -> None:
    path = tmp_path / "a.zip"
    inner = zip_of({"a.txt": GOOD})
    for _ in range(3):
        inner = zip_of({"again.zip": inner})
    path.write_bytes(zip_of({f"{n}.zip": inner for n in range(9)}))
    lines = told(opened(path))
    assert len(lines) <= 3
    assert "9 archives in it lie more than 3 deep" in lines[-1]


def test_a_truncated_gzip_says_so_and_the_rest_goes_on(tmp_path: Path) -> None:
    (tmp_path / "a.txt.gz").write_bytes(gzip.compress(bytes(range(256)) * 99)[:-50])
    rows = "".join(
        json.dumps({"text": f"{GOOD} {zlib.crc32(b'%d' % n)}"}) + "\n"
        for n in range(3000)
    )
    (tmp_path / "b.jsonl.gz").write_bytes(gzip.compress(rows.encode())[:-5000])
    (tmp_path / "c.txt").write_text(GOOD, "utf-8")
    lines = told(opened(tmp_path))
    assert lines[0] == "! its packing is damaged"
    assert sum(line.startswith(GOOD) for line in lines) > 1000
    assert lines[-2:] == ["! its packing is damaged", GOOD]


def test_a_tar_with_links_and_a_bomb(tmp_path: Path) -> None:
    import tarfile

    path = tmp_path / "a.tar.gz"
    target = io.BytesIO()
    with tarfile.open(fileobj=target, mode="w:gz") as archive:
        link = tarfile.TarInfo("link.txt")
        link.type, link.linkname = tarfile.SYMTYPE, "/etc/passwd"
        archive.addfile(link)
        info = tarfile.TarInfo("big.txt")
        info.size = 90_000_000
        archive.addfile(info, io.BytesIO(b"\0" * info.size))
    path.write_bytes(target.getvalue())
    lines = read(path)["a.tar.gz"]
    assert 1 <= len(lines) <= 2
    assert all(line.startswith("! ") for line in lines)
    path.write_bytes(tar_of({"a.txt": GOOD.encode()}) + b"\0" * 5000)
    assert told(opened(path)) == [GOOD]
