"""The condition of a document: what was lost, broken, repeated or left away."""

import re
from collections.abc import Iterator, Sequence

from realpolitik.core.document import Document, Passage, RawDocument
from realpolitik.core.problem import Problem
from realpolitik.documents.blocks import Block, Extract
from realpolitik.documents.dating import Dating

_LOST_NUMBERS = re.compile(
    r"""\b(?:in|since|until|from|during)\ the\ (?:early\ |mid-?\ ?|late\ |1)?s\b
    |\bthe\ (?:early|mid|late)\ s\b
    |\b\d+\ to\ (?:kilomet|met|mile|percent|per\ cent|million|billion|year|day|ton)\w*
    |\b(?:more|less|fewer|over)\ than\ (?:missions?|people|times|percent|soldiers?
        |troops|years|days|months|miles|kilomet\w+|strikes|attacks|killed|casualties)\b
    |\b(?:in|on)\ (?:January|February|March|April|May|June|July|August|September
        |October|November|December)\ ,
    |\b(?:signed|founded|established|reported|held|began|ended)\ in\ (?:and|,|\.)
    |(?:\$|€|£|USD|EUR)\ (?:million|billion|trillion)\b""",
    re.VERBOSE,
)
_FUSED_CAPITAL = re.compile(r"(?<![#@/.\w])[A-Z][a-z]{4,}[A-Z][a-z]{4,}\b(?![@/.]\w)")
_FUSED_SMALL = re.compile(r"\b(?:in|by|of|the)[A-Z][a-z]{3,}\b")
_FUSED_THE = re.compile(r"\b[A-Z][a-z]{3,}the\b(?=\s[A-Za-z])")
_MOJIBAKE = re.compile("â€[\u0080-\u00bf™œ\u009d˜“”]|Ã[\u0080-\u00bf©¨¼¶¤]|\ufffd")
_TERMINAL = re.compile(r"""[.!?…:]["'”’»)\]]*(?:\s?\[\d+\])*\Z""")
_WORD = re.compile(r"\w")
_MOST_EACH = 20
_TRUNCATED_WORDS = 8


def condition_of(
    document: Document,
    *,
    extract: Extract,
    blocks: Sequence[Block],
    dating: Dating,
    raw: RawDocument,
) -> tuple[Problem, ...]:
    """List what is wrong with a document, in the order of its text."""
    whole = [
        *raw.problems,
        *extract.problems,
        *_of_encoding(extract),
        *_of_date(document, dating),
        *_of_frame(document, extract),
        *_of_emptiness(document),
    ]
    spans = [
        *_of_joining(document, blocks),
        *_of_keyword_lines(document),
        *_of_words(document),
        *_of_edges(document),
    ]
    return (*whole, *sorted(spans, key=_place))


def _place(problem: Problem) -> tuple[int, int, str]:
    return (problem.start or 0, problem.end or 0, problem.kind)


def _of_encoding(extract: Extract) -> Iterator[Problem]:
    if extract.decoded is not None and extract.decoded.repaired:
        yield Problem(
            "encoding",
            f"{extract.decoded.repaired}; save the file as UTF-8 if signs look wrong",
        )


def _of_date(document: Document, dating: Dating) -> Iterator[Problem]:
    if dating.refused is not None:
        yield Problem(
            "future-date",
            f"the date {dating.refused.isoformat()} lies ahead and was not believed; "
            "give the right one with --date",
        )
    if document.published is None:
        yield Problem(
            "no-date", "no date of publication was found; give one with --date"
        )


def _of_frame(document: Document, extract: Extract) -> Iterator[Problem]:
    """Say how much of what stands on the page is no part of the text."""
    frame = [part for part in document.passages if part.kind == "boilerplate"]
    inside = sum(_size(document.text[part.start : part.end]) for part in frame)
    size = _size(document.text)
    outside = max((extract.visible or 0) - size, 0)
    total = max(extract.visible or 0, size)
    if removed := inside + outside:
        share = removed / total
        yield Problem(
            "frame",
            f"{removed} of {total} characters ({share:.0%}) are the page's frame "
            "(menus, links, footers) and were left away",
        )


