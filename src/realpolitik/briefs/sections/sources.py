"""The documents and their condition: what is wrong with what was read."""

from collections import Counter

from realpolitik.briefs.index import Index
from realpolitik.briefs.parts import Source
from realpolitik.briefs.prose import day, plain
from realpolitik.core.document import Document

MOST = 80
LONGEST_TITLE = 110


def sources(index: Index) -> tuple[tuple[Source, ...], int]:
    """List the documents, the newest first, undated last; count the rest."""
    claims = Counter(claim.document for claim in index.dossier.claims)
    documents = sorted(index.dossier.documents.values(), key=_newest_first)
    rows = tuple(_source(document, claims) for document in documents[:MOST])
    return rows, len(documents) - len(rows)


def _newest_first(document: Document) -> tuple[bool, int, str]:
    day_ = document.published
    return day_ is None, -(day_.toordinal() if day_ else 0), document.id


def _source(document: Document, claims: Counter[str]) -> Source:
    title = document.title or document.source
    return Source(
        document=document.id,
        title=plain(title, longest=LONGEST_TITLE),
        publisher=plain(document.publisher) if document.publisher else None,
        published=day(document.published) if document.published else None,
        claims=claims[document.id],
        condition=_condition(document),
    )


def _condition(document: Document) -> tuple[str, ...]:
    kinds = Counter(problem.kind for problem in document.problems)
    return tuple(_said(kind, count) for kind, count in sorted(kinds.items()))


def _said(kind: str, count: int) -> str:
    words = kind.replace("-", " ")
    return words if count == 1 else f"{words} × {count}"
