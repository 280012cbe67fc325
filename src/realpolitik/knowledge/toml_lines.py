"""On which lines the keys of a TOML file stand: `tomllib` gives values alone."""

import re
from collections import Counter
from collections.abc import Iterator

Path = tuple[str | int, ...]

_HEADER = re.compile(r"\s*(\[\[?)\s*([\w.\"' -]+?)\s*\]\]?\s*(?:#.*)?$")
_KEY = re.compile(r"\s*([\w-]+|\"[^\"]*\"|'[^']*')\s*=")
_FENCE = re.compile(r'"""|' + "'''")


def lines_of(text: str) -> dict[Path, int]:
    r"""Give the line, from 1, of every table header and key, by its path.

    >>> lines_of('[[actor]]\nid = "a"\n[[actor.terms]]\nstart = "2001"\n')[
    ...     "actor", 0, "terms", 0, "start"
    ... ]
    4
    """
    found: dict[Path, int] = {}
    counts: Counter[Path] = Counter()
    table: Path = ()
    for number, line in _outside_of_texts(text):
        if header := _HEADER.match(line):
            names = [part.strip(" \"'") for part in header[2].split(".")]
            table = _table(names, counts, new=header[1] == "[[")
            found.setdefault(table, number)
        elif key := _KEY.match(line):
            found.setdefault((*table, key[1].strip("\"'")), number)
    return found


def line_of(path: Path, lines: dict[Path, int]) -> int:
    """Give the line of a path, or of the nearest table around it."""
    while path and path not in lines:
        path = path[:-1]
    return lines.get(path, 1)


def _table(names: list[str], counts: Counter[Path], *, new: bool) -> Path:
    path: Path = ()
    for depth, name in enumerate(names):
        last = depth == len(names) - 1
        path = (*path, name)
        if last and new:
            counts[path] += 1
        if counts[path]:
            path = (*path, counts[path] - 1)
    return path


def _outside_of_texts(text: str) -> Iterator[tuple[int, str]]:
    """Give the lines that do not stand inside a text of several lines."""
    fence: str | None = None
    for number, line in enumerate(text.splitlines(), 1):
        if fence is None:
            yield number, line
        for mark in _FENCE.findall(line):
            if fence is None:
                fence = mark
            elif fence == mark:
                fence = None
