"""Which claims report the same: equal keys, and reprints of one sentence."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, timedelta
from itertools import pairwise

from realpolitik.core.claim import Claim
from realpolitik.records.keys import (
    Printed,
    digest,
    is_either_way,
    record_key,
    reprint_key,
)

REPRINTED_WITHIN = timedelta(days=2)
"""An undated sentence is printed again for a day or two; later it is news again."""

Member = tuple[Claim, str]  # a claim and its key, numbered within the sentence


def group(
    claims: Iterable[Claim], documents: Mapping[str, Printed]
) -> list[list[Member]]:
    """Put together the claims that report the same; order and repetition are ignored.

    Two claims of one sentence with the same key are two happenings (meetings aside):
    the second one of each sentence goes with the second one of the others.
    """
    distinct = {claim.id: claim for claim in claims}
    members = _numbered(distinct.values(), documents)
    heads = _Heads()
    for _, (claim, key) in sorted(members.items()):
        heads.join(key, claim.id)
    for first, second in _reprints(members, documents):
        heads.join(first, second)
    groups: dict[str, list[Member]] = defaultdict(list)
    for identity, member in sorted(members.items()):
        groups[heads.head(identity)].append(member)
    return list(groups.values())


class _Heads:
    """Union-find: which names belong together."""

    def __init__(self) -> None:
        self._above: dict[str, str] = {}

    def head(self, name: str) -> str:
        """Give the name that stands for all that belong together with this one."""
        above = self._above.get(name, name)
        while above != name:
            self._above[name] = self._above.get(above, above)
            name, above = above, self._above.get(above, above)
        return name

    def join(self, first: str, second: str) -> None:
        """Note that two names belong together."""
        low, high = sorted((self.head(first), self.head(second)))
        self._above[high] = low


def _numbered(
    claims: Iterable[Claim], documents: Mapping[str, Printed]
) -> dict[str, Member]:
    sentences: dict[tuple[str, int, str], list[Claim]] = defaultdict(list)
    for claim in claims:
        key = record_key(claim, documents[claim.document])
        sentences[claim.document, claim.sentence, key].append(claim)
    members: dict[str, Member] = {}
    for (_, _, key), same in sentences.items():
        same.sort(key=_place)
        for number, claim in enumerate(same):
            # of "visited ... and met" both are the one meeting of that day
            which = 0 if is_either_way(claim) else number
            members[claim.id] = (claim, digest(key, which))
    return members


def _place(claim: Claim) -> tuple[int, int, str]:
    return claim.trigger.start, claim.trigger.end, claim.id


def _reprints(
    members: Mapping[str, Member], documents: Mapping[str, Printed]
) -> Iterator[tuple[str, str]]:
    for same in _same_sentences(members).values():
        dated = sorted(_dated(same, documents))
        for (day, first), (later, second) in pairwise(dated):
            if later - day <= REPRINTED_WITHIN:
                yield first, second
        ids = {claim.id for claim in same}
        undated = sorted(ids - {identity for _, identity in dated})
        anchors = [identity for _, identity in dated] or undated
        yield from ((anchors[0], identity) for identity in undated)


def _same_sentences(members: Mapping[str, Member]) -> dict[str, list[Claim]]:
    counted: dict[tuple[str, str, int], list[Claim]] = defaultdict(list)
    for claim, _ in members.values():
        key = reprint_key(claim)
        counted[key, claim.document, claim.sentence].append(claim)
    same: dict[str, list[Claim]] = defaultdict(list)
    for (key, _, _), claims in counted.items():
        for number, claim in enumerate(sorted(claims, key=_place)):
            same[digest(key, number)].append(claim)
    return same


def _dated(
    claims: Iterable[Claim], documents: Mapping[str, Printed]
) -> Iterator[tuple[date, str]]:
    for claim in claims:
        if day := documents[claim.document].published:
            yield day, claim.id
