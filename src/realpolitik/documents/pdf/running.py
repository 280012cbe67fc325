"""What returns on every page: running heads and feet, and page numbers."""

import re
from collections import Counter
from collections.abc import Sequence

from realpolitik.documents.pdf.lines import Line

_OUTER = 3  # lines from the top or the foot of a page
_TIMES = 3
_SHARE = 0.25
_LONGEST = 120
_NUMBER = re.compile(
    r"""(?:page|p\.|pg\.?)?\s*[-–—\[(|]*\s*(?:\d{1,4}|[ivxlc]{1,7}|[A-Z]-\d{1,3})\s*
    [-–—\])|]*(?:\s*(?:of|/)\s*\d{1,4})?""",
    re.VERBOSE | re.IGNORECASE,
)
_DIGITS = re.compile(r"\d+")


def running_lines(pages: Sequence[Sequence[Line]]) -> list[set[int]]:
    """Give the numbers of each page's lines that are heads, feet or page numbers.

    A line is one if it stands among the outermost lines of several pages (its figures
    may differ), or if it is nothing but a page's number.
    """
    outer = [_outer(lines) for lines in pages]
    times = Counter(
        key
        for lines, numbers in zip(pages, outer, strict=True)
        for key in {_key(lines[number]) for number in numbers}
    )
    least = max(_TIMES, min(_SHARE * len(pages), 10))
    found = []
    for lines, numbers in zip(pages, outer, strict=True):
        ends = _ends(lines)
        found.append(
            {
                number
                for number in numbers
                if times[_key(lines[number])] >= least
                or (len(pages) > 1 and number in ends and _is_number(lines[number]))
            }
        )
    return found


def _outer(lines: Sequence[Line]) -> set[int]:
    """Number the highest and lowest lines of a page, wherever they come in it."""
    order = sorted(range(len(lines)), key=lambda number: -lines[number].base)
    ends = {*order[:_OUTER], *order[-_OUTER:]}
    return {number for number in ends if len(lines[number].text) <= _LONGEST}


def _ends(lines: Sequence[Line]) -> set[int]:
    order = sorted(range(len(lines)), key=lambda number: -lines[number].base)
    return {*order[:2], *order[-2:]}


def _key(line: Line) -> str:
    return _DIGITS.sub("#", line.text.lower())


def _is_number(line: Line) -> bool:
    return _NUMBER.fullmatch(line.text.strip()) is not None
