"""The rows and columns in which claims, mentions, attributions, documents stand."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Generic, TypeVar

from realpolitik.cli.words import (
    claim_date,
    one_line,
    party_codes,
    party_names,
    type_words,
)
from realpolitik.core.attribution import Attribution
from realpolitik.core.claim import Claim
from realpolitik.core.document import Document
from realpolitik.core.json_form import (
    Json,
    attribution_row,
    claim_row,
    document_row,
    mention_rows,
)
from realpolitik.core.mention import Mention

T = TypeVar("T")
Cell = str | int | float | bool | None


@dataclass(frozen=True, slots=True)
class Listed:
    """A claim with the document that it stands in, where that is at hand."""

    claim: Claim
    document: Document | None = None

    @property
    def published(self) -> date | None:
        """The day of the document."""
        return self.document.published if self.document else None


@dataclass(frozen=True, slots=True)
class Shape(Generic[T]):
    """How one kind of thing is written.

    `name` is what the things are called; `rows` gives the contract's JSON rows;
    `columns` and `cells` the flat form of csv and tsv; `brief_columns` are the columns
    of a plain table.
    """

    name: str
    rows: Callable[[T], Iterable[Json]]
    columns: tuple[str, ...]
    cells: Callable[[T], Iterable[dict[str, Cell]]]
    brief_columns: tuple[str, ...]


def _claim_rows(listed: Listed) -> Iterator[Json]:
    yield claim_row(listed.claim)


def _claim_cells(listed: Listed) -> Iterator[dict[str, Cell]]:
    claim = listed.claim
    yield {
        "date": claim_date(claim, listed.published),
        "actor": party_codes(claim.actor),
        "recipient": party_codes(claim.recipient),
        "type": claim.type,
        "what": type_words(claim),
        "mode": claim.mode,
        "modality": claim.modality,
        "negated": claim.negated,
        "speaker": party_codes(claim.speaker),
        "certainty": round(claim.certainty, 3),
        "kind": claim.kind,
        "quad": claim.quad,
        "cameo": claim.cameo,
        "intensity": claim.intensity,
        "issue": ";".join(claim.issue),
        "actor_words": party_names(claim.actor),
        "recipient_words": party_names(claim.recipient),
        "trigger": one_line(claim.trigger.text),
        "about": one_line(claim.about.text) if claim.about else None,
        "claim": claim.id,
        "document": claim.document,
        "sentence": claim.sentence,
        "start": claim.span.start,
        "end": claim.span.end,
        "text": one_line(claim.text),
        **_time_cells(listed),
        **_place_cells(claim),
        **_amount_cells(claim),
    }


def _time_cells(listed: Listed) -> dict[str, Cell]:
    when = listed.claim.when
    published, interval = listed.published, when.interval if when else None
    start, end = (interval.start, interval.end) if interval else (None, None)
    return {
        "from": start.isoformat() if start else None,
        "to": end.isoformat() if end else None,
        "precision": interval.precision if interval else None,
        "published": published.isoformat() if published else None,
    }


def _place_cells(claim: Claim) -> dict[str, Cell]:
    place = claim.where.place if claim.where else None
    return {
        "place": place.name if place else None,
        "country": place.country if place else None,
    }


def _amount_cells(claim: Claim) -> dict[str, Cell]:
    quantity = claim.amount.quantity if claim.amount else None
    return {
        "value": quantity.value if quantity else None,
        "high": quantity.high if quantity else None,
        "approximate": quantity.approximate if quantity else None,
        "unit": quantity.unit if quantity else None,
    }


CLAIMS: Shape[Listed] = Shape(
    name="claims",
    rows=_claim_rows,
    columns=(
        *("claim", "document", "sentence", "kind", "type", "mode", "modality"),
        *("negated", "actor", "recipient", "speaker", "actor_words"),
        *("recipient_words", "from", "to", "precision", "published", "place"),
        *("country", "issue", "value", "high", "approximate", "unit", "about"),
        *("certainty", "quad", "cameo", "intensity", "trigger", "start", "end"),
        "text",
    ),
    cells=_claim_cells,
    brief_columns=(
        *("date", "actor", "recipient", "what", "modality", "speaker", "certainty"),
        *("claim", "document", "text"),
    ),
)


def _mention_rows(pair: tuple[str, Mention]) -> Iterator[Json]:
    yield from mention_rows(*pair)


def _mention_cells(pair: tuple[str, Mention]) -> Iterator[dict[str, Cell]]:
    for row in mention_rows(*pair):
        yield {key: _cell(value) for key, value in row.items()}


MENTIONS: Shape[tuple[str, Mention]] = Shape(
    name="mentions",
    rows=_mention_rows,
    columns=(
        *("document", "sentence", "text", "start", "end", "kind", "code", "sector"),
        *("id", "name", "role", "country", "lat", "lon", "place", "feature", "from"),
        *("to", "precision", "value", "high", "approximate", "unit", "lost"),
        "certainty",
    ),
    cells=_mention_cells,
    brief_columns=(
        *("document", "sentence", "kind", "text", "code", "sector", "name", "place"),
        *("country", "from", "to", "value", "unit", "certainty"),
    ),
)


def _attribution_rows(pair: tuple[str, Attribution]) -> Iterator[Json]:
    yield attribution_row(*pair)


def _attribution_cells(pair: tuple[str, Attribution]) -> Iterator[dict[str, Cell]]:
    document, told = pair
    source, cue = told.source, told.cue
    yield {
        "document": document,
        "sentence": told.sentence,
        "kind": told.kind,
        "actor": ";".join(actor.code or "?" for actor in told.actors) or None,
        "source": one_line(source.text) if source else None,
        "cue": one_line(cue.text) if cue else None,
        "content": one_line(" [...] ".join(part.text for part in told.content)),
        "start": told.content[0].start,
        "end": told.content[-1].end,
    }


ATTRIBUTIONS: Shape[tuple[str, Attribution]] = Shape(
    name="attributions",
    rows=_attribution_rows,
    columns=(
        *("document", "sentence", "kind", "actor", "source", "cue", "content"),
        *("start", "end"),
    ),
    cells=_attribution_cells,
    brief_columns=("document", "kind", "actor", "source", "cue", "content"),
)


def _document_rows(document: Document) -> Iterator[Json]:
    yield document_row(document)


def _document_cells(document: Document) -> Iterator[dict[str, Cell]]:
    flat = {key: _cell(value) for key, value in document_row(document).items()}
    yield flat | {
        "passages": len(document.passages),
        "sentences": len(document.sentences),
        "problems": ";".join(sorted({p.kind for p in document.problems})),
    }


DOCUMENTS: Shape[Document] = Shape(
    name="documents",
    rows=_document_rows,
    columns=(
        *("document", "source", "title", "publisher", "author", "url", "language"),
        *("published", "modified", "dated_by", "format", "bytes", "sha256"),
        *("passages", "sentences", "problems", "text"),
    ),
    cells=_document_cells,
    brief_columns=(
        *("document", "published", "publisher", "title", "format", "passages"),
        *("sentences", "problems", "source"),
    ),
)


def _cell(value: object) -> Cell:
    if isinstance(value, str):
        return one_line(value)
    return value if isinstance(value, int | float | bool) else None
