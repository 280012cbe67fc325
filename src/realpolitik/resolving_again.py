"""Resolve anew what a project has read, after its own actors changed.

The texts are not read again: mentions and claims as the reader saw them are in the
store. A document whose claims or mentions come out otherwise is written as a newer
reading, as if it had been read again.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime

from realpolitik.adding import BATCH_DOCUMENTS, MERGING
from realpolitik.core.actor import Actor
from realpolitik.core.claim import Claim
from realpolitik.core.mention import Mention
from realpolitik.knowledge.own_actors import OwnActor, OwnActors
from realpolitik.resolving.naming import may_name
from realpolitik.resolving.resolver import Resolver
from realpolitik.resolving.whole import as_read, resolve_whole
from realpolitik.store.entry import Entry, Known, Stored
from realpolitik.store.store import Store
from realpolitik.store.writing import Run


@dataclass(frozen=True, slots=True)
class Resolved:
    """What resolving anew did: documents looked at and changed, mentions that mean
    another than before, claims that came, went or changed. `skipped` are documents
    of which an earlier version did not keep what the reader saw.
    """

    documents: int = 0
    changed: int = 0
    mentions: int = 0
    claims: int = 0
    skipped: int = 0


def resolve_again(
    store: Store, own: OwnActors, *, naming: Sequence[OwnActor] | None = None
) -> Resolved:
    """Resolve documents anew with a project's own actors.

    `naming` takes those alone in which one of these actors may be named.
    """
    with store.adding():
        return _resolve(store, own, naming)


def _resolve(
    store: Store, own: OwnActors, naming: Sequence[OwnActor] | None
) -> Resolved:
    known = {k.document: k for k in store.known().values()}
    concerned = sorted(known) if naming is None else _concerned(store, naming)
    kept = store.kept_readings().intersection(concerned)
    resolver = Resolver.load(own)
    done = Resolved(skipped=len(concerned) - len(kept))
    runs: dict[str, Run] = {}
    for batch in _batches(sorted(kept)):
        waiting: dict[str, list[Entry]] = defaultdict(list)
        for stored in store.stored(batch):
            entry, done = _again(stored, known[stored.document.id], resolver, done)
            if entry:
                waiting[known[stored.document.id].reader].append(entry)
        for reader, entries in waiting.items():
            run = runs.get(reader, Run(reader, _now()))
            runs[reader] = store.write_again(entries, run=run, merging=MERGING)
    return done


def _batches(documents: Sequence[str]) -> Iterator[Sequence[str]]:
    for start in range(0, len(documents), BATCH_DOCUMENTS):
        yield documents[start : start + BATCH_DOCUMENTS]


def _concerned(store: Store, naming: Iterable[OwnActor]) -> list[str]:
    asked = [may_name(actor) for actor in naming]
    return [
        document
        for document, words in store.actor_words().items()
        if any(named(word) for named in asked for word in words)
    ]


def _again(
    stored: Stored, known: Known, resolver: Resolver, done: Resolved
) -> tuple[Entry | None, Resolved]:
    document = stored.document
    whole = resolve_whole(document, as_read(stored.mentions, stored.said), resolver)
    moved = _moved(stored.mentions, whole.mentions)
    altered = _altered(stored.claims, whole.claims)
    done = replace(
        done,
        documents=done.documents + 1,
        changed=done.changed + bool(moved or altered),
        mentions=done.mentions + moved,
        claims=done.claims + altered,
    )
    if not (moved or altered):
        return None, done
    entry = Entry(
        document, whole.mentions, whole.claims, known.identity, known.given, whole.said
    )
    return entry, done


def _moved(before: Sequence[Mention], after: Sequence[Mention]) -> int:
    pairs = zip(before, after, strict=True)
    return sum(_actors(one) != _actors(other) for one, other in pairs)


def _actors(mention: Mention) -> list[Actor]:
    return [m for m in mention.meanings if isinstance(m, Actor)]


def _altered(before: Iterable[Claim], after: Iterable[Claim]) -> int:
    """Count claims that came, went, or say another thing."""
    one = {claim.id: claim for claim in before}
    other = {claim.id: claim for claim in after}
    return sum(one.get(c) != other.get(c) for c in one.keys() | other.keys())


def _now() -> datetime:
    return datetime.now(UTC).replace(tzinfo=None)
