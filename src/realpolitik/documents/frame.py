"""What a page puts around its article: menus, share lines, footers, keyword lines."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from importlib.resources import files

from realpolitik.documents.blocks import Block

_WORDS = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_STOP = re.compile(r"""[.!?…]["'”’»)\]]*(?:\s?\[\d+\])*\Z""")
_SEPARATOR = re.compile(r"\s[|•·»›>/]\s|\s?[|•·»›]\s?")
_SITE_SUFFIX = re.compile(
    r"\s[-|–—]\s(?P<site>(?:[A-Z][\w.'’&-]*)(?:\s[A-Z&][\w.'’&-]*){0,3})\Z"
)
_POINTERS = frozenset(
    (
        "see also",
        "read also",
        "read more",
        "read next",
        "related",
        "related articles",
        "related news",
        "related posts",
        "related stories",
        "more stories",
        "more news",
    )
)
_CLOSING = "\"'”’»)]"
_STOPS = (".", "!", "?", ":", ";", ",", "…", "—", "-")
_PROSE_WORDS = 25
_SENTENCE_WORDS = 9
_MENU_WORDS = 4
_MENU_RUN = 3
_KEYWORD_WORDS = 12
_KEYWORD_TIMES = 3
_ONLY_WORDS = re.compile(r"[^\W\d_]+(?:[ ,'’-]+[^\W\d_]+)*")
_MOST_PHRASES = 5
_LINES = frozenset({"paragraph", "heading", "boilerplate"})
_STUFFED_ITEMS = 4
_STUFFED_WORDS = 6
_STUFFED_SHARE = 0.8
_SHORT_LINE = 14
_LONGEST_LINE = 300
_QUOTE_CHARACTERS = 40
_TITLE_LETTERS = 8


def mark_frame(blocks: Sequence[Block]) -> list[Block]:
    """Mark lines of a page's frame as boilerplate.

    A line is frame by its words (sign in, share, all rights reserved), by its form (a
    row of short items), or as one of several short lines before or after the prose.
    """
    frame = {index for index, block in enumerate(blocks) if _is_frame_line(block)}
    first, last = _prose_bounds(blocks)
    frame |= _menu_lines(blocks, first=first, last=last)
    frame |= _other_titles(blocks, first=first)
    frame |= _repeated_titles(blocks, first=first)
    return [
        replace(block, kind="boilerplate") if index in frame else block
        for index, block in enumerate(blocks)
    ]


def mark_frame_words(blocks: Sequence[Block]) -> list[Block]:
    """Mark what was left of the frame of a page whose article was already found.

    Short lines that follow "See also" point to other pages.
    """
    result: list[Block] = []
    pointing = False
    for block in blocks:
        frame = _is_left_frame(block)
        short = block.kind != "row" and not is_prose(block.text)
        pointing = short and (pointing or _key(block.text) in _POINTERS)
        marked = frame or pointing
        result.append(replace(block, kind="boilerplate") if marked else block)
    return result


def _is_left_frame(block: Block) -> bool:
    if len(block.text) > _LONGEST_LINE:
        return False
    words = _WORDS.findall(block.text)
    if block.kind == "row" or len(words) > _SHORT_LINE:
        return False
    return _is_mostly_phrases(block.text, len(words))


def mark_keyword_lines(blocks: Sequence[Block]) -> list[Block]:
    """Mark short lines without a stop that return between the paragraphs.

    They are search phrases a page repeats to be found by, or a caption said again; many
    different lines that return are a list ("1 cup", "Monday").
    """
    times = Counter(_key(block.text) for block in blocks if _may_be_keywords(block))
    returning = {
        _key(block.text)
        for block in blocks
        if _may_be_keywords(block) and _returns(block, times)
    }
    if len(returning) > _MOST_PHRASES:
        returning = set()
    return [
        replace(block, kind="keyword-line")
        if block.kind in _LINES
        and (_is_stuffed(block.text) or _key(block.text) in returning)
        else block
        for block in blocks
    ]


def mark_pull_quotes(blocks: Sequence[Block]) -> list[Block]:
    """Mark a set-off quote as boilerplate where a paragraph says the same words."""
    if not any(block.kind == "quote" for block in blocks):
        return list(blocks)
    prose = [_key(block.text) for block in blocks if block.kind == "paragraph"]
    whole = "\n".join(prose)
    return [
        replace(block, kind="boilerplate")
        if block.kind == "quote"
        and len(key := _key(block.text)) > _QUOTE_CHARACTERS
        and key in whole
        else block
        for block in blocks
    ]


def is_prose(text: str) -> bool:
    """Tell running text from a line: many words, or a sentence with its stop."""
    if len(text) > _LONGEST_LINE:
        return True
    words = len(text.split())
    return words >= _PROSE_WORDS or (
        words >= _SENTENCE_WORDS and _STOP.search(text) is not None
    )


def site_of_title(text: str) -> str | None:
    """Give the site that the title of a page ends with.

    >>> site_of_title("Is Israel driving a wedge? - BBC News")
    'BBC News'
    >>> site_of_title("IV. C - REGIONAL GROUPS")

    The number of a section is no title, a line of a table of contents no site.
    """
    match = _SITE_SUFFIX.search(text)
    if match is None or ".." in match["site"]:
        return None
    letters = sum(map(str.isalpha, text[: match.start()]))
    return match["site"] if letters >= _TITLE_LETTERS else None


