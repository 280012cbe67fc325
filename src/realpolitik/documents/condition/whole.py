"""What concerns a document as a whole: its date, language, frame, wall, emptiness."""

import re
from collections.abc import Iterator

from realpolitik.core.problem import Problem
from realpolitik.core.span import Span
from realpolitik.documents.condition.seen import Seen
from realpolitik.documents.language import READ
from realpolitik.documents.passages import OTHER_LANGUAGE
from realpolitik.knowledge.condition_words import condition_words, language_name

_WORD = re.compile(r"\w")
_STUB_WORDS = 250
_MOSTLY = 0.98


def dates(seen: Seen) -> Iterator[Problem]:
    """Tell a date that is missing, lies ahead, or is contradicted."""
    dating = seen.dating
    if dating.refused is not None:
        yield Problem(
            "future-date",
            f"the date {dating.refused.isoformat()} lies ahead of the day on which the "
            "text was taken and was not believed; give the right one with --date",
        )
    if dating.published is None:
        yield Problem(
            "no-date", "no date of publication was found; give one with --date"
        )
    if dating.doubt is not None:
        yield Problem(
            "doubtful-date", f"{dating.doubt}; give the right one with --date"
        )


def languages(seen: Seen) -> Iterator[Problem]:
    """Name what is in a language that is not read, passage run by passage run."""
    shares = [(code, share) for code, share in seen.languages.shares if code != READ]
    for code, share in shares:
        note = f"language not read: {language_name(code)} ({share:.0%} of the text)"
        if share >= _MOSTLY:
            note = f"language not read: {language_name(code)}"
            yield Problem("language", note, share=round(share, 4))
        else:
            yield from _runs(seen, code, note)


def _runs(seen: Seen, code: str, note: str) -> Iterator[Problem]:
    """Give one problem for passages of a language that follow each other."""
    run: list[int] = []
    pairs = zip(seen.document.passages, seen.blocks, strict=True)
    for passage, block in pairs:
        if passage.kind == OTHER_LANGUAGE and block.language == code:
            run = [run[0] if run else passage.start, passage.end]
        elif run:
            yield Problem("language", note, *run)
            run = []
    if run:
        yield Problem("language", note, *run)


def frame(seen: Seen) -> Iterator[Problem]:
    """Say how much of what stands on the page is no part of the text."""
    document = seen.document
    parts = [part for part in document.passages if part.kind == "boilerplate"]
    inside = sum(_size(seen.words(part)) for part in parts)
    size = _size(document.text)
    outside = max((seen.extract.visible or 0) - size, 0)
    total = max(seen.extract.visible or 0, size)
    if removed := inside + outside:
        share = removed / total
        yield Problem(
            "frame",
            f"{removed} of {total} characters ({share:.0%}) are the page's frame "
            "(menus, links, footers) and were left away",
            share=round(share, 4),
        )


def _size(text: str) -> int:
    """Count characters but white space; a rule of dashes counts nothing."""
    return len("".join(text.split())) if _WORD.search(text) else 0


def paywall(seen: Seen) -> Iterator[Problem]:
    """Tell the stub of an article that is shown in full to subscribers only."""
    words = sum(len(text.split()) for _, text in seen.prose())
    if words > _STUB_WORDS:
        return
    found = _wall(seen.document.text)
    closed = seen.extract.metadata.free is False
    if found or closed:
        said = f" ({seen.words(found)!r})" if found else ""
        note = (
            f"only the beginning stands here ({words} words){said}; the page gives the "
            "rest to subscribers"
        )
        yield Problem("paywall", note, *((found.start, found.end) if found else ()))


def _wall(text: str) -> Span | None:
    """Find the words of a wall, the longest phrase first."""
    low = text.lower()
    if len(low) != len(text):  # a letter that grows in lower case moves the places
        return None
    for phrase in sorted(condition_words("paywall"), key=len, reverse=True):
        if (start := low.find(phrase)) >= 0:
            return Span(start, start + len(phrase))
    return None


def emptiness(seen: Seen) -> Iterator[Problem]:
    """Tell that nothing is left to read, and why."""
    if seen.document.sentences or any(c != READ for c, _ in seen.languages.shares):
        return
    yield Problem("empty", "there is no sentence to read; is this the right file?")
