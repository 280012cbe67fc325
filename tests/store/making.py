"""Documents and claims made by hand, and a reader that needs no model."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from hashlib import sha256

from realpolitik.adding import ReadingWay, Source, add_documents
from realpolitik.core.actor import Actor
from realpolitik.core.claim import Claim, Party, SaidClaim
from realpolitik.core.document import Document, RawDocument, Unread
from realpolitik.core.mention import Mention
from realpolitik.core.problem import Problem
from realpolitik.core.span import Excerpt, Span
from realpolitik.progress import Wishes
from realpolitik.store.store import Store


@dataclass(frozen=True)
class Read:
    """What the pipeline gives for a document."""

    document: Document
    mentions: tuple[Mention, ...]
    claims: tuple[Claim, ...]
    said: tuple[SaidClaim, ...] = ()


def party(code: str | None, text: str | None = None) -> Party:
    return Party(Actor(code), text or code or "they", 0, 4)


def claim(
    text: str = "Russia met Israel.",
    *,
    document: str = "d1",
    type: str = "CONSULT",
    actor: Iterable[str | None] = ("RUS",),
    recipient: Iterable[str | None] = ("ISR",),
    **known: object,
) -> Claim:
    """Make a claim; its id is made of everything that it says, as in real life."""
    parties = {
        "actor": tuple(party(code) for code in actor),
        "recipient": tuple(party(code) for code in recipient),
    }
    fields = {
        "sentence": 0,
        "kind": "event",
        "certainty": 0.9,
        "quad": 1,
        "intensity": 1.0,
    }
    fields |= {"trigger": Excerpt("met", 7, 10), "span": Span(0, len(text))}
    fields |= {"document": document, "type": type, "text": text, **parties, **known}
    identity = sha256(repr(sorted(fields.items())).encode()).hexdigest()[:16]
    return Claim(id=f"c{identity}", **fields)


def document(
    identity: str = "d1",
    text: str = "Russia met Israel.",
    *,
    published: date | None = date(2020, 1, 30),
    publisher: str | None = None,
    **known: object,
) -> Document:
    content = text.encode()
    return Document(
        identity,
        f"{identity}.txt",
        text,
        sha256(content).hexdigest(),
        len(content),
        "text",
        published=published,
        publisher=publisher,
        **known,
    )


def read_by_hand(raw: RawDocument, given: date | None = None) -> Read | Unread:
    """Read lines "CODE CODE ..." : the first meets the second."""
    if b"\0" in raw.content:
        return Unread(raw.source, "is not text", "leave it away")
    text = raw.content.decode()
    identity = raw.id or "d" + sha256(raw.content).hexdigest()[:16]
    spans, start = [], 0
    for line in text.splitlines(keepends=True):
        spans.append(Span(start, start + len(line.rstrip())))
        start += len(line)
    made = document(
        identity,
        text,
        published=raw.date or given,
        publisher=raw.publisher,
        sentences=tuple(spans),
        problems=() if raw.date or given else (Problem("no-date", "it has no date"),),
    )
    claims = []
    for number, span in enumerate(spans):
        words = text[span.start : span.end].split()
        claims.append(
            claim(
                text[span.start : span.end],
                document=identity,
                sentence=number,
                span=span,
                actor=words[:1],
                recipient=words[1:2],
            )
        )
    mentions = tuple(
        Mention(n, text[s.start : s.end], s.start, s.end, "actor")
        for n, s in enumerate(spans)
    )
    return Read(replace(made, source=raw.source), mentions, tuple(claims))


def way(version: str = "1", *, given: date | None = None) -> ReadingWay:
    def read(sources: Iterable[Source]) -> Iterator[Read | Unread]:
        for source in sources:
            yield source if isinstance(source, Unread) else read_by_hand(source, given)

    return ReadingWay(version, read)


def raw(text: str, name: str = "a.txt", **known: object) -> RawDocument:
    return RawDocument(name, text.encode(), **{"date": date(2020, 1, 30), **known})


def add(store: Store, *sources: Source, version: str = "1", **wishes: object):
    given = wishes.get("given")
    return add_documents(
        store, sources, way=way(version, given=given), wishes=Wishes(**wishes)
    )
