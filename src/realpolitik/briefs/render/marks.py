"""Markdown's own small words: escaped text, footnote marks, quotations, tables."""

import re
from collections.abc import Iterable, Sequence

from realpolitik.briefs.parts import Segment

_BREAK = re.compile(r"[\r\n\t\f\v]+")
_SPECIAL = re.compile(r"([\\`*_\[\]<>|#~])")
_LIST_START = re.compile(r"^(\s*)([-+]|\d+[.)])(?=\s)")


def text(words: str) -> str:
    r"""Escape what Markdown would take for markup, on one line.

    >>> print(text("a_b\n<script>"))
    a\_b \<script\>
    """
    return _LIST_START.sub(r"\1\\\2", _within(words))


def _within(words: str) -> str:
    """Escape words that do not begin a line, where a dash begins no list."""
    return _SPECIAL.sub(r"\\\1", _BREAK.sub(" ", words))


def refs(notes: Sequence[int], more: int) -> str:
    """Write footnote marks, and how many reports have none."""
    marks = "".join(f"[^{number}]" for number in notes)
    return marks + (f" (+{more})" if more else "")


def quoted(segments: Sequence[Segment]) -> str:
    """Write a quotation with its trigger in bold; its own quotation marks suffice."""
    own = bool(segments) and segments[0].text[:1] in ('"', "“", "„", "«", "'")
    return marked(segments) if own else f"“{marked(segments)}”"


def marked(segments: Iterable[Segment]) -> str:
    """Write segments with the trigger in bold; they stand behind other words."""
    words = []
    for segment in segments:
        inner = _within(segment.text)
        words.append(f"**{inner}**" if segment.role == "trigger" else inner)
    return "".join(words)


def table(
    head: Sequence[str], rows: Iterable[Sequence[str]], *, escaped: bool = False
) -> str:
    """Write a table; cells are escaped unless they are Markdown already."""
    body = [row if escaped else [text(cell) for cell in row] for row in rows]
    lines = [head, ["---"] * len(head), *body]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)
