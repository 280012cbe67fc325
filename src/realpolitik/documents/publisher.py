"""Who printed a text that has no page around it: what the text itself prints of that.

A line of copyright, a masthead, "Source: ...", a byline, the end of the title and the
credit of a dateline ("MOSCOW (Reuters) -") name a publisher. Where such words name
several, nobody is named: a publisher is found, never guessed.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import takewhile

from realpolitik.documents.blocks import Block
from realpolitik.documents.dating import first_date
from realpolitik.documents.frame import is_prose
from realpolitik.knowledge.media import is_place_of_state, known_medium

_SIGN = r"(?:copyright|©|\(c\))"
_YEARS = r"(?:19|20)\d\d(?:\s?[-–,]\s?(?:19|20)\d\d){0,3}"
_NAME = r"(?P<name>[^\W\d_](?:[\w&'’./-]|\ (?=\w|&)){1,60}?)"
_OWNED = re.compile(
    rf"(?:{_SIGN}[\s,]*){{1,3}}(?P<year>{_YEARS})?[\s,]*(?:by\s)?{_NAME}"
    rf"(?=\s*(?:\.(?:\s|\Z)|[,;|]|\(|all\ rights|{_SIGN}|{_YEARS}|\Z))",
    re.VERBOSE | re.IGNORECASE,
)
_CREDIT = re.compile(
    r"""(?:(?P<place>[A-Z][A-Za-z.'’\ -]{2,30}?)
        (?:,\ [A-Z][A-Za-z.'’\ ]{1,25}?)?
        (?:[,.]?\ [A-Z][a-z]{2,8}\.?\ \d{1,2}|[,.]?\ \d{1,2}\ [A-Z][a-z]{2,8})?
        (?:,?\ (?:19|20)\d\d)?[,.]?\ )?
    (?:\((?P<name>[A-Z][^()\d:/]{1,40})\)\s?[-–—]|/(?P<slashed>[A-Z][^()\d:/]{1,30})/\.?)
    """,
    re.VERBOSE,
)
_SOURCE = re.compile(r"(?:source|published by|publisher)\s?:\s?(?P<name>[^|]+)", re.I)
_BYLINE = re.compile(r"by\s[^,|]{3,60}(?:,|\||\sof\s(?:the\s)?)\s?(?P<name>.+)\Z", re.I)
_TITLE = re.compile(r".{12,}\s[-–—|]\s(?P<name>[^|–—]{2,40})\Z")
_TRADES = re.compile(
    r"\b(?:agency|broadcasting|chronicle|daily|gazette|herald|journal|media|news|post|"
    r"press|radio|review|service|telegraph|television|times|tribune|TV|weekly)\b",
    re.IGNORECASE,
)
_SHORT_NAME = re.compile(r"[A-Z]{3,6}")
_SMALL = frozenset(("and", "of", "the", "for", "de", "&", "in"))
_MOST_WORDS = 6
_HEAD = 12
_TAIL = 8
_LONGEST = 200
_EXCERPT = 80


@dataclass(frozen=True, slots=True)
class Printed:
    """A publisher and the words of the text that name it."""

    publisher: str
    words: str


def publisher_in(blocks: Sequence[Block]) -> Printed | None:
    """Find who printed a text, by the strongest evidence that it prints.

    The owner of the copyright comes first, then lines above the prose, then the credit
    of datelines.
    """
    ways: tuple[Callable[[Sequence[Block]], Iterator[Printed]], ...]
    ways = (_owners, _above, _credits)
    for way in ways:
        found = list(way(blocks))
        if found:
            one = len({printed.publisher for printed in found}) == 1
            return found[0] if one else None
    return None


def _owners(blocks: Sequence[Block]) -> Iterator[Printed]:
    writers = " ".join(
        block.text for block in blocks[:_HEAD] if block.text[:3].lower() == "by "
    )
    edges = [*blocks[:_HEAD], *blocks[max(len(blocks) - _TAIL, _HEAD) :]]
    for block in edges:
        match = _OWNED.search(block.text) if len(block.text) <= _LONGEST else None
        if match is None or not (match["year"] or "©" in block.text):
            continue
        name = match["name"].strip()
        if _is_named(name) and name not in writers:
            yield _printed(name, block.text[match.start() :])


def _above(blocks: Sequence[Block]) -> Iterator[Printed]:
    """Read the lines above the prose, and a credit that is the last line."""
    head = takewhile(lambda block: not is_prose(block.text), blocks[:_HEAD])
    lines = [block.text for block in head if len(block.text) <= _LONGEST]
    for line in lines:
        for name in _names_in(line):
            if known_medium(name):
                yield _printed(name, line)
    last = blocks[-1].text if len(blocks) > 1 else ""
    if last[:1] in "([" and known_medium(last.strip("()[]. ")):
        yield _printed(last.strip("()[]. "), last)


def _names_in(line: str) -> Iterator[str]:
    """Give what may be a publisher's name: the whole line but its date, or its end."""
    yield line.strip("()[]. ")
    if first_date(line):
        yield re.sub(r"\s?[,|–—-]\s?$", "", line[: _digit(line)]).strip()
        yield re.split(r"\d{4},?\s?[|–—-]?\s?", line)[-1].strip()
    for pattern in (_SOURCE, _BYLINE, _TITLE):
        if match := pattern.match(line):
            yield match["name"].strip(" .")


def _digit(line: str) -> int:
    match = re.search(r"\d", line)
    return match.start() if match else len(line)


def _credits(blocks: Sequence[Block]) -> Iterator[Printed]:
    for block in blocks:
        match = _CREDIT.match(block.text)
        if match is None or block.speaker:
            continue
        name = (match["name"] or match["slashed"]).strip()
        shouted = (match["place"] or "").isupper()
        if known_medium(name) or (shouted and _is_publisher(name)):
            yield _printed(name, match.group())


def _is_publisher(name: str) -> bool:
    """Tell a name that none knows: it says its trade, or is short for a name."""
    if is_place_of_state(name) or not _is_named(name):
        return False
    return bool(_SHORT_NAME.fullmatch(name) or _TRADES.search(name))


def _is_named(name: str) -> bool:
    words = name.split()
    written = all(word[:1].isupper() or word in _SMALL for word in words)
    return written and len(words) <= _MOST_WORDS


def _printed(name: str, words: str) -> Printed:
    return Printed(known_medium(name) or name, words[:_EXCERPT].strip())
