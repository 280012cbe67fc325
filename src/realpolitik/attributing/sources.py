"""Sources: the words that name who says what a cue gives as said."""

from realpolitik.attributing.cues import OWNS, Cue
from realpolitik.attributing.line import Line
from realpolitik.knowledge.reporting import reporting_verbs, small_words

Part = tuple[int, int]
_STOPS = frozenset([*';:—–―()[]“"«.!?|', "''", "--"])
_CLOSING = frozenset(["”", "»", '"', "''"])
_DASHES = frozenset("—–―")
_LONGEST = 25
_NO_ADVERBS = ("on", "in", "all", "both", "fact")  # in a name, or before one
_LONGEST_BEHIND = 12


def source_before(line: Line, cue: Cue) -> Part | None:
    """Give the subject of a verb, None where it has none of its own.

    Who stands behind a comma that closes an apposition is looked for before it ("Jeh
    Johnson, the secretary, said").
    """
    end = _skip_adverbs(line, cue.first)
    if end <= 0:
        return None
    small, last = small_words(), line.low(end - 1)
    if last in small["relative"]:
        return end - 1, end
    if last == "that" and cue.at == cue.first and cue.verb and cue.verb.form != "ing":
        return end - 1, end
    if last == "," or last in _DASHES:
        return _named_before(line, end - 1)
    start = _start(line, end)
    return (start, end) if start < end else None


def _named_before(line: Line, closing: int) -> Part | None:
    """Give a name with the appositions behind it ("Ann Ito, 59, of Ashton, said")."""
    opening = _opening(line, closing)
    while opening is not None:
        start = _start(line, opening)
        more = line.low(start - 1) == "," and _tells_more(line, start)
        if start < opening and not more:
            return start, closing
        opening = start - 1 if more and start < opening else None
    return None


def _tells_more(line: Line, at: int) -> bool:
    """Say whether words behind a comma tell of the name before it."""
    token = line.tokens[at]
    if token.text[:1].isdigit() or token.text.endswith("."):
        return True
    return token.low in small_words()["tells-more"]


def owner(line: Line, cue: Cue) -> Part | None:
    """Give whose claim or refusal a noun tells of."""
    end = cue.first
    while end > 0 and line.low(end - 1) not in OWNS:
        end -= 1
    if end <= 0:
        return None
    if line.low(end - 1) not in ("’s", "'s", "’"):
        return end - 1, end
    start = _start(line, end - 1)
    return (start, end - 1) if start < end - 1 else None


def source_behind(line: Line, first: int) -> Part | None:
    """Give the name or noun phrase that begins at a token ("said | the minister")."""
    small, end = small_words(), first
    if line.low(first) in small["pronouns"]:
        return first, first + 1
    limit = min(len(line.tokens), first + _LONGEST_BEHIND)
    while end < limit and not _ends_name(line, end, first):
        end += 1
    return (first, end) if end > first else None


def _ends_name(line: Line, at: int, first: int) -> bool:
    small, word = small_words(), line.low(at)
    if word in "()" and at > first:
        return False
    if word in _STOPS or word in _CLOSING or word == ",":
        return True
    if at == first:
        return False
    if word in small["relative"] or word in small["days"]:
        return True
    if word in ("of", "for", "and", "from", "at") or line.low(at - 1) == "familiar":
        return False
    return (
        word in small["prepositions"]
        or word in small["opens_clause"]
        or (word in small["helping"] and word not in ("’s", "'s"))
    )


def _skip_adverbs(line: Line, end: int) -> int:
    small = small_words()
    while end > 0:
        word = line.low(end - 1)
        manner = word.endswith("ly") and len(word) > 4 and word != "family"
        if not manner and (word not in small["adverbs"] or word in _NO_ADVERBS):
            break
        end -= 1
    return end


def _opening(line: Line, closing: int) -> int | None:
    """Give the comma or dash that opens the apposition which `closing` closes."""
    for at in range(closing - 1, max(-1, closing - _LONGEST), -1):
        word = line.low(at)
        if word in _STOPS - _DASHES or _finite(line, at):
            return None
        if word == line.low(closing):
            return at
    return None


def _finite(line: Line, at: int) -> bool:
    verb = reporting_verbs().get(line.low(at))
    return verb is not None and verb.form in ("past", "third") and not verb.strict


def _start(line: Line, end: int) -> int:
    """Walk back from the end of a noun phrase to where its clause begins."""
    small, start = small_words(), end
    inside = line.quote(end - 1)
    while start > max(0, end - _LONGEST):
        word = line.low(start - 1)
        if word == ")" and (bracket := _bracket(line, start - 1)) is not None:
            start = bracket
            continue
        if word in _STOPS or word in _CLOSING or word == ",":
            break
        if line.quote(start - 1) != inside:
            break
        if word in small["opens_clause"] and not _joins(line, start - 1, end):
            break
        if start - 1 > 0 and _is_verb(line, start - 1):
            break
        start -= 1
    return _trim(line, start, end)


def _bracket(line: Line, closing: int) -> int | None:
    """Give the bracket that opens what one closes ("Gwen Moore (D-Wis.) said")."""
    for at in range(closing - 1, max(-1, closing - _LONGEST_BEHIND), -1):
        if line.low(at) == "(":
            return at
    return None


def _joins(line: Line, at: int, end: int) -> bool:
    """Say whether "and" joins two names ("Russia and Iran said")."""
    if line.low(at) not in ("and", "or"):
        return False
    before, after = line.tokens[at - 1] if at else None, line.tokens[at + 1]
    if before is None or not before.text[:1].isalnum():
        return False
    names = before.text[:1].isupper() and after.text[:1].isupper()
    return names and after.low not in small_words()["pronouns"]


def _is_verb(line: Line, at: int) -> bool:
    word, small = line.low(at), small_words()
    if word in ("’s", "'s", "to", "on", "going", "used"):
        return False
    if word in small["helping"]:
        return True
    before = line.low(at - 1)
    return _finite(line, at) and before not in small["nominal"] and before not in OWNS


def _trim(line: Line, start: int, end: int) -> int:
    """Leave out what opens a clause: "and", "but", "in a speech"."""
    small = small_words()
    while start < end and (
        line.low(start) in small["opens_clause"] | small["finite"]
        or line.low(start) in ("then", "also", "now", "meanwhile", "later", "still")
    ):
        start += 1
    if line.low(start) in small["pronouns"] or start >= end:
        return start
    if line.low(start) in small["prepositions"] or line.low(start) in small["days"]:
        for at in range(end - 1, start, -1):
            if line.low(at) in small["pronouns"]:
                return at
        at = end - 1
        while at > start and line.tokens[at - 1].text[:1].isupper():
            at -= 1
        return at
    return start
