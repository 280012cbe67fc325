"""Who speaks: labels of interviews and transcripts, questions and answers."""

import re
import tomllib
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files
from itertools import pairwise

from realpolitik.documents.blocks import Block, Piece
from realpolitik.documents.passages import UNREAD_KINDS
from realpolitik.documents.tracing import cut
from realpolitik.knowledge.condition_words import condition_words
from realpolitik.knowledge.directory import namings
from realpolitik.knowledge.forms import key
from realpolitik.knowledge.roles import role_named

_LABEL = re.compile(
    r"""(?P<name>[^\W\d_](?:[\w.'’\-–,&/]*)(?:\s[\w.'’\-–,&/]+){0,15}?)
    (?P<aside>\s?[(\[][^()\[\]]{1,60}[)\]])?(?:\s?[(\[][^()\[\]]{1,60}[)\]])?\s?[:：](?=\s|\Z|(?<=[)\]]:)[A-Z"“])\s*""",
    re.VERBOSE,
)
# "Q Thank you." in transcripts that print no colon; "A year ago" is none.
_BARE = re.compile(r"(?P<name>Q|A(?=\.))\.?\s+(?=[\"“‘(\[]?[A-Z])")
_ASKED_FROM = re.compile(r"Questions? from (?=[A-Z])")
_ASIDE = re.compile(r"[(\[][^()\[\]]{1,80}[)\]]\.?")  # "(Applause.)"
_LONGEST_LABEL = 250
_MANY = 3
_SPARSE = 0.2  # of the blocks: a talk has a label every few paragraphs
_VERY_SPARSE = 0.1  # so few are weighed together, however they are printed
_SURE_WORDS = 16


@dataclass(frozen=True, slots=True)
class _Roles:
    question: frozenset[str]
    answer: frozenset[str]
    interjection: frozenset[str]
    office: frozenset[str]
    no_speaker: frozenset[str]
    small: frozenset[str]


@dataclass(frozen=True, slots=True)
class _Label:
    name: str
    length: int
    bold: bool
    state: str = ""  # for which one speaks, as printed: " (Ukraine)"

    @property
    def speaker(self) -> str:
        """The name, with the state where the label tells it."""
        return self.name + self.state


