"""The letters of a PDF page, where they stand, and the runs of text they make."""

import ctypes
import math
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import pypdfium2
from pypdfium2 import raw

from realpolitik.core.errors import UnreadableError
from realpolitik.documents.pdf.bounds import REMEDY
from realpolitik.documents.pdf.drawing import MOST_LETTERS

_GAP = 1.2  # in units of the size of the letters; a wider gap parts two runs
_BACK = 0.6
_DRIFT = 0.45  # how far a letter of the same line may stand above or below it
_SMALL = 0.8
_RAISED = 0.12
_SLANT = 0.1  # radians; what stands aslant is a stamp or watermark
_BOLD = 600
_BULLETS = dict.fromkeys(map(ord, "\uf0b7\uf0a7\uf076\uf0d8\uf0fc\uf02d\u25cf"), "•")
# U+FFFE: so pdfium gives a hyphen that parts a word at a line's end
_SIGNS = {**_BULLETS, 0x2: "-", 0xFFFE: "-"}
_MARKS = frozenset("0123456789*†‡,")
_WEIGHED = 40  # letters of a run whose weight is looked at


@dataclass(frozen=True, slots=True)
class Run:
    """Letters that follow each other on one line: from `left` to `right`, the line at
    `base` (counted upwards from the foot of the page), in points.
    """

    text: str
    left: float
    right: float
    base: float
    size: float
    bold: bool = False


@dataclass(frozen=True, slots=True)
class _Letter:
    sign: str
    left: float
    right: float
    base: float
    size: float
    number: int
    made: bool  # a space or line end that pdfium put there


def runs_of(page: pypdfium2.PdfPage) -> tuple[list[Run], int]:
    """Give the runs of a page as they come, and how many letters were left away.

    Raised figures are marks of notes and are left away, and so is what stands aslant.
    UnreadableError where they are more than any page has.
    """
    text = page.get_textpage()
    try:
        if text.count_chars() > MOST_LETTERS:
            raise UnreadableError("a page of it holds more text than any page", REMEDY)
        collector = _Collector(text)
        for letter in _letters(text, page):
            collector.take(letter)
        collector.close()
        return collector.runs, collector.left_away
    finally:
        text.close()


@dataclass(slots=True)
class _Collector:
    """The run at hand, and those that are whole."""

    page: Any
    runs: list[Run] = field(default_factory=list)
    letters: list[_Letter] = field(default_factory=list)
    left_away: int = 0

    def take(self, letter: _Letter) -> None:
        """Put a letter to the run at hand or begin another."""
        if letter.made:
            if letter.sign.isspace() and self.letters and letter.sign not in "\r\n":
                self.letters.append(letter)
            return
        if self._is_mark(letter):
            self.left_away += 1
            return
        if not self._goes_on(letter):
            self.close()
        if not letter.sign.isspace() or self.letters:
            self.letters.append(letter)

    def close(self) -> None:
        """Make a run of the letters at hand."""
        words = [each for each in self.letters if not each.sign.isspace()]
        if words:
            text = "".join(each.sign for each in self.letters).translate(_SIGNS)
            sizes = sorted(each.size for each in words)
            self.runs.append(
                Run(
                    " ".join(text.split()),
                    words[0].left,
                    max(each.right for each in words),
                    _most(each.base for each in words),
                    sizes[len(sizes) // 2],
                    self._is_bold(words),
                )
            )
        self.letters = []

    def _last(self) -> _Letter | None:
        real = (each for each in reversed(self.letters) if not each.made)
        return next(real, None)

    def _is_mark(self, letter: _Letter) -> bool:
        last = self._last()
        if last is None or letter.sign not in _MARKS or last.sign.isspace():
            return False
        near = letter.left - last.right < _GAP * last.size
        small = letter.size < _SMALL * last.size
        return near and small and letter.base - last.base > _RAISED * last.size

    def _goes_on(self, letter: _Letter) -> bool:
        last = self._last()
        if last is None:
            return True
        size = max(last.size, letter.size)
        gap = letter.left - last.right
        if letter.sign.isspace():
            return abs(letter.base - last.base) <= _DRIFT * size
        level = abs(letter.base - last.base) <= _DRIFT * size
        return level and -_BACK * size < gap < _GAP * size

    def _is_bold(self, words: list[_Letter]) -> bool:
        step = max(len(words) // 3, 1)
        seen = words[:_WEIGHED:step][:3]
        weights = [raw.FPDFText_GetFontWeight(self.page, w.number) for w in seen]
        return all(
            weight >= _BOLD or self._is_named_bold(w)
            for weight, w in zip(weights, seen, strict=True)
        )

    def _is_named_bold(self, letter: _Letter) -> bool:
        name = ctypes.create_string_buffer(128)
        flags = ctypes.c_int()
        raw.FPDFText_GetFontInfo(self.page, letter.number, name, 128, flags)
        return b"bold" in name.value.lower()


def _letters(text: Any, page: pypdfium2.PdfPage) -> Iterator[_Letter]:
    left, right, low, high, x, y = (ctypes.c_double() for _ in range(6))
    turn = _Turn(page.get_rotation(), *page.get_size())
    for number in range(text.count_chars()):
        code = raw.FPDFText_GetUnicode(text, number)
        sign = chr(code) if 0 < code < 0x110000 and not 0xD800 <= code < 0xE000 else ""
        if not sign:
            continue
        if raw.FPDFText_IsGenerated(text, number) == 1:
            yield _Letter(sign, 0, 0, 0, 0, number, made=True)
            continue
        if not _is_upright(raw.FPDFText_GetCharAngle(text, number), turn.rotation):
            continue
        raw.FPDFText_GetCharBox(text, number, left, right, low, high)
        raw.FPDFText_GetCharOrigin(text, number, x, y)
        first = turn.point(left.value, low.value)
        second = turn.point(right.value, high.value)
        base = turn.point(x.value, y.value)[1]
        edges = sorted((first[0], second[0]))
        size = raw.FPDFText_GetFontSize(text, number) or 10.0
        height = abs(second[1] - first[1])
        if size <= 2 and height > 2:  # the true size hides in a matrix
            size = height * 1.4
        yield _Letter(sign, edges[0], edges[1], base, size, number, made=False)


@dataclass(frozen=True, slots=True)
class _Turn:
    """How a page is turned when it is shown; width and height are the shown ones."""

    rotation: int
    width: float
    height: float

    def point(self, x: float, y: float) -> tuple[float, float]:
        """Give where a point of the page stands as it is shown."""
        if self.rotation == 90:
            return y, self.height - x
        if self.rotation == 180:
            return self.width - x, self.height - y
        if self.rotation == 270:
            return self.width - y, x
        return x, y


def _is_upright(angle: float, rotation: int) -> bool:
    shown = math.radians(rotation)
    off = (angle - shown) % (2 * math.pi)
    return angle < 0 or min(off, 2 * math.pi - off) < _SLANT


def _most(bases: Iterator[float]) -> float:
    """Give the height that most letters of a run share."""
    found = sorted(round(base, 1) for base in bases)
    return found[len(found) // 2]
