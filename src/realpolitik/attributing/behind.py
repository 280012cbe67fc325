"""Contents that stand behind their cue: he said that ..."""

from bisect import bisect_left

from realpolitik.attributing.beginnings import beginning
from realpolitik.attributing.cues import Cue
from realpolitik.attributing.endings import (
    TAIL,
    Found,
    opens_quotation,
    sentence_end,
    tail_end,
)
from realpolitik.attributing.line import Line
from realpolitik.core.span import Span
from realpolitik.knowledge.reporting import Reporting, reporting_verbs

_BREAKS = (";", "—", "―", "--", "(")
_CONTRASTS = ("but", "while", "although", "though")


def content_behind(line: Line, cue: Cue) -> Found | None:
    """Find what follows a cue: a clause, a quotation, or what the verb acts on."""
    first = beginning(line, cue)
    if first is None or first >= len(line.tokens):
        return _next_quotation(line, cue)
    start, quote = line.tokens[first].start, line.quote(first)
    if quote and opens_quotation(line, first) and _is_whole(line, quote):
        return Found((line.excerpt(quote.start, quote.end),))
    end = _end(line, first, cue)
    if end <= first:
        return None
    last, quote = line.tokens[end - 1].end, line.quote(end - 1)
    if quote and quote.start >= start:
        last = max(last, quote.end)
    return Found((line.excerpt(start, last),))


def _next_quotation(line: Line, cue: Cue) -> Found | None:
    """Find the quotation of the next paragraph: "The Times reports:"."""
    if line.low(len(line.tokens) - 1) != ":" or cue.kind != "said":
        return None
    at = bisect_left(line.quotes, line.span.end, key=_start)
    if at == len(line.quotes):
        return None
    quote = line.quotes[at]
    if line.text[line.span.end : quote.start].strip():
        return None
    return Found((line.excerpt(quote.start, quote.end),))


def _start(span: Span) -> int:
    return span.start


def _is_whole(line: Line, quote: Span) -> bool:
    """Say whether a quotation behind a cue is all that is said."""
    behind = [t for t in line.tokens if t.start >= quote.end]
    return not behind or behind[0].low in (".", ",", ";", "and", "but")


def _end(line: Line, first: int, cue: Cue) -> int:
    """Give where a content ends: with the sentence, or where another thing begins."""
    last = sentence_end(line)
    for at in range(first + 1, last):
        if line.tokens[at].quote is None and _breaks(line, at, cue):
            last = at
            break
    while last > first + 1 and line.low(last - 1) == ",":
        last -= 1
    return last


def _breaks(line: Line, at: int, cue: Cue) -> bool:
    """Say whether a content ends here: ", saying", "and added", ", he said", "; "."""
    word, following = line.low(at), line.low(at + 1)
    if word in _BREAKS:
        return True
    verb = reporting_verbs().get(following)
    if word == ",":
        goes_on = verb is not None and verb.form == "ing"
        return goes_on or following in _CONTRASTS or _closes(line, at + 1)
    return word in ("and", "but") and _is_like(verb, cue.verb)


def _is_like(verb: Reporting | None, other: Reporting | None) -> bool:
    if verb is None or other is None or verb.form not in ("past", "third"):
        return False
    return verb.form == other.form


def _closes(line: Line, at: int) -> bool:
    """Say whether ", he said" ends the sentence from here."""
    end = sentence_end(line)
    if end - at > TAIL:
        return False
    for number in range(at, end):
        verb = reporting_verbs().get(line.low(number))
        if verb and verb.form in ("past", "third") and not verb.strict:
            return number > at and tail_end(line, number + 1) is not None
    return line.low(at) == "according"
