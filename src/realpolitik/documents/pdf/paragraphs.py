"""From lines to paragraphs: where one ends, hyphens at line ends, pages in between."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from statistics import median

from realpolitik.documents.parts import Stretch, Unit
from realpolitik.documents.pdf.lines import Line

_BULLET = re.compile(r"(?:[•‣▪●·▫o*]|[-–—]|\(?\d{1,2}[.)]|\(?[a-z][.)])\s+\S")
_STOP = re.compile(r"""[.!?:;…]["'”’»)\]]*\Z""")
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_HEAD_OF_LINE = re.compile(r"[^\W\d_]+")
_LAST_PART = re.compile(r"([^\W\d_]+)-\Z")
_APART = 1.4  # of the usual distance of two lines
_LARGER = 1.12
_SMALLER = 0.88
_INDENT = 0.8  # of the size
_LONGEST_HEADING = 200
_CONTENTS = re.compile(r"(?:\. ?){4,}\s*[\dA-Z.-]{1,6}\Z")
_AROUND = 7  # lines before and after that tell how wide a text is set
_NOTE = re.compile(r"(?:\d{1,3}|[*†‡])[\s.)]?\s*\S")


@dataclass(frozen=True, slots=True)
class Page:
    """The lines of one page in reading order, without running heads."""

    part: str
    lines: tuple[Line, ...]


@dataclass(slots=True)
class _Paragraph:
    lines: list[tuple[Line, str]] = field(default_factory=list)
    note: bool = False

    @property
    def last(self) -> Line:
        return self.lines[-1][0]

    @property
    def first(self) -> Line:
        return self.lines[0][0]


def units_of(pages: Sequence[Page]) -> list[Unit]:
    """Give the paragraphs, headings, list items and rows of all pages in order.

    A paragraph that a page or column breaks goes on after the break; the notes at the
    foot of a page stand after it.
    """
    size = _usual_size(pages)
    words = _words(pages)
    paragraphs = _joined(pages, size)
    return [_unit(paragraph, words, size) for paragraph in paragraphs]


def _usual_size(pages: Sequence[Page]) -> float:
    letters: Counter[float] = Counter()
    for page in pages:
        for line in page.lines:
            letters[round(line.size * 2) / 2] += len(line.text)
    return letters.most_common(1)[0][0] if letters else 10.0


def _words(pages: Sequence[Page]) -> Counter[str]:
    """Count the words of a document, to know which of them have a hyphen."""
    counts: Counter[str] = Counter()
    for page in pages:
        for line in page.lines:
            counts.update(word.lower() for word in _WORD.findall(line.text))
    return counts


def _joined(pages: Sequence[Page], size: float) -> Iterator[_Paragraph]:
    """Put a paragraph's halves together across pages; notes wait for its end."""
    body: _Paragraph | None = None
    notes: list[_Paragraph] = []
    for page in pages:
        for paragraph in _paragraphs(page, size):
            if paragraph.note:
                notes.append(paragraph)
                continue
            if body is not None and _goes_on(body, paragraph):
                body.lines += paragraph.lines
                continue
            if body is not None:
                yield body
                yield from notes
                notes = []
            body = paragraph
    if body is not None:
        yield body
    yield from notes


def _paragraphs(page: Page, size: float) -> Iterator[_Paragraph]:
    """Cut the lines of one page."""
    paragraph = _Paragraph()
    foot = _foot(page.lines, size)
    for column in dict.fromkeys(line.column for line in page.lines):
        lines = [line for line in page.lines if line.column == column]
        layout = _Layout(lines, _leading(lines), size)
        for number, line in enumerate(lines):
            note = line.base <= foot and line.size < _LARGER * _SMALLER * size
            opens = note and _NOTE.match(line.text) is not None
            if paragraph.lines and (
                opens
                or paragraph.note != note
                or paragraph.last.column != column
                or layout.begins(paragraph, number)
            ):
                yield paragraph
                paragraph = _Paragraph()
            paragraph.note = note
            paragraph.lines.append((line, page.part))
    if paragraph.lines:
        yield paragraph


def _foot(lines: Sequence[Line], size: float) -> float:
    """Give the height below which a page has nothing but notes in small letters."""
    height = -1.0
    for line in sorted(lines, key=lambda line: line.base):
        if line.size > _SMALLER * size:
            break
        height = line.base
    at_height = [line for line in lines if line.base <= height]
    noted = any(_NOTE.match(line.text) for line in at_height)
    return height if noted and len(at_height) < len(lines) else -1.0


def _leading(lines: Sequence[Line]) -> float:
    bases = [line.base for line in lines]
    steps = [before - after for before, after in pairwise(bases)]
    gaps = [step for step in steps if 0 < step < 3 * lines[0].size]
    return median(gaps) if gaps else 1.2 * lines[0].size


