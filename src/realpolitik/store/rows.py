"""Documents, mentions and records as rows, in the order of the schema's columns."""

from collections.abc import Iterator

from realpolitik.core.actor import Actor
from realpolitik.core.document import Document
from realpolitik.core.interval import Interval
from realpolitik.core.mention import Meaning, Mention
from realpolitik.core.place import Place
from realpolitik.core.quantity import Quantity
from realpolitik.core.record import Record
from realpolitik.store.entry import Entry
from realpolitik.store.packing import pack

Row = tuple[object, ...]

_NO_ACTOR: Row = (None,) * 5
_NO_PLACE: Row = (None,) * 4
_NO_TIME: Row = (None,) * 3
_NO_QUANTITY: Row = (None,) * 6


def document_row(entry: Entry, *, reading: int, run: int) -> Row:
    """Give the row of table `documents`."""
    d = entry.document
    return (
        *(reading, run, entry.identity, entry.given),
        *(d.id, d.source, d.text, d.sha256, d.bytes, d.format),
        *(d.title, d.publisher, d.author, d.url, d.language),
        *(
            d.published,
            d.modified,
            d.dated_by,
            d.speaker,
            pack(d.origins),
            d.dated_words,
            d.publisher_words,
        ),
    )


def passage_rows(document: Document, *, reading: int) -> Iterator[Row]:
    """Give the rows of table `passages`."""
    for number, p in enumerate(document.passages):
        yield reading, document.id, number, p.kind, p.start, p.end, p.speaker


def part_rows(document: Document, *, reading: int) -> Iterator[Row]:
    """Give the rows of table `parts`."""
    for number, p in enumerate(document.parts):
        yield reading, document.id, number, p.name, p.start, p.end


def sentence_rows(document: Document, *, reading: int) -> Iterator[Row]:
    """Give the rows of table `sentences`."""
    for number, span in enumerate(document.sentences):
        yield reading, document.id, number, span.start, span.end


def problem_rows(document: Document, *, reading: int, run: int) -> Iterator[Row]:
    """Give the rows of table `problems`."""
    for number, p in enumerate(document.problems):
        where = (run, reading, document.source, document.id, number)
        yield *where, p.kind, p.note, p.start, p.end, p.share


def mention_rows(entry: Entry, *, reading: int) -> Iterator[Row]:
    """Give the rows of table `mentions`, one a meaning."""
    for number, mention in enumerate(entry.mentions):
        head = (reading, entry.document.id, number)
        words = _words(mention)
        if not mention.meanings:
            yield *head, None, *words, None, *_meaning(None)
        for position, meaning in enumerate(mention.meanings):
            yield *head, position, *words, _KINDS[type(meaning)], *_meaning(meaning)


def record_row(record: Record) -> Row:
    """Give the row of table `records`."""
    r = record
    return (
        *(r.id, r.kind, r.type, r.mode, list(r.actor), list(r.recipient)),
        *(r.modality, r.negated, r.start, r.end, r.dated_by, list(r.issue)),
        *(r.quad, r.intensity, r.certainty, list(r.publishers)),
    )


_KINDS: dict[type, str] = {
    Actor: "actor",
    Place: "place",
    Interval: "time",
    Quantity: "quantity",
}


def _words(m: Mention) -> Row:
    place = (m.sentence, m.text, m.start, m.end)
    return *place, m.kind, m.form, m.sector, m.certainty


def _meaning(meaning: Meaning | None) -> Row:
    actor, place, time, quantity = _NO_ACTOR, _NO_PLACE, _NO_TIME, _NO_QUANTITY
    name: str | None = None
    match meaning:
        case Actor():
            name = meaning.name
            actor = (
                *(meaning.code, meaning.sector, meaning.id),
                *(meaning.role, meaning.certainty),
            )
        case Place(name, country, latitude, longitude, feature):
            place = (country, latitude, longitude, feature)
        case Interval(start, end, precision):
            time = (start, end, precision)
        case Quantity():
            quantity = quantity_columns(meaning)
    return *actor[:3], name, *actor[3:], *place, *time, *quantity


def quantity_columns(quantity: Quantity | None) -> Row:
    """Give value, high, approximate, unit, bound and lost."""
    if quantity is None:
        return _NO_QUANTITY
    q = quantity
    return q.value, q.high, q.approximate, q.unit, q.bound, q.lost
