"""A masthead: the line in capitals over a date and a headline, naming who prints.

    MINISTRY OF FOREIGN AFFAIRS OF THE RUSSIAN FEDERATION
    9 September 2021
    On the talks of the Minister of Foreign Affairs

Without the headline below the date the line in capitals is the headline itself.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import takewhile

from realpolitik.documents.blocks import Block
from realpolitik.documents.frame import is_prose
from realpolitik.documents.passages import UNREAD_KINDS

_HEAD = 8
_FEWEST_WORDS = 4
_LONGEST = 200
_MOST_WORDS = 12
_BODIES = re.compile(
    r"\b(?:agency|bulletin|chancellery|chronicle|commission|council|courier|daily|"
    r"department|digest|embassy|gazette|government|herald|journal|mail|ministry|mission|"
    r"monitor|news|observer|office|parliament|post|presidency|press|radio|review|"
    r"secretariat|service|telegraph|times|tribune|weekly|wire)\b",
    re.IGNORECASE,
)
_SMALL = frozenset(("a", "and", "at", "de", "for", "in", "of", "on", "the", "to"))


@dataclass(frozen=True, slots=True)
class Masthead:
    """The masthead's line and, where it names a body or a medium, who that is."""

    line: Block
    publisher: str | None
    headline: Block


def masthead_of(blocks: Sequence[Block]) -> Masthead | None:
    """Find the masthead of a text; None where its first line may be its headline."""
    head = [block for block in blocks[:_HEAD] if block.kind not in UNREAD_KINDS]
    lines = list(takewhile(_is_line, head))
    if not lines or not _is_shouted(lines[0].text):
        return None
    dates = [n for n, block in enumerate(lines) if block.kind == "dateline"]
    below = lines[dates[0] + 1 :] if dates else []
    headline = next((block for block in below if _is_headline(block)), None)
    if headline is None:
        return None
    return Masthead(lines[0], _publisher(lines[0].text), headline)


def _is_line(block: Block) -> bool:
    """Whether a block stands in a line above the prose."""
    if block.kind in ("heading", "dateline"):
        return True
    ends = block.text.rstrip()[-1:] in '.!?"”'
    return (not ends and len(block.text) <= _LONGEST) or not is_prose(block.text)


def _is_shouted(text: str) -> bool:
    words = text.split()
    return text.isupper() and 1 < len(words) <= _MOST_WORDS and text[-1] not in ".!?:"


def _is_headline(block: Block) -> bool:
    return block.kind != "dateline" and len(block.text.split()) >= _FEWEST_WORDS


def _publisher(text: str) -> str | None:
    """Write the name of a body or medium as names are written.

    >>> _publisher("MINISTRY OF DEFENCE"), _publisher("SPEECH BY MR SMITH")
    ('Ministry of Defence', None)
    """
    if not _BODIES.search(text):
        return None
    first, *rest = text.lower().split()
    words = [first.capitalize(), *(w if w in _SMALL else w.capitalize() for w in rest)]
    return " ".join(words)
