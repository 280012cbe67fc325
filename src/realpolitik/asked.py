"""A selection as somebody wrote it, made ready to be looked up.

Names become codes, words of the codebook take their case; what means nothing fails,
since a word that is not known would select nothing and look like an empty project.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from realpolitik.core.errors import UsageError
from realpolitik.core.selection import Selection


def checked(selection: Selection) -> Selection:
    """Read the actors and words of a selection; UsageError for one that is unknown."""
    from realpolitik.knowledge import events

    first, second = selection.dyad or (None, None)
    return replace(
        selection,
        actor=_actor(selection.actor),
        recipient=_actor(selection.recipient),
        speaker=_actor(selection.speaker),
        dyad=(code_of(first), code_of(second)) if first and second else selection.dyad,
        kind=_word(selection.kind, "kind", events.KINDS),
        type=_word(selection.type, "type", events.claim_types()),
        issue=_word(selection.issue, "issue", events.terms("issue")),
        modality=_word(selection.modality, "modality", events.terms("modality")),
    )


def code_of(words: str) -> str:
    """Give the code that an actor's code or name means; UsageError for none or two."""
    from realpolitik.knowledge import names

    if several := names.may_be(words):
        told = " or ".join(f"{name} ({code})" for code, name in several.items())
        raise UsageError(f"{words!r} may be {told}; say which")
    if code := names.code_of(words):
        return code
    raise UsageError(f"{words!r} is no actor; give a code like RUS or a name")


def _actor(words: str | None) -> str | None:
    return None if words is None else code_of(words)


def _word(word: str | None, what: str, known: Iterable[str]) -> str | None:
    if word is None:
        return None
    words = list(known)
    if found := in_any_case(word, words):
        return found
    raise UsageError(f"no {what} is called {word!r}; there are {', '.join(words)}")


def in_any_case(word: str, known: Sequence[str]) -> str | None:
    """Find a word as it is written, else in any other case; None if there is none.

    >>> [in_any_case(word, ["AID", "aid"]) for word in ("AID", "aid", "Aid", "AIM")]
    ['AID', 'aid', 'AID', None]
    """
    if word in known:
        return word
    return next((one for one in known if one.casefold() == word.casefold()), None)
