"""Contents: the words that a cue gives as said, thought or wanted."""

from bisect import bisect_left
from dataclasses import dataclass

from realpolitik.attributing.cues import Cue
from realpolitik.attributing.line import Line
from realpolitik.attributing.sources import source_behind
from realpolitik.core.span import Excerpt, Span
from realpolitik.knowledge.reporting import reporting_verbs, small_words

_CLOSING = frozenset(["”", "»", '"', "''"])
_OPENING = frozenset(["“", "«", '"', "''"])
_ENDS = frozenset(".!?;")
_FAR = 14  # tokens that may stand between a cue and its content
_SUBJECT = 9  # tokens in which a subject has met its verb
_TAIL = 9  # tokens that may follow a cue at the end: "on Friday in Geneva"


@dataclass(frozen=True, slots=True)
class Found:
    """What a cue gives as said; `source` where the cue's place shows it."""

    content: tuple[Excerpt, ...]
    source: tuple[int, int] | None = None


def content_before(line: Line, cue: Cue, source: tuple[int, int] | None) -> Found | None:
    """Find "..., he said." and "...", said the minister": what is said stands before."""
    if cue.sort == "verb" and source and not _is_clause_start(line, source[0]):
        return None
    lead = source[0] if source else cue.first
    if not source:
        behind = source_behind(line, cue.end)
        if behind is None or not _opens_name(line, behind[0]):
            return None
        tail = behind[1]
    else:
        behind, tail = source, cue.end
    if not _ends_quote_or_comma(line, lead):
        return None
    quoted = _is_quoted(line, lead)
    stop = _aside_end(line, tail) if quoted else _tail_end(line, tail)
    if stop is None:
        return None
    if not quoted and _quotes_next(line, stop):
        return None  # "In Geneva, he said: ..."
    before = _content_up_to(line, lead)
    if before is None:
        return None
    if not source:
        stop = _behind_apposition(line, stop)
    rest = _second_half(line, stop) if quoted else _goes_on(line, stop)
    return Found((before, rest) if rest else (before,), behind)


def content_behind(line: Line, cue: Cue) -> Found | None:
    """Find what follows a cue: a clause, a quotation, or what the verb acts on."""
    first = _first(line, cue)
    if first is None or first >= len(line.tokens):
        return _next_quotation(line, cue)
    quote = line.quote(first)
    if quote and quote.start == line.tokens[first].start and _is_whole(line, first):
        return Found((line.excerpt(quote.start, quote.end),))
    end = _end(line, first, cue)
    if end <= first:
        return None
    while end > first + 1 and line.low(end - 1) == ",":
        end -= 1
    last = line.tokens[end - 1].end
    quote = line.quote(end - 1)
    if quote and quote.start >= line.tokens[first].start:
        last = max(last, quote.end)
    return Found((line.excerpt(line.tokens[first].start, last),))


def _next_quotation(line: Line, cue: Cue) -> Found | None:
    """Find the quotation of the next paragraph: "The Times reports:"."""
    if line.low(len(line.tokens) - 1) != ":" or cue.kind != "said":
        return None
    at = bisect_left(line.quotes, line.span.end, key=_start_of)
    if at == len(line.quotes):
        return None
    quote = line.quotes[at]
    if line.text[line.span.end : quote.start].strip():
        return None
    return Found((line.excerpt(quote.start, quote.end),))


def _start_of(span: Span) -> int:
    return span.start


def _is_clause_start(line: Line, at: int) -> bool:
    return at == 0 or line.low(at - 1) in (",", "—", "–", "―", *_CLOSING)


def _ends_quote_or_comma(line: Line, lead: int) -> bool:
    return lead > 0 and line.low(lead - 1) in (",", "—", "–", "―", "?", "!", *_CLOSING)


def _opens_name(line: Line, at: int) -> bool:
    if at >= len(line.tokens):
        return False
    token = line.tokens[at]
    determined = token.low in ("the", "a", "an", "his", "her", "their", "one", "former")
    known = token.low in ("he", "she", "they")
    return determined or known or token.text[:1].isupper()


def _tail_end(line: Line, at: int) -> int | None:
    """Give where the words behind a closing cue end, None if they are the content."""
    small, tokens = small_words(), line.tokens
    start = at
    while at < len(tokens) and at - start <= _TAIL:
        word = tokens[at].low
        if word in _ENDS or word == "," or word in _OPENING or word == ":":
            break
        if at == start and not (
            word in small["prepositions"] or word in small["days"] or _is_ly(word)
            or word in small["adverbs"] or word in ("when", "while", "reporters")
            or word in _HEARERS
        ):
            return None
        if word in ("that", "whether", "how"):
            return None
        at += 1
    return at if at - start <= _TAIL else None


