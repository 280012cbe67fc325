"""The lead: the few sentences that a reader in a hurry reads, each with its source."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from realpolitik.briefs.evidence import Evidence, Place, excerpt, place
from realpolitik.briefs.index import Index
from realpolitik.briefs.names import short_name
from realpolitik.briefs.parts import Statement
from realpolitik.briefs.prose import (
    counted,
    in_words,
    month,
    sentence_case,
    with_article,
)
from realpolitik.briefs.sections.choice import foremost, latest, newest
from realpolitik.briefs.sections.outlook import is_ahead, judgements
from realpolitik.core.record import Record
from realpolitik.measures.happenings import happened
from realpolitik.measures.sureness import LIMIT, sure

LEAST = 0.6
MANY = 10
Paragraph = tuple[Statement, ...]


def lead(index: Index, evidence: Evidence) -> tuple[Paragraph, ...]:
    """Write at most three paragraphs: what happened, what each holds, what is ahead."""
    if not index.records:
        return (_nothing(index),)
    happenings = tuple(_happenings(index, evidence))
    told = {note for said in happenings for note in said.notes}
    views = tuple(_views(index, evidence, evidence.places(told)))
    paragraphs = (happenings, views, tuple(_prospects(index, evidence)))
    return tuple(paragraph for paragraph in paragraphs if paragraph)


def _nothing(index: Index) -> Paragraph:
    one, two = _pair(index)
    searched = index.dossier.searched or len(index.dossier.documents)
    where = f" in the {counted(searched, 'document')} read" if searched else ""
    return (
        Statement(f"No claim between {one} and {two} was found{where}"),
        Statement(
            "That the texts are silent, or that the reader missed what they say, is "
            "no sign that nothing happened"
        ),
    )


def _happenings(index: Index, evidence: Evidence) -> Iterator[Statement]:
    events = [record for record in sure(index.records) if happened(record)]
    yield _overview(index, events)
    yield from _last(_typed(events, _meeting), ("meetings or talks", evidence, index))
    yield from _last(_typed(events, _signing), ("signings", evidence, index))
    yield from _last(_typed(events, _help), ("acts of help", evidence, index))
    force = [record for record in events if record.quad == 4]
    yield from _last(force, ("acts of force, coercion or sanction", evidence, index))


def _overview(index: Index, events: Sequence[Record]) -> Statement:
    one, two = _pair(index)
    if not events:
        known = counted(len(index.records), "record")
        return Statement(
            f"The texts hold {known} on {one} and {two}, none of them an event that is "
            "told as a fact with enough certainty"
        )
    days = sorted(record.start for record in events if record.start)
    first_last = [month(each) for each in (days[:1] + days[-1:])]
    span = f", {' to '.join(dict.fromkeys(first_last))}" if days else ""
    charged = sum(index.charged(record) for record in events)
    word = f"; {in_words(charged)} on the word of one side only" if charged else ""
    number = f"{in_words(len(events))} {'event' if len(events) == 1 else 'events'}"
    return Statement(
        f"The texts report {number} between {one} and {two}{span}: "
        f"{_split(events)}{word}"
    )


def _split(events: Sequence[Record]) -> str:
    cooperation = sum(record.quad in (1, 2) for record in events)
    conflict = len(events) - cooperation
    if not (cooperation and conflict):
        kind = "cooperation" if cooperation else "conflict"
        return f"all of {kind}" if len(events) > 1 else f"one of {kind}"
    return f"{in_words(cooperation)} of cooperation, {in_words(conflict)} of conflict"


def _least(index: Index) -> float:
    """Ask for more certainty where there is much to choose from."""
    return LEAST if len(sure(index.records)) >= MANY else LIMIT


def _last(
    records: Sequence[Record], about: tuple[str, Evidence, Index]
) -> Iterator[Statement]:
    plural, evidence, index = about
    record = _latest(records, index)
    if record is None:
        return
    stated = _when_said(evidence.state(record))
    number = sentence_case(in_words(len(records), most=99))
    which = "the latest with a date" if _is_dated(record) else "one of them"
    opening = f"{number} {plural} are reported, {which}: " if len(records) > 1 else ""
    quote = () if record.type == "CONSULT" else excerpt(index.face(record))
    yield replace(stated, text=f"{opening}{stated.text}", quote=quote)


def _latest(records: Sequence[Record], index: Index) -> Record | None:
    """Choose the newest: one with a date of its own, and not on one side's word."""
    least = _least(index)
    told = [record for record in records if not index.charged(record)]
    dated = [record for record in told if _is_dated(record)]
    choices = (latest(group, least=least) for group in (dated, told, records))
    return next((record for record in choices if record), None)


def _is_dated(record: Record) -> bool:
    return record.dated_by == "text" and record.start is not None


def _views(
    index: Index, evidence: Evidence, told: frozenset[Place]
) -> Iterator[Statement]:
    judged = [
        record for record in judgements(index) if record.certainty >= _least(index)
    ]
    if judged:
        quote = excerpt(index.face(judged[0]))
        yield replace(_when_said(evidence.state(judged[0])), quote=quote)
    for code in (index.dossier.first, index.dossier.second):
        own = [r for r in _differences(index) if r.actor == (code,)]
        own = [r for r in own if place(index.face(r)) not in told]
        for record in own[:1]:
            quote = () if record.kind == "stance" else excerpt(index.face(record))
            yield replace(_when_said(evidence.state(record)), quote=quote)


def _when_said(stated: Statement) -> Statement:
    if stated.when is None:
        return stated
    return replace(stated, text=f"{stated.text} ({stated.when})")


def _differences(index: Index) -> list[Record]:
    fit = [
        r for r in sure(index.records) if r.certainty >= _least(index) and not r.negated
    ]
    words = [r for r in fit if r.quad == 3 and happened(r)]
    return newest([*words, *(r for r in fit if r.kind == "stance")])


def _prospects(index: Index, evidence: Evidence) -> Iterator[Statement]:
    ahead = [r for r in sure(index.records) if is_ahead(r, index)]
    for modality in ("planned", "possible"):
        fit = [r for r in ahead if r.kind == "event" and r.modality == modality]
        fit = [record for record in fit if record.certainty >= _least(index)]
        for record in foremost(fit, 1):
            stated = _when_said(evidence.state(record))
            yield replace(stated, text=f"{modality.title()}: {stated.text}")


def _typed(records: Sequence[Record], test: Callable[[Record], bool]) -> list[Record]:
    return [record for record in records if test(record)]


def _meeting(record: Record) -> bool:
    return record.type == "CONSULT"


def _signing(record: Record) -> bool:
    return (record.type, record.mode) == ("SUPPORT", "sign")


def _help(record: Record) -> bool:
    return record.type == "AID"


def _pair(index: Index) -> tuple[str, str]:
    one, two = index.dossier.first, index.dossier.second
    return (
        with_article(short_name(one, index.names)),
        with_article(short_name(two, index.names)),
    )