def _size(text: str) -> int:
    """Count characters but white space; a rule of dashes counts nothing."""
    return len("".join(text.split())) if _WORD.search(text) else 0


def _of_emptiness(document: Document) -> Iterator[Problem]:
    if not document.sentences:
        yield Problem("empty", "there is no sentence to read; is this the right file?")


def _of_joining(document: Document, blocks: Sequence[Block]) -> list[Problem]:
    return [
        Problem(
            "broken-paragraph",
            "the layout broke this paragraph in mid-sentence; it is read as one",
            passage.start,
            passage.end,
        )
        for passage, block in zip(document.passages, blocks, strict=True)
        if block.joined
    ]


def _of_keyword_lines(document: Document) -> list[Problem]:
    return [
        Problem(
            "keyword-line",
            "this line returns between the paragraphs and is not read",
            passage.start,
            passage.end,
        )
        for passage in document.passages
        if passage.kind == "keyword-line"
    ]


def _of_words(document: Document) -> Iterator[Problem]:
    text = document.text
    yield from _found(
        "fused-words", "two words stand here as one", _fused(text), document
    )
    yield from _found(
        "lost-number",
        "a number seems to be missing here",
        list(_LOST_NUMBERS.finditer(text)),
        document,
    )
    yield from _found(
        "mojibake",
        "signs here were spoilt by a wrong encoding before this file was made",
        list(_MOJIBAKE.finditer(text)),
        document,
    )


def _fused(text: str) -> list[re.Match[str]]:
    """Find words grown together; a capital inside a name that returns is a name's."""
    capitals = [
        match
        for match in _FUSED_CAPITAL.finditer(text)
        if match.group() not in _NAMES_WITH_CAPITAL and text.count(match.group()) == 1
    ]
    articles = [
        match
        for match in _FUSED_THE.finditer(text)
        if match.group() not in _WORDS_ENDING_LIKE_THAT
    ]
    found = [*capitals, *articles, *_FUSED_SMALL.finditer(text)]
    return sorted(found, key=re.Match.start)


_NAMES_WITH_CAPITAL = frozenset(
    [
        "AstraZeneca",
        "GlaxoSmith",
        "InterContinental",
        "MasterCard",
        "OpenStreet",
        "PricewaterhouseCoopers",
        "ProPublica",
        "RosUkrEnergo",
        "SberBank",
        "ThyssenKrupp",
        "TotalEnergies",
        "UnionPay",
    ]
)
_WORDS_ENDING_LIKE_THAT = frozenset(
    [
        "Absinthe",
        "Bathe",
        "Blythe",
        "Breathe",
        "Clothe",
        "Goethe",
        "Lathe",
        "Lithe",
        "Loathe",
        "Scythe",
        "Seethe",
        "Soothe",
        "Swathe",
        "Tithe",
    ]
)


def _found(
    kind: str, note: str, matches: Sequence[re.Match[str]], document: Document
) -> Iterator[Problem]:
    for match in matches[:_MOST_EACH]:
        yield Problem(kind, f"{note}: {match.group()!r}", *match.span())
    if len(matches) > _MOST_EACH:
        rest = len(matches) - _MOST_EACH
        yield Problem(kind, f"{note}: {rest} more places like this")


def _of_edges(document: Document) -> Iterator[Problem]:
    """Tell a text that begins or ends in mid-sentence."""
    prose = [passage for passage in document.passages if _is_prose(document, passage)]
    if not prose:
        return
    first, last = prose[0], prose[-1]
    if document.text[first.start].islower():
        note = "the text begins in mid-sentence; something before it is missing"
        yield Problem("cut-start", note, first.start, first.end)
    end = document.text[last.start : last.end]
    if not _TERMINAL.search(end) or end.endswith(":"):
        note = "the text ends in mid-sentence; something after it is missing"
        yield Problem("cut-end", note, last.start, last.end)


def _is_prose(document: Document, passage: Passage) -> bool:
    text = document.text[passage.start : passage.end]
    readable = passage.kind in {"paragraph", "question", "answer"}
    return readable and len(text.split()) >= _TRUNCATED_WORDS
