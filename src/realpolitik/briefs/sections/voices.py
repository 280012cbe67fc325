"""Who says so: the speakers and the publishers on whom the claims rest."""

from collections import Counter, defaultdict

from realpolitik.briefs.index import Index
from realpolitik.briefs.parts import Voice
from realpolitik.briefs.prose import counted, listed, plain, sentence_case
from realpolitik.briefs.sentences import speakers as speaker_of

MOST = 10
LONGEST_PUBLISHER = 140
_KINDS = ("event", "stance", "figure", "judgement")


def speakers(index: Index) -> tuple[Voice, ...]:
    """Count the claims of each speaker by kind, the most quoted first."""
    kinds: dict[str, Counter[str]] = defaultdict(Counter)
    for claim in index.dossier.claims:
        if name := speaker_of(claim, index.names):
            kinds[sentence_case(name)][claim.kind] += 1
    order = sorted(kinds, key=lambda name: (-kinds[name].total(), name))
    return tuple(
        Voice(name, kinds[name].total(), _by_kind(kinds[name])) for name in order[:MOST]
    )


def publishers(index: Index) -> tuple[Voice, ...]:
    """Count the claims and documents of each publisher."""
    claims: Counter[str] = Counter()
    documents: dict[str, set[str]] = defaultdict(set)
    for claim in index.dossier.claims:
        document = index.document(claim)
        printed = document and document.publisher
        name = plain(printed or "Publisher not stated", longest=LONGEST_PUBLISHER)
        claims[name] += 1
        documents[name].add(claim.document)
    order = sorted(claims, key=lambda name: (-claims[name], name))
    return tuple(
        Voice(name, claims[name], f"in {counted(len(documents[name]), 'document')}")
        for name in order[:MOST]
    )


def _by_kind(kinds: Counter[str]) -> str:
    return listed([counted(kinds[kind], kind) for kind in _KINDS if kinds[kind]])