@cache
def frame_words() -> frozenset[str]:
    """Give the phrases of page frames, in lower case."""
    path = files("realpolitik.knowledge") / "words" / "frame_phrases.txt"
    lines = path.read_text("utf-8").splitlines()
    return frozenset(line for line in lines if line and not line.startswith("#"))


@cache
def _frame_pattern() -> re.Pattern[str]:
    longest_first = sorted(frame_words(), key=len, reverse=True)
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, longest_first))})(?!\w)")


def _is_frame_line(block: Block) -> bool:
    if block.kind not in {"paragraph", "list", "heading"}:
        return False
    if len(block.text) > _LONGEST_LINE:
        return False
    words = _WORDS.findall(block.text)
    if not words:
        return any(character in block.text for character in "|•·»›")
    if len(words) > _SHORT_LINE:
        return False
    return _is_row_of_items(block.text) or _is_mostly_phrases(block.text, len(words))


def _is_row_of_items(text: str) -> bool:
    """Tell "Help | RSS | Subscribe": two or more short items, no sentence."""
    items = [item for item in _SEPARATOR.split(text) if item.strip()]
    if len(items) < 2 or _STOP.search(text):
        return False
    longest = max(len(item.split()) for item in items)
    return longest < _MENU_WORDS if len(items) > 2 else longest == 1


def _is_mostly_phrases(text: str, words: int) -> bool:
    found = [match.group().split() for match in _frame_pattern().finditer(text.lower())]
    if _STOP.search(text):
        found = [phrase for phrase in found if len(phrase) > 1]
    covered = sum(map(len, found))
    return covered > 0 and 2 * covered >= words


def _prose_bounds(blocks: Sequence[Block]) -> tuple[int, int]:
    prose = [index for index, block in enumerate(blocks) if is_prose(block.text)]
    return (prose[0], prose[-1]) if prose else (0, len(blocks) - 1)


def _menu_lines(blocks: Sequence[Block], *, first: int, last: int) -> set[int]:
    """Find runs of short lines before the first and after the last prose."""
    found: set[int] = set()
    run: list[int] = []
    for index, block in enumerate(blocks):
        outside = index < first or index > last
        if outside and _is_menu_item(block) and (not run or not block.spaced):
            run.append(index)
            continue
        found |= _if_menu(run)
        run = [index] if outside and _is_menu_item(block) else []
    return found | _if_menu(run)


def _if_menu(run: list[int]) -> set[int]:
    return set(run) if len(run) >= _MENU_RUN else set()


def _is_menu_item(block: Block) -> bool:
    return (
        block.kind in {"paragraph", "list"}
        and len(block.text) <= _LONGEST_LINE
        and len(block.text.split()) <= _MENU_WORDS
        and not any(character.isdigit() for character in block.text)
        and not block.text.endswith((".", "!", "?", ":", ";", ","))
    )


def _other_titles(blocks: Sequence[Block], *, first: int) -> set[int]:
    """Find titles of other pages between the prose ("... - BBC News")."""
    return {
        index
        for index, block in enumerate(blocks)
        if index > first
        and block.kind in {"paragraph", "heading"}
        and not is_prose(block.text)
        and site_of_title(block.text)
    }


def _repeated_titles(blocks: Sequence[Block], *, first: int) -> set[int]:
    """Of equal lines before the prose only the last is the heading."""
    seen: dict[str, int] = {}
    repeated: set[int] = set()
    for index, block in enumerate(blocks[:first]):
        key = _key(block.text)
        if block.text.endswith((":", ".", "?", "!")):
            continue
        if key in seen:
            repeated.add(seen[key])
        seen[key] = index
    return repeated


def _may_be_keywords(block: Block) -> bool:
    return (
        block.kind in {"paragraph", "heading"}
        and len(block.text) <= _LONGEST_LINE
        and 2 <= len(block.text.split()) <= _KEYWORD_WORDS
        and ": " not in block.text
        and not block.text.rstrip(_CLOSING).endswith(_STOPS)
    )


def _returns(block: Block, times: Counter[str]) -> bool:
    count = times[_key(block.text)]
    small = block.text == block.text.lower() and any(map(str.isalpha, block.text))
    return count >= _KEYWORD_TIMES or (count > 1 and small)


def _is_stuffed(text: str) -> bool:
    """Tell "russia israel relations, russia israel news, russia israel war".

    Most of several short items begin or end with one and the same word.
    """
    items = [item.split() for item in text.split(",") if item.strip()]
    if len(items) < _STUFFED_ITEMS or not _ONLY_WORDS.fullmatch(text):
        return False
    lengths = [len(item) for item in items]
    if min(lengths) < 2 or max(lengths) > _STUFFED_WORDS:
        return False
    edges = Counter(word.lower() for item in items for word in {item[0], item[-1]})
    return max(edges.values()) >= _STUFFED_SHARE * len(items)


def _key(text: str) -> str:
    return " ".join(_WORDS.findall(text.lower()))