def _aside_end(line: Line, at: int) -> int | None:
    """Give where the words behind a cue that closes a quotation end."""
    small = small_words()
    if line.low(at) in small["complementizers"] | small["subjects"] - {"this"}:
        return None
    while at < len(line.tokens) and line.low(at) not in (",", ":", *_ENDS, *_OPENING):
        if line.low(at) == "that":
            return None
        at += 1
    return at


_HEARERS = frozenset(["reporters", "me", "us", "him", "her", "them", "cnn", "the"])


def _is_ly(word: str) -> bool:
    return word.endswith("ly") and len(word) > 4


def _content_up_to(line: Line, lead: int) -> Excerpt | None:
    """Give the quotation or clause that ends before a token."""
    at = lead - 1
    quote = line.quote(at) or (line.quote(at - 1) if line.low(at) == "," else None)
    if quote and quote.start < line.tokens[at].start:
        start = quote.start
        first = next(
            (t for t in line.tokens if t.start >= quote.start), line.tokens[0]
        )
        if first.start == quote.start and first.start > line.span.start:
            start = _clause_start(line, line.tokens.index(first))
        end = quote.end
        return line.excerpt(start, end)
    while at >= 0 and line.low(at) in (",", "—", "–", "―"):
        at -= 1
    if at < 1:
        return None
    start = 0
    while start < at and line.low(start) in ("but", "and", "yet", "so"):
        start += 1
    return line.words(start, at + 1)


def _clause_start(line: Line, at: int) -> int:
    """A quotation that ends a clause belongs to all of it: the clause is the content,
    unless what stands before the mark is itself a cue."""
    before = [t for t in line.tokens[:at] if t.quote is None]
    reports = any(
        t.low in reporting_verbs() and not reporting_verbs()[t.low].strict
        for t in before
    )
    if reports or not before or before[-1].low in (":", ","):
        return line.tokens[at].start
    return before[0].start


def _is_quoted(line: Line, lead: int) -> bool:
    """Say whether a quotation ends before a token."""
    return line.low(lead - 1) in _CLOSING or (
        line.low(lead - 1) == "," and line.low(lead - 2) in _CLOSING
    )


def _quotes_next(line: Line, at: int) -> bool:
    return line.low(at) in _OPENING or line.low(at + 1) in _OPENING


def _behind_apposition(line: Line, at: int) -> int:
    """Skip what tells of a source: "said Ito, the minister," ..."."""
    if line.low(at) != "," or line.low(at + 1) in _OPENING:
        return at
    end = at + 1
    while end < len(line.tokens) and line.low(end) not in (",", *_ENDS):
        end += 1
    return end


def _second_half(line: Line, stop: int) -> Excerpt | None:
    """Give the quotation that goes on behind its cue: "X," he said, "Y."."""
    first = stop + (line.low(stop) in (",", ":", ".", ";"))
    quote = line.quote(first)
    if quote and quote.start == line.tokens[first].start:
        return line.excerpt(quote.start, quote.end)
    return None


def _goes_on(line: Line, stop: int) -> Excerpt | None:
    """Give the second half of a clause that a cue cut in two: "X, he said, Y"."""
    if second := _second_half(line, stop):
        return second
    small, first = small_words(), stop + 1
    word = line.low(first)
    if line.low(stop) != "," or first + 2 >= len(line.tokens):
        return None
    if word in small["relative"] or word in small["opens_clause"]:
        return None
    if word in small["prepositions"] or word.endswith("ing"):
        return None
    return line.words(first, _sentence_end(line))


def _first(line: Line, cue: Cue) -> int | None:
    """Give where the content behind a cue begins, None where none follows."""
    small, at = small_words(), cue.end
    if cue.sort == "noun":
        return at
    mark = _marked(line, cue)
    if mark is not None:
        return mark
    while line.low(at) in small["days"] or _is_ly(line.low(at)):
        at += 1
    if line.low(at) in (":", ","):
        at += 1
    verb = cue.verb
    if verb is None or at >= len(line.tokens) or line.low(at) in _ENDS:
        return None
    at = _behind_time(line, at)
    if line.low(at) in small["prepositions"] and line.low(at) != "to":
        return None
    if verb.hearer:
        return _behind_hearer(line, at)
    if verb.strict and not _is_clause(line, at):
        return None
    return at


def _marked(line: Line, cue: Cue) -> int | None:
    """Find "that", "whether" or a quotation not far behind a cue."""
    small = small_words()
    for at in range(cue.end, min(len(line.tokens), cue.end + _FAR)):
        word = line.low(at)
        quote = line.quote(at)
        if quote and quote.start == line.tokens[at].start:
            near = line.low(at - 1) in (",", ":") or at == cue.end
            if near or _only_aside(line, cue.end, at):
                return at
            return None
        if word in small["complementizers"] and not (
            word in ("what", "if") and at > cue.end + 2
        ):
            if at == cue.end or _only_aside(line, cue.end, at) or (
                cue.verb and cue.verb.hearer
            ):
                return at
            return None
        if word in _ENDS or (word == "," and at > cue.end and not _aside_comma(line, at)):
            return None
        if word in reporting_verbs() and at > cue.end and _finite_at(line, at):
            return None
        if word == "to" and cue.verb and cue.verb.hearer and at > cue.end:
            return at
    return None


