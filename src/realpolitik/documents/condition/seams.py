"""Seams: where texts of several sources were put together into one."""

import re
from collections.abc import Iterator, Sequence

from realpolitik.core.document import Passage
from realpolitik.core.problem import Problem
from realpolitik.documents.condition.seen import Seen
from realpolitik.documents.frame import is_prose, site_of_title

_VOICE = re.compile(r"\b(?:I|[Ww]e|[Oo]ur|[Mm]y|[Yy]ou|[Yy]our|us)\b")
_QUOTED = re.compile(r"[\"“][^\"“”]*[\"”]")
_RUN = 5
_SPOKEN = 0.5


def stitched(seen: Seen) -> Iterator[Problem]:
    """Find titles of other pages in the text, and then also a change of voice.

    One other page's title is a link that stayed; where the text has two, or goes on
    in another voice, it was put together.
    """
    titles = list(_titles(seen))
    if not titles:
        return
    changes = list(_changes_of_voice(seen))
    if len(titles) + len(changes) < 2:
        return
    for passage, site in titles:
        note = f"the title of another page stands here ({site}); sources may meet"
        yield Problem("stitched", note, passage.start, passage.end)
    for passage in changes:
        note = "the text stops to speak as I, we and you: another source begins here"
        yield Problem("stitched", note, passage.start, passage.end)


def _titles(seen: Seen) -> Iterator[tuple[Passage, str]]:
    names: set[str] = set()
    for passage in seen.document.passages:
        words = seen.words(passage)
        if passage.kind in {"keyword-line", "row"} or is_prose(words):
            continue
        if site := site_of_title(words):
            names.add(words[: -len(site)].rstrip(" -|–—").lower())
            yield passage, site
        elif passage.kind == "heading" and words.lower() in names:
            yield passage, "again"


def _changes_of_voice(seen: Seen) -> Iterator[Passage]:
    """Find where an interview ends and goes on as an article about nobody."""
    prose = list(seen.prose())
    voiced = [_VOICE.search(_QUOTED.sub("", text)) is not None for _, text in prose]
    for place in range(_RUN, len(prose) - _RUN + 1):
        before = _share(voiced[place - _RUN : place])
        if voiced[place - 1] and before >= _SPOKEN and not any(voiced[place:]):
            yield prose[place][0]


def _share(flags: Sequence[bool]) -> float:
    return sum(flags) / len(flags)