def label_turns(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """Set speaker and kind of the blocks of an interview or transcript.

    A label is believed where it is bold, in capitals, or a word for question and
    answer; a plain name only where the text has several labels and one returns. The
    label stays in the text; sentences begin after it. A block without label goes on
    with its turn, over "(Applause.)" too; a heading or a row of stars ends it. Sparse
    labels most of which stand but once are headings of their paragraphs.
    """
    labels = [_label(block) for block in blocks]
    believed = _believed(blocks, labels)
    if not believed:
        return tuple(blocks)
    return tuple(_turns(blocks, labels, believed))


@cache
def _roles() -> _Roles:
    path = files("realpolitik.knowledge") / "words" / "labels.toml"
    table = tomllib.loads(path.read_text("utf-8"))
    return _Roles(**{key: frozenset(words) for key, words in table.items()})


def _label(block: Block) -> _Label | None:
    if block.kind in UNREAD_KINDS:
        return None
    if bare := _BARE.match(block.text):
        return _Label(bare["name"], bare.end(), bold=False)
    match = _LABEL.match(block.text[:_LONGEST_LABEL])
    if match is None or not _may_speak(match["name"]):
        return None
    bold = block.bold >= len(match["name"])
    return _Label(match["name"], match.end(), bold, _state(match["aside"] or ""))


def _state(aside: str) -> str:
    """Give an aside that is a state: "(France)", not "(retranslated)"."""
    meant = namings(key(aside.strip(" ()[]")))
    return aside if any(naming.form == "state" for naming in meant) else ""


def _may_speak(name: str) -> bool:
    words = re.findall(r"[^\s,/]+", name)
    first = words[0].lower()
    roles = _roles()
    if name.lower() in roles.question | roles.answer | roles.interjection:
        return True
    if first.strip(".’'") in roles.no_speaker:
        return False
    if all(_is_name_word(word) for word in words) or _ASKED_FROM.match(name):
        return True
    return _is_office_with_name(words)


def _is_office_with_name(words: Sequence[str]) -> bool:
    """Tell "History teacher Anton Molev" from the beginning of a sentence.

    All small words but those of offices are nouns, one of them names a role, and a
    first and a last name end it or stand before them.
    """
    small = [word.strip("’',.") for word in words if not _is_name_word(word)]
    common = condition_words("english-prose")
    if any(word in common for word in small) or words[0].lower() in common:
        return False
    named = all(word[:1].isupper() for word in words[-2:]) or all(
        word[:1].isupper() for word in words[:2]
    )
    nouns = [word.strip("’',.").lower() for word in words]
    return named and any(noun in _roles().office or role_named(noun) for noun in nouns)


def _is_name_word(word: str) -> bool:
    small = _roles().small
    particle = word.split("-", maxsplit=1)[0]  # al-Bashir, el-Sisi
    return not word[0].islower() or word.lower() in small or particle in small


def _believed(
    blocks: Sequence[Block], labels: Sequence[_Label | None]
) -> frozenset[str]:
    """Say which labels are speakers, by how they are printed and how they return."""
    found = [label for label in labels if label is not None]
    times = Counter(label.name for label in found)
    plain = sum(count for name, count in times.items() if _looks_personal(name))
    returning = max(times.values(), default=0) > 1
    names = {label.name for label in found if _is_sure(label)}
    sure = {name: times[name] for name in names}
    if _are_headings(sure, of=_SPARSE * len(blocks)):
        return frozenset()
    if _are_headings(times, of=_VERY_SPARSE * len(blocks)):
        return frozenset()
    if names and len(found) >= _MANY:
        names |= {n for n in times if n.lower() in _roles().interjection}
    if plain >= _MANY and (returning or names):
        names |= {name for name in times if _looks_personal(name)}
    return frozenset(names)


def _are_headings(times: Mapping[str, int], *, of: float) -> bool:
    """Tell headings that run into their paragraph: fewer than `of`, and few return."""
    once = [name for name, count in times.items() if count == 1]
    sparse = sum(times.values()) < of
    few_return = len(times) >= _MANY and len(once) > len(times) / 2
    offices = sum(map(_names_office, times))
    return sparse and few_return and offices * 2 < len(times)


def _names_office(name: str) -> bool:
    roles = (role_named(word.strip("’',.").lower()) for word in name.split())
    return any(role and role.kind == "person" for role in roles)


def _is_sure(label: _Label) -> bool:
    name = label.name
    if name.lower() in _roles().question | _roles().answer or _ASKED_FROM.match(name):
        return True
    letters = [letter for letter in name if letter.isalpha()]
    capitals = len(letters) > 2 and all(map(str.isupper, letters))
    return label.bold or capitals


def _looks_personal(name: str) -> bool:
    return 2 <= len(name.split()) <= _SURE_WORDS


def _turns(
    blocks: Sequence[Block],
    labels: Sequence[_Label | None],
    believed: frozenset[str],
) -> Iterator[Block]:
    speaker: str | None = None
    kind: str | None = None
    asked = False
    for block, label in zip(blocks, labels, strict=True):
        if label is not None and label.name in believed:
            kind = _kind_of(label.name, asked=asked)
            asked = asked or kind == "question"
            speaker = None if label.name.lower() in _roles().answer else label.speaker
            yield _spoken(block, speaker, kind, label=label.length)
        elif _ends_turn(block) and not _ASIDE.fullmatch(block.text):
            speaker = kind = None
            yield block
        elif block.kind in UNREAD_KINDS or _ASIDE.fullmatch(block.text):
            yield block
        else:
            yield _spoken(block, speaker, kind)


def _kind_of(name: str, *, asked: bool) -> str | None:
    if name.lower() in _roles().question or _ASKED_FROM.match(name):
        return "question"
    return "answer" if asked else None


def _ends_turn(block: Block) -> bool:
    stars = re.fullmatch(r"[\s*_=~#•-]+", block.text)
    return block.kind in {"heading", "dateline"} or stars is not None


def _spoken(
    block: Block, speaker: str | None, kind: str | None, *, label: int = 0
) -> Block:
    named = "paragraph" if block.kind == "heading" else block.kind
    if kind and named == "paragraph":
        named = kind
    return replace(block, kind=named, speaker=speaker, label=label)


def split_block(block: Block, places: Iterable[int]) -> list[Block]:
    """Cut a block before each of the places, dropping the space between."""
    edges = [0, *places, len(block.text)]
    parts = []
    for start, end in pairwise(edges):
        text = block.text[start:end].rstrip()
        pieces: tuple[Piece, ...] = tuple(cut(block.pieces, start, start + len(text)))
        parts.append(replace(block, text=text, pieces=pieces, bold=0))
    return parts
