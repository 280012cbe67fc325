"""Words whose speaker stands beside them: the turns of a talk, signed quotations."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from realpolitik.core.attribution import Attribution
from realpolitik.core.document import Document, Passage
from realpolitik.core.span import Excerpt, Span
from realpolitik.knowledge.reporting import small_words

# "Macron: We agree", "MR. CARNEY: Yes" at the beginning of a passage.
_LABEL = re.compile(
    r"[“\"]?(?P<name>[A-Z][\w.’'-]*(?:[ ][A-Z(][\w.’')-]*){0,4})(?P<colon>:)\s+"
    r"(?=[A-Z“\"‘'])"
)
# "Peace is near." ― Ana Ruiz
_SIGNED = re.compile(
    r"\s*(?P<dash>―|—|–|--?)\s*(?P<name>[A-Z][\w.’'-]*(?:\s[\w.’'-]+){0,5}?)(?=\s*(?:$|[\n,(]))",
    re.MULTILINE,
)


def turns(document: Document) -> Iterator[Attribution]:
    """Give the passages that begin with the name of who speaks."""
    for passage in document.passages:
        text = document.text[passage.start : passage.end]
        label = _LABEL.match(text)
        name = passage.speaker if passage.speaker else label and label["name"]
        at = text.find(name) if name else -1
        colon = text.find(":", at + len(name)) if name and 0 <= at <= 1 else -1
        if not name or colon < 0 or name.lower() in small_words()["no-speakers"]:
            continue
        if found := _turn(document, passage, (at, at + len(name), colon)):
            yield found


def signed(document: Document, quotes: Sequence[Span]) -> Iterator[Attribution]:
    """Give quotations with a name and a dash behind them."""
    text = document.text
    for quote in quotes:
        name = _SIGNED.match(text, quote.end)
        if name:
            content = Excerpt(text[quote.start : quote.end], quote.start, quote.end)
            dash, source = (_excerpt(name, group) for group in ("dash", "name"))
            at = sentence_at(document.sentences, quote.start)
            yield Attribution(at, "said", source, dash, (content,))


def sentence_at(sentences: Sequence[Span], position: int) -> int:
    """Give the number of the sentence that holds a character, or the one before it."""
    return max(0, bisect_right(sentences, position, key=_start) - 1)


def _start(span: Span) -> int:
    return span.start


def _turn(
    document: Document, passage: Passage, places: tuple[int, int, int]
) -> Attribution | None:
    """Read one turn, its name and colon at places of the passage."""
    text, (first, end, colon) = document.text, [passage.start + p for p in places]
    begin = colon + 1
    while begin < passage.end and text[begin].isspace():
        begin += 1
    stop = passage.start + len(text[passage.start : passage.end].rstrip())
    if stop <= begin:
        return None
    return Attribution(
        sentence_at(document.sentences, begin),
        "said",
        Excerpt(text[first:end], first, end),
        Excerpt(":", colon, colon + 1),
        (Excerpt(text[begin:stop], begin, stop),),
    )


def _excerpt(match: re.Match[str], group: str) -> Excerpt:
    return Excerpt(match[group], match.start(group), match.end(group))
