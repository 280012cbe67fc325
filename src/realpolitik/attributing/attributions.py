"""Attributions of a document: cues with their sources and contents, in order."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from realpolitik.attributing.before import content_before
from realpolitik.attributing.behind import content_behind
from realpolitik.attributing.cues import Cue, cues
from realpolitik.attributing.endings import Found
from realpolitik.attributing.labels import sentence_at, signed, turns
from realpolitik.attributing.line import Line, line_of
from realpolitik.attributing.quotations import quotations
from realpolitik.attributing.sources import owner, source_before, source_behind
from realpolitik.core.attribution import Attribution
from realpolitik.core.document import Document
from realpolitik.core.span import Excerpt, Span

Part = tuple[int, int]


def attributions(document: Document) -> tuple[Attribution, ...]:
    """Give who says what, by reporting words, quotations, and turns of a talk."""
    quotes = quotations(document.text)
    found = [*turns(document), *signed(document, quotes)]
    for number, span in enumerate(document.sentences):
        line = line_of(document.text, number, span, quotes)
        here = list(_of_line(line))
        found += here
    return tuple(sorted(_continued(found, quotes, document), key=_place))


def _place(attribution: Attribution) -> tuple[int, int]:
    cue = attribution.cue or attribution.content[0]
    return attribution.sentence, cue.start


def _of_line(line: Line) -> Iterator[Attribution]:
    main: Part | None = None
    reach = line.span.start
    for cue in cues(line):
        start = line.tokens[cue.first].start
        if line.tokens[cue.at].quote is not None and not _nests(line, cue):
            continue
        found = _read(line, cue, main)
        if found is None:
            continue
        source, content = found
        if source and cue.sort == "verb" and start >= reach:
            main, reach = source, max(part.end for part in content)
        yield Attribution(
            line.number,
            cue.kind,
            line.words(*source) if source else None,
            line.words(cue.first, cue.end),
            content,
        )


def _nests(line: Line, cue: Cue) -> bool:
    """Say whether a cue inside of a quotation is sure: it says "that" or quotes."""
    said = cue.kind == "said" and cue.sort == "verb" and not cue.passive
    return said and line.low(cue.end) == "that"


def _read(
    line: Line, cue: Cue, last: Part | None
) -> tuple[Part | None, tuple[Excerpt, ...]] | None:
    if cue.sort == "phrase":
        return _phrase(line, cue)
    if cue.sort == "noun":
        return _told(owner(line, cue), content_behind(line, cue))
    if cue.passive:
        return _passive(line, cue)
    source = source_before(line, cue)
    before = content_before(line, cue, source)
    if before:
        return before.source, before.content
    behind = content_behind(line, cue)
    if behind is None:
        return None
    return source or last or _subject(line, cue), behind.content


def _told(
    source: Part | None, found: Found | None
) -> tuple[Part | None, tuple[Excerpt, ...]] | None:
    return (source, found.content) if source and found else None


def _phrase(line: Line, cue: Cue) -> tuple[Part | None, tuple[Excerpt, ...]] | None:
    """Read "according to X, content" and "content, according to X"."""
    source = source_behind(line, cue.end)
    if source is None:
        return None
    if cue.first == 0:
        at = source[1]
        while at < len(line.tokens) and line.low(at) != ",":
            at += 1
        end = len(line.tokens)
        while end > at and line.low(end - 1) in (".", "!", "?"):
            end -= 1
        content = line.words(at + 1, end)
        return (source, (content,)) if content else None
    end = cue.first
    while end > 0 and line.low(end - 1) in (",", "—", "–"):
        end -= 1
    content = line.words(0, end)
    return (source, (content,)) if content else None


def _passive(line: Line, cue: Cue) -> tuple[Part | None, tuple[Excerpt, ...]] | None:
    """Read "X was criticised by Y", "X is expected to": X is what is spoken of."""
    subject = source_before(line, cue)
    if line.low(cue.end) == "by":
        source = source_behind(line, cue.end + 1)
        content = line.words(*subject) if subject else None
        return (source, (content,)) if source and content else None
    behind = content_behind(line, cue)
    if behind is None or cue.verb is None or cue.kind == "judged":
        return None
    if cue.verb.hearer:
        return None, behind.content
    return None, behind.content


def _subject(line: Line, cue: Cue) -> Part | None:
    """Give the subject of the sentence for a verb that has none of its own."""
    source = source_behind(line, 0)
    return source if source and source[1] <= cue.first else None


def _continued(
    found: Sequence[Attribution], quotes: Sequence[Span], document: Document
) -> list[Attribution]:
    """Give quotations that no cue took to who was quoted in the sentence before."""
    out = sorted(found, key=_place)
    taken = [(c.start, c.end) for a in out for c in a.content]
    last = {a.sentence: n for n, a in enumerate(out) if _quotes(a)}
    for quote in quotes:
        if any(s < quote.end and quote.start < e for s, e in taken):
            continue
        number = sentence_at(document.sentences, quote.start)
        at = last.get(number - 1)
        if at is None or document.sentences[number].start < quote.start - 1:
            continue
        more = Excerpt(document.text[quote.start : quote.end], quote.start, quote.end)
        out[at] = replace(out[at], content=(*out[at].content, more))
        for covered in range(number, sentence_at(document.sentences, quote.end) + 1):
            last[covered] = at
    return out


def _quotes(attribution: Attribution) -> bool:
    """Say whether the words of somebody stand in quotation marks."""
    return attribution.kind == "said" and any(
        part.text[:1] in "“«\"'" for part in attribution.content
    )
