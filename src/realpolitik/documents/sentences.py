"""Where sentences begin and end, by rules and a list of abbreviations."""

import re
import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from realpolitik.core.span import Span
from realpolitik.documents.blocks import Block
from realpolitik.documents.passages import UNREAD_KINDS

# A stop with what closes after it, then white space, the end, or a missing space.
_STOP = re.compile(
    r"""(?<![.!?…])(?P<mark>[.!?…]++)
    (?P<close>["'”’»)\]]*)
    (?P<note>(?:\s?\[\d{1,3}(?:[,–-]\s?\d{1,3})*\])*)
    (?P<after>\s+|\Z|(?=["“‘(\[]?[A-Z]['’a-z\s]))""",
    re.VERBOSE,
)
_WORD_BEFORE = re.compile(r"""[^\s"“”‘(\[/—–]*\Z""")
_WORD_AFTER = re.compile(r"[^\W_]+(?:['’][^\W_]+)?")
_WORD_SIGN = re.compile(r"\w")
_OPENING = "\"'“‘«([{-–—*•¿¡ \t"
_ORDINAL = re.compile(r"\(?(?:\d{1,3}|[ivxIVX]{1,4}|[A-Za-z])\Z")
_ACRONYM = re.compile(r"(?:[A-Za-z]\.)+[A-Za-z]\Z")
_LINK = re.compile(
    r"https?:|www\.|@|[A-Za-z]\.\w+\.\w|\.(?:com|org|net|gov|edu|int)\b", re.IGNORECASE
)
_LOOK_BACK = 40
_WHOLE_WORD = 5


def sentences_of(blocks: Sequence[Block]) -> Iterator[Span]:
    """Give the sentences of the readable blocks, counted in the clean text.

    A sentence begins after a speaker's label and ends with its block at the latest.
    """
    position = 0
    for block in blocks:
        if block.kind not in UNREAD_KINDS:
            for span in split(block.text[block.label :]):
                shift = position + block.label
                yield Span(span.start + shift, span.end + shift)
        position += len(block.text) + 1


def split(text: str) -> Iterator[Span]:
    """Split running text into sentences; a line break ends one, too.

    >>> text = "Mr. Putin met U.S. envoys on Jan. 30. Why?The talks failed."
    >>> [text[span.start : span.end] for span in split(text)]
    ['Mr. Putin met U.S. envoys on Jan. 30.', 'Why?', 'The talks failed.']
    """
    start = 0
    for line in text.split("\n"):
        for low, high in _split_line(line):
            yield Span(start + low, start + high)
        start += len(line) + 1


def _split_line(line: str) -> Iterator[tuple[int, int]]:
    start = 0
    for match in _STOP.finditer(line):
        end = match.end("note")
        if match.end() == len(line):
            break
        if _ends_sentence(line, match, start):
            yield from _trimmed(line, start, end)
            start = match.end()
    yield from _trimmed(line, start, len(line))


def _trimmed(line: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    part = line[start:end]
    low = start + len(part) - len(part.lstrip())
    high = start + len(part.rstrip())
    if high > low and _WORD_SIGN.search(line, low, high):
        yield low, high


def _ends_sentence(line: str, match: re.Match[str], start: int) -> bool:
    following = line[match.end() : match.end() + _LOOK_BACK]
    if not match["after"]:
        return _ends_without_space(line, match)
    opened = following.lstrip(_OPENING)
    if opened[:1].islower():
        return _ends_before_small(line, match, start)
    if match["mark"] != "." or match["close"]:
        return bool(opened[:1].isalnum() or following[:1])
    before = _word_before(line, match.start(), start)
    word = _WORD_AFTER.match(opened)
    return _ends_after(before, word.group() if word else opened[:1], line, match, start)


def _ends_before_small(line: str, match: re.Match[str], start: int) -> bool:
    """Tell "the relationship. of Russian citizens": something was cut out here."""
    before = _word_before(line, match.start(), start)
    whole = len(before) >= _WHOLE_WORD and before.isalpha() and before.islower()
    plain = match["mark"] == "." and not match["close"]
    return plain and whole and not abbreviations().knows(before)


def _ends_without_space(line: str, match: re.Match[str]) -> bool:
    """Tell "there?We" and "Syria.The" from "U.S.-led" and "example.Com"."""
    before = _word_before(line, match.start(), 0)
    run = before + line[match.start() : match.start() + _LOOK_BACK].split(" ", 1)[0]
    if _LINK.search(run):
        return False
    if match["mark"][-1] in "!?":
        return len(before) > 1
    if match["mark"] != ".":
        return False
    return len(before) > 1 and before[-2:].isalpha() and before[-2:].islower()


def _word_before(line: str, end: int, start: int) -> str:
    word = _WORD_BEFORE.search(line[max(start, end - _LOOK_BACK) : end])
    return word.group() if word else ""


def _ends_after(
    before: str, word: str, line: str, match: re.Match[str], start: int
) -> bool:
    """Decide for a plain stop between the word `before` and the word after."""
    known, bare = abbreviations(), before.lower()
    if bare in known.before_names:
        return False
    if word[:1].isdigit() and bare in known.before_numbers:
        return False
    if _is_number_of_item(line, match.start(), start):
        return False
    if len(before) == 1 and before.isupper():
        return _ends_after_initial(line, match.start(), word)
    if bare in known.undecided or _ACRONYM.fullmatch(before):
        return word.lower() in known.openers
    return True


def _is_number_of_item(line: str, end: int, start: int) -> bool:
    """Tell "3. The parties ..." at the start of a sentence."""
    return _ORDINAL.fullmatch(line[start:end].strip()) is not None


def _ends_after_initial(line: str, end: int, word: str) -> bool:
    """An initial stands between names; "Vitamin C. The" and "and I. He" end."""
    earlier = line[: end - 1].rstrip()
    last = earlier.rsplit(" ", 1)[-1] if earlier else ""
    return word.lower() in abbreviations().openers and last[:1].islower()


@dataclass(frozen=True, slots=True)
class Abbreviations:
    """What a stop after a word may mean; see `knowledge/words/abbreviations.toml`."""

    before_names: frozenset[str]
    before_numbers: frozenset[str]
    undecided: frozenset[str]
    openers: frozenset[str]

    def knows(self, word: str) -> bool:
        """Tell whether a word in small letters is an abbreviation."""
        return word in self.before_names | self.before_numbers | self.undecided


@cache
def abbreviations() -> Abbreviations:
    """Load the list of abbreviations once."""
    path = files("realpolitik.knowledge") / "words" / "abbreviations.toml"
    table = tomllib.loads(path.read_text("utf-8"))
    return Abbreviations(**{key: frozenset(words) for key, words in table.items()})
