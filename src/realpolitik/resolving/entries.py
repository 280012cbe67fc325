"""Entries of a chronology: "21 September 2015 - Netanyahu meets Putin"."""

import re
from collections.abc import Sequence

from realpolitik.core.document import Document, Passage
from realpolitik.core.mention import Mention

_MARK = re.compile(r"[*_)\]]*\s*[-–—:|]\s*\w")
_LEAD = 4  # characters before the date: a bullet, a bracket


def entry_dates(
    document: Document, mentions: Sequence[Mention]
) -> dict[Passage | None, int]:
    """Give the time mention that heads a passage, for each passage that is an entry.

    What such an entry tells and does not date otherwise happened then.
    """
    starts = {passage.start: passage for passage in document.passages}
    found: dict[Passage | None, int] = {}
    for number, mention in enumerate(mentions):
        if mention.kind != "time" or not mention.meanings:
            continue
        passage = next(
            (starts[at] for at in _before(mention.start) if at in starts), None
        )
        if passage and _MARK.match(document.text, mention.end):
            found[passage] = number
    return found


def _before(start: int) -> range:
    return range(start, max(start - _LEAD, 0) - 1, -1)
