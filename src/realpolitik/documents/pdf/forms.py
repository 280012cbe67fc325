"""What a page of a PDF draws with all forms that it calls, and those that they call.

A form is a drawing that others call by name. Ten forms that call each other ten times
draw ten thousand million times what they hold, in a file of a thousand bytes.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
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

    def of_page(self, head: bytes, contents: Sequence[int]) -> tuple[int, int]:
        """Give bytes and letters that a page draws, by its dictionary and streams."""
        names = self._names(self._with_parents(head))
        return _Page(self, names).sum(contents, (), names)

    def names_of(self, number: int) -> dict[bytes, int]:
        """Give the drawings that a form names in resources of its own."""
        return self._names([self.heads.get(number, b"")])

    def _with_parents(self, head: bytes) -> list[bytes]:
        heads = [head]
        for _ in range(_DEEPEST):
            parents = [
                int(n) for name, n in _PAIR.findall(heads[-1]) if name == b"Parent"
            ]
            if not parents or parents[0] not in self.heads:
                break
            heads.append(self.heads[parents[0]])
        return heads[::-1]

    def _names(self, heads: Sequence[bytes]) -> dict[bytes, int]:
        """Give the drawings that dictionaries name, or those they refer to."""
        found: dict[bytes, int] = {}
        for head in heads:
            for text in self._linked(head):
                found |= {
                    name: int(number)
                    for name, number in _PAIR.findall(text)
                    if int(number) in self.drawings
                }
        return found

    def _linked(self, head: bytes) -> Iterator[bytes]:
        texts = [head]
        for _ in _LINKS:
            links = [
                int(number)
                for text in texts[-1:]
                for name, number in _PAIR.findall(text)
                if name in _LINKS
            ]
            texts += [self.heads[number] for number in links if number in self.heads]
        return iter(texts)


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
