"""What the user may have meant: the nearest known words to an unknown one."""

from collections.abc import Iterable, Mapping
from difflib import get_close_matches


def nearest(
    word: str, known: Iterable[str], *, shown: Mapping[str, str] | None = None
) -> str | None:
    """Give a question that names the nearest known words, None if none is near.

    `shown` says how a known word is shown, if not as it is.

    >>> nearest("CONSLT", ["AGREE", "CONSULT", "REJECT"])
    'did you mean CONSULT?'
    """
    by_fold = {candidate.casefold(): candidate for candidate in known}
    near = get_close_matches(word.casefold(), by_fold, n=3, cutoff=0.7)
    if not near:
        return None
    words = [by_fold[match] for match in near]
    return f"did you mean {' or '.join((shown or {}).get(w, w) for w in words)}?"
