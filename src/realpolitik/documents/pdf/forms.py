"""What a page of a PDF draws with all forms that it calls, and those that they call.

A form is a drawing that others call by name. Ten forms that call each other ten times
draw ten thousand million times what they hold, in a file of a thousand bytes.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from realpolitik.documents.pdf.drawing import Drawing

_PAIR = re.compile(rb"/([^\s/<>\[\](){}%]+)\s{1,9}(\d{1,9})\s{1,9}\d{1,9}\s{1,9}R\b")
_LINKS = (b"Resources", b"XObject")
_CALL_COST = 300  # bytes that each call takes beside what it draws
_DEEPEST = 40  # pdfium goes no deeper
_ENOUGH = 2**40


@dataclass(frozen=True, slots=True)
class Forms:
    """The drawings of a file by number, with the dictionaries that name them.

    `heads` holds the dictionary of each object; what a form does not name itself, its
    page names.
    """

    drawings: Mapping[int, Drawing]
    heads: Mapping[int, bytes]
    _pairs: dict[int, list[tuple[bytes, int]]] = field(default_factory=dict)

    def of_page(self, page: int, contents: Sequence[int]) -> tuple[int, int]:
        """Give bytes and letters that a page draws, by its number and its streams."""
        names: dict[bytes, int] = {}
        for number in self._with_parents(page):
            names |= self.names_of(number)
        return _Page(self, names).sum(contents, (), names)

    def names_of(self, number: int) -> dict[bytes, int]:
        """Give the drawings that an object names, or the resources it refers to."""
        found: dict[bytes, int] = {}
        for linked in self._linked(number):
            told = self._told(linked)
            found |= {name: other for name, other in told if other in self.drawings}
        return found

    def _with_parents(self, page: int) -> list[int]:
        numbers = [page]
        while len(numbers) < _DEEPEST:
            parent = dict(self._told(numbers[-1])).get(b"Parent")
            if parent is None or parent in numbers:
                break
            numbers.append(parent)
        return numbers[::-1]

    def _linked(self, number: int) -> list[int]:
        numbers = [number]
        for link in _LINKS:
            links = [dict(self._told(each)).get(link) for each in numbers]
            numbers += [each for each in links if each is not None]
        return numbers

    def _told(self, number: int) -> list[tuple[bytes, int]]:
        """Give what an object refers to, by the names under which it does."""
        if number not in self._pairs:
            pairs = _PAIR.findall(self.heads.get(number, b""))
            self._pairs[number] = [(name, int(other)) for name, other in pairs]
        return self._pairs[number]


@dataclass(frozen=True, slots=True)
class _Page:
    """One page: what its forms draw is summed up once for each."""

    forms: Forms
    names: Mapping[bytes, int]
    known: dict[int, tuple[int, int]] = field(default_factory=dict)

    def sum(
        self, numbers: Sequence[int], path: tuple[int, ...], names: Mapping[bytes, int]
    ) -> tuple[int, int]:
        size = letters = 0
        for number in numbers:
            drawing = self.forms.drawings.get(number, Drawing())
            size += drawing.size
            letters += drawing.letters
            for name, times in drawing.calls.items():
                inner = self._form(names.get(name), path)
                size += times * (inner[0] + _CALL_COST)
                letters += times * inner[1]
        return min(size, _ENOUGH), min(letters, _ENOUGH)

    def _form(self, number: int | None, path: tuple[int, ...]) -> tuple[int, int]:
        if number is None or number in path or len(path) >= _DEEPEST:
            return 0, 0
        if number not in self.known:
            names = {**self.names, **self.forms.names_of(number)}
            self.known[number] = self.sum([number], (*path, number), names)
        return self.known[number]
