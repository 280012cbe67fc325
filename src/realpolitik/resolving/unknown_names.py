"""Names in mentions that nobody is known by, gathered and ranked."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from realpolitik.core.unknown import UnknownName, Unplaced
from realpolitik.knowledge.forms import Word
from realpolitik.knowledge.word_lists import word_list
from realpolitik.resolving.phrase import Phrase, phrase

_TITLES = word_list("personal-titles") | word_list("honorifics")
_PEOPLES = word_list("peoples-of-no-state")
_LINKS = frozenset(["of", "and", "for", "the", "de", "al", "el", "bin", "von", "van"])
_LONGEST = 300  # characters of a sentence that is shown


def unknown_names(found: Iterable[Unplaced], *, sentences: int) -> list[UnknownName]:
    """Rank names: what stands in most documents first, then in most mentions.

    A surname alone counts for the full name that it ends, if there is only one.
    """
    groups: dict[str, list[tuple[str, Unplaced]]] = defaultdict(list)
    for unplaced in found:
        name = name_in(unplaced.text, unplaced.form)
        if name and not _only_begins(name, unplaced):
            groups[name.casefold()].append((name, unplaced))
    merged = _with_surnames(groups)
    names = [_summed(several, sentences) for several in merged.values()]
    return sorted(names, key=_rank)


def _only_begins(name: str, unplaced: Unplaced) -> bool:
    """Say whether a word has its capital from the beginning of the sentence alone."""
    begins = unplaced.sentence.lstrip("\"'“‘( ").startswith(name)
    return begins and unplaced.form == "group" and " " not in name


def name_in(text: str, form: str | None) -> str | None:
    """Give the proper name in the words of a mention, None if there is none.

    >>> name_in("warlord Ahmad Zzyzx's men", "person")
    'Ahmad Zzyzx'
    >>> name_in("local officials", "group") is None
    True
    """
    taken = phrase(text)
    runs = sorted(_runs(taken, person=form == "person"), key=len)
    best = next((run for run in reversed(runs) if _tells(run, taken)), None)
    if not best:
        return None
    last = taken.words[best[-1]]
    end = (
        last.end - (2 if last.text[-2:-1] in "'’" else 1)
        if last.possessive
        else (last.end)
    )
    return text[taken.words[best[0]].start : end]


def _runs(taken: Phrase, *, person: bool) -> Iterator[list[int]]:
    """Give runs of words with capitals, with small words between them."""
    covered = _known(taken, person=person)
    run: list[int] = []
    for i, word in enumerate(taken.words):
        named = word.capital and i not in covered and not _is_title(word)
        linked = word.form in _LINKS and _goes_on(taken, i, covered)
        if run and (_cut(taken, i) or not (named or linked)):
            yield run
            run = []
        if named or (run and linked):
            run = [*run, i]
    if run:
        yield run


def _known(taken: Phrase, *, person: bool) -> set[int]:
    """Give the words that are no part of a name: known ones, titles of persons."""
    spans = [range(hit.start, hit.end) for hit in (*taken.side, *taken.own)]
    if person:
        spans += [range(role.start, role.end) for role in taken.roles]
    return {i for span in spans for i in span}


def _cut(taken: Phrase, at: int) -> bool:
    """Say whether a name ends before a word: an owner's, or at any sign."""
    if taken.words[at - 1].possessive:
        return True
    gap = taken.text[taken.words[at - 1].end : taken.words[at].start]
    return gap not in {" ", "-", "–", "‑", "’", "'"} and bool(gap.strip())


def _is_title(word: Word) -> bool:
    return word.form in _TITLES or word.text in ("The", "A", "An")


def _goes_on(taken: Phrase, at: int, covered: set[int]) -> bool:
    rest = range(at + 1, min(at + 3, len(taken.words)))
    for i in rest:
        if taken.words[i].capital:
            return i not in covered
    return False


def _tells(run: list[int], taken: Phrase) -> bool:
    """Say whether a run is more than role nouns ("Foreign Ministry") or a people."""
    roles = {i for role in taken.roles for i in range(role.start, role.end)}
    left = [taken.words[i] for i in run if i not in roles]
    left = [word for word in left if word.form not in _PEOPLES]
    return any(word.capital and len(word.form) > 1 for word in left)


def _with_surnames(
    groups: Mapping[str, list[tuple[str, Unplaced]]],
) -> dict[str, list[tuple[str, Unplaced]]]:
    full: dict[str, set[str]] = defaultdict(set)
    for key in groups:
        if " " in key:
            full[key.rpartition(" ")[2]].add(key)
    merged: dict[str, list[tuple[str, Unplaced]]] = defaultdict(list)
    for key in sorted(groups, key=_longest_first):
        wholes = full.get(key, set())
        home = next(iter(wholes)) if len(wholes) == 1 else key
        merged[home].extend(groups[key])
    return merged


def _longest_first(key: str) -> tuple[int, str]:
    return -key.count(" "), key


def _summed(several: list[tuple[str, Unplaced]], sentences: int) -> UnknownName:
    name, first = several[0]
    seen = [unplaced for _, unplaced in several]
    days = [u.published for u in seen if u.published]
    told = dict.fromkeys((u.document, _short(u.sentence)) for u in seen)
    return UnknownName(
        name,
        first.form,
        len(seen),
        len({u.document for u in seen}),
        sum(u.claims for u in seen),
        min(days, default=None),
        max(days, default=None),
        tuple(told)[:sentences],
    )


def _short(sentence: str) -> str:
    line = " ".join(sentence.split())
    return line if len(line) <= _LONGEST else f"{line[: _LONGEST - 1]}…"


def _rank(name: UnknownName) -> tuple[int, int, int, str]:
    return -name.documents, -name.mentions, -name.claims, name.name
