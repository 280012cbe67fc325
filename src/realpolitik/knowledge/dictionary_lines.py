"""Lines of PETRARCH, PETRARCH2 and TABARI dictionaries, without their comments."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

_COMMENT = re.compile(r"<!--.*?-->|<! --.*?-->")
_OPENING = re.compile(r"<! ?--")
_TAIL = re.compile(r"[#;].*$")
_CODE = re.compile(r"\[([^\[\]]*)\]")
_MARKER = re.compile(r"\s*!(\w+)!\s*=\s*(.+)")


@dataclass(frozen=True, slots=True)
class Line:
    """A line with something on it: the name before its codes, and the codes as they
    stand in brackets. `kind` is actor, synonym, restriction, agent or marker.
    """

    number: int
    text: str
    kind: str
    name: str
    codes: tuple[str, ...]
    plural: str | None = None


def dictionary_lines(texts: Iterable[str]) -> Iterator[Line]:
    """Give the lines that say something, comments of one or more lines left out."""
    inside = False
    for number, raw in enumerate(texts, 1):
        text = raw.rstrip("\r\n")
        if inside:
            _, closing, text = text.partition("-->")
            if not closing:
                continue
            inside = False
        text = _COMMENT.sub(" ", text)
        if opening := _OPENING.search(text):
            text, inside = text[: opening.start()], True
        text = _TAIL.sub("", text).rstrip()
        if text.strip():
            yield _line(number, text)


def _line(number: int, text: str) -> Line:
    if marker := _MARKER.fullmatch(text):
        return Line(number, text, "marker", marker[1], (marker[2],))
    codes = tuple(code.strip() for code in _CODE.findall(text))
    name = re.split(r"[\[\]]", text)[0]
    plural: str | None = None
    if braces := re.search(r"\{([^{}]*)\}", name):
        plural, name = braces[1].strip(), name[: braces.start()]
    name = name.strip()
    if any("~" in code for code in codes):
        return Line(number, text, "agent", name, codes, plural)
    if not name and codes:
        return Line(number, text, "restriction", "", codes)
    if name.startswith("+"):
        return Line(number, text, "synonym", name[1:].strip(), codes)
    return Line(number, text, "actor", name, codes)
