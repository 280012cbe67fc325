"""PDF: opened within bounds; its text layer as blocks, its pages as parts."""

import re
from collections.abc import Iterator, Sequence
from contextlib import closing, suppress
from datetime import date
from io import BytesIO

import pypdfium2
from pypdfium2 import raw

from realpolitik.core.errors import UnreadableError
from realpolitik.core.problem import Problem
from realpolitik.documents.blocks import Block, Extract, Metadata
from realpolitik.documents.dating import date_in_text
from realpolitik.documents.parts import blocks_of_units
from realpolitik.documents.pdf.bounds import check_bounds
from realpolitik.documents.pdf.letters import Run, runs_of
from realpolitik.documents.pdf.lines import Line, lines_of
from realpolitik.documents.pdf.paragraphs import Page, units_of
from realpolitik.documents.pdf.running import running_lines

MOST_PAGES = 3000
_MOST_LETTERS = 20_000_000
_DAY = re.compile(r"D:(\d{4})(\d\d)(\d\d)")
_NOT_ENCRYPTED = -1
_PASSWORD = 4  # pdfium's word for it
_NO_TITLE = re.compile(r"^(?:microsoft word|untitled|document\d*\b)|\.\w{3,4}$|_", re.I)


def read(content: bytes) -> Extract:
    """Read a PDF by its text layer; nothing is ever guessed from pictures.

    UnreadableError where it is damaged, locked, or has no text layer.
    """
    check_bounds(content)
    with closing(_opened(content)) as document:
        _check_unlocked(document)
        pages, left_away, empty = _pages(document)
        metadata = _metadata(document)
    running = running_lines(pages)
    kept = [
        Page(
            f"page {number}",
            tuple(ln for at, ln in enumerate(lines) if at not in heads),
        )
        for number, (lines, heads) in enumerate(
            zip(pages, running, strict=True), start=1
        )
    ]
    blocks, parts = blocks_of_units(units_of(kept))
    if not blocks:
        raise UnreadableError(
            "it is a PDF without a text layer (a scan)",
            "run a text recognition (OCR) on it first",
        )
    seen = sum(len("".join(line.text.split())) for lines in pages for line in lines)
    return Extract(
        blocks,
        metadata=_dated(metadata, blocks),
        problems=tuple(_of_empty(empty)),
        visible=seen + left_away,
        framed=False,
        parts=parts,
    )


def _opened(content: bytes) -> pypdfium2.PdfDocument:
    try:
        return pypdfium2.PdfDocument(content)
    except pypdfium2.PdfiumError as error:
        if getattr(error, "err_code", None) == _PASSWORD or "assword" in str(error):
            raise UnreadableError(
                "it is locked with a password", "unlock it first"
            ) from error
        raise UnreadableError("it is a damaged PDF", "fetch it again") from error


def _check_unlocked(document: pypdfium2.PdfDocument) -> None:
    """Measure an encrypted file that opens without a password, in a plain copy.

    What its streams unpack to can't be seen before.
    """
    if raw.FPDF_GetSecurityHandlerRevision(document) == _NOT_ENCRYPTED:
        return
    plain = BytesIO()
    document.save(plain, flags=raw.FPDF_REMOVE_SECURITY)
    check_bounds(plain.getvalue())


def _pages(
    document: pypdfium2.PdfDocument,
) -> tuple[list[list[Line]], int, list[int]]:
    """Give the lines of each page, the letters left away, and pages of pictures."""
    if len(document) > MOST_PAGES:
        raise UnreadableError(f"it has more than {MOST_PAGES} pages", "split it")
    pages: list[list[Line]] = []
    empty: list[int] = []
    left_away = letters = 0
    for number in range(len(document)):
        runs: list[Run] = []
        marks, blank = 0, False
        with suppress(pypdfium2.PdfiumError):
            page = document[number]
            with closing(page):
                runs, marks = runs_of(page)
                blank = not runs and next(iter(page.get_objects()), None) is None
        letters += sum(len(run.text) for run in runs)
        if letters > _MOST_LETTERS:
            raise UnreadableError("it holds more text than any book", "split it")
        pages.append(lines_of(runs))
        left_away += marks
        if not runs and not blank:
            empty.append(number + 1)
    return pages, left_away, empty


def _of_empty(numbers: Sequence[int]) -> Iterator[Problem]:
    if numbers:
        some = ", ".join(map(str, numbers[:10])) + (" ..." if len(numbers) > 10 else "")
        word = "pages" if len(numbers) > 1 else "page"
        note = f"no text on {word} {some}, only pictures, which are not read"
        yield Problem("no-text-on-page", note)


def _metadata(document: pypdfium2.PdfDocument) -> Metadata:
    with suppress(pypdfium2.PdfiumError):
        told = document.get_metadata_dict()
        title = (told.get("Title") or "").strip()
        return Metadata(
            title=None if not title or _NO_TITLE.search(title) else title,
            author=(told.get("Author") or "").strip() or None,
            published=_day(told.get("CreationDate")),
            modified=_day(told.get("ModDate")),
        )
    return Metadata()


def _day(text: str | None) -> date | None:
    match = _DAY.match(text or "")
    with suppress(ValueError):
        return date(*map(int, match.groups())) if match else None
    return None


def _dated(metadata: Metadata, blocks: Sequence[Block]) -> Metadata:
    """Believe a date in the text over the day on which the file was made."""
    if date_in_text(blocks) is None:
        return metadata
    return Metadata(
        title=metadata.title, author=metadata.author, modified=metadata.modified
    )
