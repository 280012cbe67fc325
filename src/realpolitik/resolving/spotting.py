"""Actors in text that nobody has read: titles, and sentences without mentions."""

from collections.abc import Iterator

from realpolitik.core.mention import Mention
from realpolitik.knowledge.directory import Hit, find_names
from realpolitik.knowledge.forms import Word, words
from realpolitik.knowledge.roles import find_roles

_LINKS = frozenset(["of", "the", "for", "and", "de", "al", "bin", "von", "van"])
_FORM = {"people": "demonym", "movement": "org"}


def spot(text: str, *, sentence: int, offset: int = 0) -> list[Mention]:
    """Find phrases that name an actor: names of the directory, titles, persons."""
    found = words(text)
    hits = list(find_names(found))
    roles = find_roles(found)
    named = {i for hit in hits for i in range(hit.start, hit.end)}
    titled = {i for role in roles for i in range(role.start, role.end)}
    out = []
    for start, end in _runs(text, found, named, titled):
        form = _form(found, start, end, hits, titled)
        if form:
            begin, stop = found[start].start, _end(found[end - 1])
            span = (begin + offset, stop + offset)
            out.append(Mention(sentence, text[begin:stop], *span, "actor", form))
    return out


def _end(word: Word) -> int:
    if not word.possessive:
        return word.end
    return word.end - (2 if word.text.endswith("s") else 1)


def _runs(
    text: str, found: tuple[Word, ...], named: set[int], titled: set[int]
) -> Iterator[tuple[int, int]]:
    start: int | None = None
    for i, word in enumerate(found):
        fits = i in named or i in titled or (word.capital and i > 0)
        apart = i > 0 and _apart(text, found, i)
        if start is not None and (not fits or apart):
            yield start, i
            start = None
        if fits and start is None:
            start = i
    if start is not None:
        yield start, len(found)


def _apart(text: str, found: tuple[Word, ...], at: int) -> bool:
    gap = text[found[at - 1].end : found[at].start]
    return gap.strip() not in ("", "-", "–") or found[at - 1].possessive is True


def _form(
    found: tuple[Word, ...], start: int, end: int, hits: list[Hit], titled: set[int]
) -> str | None:
    inside = [h for h in hits if h.start >= start and h.end <= end]
    role = any(i in titled for i in range(start, end))
    bare = [i for i in range(start, end) if i not in titled]
    bare = [i for i in bare if not any(h.start <= i < h.end for h in inside)]
    if bare and all(found[i].capital for i in bare) and (len(bare) > 1 or role):
        return "person"
    if inside and role:
        return "group"
    if inside:
        form = inside[0].namings[0].form
        return _FORM.get(form, form)
    if role:
        return "group"
    return "person" if len(bare) == 1 and bare[0] > 0 else None
