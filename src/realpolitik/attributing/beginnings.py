"""Where the content behind a cue begins: behind the hearer, the day, "that"."""

from realpolitik.attributing.cues import Cue
from realpolitik.attributing.endings import (
    CLOSING,
    ENDS,
    OPENING,
    is_manner,
    opens_quotation,
)
from realpolitik.attributing.line import Line
from realpolitik.knowledge.reporting import reporting_verbs, small_words

_FAR = 14  # tokens that may stand between a cue and its content
_SUBJECT = 9  # tokens in which a subject has met its verb
_TO_DO = ("wanted", "thought")  # "agreed to go"; "will continue to act" says nothing
_LATE = ("what", "if")  # begin a content only right behind the cue


def beginning(line: Line, cue: Cue) -> int | None:
    """Give the first token of the content behind a cue, None where none follows."""
    if cue.sort == "noun":
        return cue.end
    mark = _marked(line, cue)
    if mark is not None or cue.verb is None:
        return mark
    at = _behind_time(line, _behind_aside(line, cue.end))
    if not _may_begin(line, at):
        return None
    if cue.verb.hearer:
        return _behind_hearer(line, at)
    strict = cue.verb.strict or cue.passive
    return at if not strict or _is_clause(line, at, cue.kind) else None


def _marked(line: Line, cue: Cue) -> int | None:
    """Find "that", "whether" or a quotation not far behind a cue."""
    for at in range(cue.end, min(len(line.tokens), cue.end + _FAR)):
        if opens_quotation(line, at):
            return at if _is_near(line, cue, at) else None
        if _completes(line, cue, at):
            hears = cue.verb is not None and cue.verb.hearer
            return at if hears or _is_near(line, cue, at) else None
        if at > cue.end and _asks_of_hearer(line, cue, at):
            return at
        if _cuts(line, cue, at):
            return None
    return None


def _is_near(line: Line, cue: Cue, at: int) -> bool:
    """Say whether only a time or place of saying stands before: "Friday in Geneva"."""
    small, word = small_words(), line.low(cue.end)
    if at == cue.end or line.low(at - 1) in (",", ":") or word in (",", ":"):
        return True
    return word in small["prepositions"] | small["days"] or is_manner(word)


def _completes(line: Line, cue: Cue, at: int) -> bool:
    word = line.low(at)
    late = word in _LATE and at > cue.end + 2
    return word in small_words()["complementizers"] and not late


def _asks_of_hearer(line: Line, cue: Cue, at: int) -> bool:
    return line.low(at) == "to" and cue.verb is not None and cue.verb.hearer


def _cuts(line: Line, cue: Cue, at: int) -> bool:
    """Say whether another thing begins: a sign, or a verb with its own subject."""
    word = line.low(at)
    if word in ENDS:
        return True
    if at == cue.end:
        return False
    if word == ",":
        return line.low(at + 1) not in ("that", "in", "at", "on", "during", *OPENING)
    verb = reporting_verbs().get(word)
    return verb is not None and verb.form in ("past", "third") and not verb.strict


def _behind_aside(line: Line, at: int) -> int:
    while line.low(at) in small_words()["days"] or is_manner(line.low(at)):
        at += 1
    return at + (line.low(at) == ":")


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


def _may_begin(line: Line, at: int) -> bool:
    word = line.low(at)
    if at >= len(line.tokens) or word == "," or word in ENDS:
        return False
    return word == "to" or word not in small_words()["prepositions"]


def _behind_hearer(line: Line, at: int) -> int | None:
    """Skip who is told: a pronoun, a name, or a noun with its article."""
    small, word = small_words(), line.low(at)
    if word in small["pronouns"] or word in small["told"]:
        at += 1
    else:
        at += 2 * (word in small["determiners"])
        while at < len(line.tokens) and line.tokens[at].text[:1].isupper():
            at += 1
    at += line.low(at) in ("of", "about", "against", "for", ":")
    word = line.low(at)
    ends = not word or word == "," or word in small["days"] | ENDS | CLOSING
    return None if ends else at


def _is_clause(line: Line, at: int, kind: str) -> bool:
    small, word = small_words(), line.low(at)
    opens = small["complementizers"] | small["subjects"] | OPENING
    if word == "to":
        return kind in _TO_DO
    return word in opens or line.low(at - 1) == ":" or _has_finite(line, at)


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
