"""Contents that stand before their cue: "...", he said."""

from realpolitik.attributing.cues import Cue
from realpolitik.attributing.endings import (
    CLOSING,
    ENDS,
    OPENING,
    Found,
    opens_quotation,
    sentence_end,
    stop_behind,
    tail_end,
)
from realpolitik.attributing.line import Line
from realpolitik.attributing.sources import source_behind
from realpolitik.core.span import Excerpt, Span
from realpolitik.knowledge.reporting import reporting_verbs, small_words

_BREAKS = (",", "—", "–", "―")
Part = tuple[int, int]


def content_before(line: Line, cue: Cue, source: Part | None) -> Found | None:
    """Find "..., he said." and "...", said the minister".

    `source` is the subject that stands before the cue; without one the source is
    looked for behind it.
    """
    named = source or _named_behind(line, cue)
    lead = source[0] if source else cue.first
    if named is None or not _ends_something(line, lead):
        return None
    tail = max(cue.end, named[1])
    if _is_quoted(line, lead):
        return _quotation(line, lead, (named, tail), inverted=source is None)
    return _clause(line, lead, (named, tail), inverted=source is None)


def _named_behind(line: Line, cue: Cue) -> Part | None:
    found = source_behind(line, cue.end)
    return found if found and _opens_name(line, found[0]) else None


def _opens_name(line: Line, at: int) -> bool:
    if at >= len(line.tokens):
        return False
    token = line.tokens[at]
    return token.low in small_words()["opens-name"] or token.text[:1].isupper()


def _ends_something(line: Line, lead: int) -> bool:
    return lead > 0 and line.low(lead - 1) in (*_BREAKS, "?", "!", *CLOSING)


def _is_quoted(line: Line, lead: int) -> bool:
    """Say whether a quotation ends before a token."""
    before, earlier = line.low(lead - 1), line.low(lead - 2)
    return before in CLOSING or (before == "," and earlier in CLOSING)


def _quotation(
    line: Line, lead: int, behind: tuple[Part, int], *, inverted: bool
) -> Found | None:
    source, tail = behind
    stop, small = _aside_end(line, tail), small_words()
    opens = small["complementizers"] | small["subjects"] - {"this"}
    first = _before(line, lead)
    if stop is None or first is None or line.low(tail) in opens:
        return None
    if inverted:
        stop = _behind_apposition(line, stop)
    rest = _second_half(line, stop)
    return Found((first, rest) if rest else (first,), source)


def _clause(
    line: Line, lead: int, behind: tuple[Part, int], *, inverted: bool
) -> Found | None:
    source, tail = behind
    stop = tail_end(line, tail)
    if stop is None or _quotes_next(line, stop):
        return None  # what follows is said: "In Geneva, he said: ..."
    first = _before(line, lead)
    if first is None:
        return None
    if inverted:
        stop = _behind_apposition(line, stop)
    rest = _second_half(line, stop) or _goes_on(line, stop)
    return Found((first, rest) if rest else (first,), source)


def _aside_end(line: Line, at: int) -> int | None:
    """Give where the words behind a cue that closes a quotation end."""
    end = stop_behind(line, at)
    return None if "that" in (line.low(place) for place in range(at, end)) else end


def _before(line: Line, lead: int) -> Excerpt | None:
    """Give the quotation or clause that ends before a token."""
    at = lead - 1
    quote = line.quote(at) or (line.quote(at - 1) if line.low(at) == "," else None)
    if quote and quote.start < line.tokens[at].start:
        return line.excerpt(_whole_start(line, quote), quote.end)
    while at >= 0 and line.low(at) in _BREAKS:
        at -= 1
    start = at
    while start > 0 and line.low(start - 1) != ";":
        start -= 1
    while start < at and line.low(start) in ("but", "and", "yet", "so"):
        start += 1
    return line.words(start, at + 1) if at >= 1 else None


def _whole_start(line: Line, quote: Span) -> int:
    """Give where a clause that a quotation ends begins, unless it holds a cue itself.

    "The plan is "a misguided approach", he said" gives all of the clause.
    """
    before = [t for t in line.tokens if t.start < quote.start and t.quote is None]
    if not before or before[-1].low in (":", ","):
        return quote.start
    verbs = (reporting_verbs().get(t.low) for t in before)
    if any(verb and not verb.strict for verb in verbs):
        return quote.start
    return before[0].start


def _quotes_next(line: Line, at: int) -> bool:
    return line.low(at) in OPENING or line.low(at + 1) in OPENING


def _behind_apposition(line: Line, at: int) -> int:
    """Skip what tells of a source: "said Ito, the minister," ..."."""
    if line.low(at) != "," or line.low(at + 1) in OPENING:
        return at
    end = at + 1
    while end < len(line.tokens) and line.low(end) not in (",", *ENDS):
        end += 1
    return end


def _second_half(line: Line, stop: int) -> Excerpt | None:
    """Give the quotation that goes on behind its cue: "X," he said, "Y."."""
    first = stop + (line.low(stop) in (",", ":", ".", ";"))
    if not opens_quotation(line, first):
        return None
    quote = line.quote(first)
    return line.excerpt(quote.start, quote.end) if quote else None


def _goes_on(line: Line, stop: int) -> Excerpt | None:
    """Give the second half of a clause that a cue cut in two: "X, he said, Y"."""
    small, first = small_words(), stop + 1
    word = line.low(first)
    if line.low(stop) != "," or first + 2 >= len(line.tokens):
        return None
    other = small["relative"] | small["opens_clause"] | small["prepositions"]
    near = {line.low(place) for place in range(first, first + 5)}
    if word in other or word.endswith("ing") or near & {"after", "before"}:
        return None
    return line.words(first, sentence_end(line))