def _aside_comma(line: Line, at: int) -> bool:
    return line.low(at + 1) in ("that", "“", '"', "in", "at", "on", "during")


def _finite_at(line: Line, at: int) -> bool:
    verb = reporting_verbs()[line.low(at)]
    return verb.form in ("past", "third") and not verb.strict


def _only_aside(line: Line, first: int, end: int) -> bool:
    """Say whether words are a time or a place of saying: "Friday in Geneva"."""
    small = small_words()
    word = line.low(first)
    return (
        word in small["prepositions"] or word in small["days"] or _is_ly(word)
        or word in (",", ":")
    )


def _behind_time(line: Line, at: int) -> int:
    """Skip when it was said: "in recent days the president", "this week he"."""
    small, word = small_words(), line.low(at)
    if word not in small["prepositions"] and word not in ("this", "last", "next"):
        return at
    for place in range(at + 2, min(at + 5, len(line.tokens))):
        token = line.tokens[place]
        if token.low in small["subjects"] or token.low in ("the", "his", "her"):
            return place
        if not token.text[:1].islower():
            return at
    return at


def _behind_hearer(line: Line, at: int) -> int | None:
    """Skip who is told: a pronoun, a name, or a noun with its article."""
    small = small_words()
    tokens = line.tokens
    if line.low(at) in small["pronouns"]:
        at += 1
    elif line.low(at) in ("the", "a", "an", "his", "her", "their", "its", "some"):
        at += 2
        while at < len(tokens) and tokens[at].text[:1].isupper():
            at += 1
    elif tokens[at].text[:1].isupper():
        while at < len(tokens) and tokens[at].text[:1].isupper():
            at += 1
    elif line.low(at) in ("reporters", "people", "lawmakers", "everyone", "others"):
        at += 1
    if line.low(at) in ("of", "about", "against", "for", ":"):
        at += 1
    if line.low(at) == "," or line.low(at) in small["days"]:
        return None
    if at >= len(tokens) or line.low(at) in _ENDS or line.low(at) in _CLOSING:
        return None
    return at


def _is_clause(line: Line, at: int) -> bool:
    small, word = small_words(), line.low(at)
    if word in small["complementizers"] or word == "to" or word in _OPENING:
        return True
    if word in small["subjects"] or line.low(at - 1) == ":":
        return True
    return _has_finite(line, at)


def _has_finite(line: Line, at: int) -> bool:
    """Say whether a subject and its helping verb follow ("the deal was off")."""
    small = small_words()
    for place in range(at + 1, min(at + _SUBJECT, len(line.tokens))):
        word = line.low(place)
        if word in small["finite"]:
            return True
        if not word[:1].isalnum() or word in small["opens_clause"] | small["relative"]:
            return False
    return False


def _is_whole(line: Line, first: int) -> bool:
    """Say whether a quotation that begins here is all that is said."""
    quote = line.quote(first)
    if quote is None:
        return False
    if quote.end >= line.span.end - 1:
        return True
    behind = [t for t in line.tokens if t.start >= quote.end]
    return not behind or behind[0].low in (".", ",", ";", "and", "but")


def _sentence_end(line: Line) -> int:
    end = len(line.tokens)
    while end > 0 and line.low(end - 1) in (".", "!", "?", ";", ":") and (
        line.tokens[end - 1].quote is None
    ):
        end -= 1
    return end


def _end(line: Line, first: int, cue: Cue) -> int:
    """Give where a content ends: with the sentence, or where another thing begins."""
    last = _sentence_end(line)
    for at in range(first + 1, last):
        if line.tokens[at].quote is not None:
            continue
        if line.low(at) in (";", "—", "―", "--", "(") or _turns(line, at, cue):
            return at
    return last


def _turns(line: Line, at: int, cue: Cue) -> bool:
    """Say whether a new cue begins at a token: ", saying", "and added", ", he said"."""
    verbs, word = reporting_verbs(), line.low(at)
    nxt = verbs.get(line.low(at + 1))
    if word == "," and nxt and nxt.form == "ing":
        return True
    if word == "," and _closes(line, at + 1):
        return True
    if word in ("and", "but") and nxt and nxt.form in ("past", "third"):
        same = cue.verb is not None and cue.verb.form == nxt.form
        return same
    return word == "," and line.low(at + 1) in ("but", "while", "although", "though")


def _closes(line: Line, at: int) -> bool:
    """Say whether ", he said" ends the sentence from here."""
    end = _sentence_end(line)
    if end - at > _TAIL:
        return False
    for number in range(at, end):
        verb = reporting_verbs().get(line.low(number))
        if verb and verb.form in ("past", "third") and not verb.strict:
            return number > at and _tail_end(line, number + 1) is not None
    return line.low(at) == "according"
