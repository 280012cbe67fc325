"""From blocks to passages: what is frame, keyword line, heading, dateline, prose."""

import re
from collections.abc import Sequence
from dataclasses import replace

from realpolitik.documents.blocks import Block, Extract, Piece
from realpolitik.documents.frame import (
    mark_frame,
    mark_frame_words,
    mark_keyword_lines,
    mark_pull_quotes,
)

OTHER_LANGUAGE = "other-language"
UNREAD_KINDS = frozenset({"boilerplate", "keyword-line", OTHER_LANGUAGE})
_HEADING_WORDS = 16
_DATELINE_WORDS = 12
_SENTENCE_END = re.compile(r"""[.!?:;,…]["'”’»)\]]*(?:\s?\[\d+\])*\Z""")
_BROKEN_OFF = re.compile(r"[\w,'’\-–—]\Z")
_DATE = re.compile(
    r"""\d{1,2}[./-]\d{1,2}[./-](?:19|20)\d{2}\b|\b(?:19|20)\d{2}-\d{2}-\d{2}\b
    |\b\d{1,2}\.?\ [A-Z][a-z]{2,8}\.?,?\ (?:19|20)\d{2}\b
    |\b[A-Z][a-z]{2,8}\.?\ \d{1,2}(?:st|nd|rd|th)?,?\ (?:19|20)\d{2}\b""",
    re.VERBOSE,
)
_LABEL = re.compile(r"\w+(?: \w+){0,2}:")
_LONG_ENOUGH = 60
_LONGEST_LINE = 300
_FEW_WORDS = 4
_DATE_WORDS = frozenset(
    ("date", "dated", "on", "posted", "published", "released", "updated")
)


def arrange(extract: Extract) -> list[Block]:
    """Give each block its kind and mend paragraphs that the layout broke in two.

    Where the reader of the format found the article of a page itself, only the words
    of frames are sought; else also menus and other pages' titles.
    """
    mark = mark_frame if extract.framed else mark_frame_words
    marked = mark(extract.blocks)
    marked = mark_pull_quotes(mark_keyword_lines(marked))
    return _join_broken([_with_kind(block) for block in marked])


def is_heading(text: str) -> bool:
    """Tell a heading: few words, a capital at its start, no stop at its end.

    >>> is_heading("Russia and Israel: a partnership"), is_heading("He left.")
    (True, False)
    """
    few = len(text.split()) <= _HEADING_WORDS
    start = text.lstrip("\"'“‘«([")[:1]
    return few and not start.islower() and not _SENTENCE_END.search(text)


def is_dateline(text: str) -> bool:
    """Tell a line that holds a full date and hardly anything else.

    >>> is_dateline("05.03.2020, Israel and the World")
    True
    >>> is_dateline("Ambassador Jane Doe (since 9 February 2022)")
    False
    """
    match = _DATE.search(text)
    if match is None or len(text.split()) > _DATELINE_WORDS:
        return False
    before = text[: match.start()].split()
    opens = not before or before[-1].strip(":,(").lower() in _DATE_WORDS
    alone = len(before) <= _FEW_WORDS and not any(map(str.islower, before))
    return (opens or alone) and not text.endswith((".", "!", "?", ":"))


def _with_kind(block: Block) -> Block:
    if not re.search(r"\w", block.text):
        return replace(block, kind="boilerplate")
    if block.kind != "paragraph" or len(block.text) > _LONGEST_LINE:
        return block
    if is_dateline(block.text):
        return replace(block, kind="dateline")
    if is_heading(block.text):
        return replace(block, kind="heading")
    return block


def _join_broken(blocks: Sequence[Block]) -> list[Block]:
    groups: list[list[Block]] = []
    for block in blocks:
        if groups and _goes_on(groups[-1], block):
            groups[-1].append(block)
        else:
            groups.append([block])
    return [group[0] if len(group) == 1 else _one(group) for group in groups]


def _goes_on(group: Sequence[Block], later: Block) -> bool:
    """A paragraph that stops in mid-sentence goes on in one that starts in small."""
    block = group[-1]
    if block.kind not in {"paragraph", "heading"} or later.kind != "paragraph":
        return False
    return (
        (len(group) > 1 or len(block.text) >= _LONG_ENOUGH)
        and _BROKEN_OFF.search(block.text[-2:]) is not None
        and later.text[0].islower()
        and _LABEL.match(later.text) is None
    )


def _one(group: Sequence[Block]) -> Block:
    pieces = list(group[0].pieces)
    seams, length = [], len(group[0].text)
    for block in group[1:]:
        pieces += [Piece(" "), *block.pieces]
        seams.append(length)
        length += 1 + len(block.text)
    return replace(
        group[0],
        kind="paragraph",
        text=" ".join(block.text for block in group),
        pieces=tuple(pieces),
        lines=sum(block.lines for block in group),
        joined=tuple(seams),
    )