@dataclass(frozen=True, slots=True)
class _Layout:
    """The lines of one column, with their usual distance and the text's usual size."""

    lines: Sequence[Line]
    leading: float
    size: float

    def begins(self, paragraph: _Paragraph, number: int) -> bool:
        """Tell whether a line opens a new paragraph in its column."""
        line, last = self.lines[number], paragraph.last
        if line.cells > 1 or last.cells > 1 or _CONTENTS.search(last.text):
            return True
        gap = last.base - line.base
        if gap > _APART * self.leading or gap < -0.1 * line.size:
            return True
        fits = _would_fit(last, line, self._right(number))
        alike = _SMALLER < line.size / last.size < _LARGER
        if not alike or line.bold != last.bold:
            return not alike or fits or _STOP.search(last.text) is not None
        if _BULLET.match(line.text):
            return True
        if line.size > _LARGER * self.size:  # a heading on several lines
            return False
        return _is_indented(paragraph, line) or fits

    def _right(self, number: int) -> float:
        """Give the edge that the lines around reach which are set alike."""
        line = self.lines[number]
        around = self.lines[max(number - _AROUND, 0) : number + _AROUND]
        return max(
            each.right
            for each in around
            if each.cells == 1 and 0.95 < each.size / line.size < 1.05
        )


def _is_indented(paragraph: _Paragraph, line: Line) -> bool:
    indent = line.left - paragraph.last.left
    if indent <= _INDENT * line.size:
        return False
    centred = abs(
        (line.left + line.right) - (paragraph.last.left + paragraph.last.right)
    )
    hanging = len(paragraph.lines) == 1 and _BULLET.match(paragraph.first.text)
    return not hanging and centred > line.size


def _would_fit(last: Line, line: Line, right: float) -> bool:
    """Tell that the first word of a line had room on the one before."""
    word = line.text.split(" ", 1)[0]
    width = (line.right - line.left) / max(len(line.text), 1)
    return last.right + (len(word) + 1) * width < right - 0.5 * line.size


def _goes_on(body: _Paragraph, later: _Paragraph) -> bool:
    """Tell the second half of a paragraph that a page or column broke."""
    last, first = body.last, later.first
    if last.cells > 1 or first.cells > 1 or last.bold != first.bold:
        return False
    if not _SMALLER < first.size / last.size < _LARGER:
        return False
    broken = body.lines[-1][1] != later.lines[0][1] or last.column != first.column
    if not broken or _STOP.search(last.text) or _BULLET.match(first.text):
        return False
    if first.text[0].islower():
        return True
    edge = max(line.right for line, _ in body.lines)
    return len(body.lines) > 1 and last.right >= edge - 3 * last.size


def _unit(paragraph: _Paragraph, words: Counter[str], size: float) -> Unit:
    stretches = tuple(_stretches(paragraph.lines, words))
    text = "".join(stretch.text for stretch in stretches)
    bold = len(text) if all(line.bold for line, _ in paragraph.lines) else 0
    return Unit(_kind(paragraph, text, size=size, bold=bold > 0), stretches, bold)


def _kind(paragraph: _Paragraph, text: str, *, size: float, bold: bool) -> str:
    if paragraph.first.cells > 1:
        return "row"
    if _BULLET.match(text):
        return "list"
    large = paragraph.first.size > _LARGER * size
    if (large or bold) and len(text) <= _LONGEST_HEADING and not text.endswith("."):
        return "heading"
    return "paragraph"


def _stretches(
    lines: Iterable[tuple[Line, str]], words: Counter[str]
) -> Iterator[Stretch]:
    """Join lines with a space, or without one where a hyphen parts a word."""
    lines = list(lines)
    for (line, part), (following, _) in pairwise(lines):
        yield Stretch(_end_before(line.text, following.text, words), part)
    yield from (Stretch(line.text, part) for line, part in lines[-1:])


def _end_before(text: str, following: str, words: Counter[str]) -> str:
    r"""Give a line with what stands between it and the next one.

    >>> _end_before("the coop-", "eration of", Counter(cooperation=1))
    'the coop'
    >>> _end_before("a long-", "term plan", Counter({"long-term": 2}))
    'a long-'
    """
    half = _LAST_PART.search(text)
    rest = _HEAD_OF_LINE.match(following)
    if half is None or rest is None:
        return text if text.endswith("-") and rest else f"{text} "
    first, second = half.group(1).lower(), rest.group().lower()
    whole, hyphened = words[first + second], words[f"{first}-{second}"]
    if whole > hyphened:
        return text[:-1]
    if hyphened or rest.group()[0].isupper():
        return text
    known = words[first] > 1 and words[second] > 0
    return text if known else text[:-1]
