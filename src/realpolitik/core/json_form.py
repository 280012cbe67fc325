"""The contract's JSON form of claims, mentions and documents."""

from collections.abc import Iterator
from datetime import date

from realpolitik.core.actor import Actor
from realpolitik.core.attribution import Attribution
from realpolitik.core.claim import Amount, Claim, Party, When, Where
from realpolitik.core.document import Document
from realpolitik.core.interval import Interval
from realpolitik.core.mention import Meaning, Mention
from realpolitik.core.place import Place
from realpolitik.core.problem import Problem
from realpolitik.core.quantity import Quantity
from realpolitik.core.span import Excerpt

Json = dict[str, object]


def claim_row(claim: Claim) -> Json:
    """Give a claim with the contract's keys, in the contract's order."""
    return {
        "claim": claim.id,
        "document": claim.document,
        "sentence": claim.sentence,
        "text": claim.text,
        "span": [claim.span.start, claim.span.end],
        "kind": claim.kind,
        "type": claim.type,
        "mode": claim.mode,
        "trigger": _excerpt(claim.trigger),
        "actor": [_party(party) for party in claim.actor],
        "recipient": [_party(party) for party in claim.recipient],
        "when": _when(claim.when),
        "where": _where(claim.where),
        "issue": list(claim.issue),
        "amount": _amount(claim.amount),
        "about": _excerpt(claim.about),
        "modality": claim.modality,
        "negated": claim.negated,
        "speaker": [_party(party) for party in claim.speaker],
        "certainty": round(claim.certainty, 3),
        "quad": claim.quad,
        "cameo": claim.cameo,
        "intensity": claim.intensity,
    }


def mention_rows(document: str, mention: Mention) -> Iterator[Json]:
    """Give a mention as one row a meaning; an unresolved one as a single row."""
    place = {
        "document": document,
        "sentence": mention.sentence,
        "text": mention.text,
        "start": mention.start,
        "end": mention.end,
        "kind": mention.kind,
    }
    certainty: Json = {"certainty": round(mention.certainty, 3)}
    unplaced = Actor(sector=mention.sector) if mention.kind == "actor" else None
    for meaning in mention.meanings or (unplaced,):
        yield place | _meaning(mention.kind, meaning) | certainty


def attribution_row(document: str, attribution: Attribution) -> Json:
    """Give an attribution: who is named, by which words, and what is said."""
    return {
        "document": document,
        "sentence": attribution.sentence,
        "kind": attribution.kind,
        "source": _excerpt(attribution.source),
        "actor": [_actor(actor) for actor in attribution.actors],
        "cue": _excerpt(attribution.cue),
        "content": [_excerpt(part) for part in attribution.content],
    }


def document_row(document: Document) -> Json:
    """Give a document with the contract's keys."""
    return {
        "document": document.id,
        "source": document.source,
        "title": document.title,
        "publisher": document.publisher,
        "author": document.author,
        "url": document.url,
        "language": document.language,
        "published": _day(document.published),
        "modified": _day(document.modified),
        "dated_by": document.dated_by,
        "dated_words": document.dated_words,
        "publisher_words": document.publisher_words,
        "text": document.text,
        "passages": [
            {"kind": p.kind, "start": p.start, "end": p.end, "speaker": p.speaker}
            for p in document.passages
        ],
        "problems": [_problem(document, p) for p in document.problems],
        "sentences": [[s.start, s.end] for s in document.sentences],
        "parts": [
            {"name": p.name, "start": p.start, "end": p.end} for p in document.parts
        ],
        "sha256": document.sha256,
        "bytes": document.bytes,
        "format": document.format,
    }


def _problem(document: Document, problem: Problem) -> Json:
    """Give a problem with its words in the clean text and how much of it they are."""
    start, end = problem.start, problem.end
    return {
        "kind": problem.kind,
        "start": start,
        "end": end,
        "note": problem.note,
        "words": None if start is None else document.text[start:end],
        "share": problem.share,
    }


def _number(value: float | None) -> float | int | None:
    whole = value is not None and value.is_integer()
    return int(value) if whole and value is not None else value


def _day(value: date | None) -> str | None:
    return value.isoformat() if value else None


def _excerpt(excerpt: Excerpt | None) -> Json | None:
    if excerpt is None:
        return None
    return {"text": excerpt.text, "start": excerpt.start, "end": excerpt.end}


def _party(party: Party) -> Json:
    words = {"text": party.text, "start": party.start, "end": party.end}
    return words | _actor(party.actor)


def _actor(actor: Actor | None) -> Json:
    actor = actor or Actor()
    return {
        "code": actor.code,
        "sector": actor.sector,
        "id": actor.id,
        "name": actor.name,
        "role": actor.role,
    }


def _interval(interval: Interval | None) -> Json:
    interval = interval or Interval(None, None, "unknown")
    return {
        "from": _day(interval.start),
        "to": _day(interval.end),
        "precision": interval.precision,
    }


def _when(when: When | None) -> Json | None:
    if when is None:
        return None
    words = {"text": when.text, "start": when.start, "end": when.end}
    return _interval(when.interval) | words


def _where(where: Where | None) -> Json | None:
    if where is None:
        return None
    return {
        "place": where.place.name,
        "country": where.place.country,
        "lat": where.place.latitude,
        "lon": where.place.longitude,
        "text": where.text,
        "start": where.start,
        "end": where.end,
    }


def _amount(amount: Amount | None) -> Json | None:
    if amount is None:
        return None
    quantity = amount.quantity
    return {
        "value": _number(quantity.value),
        "high": _number(quantity.high),
        "approximate": quantity.approximate,
        "unit": quantity.unit,
        "text": amount.text,
        "start": amount.start,
        "end": amount.end,
    }


def _place(place: Place | None) -> Json:
    place = place or Place("")
    return {
        "country": place.country,
        "lat": place.latitude,
        "lon": place.longitude,
        "place": place.name or None,
        "feature": place.feature,
    }


def _quantity(quantity: Quantity | None) -> Json:
    quantity = quantity or Quantity(None)
    return {
        "value": _number(quantity.value),
        "high": _number(quantity.high),
        "approximate": quantity.approximate,
        "unit": quantity.unit,
        "lost": quantity.lost,
    }


def _meaning(kind: str, meaning: Meaning | None) -> Json:
    if kind == "actor":
        return _actor(meaning if isinstance(meaning, Actor) else None)
    if kind == "time":
        return _interval(meaning if isinstance(meaning, Interval) else None)
    if kind == "place":
        return _place(meaning if isinstance(meaning, Place) else None)
    return _quantity(meaning if isinstance(meaning, Quantity) else None)
