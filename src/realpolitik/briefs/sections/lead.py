"""The lead: the few sentences that a reader in a hurry reads, each with its source."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from realpolitik.briefs.evidence import Evidence, Place, excerpt, place
from realpolitik.briefs.index import SURE, Index
from realpolitik.briefs.names import short_name
from realpolitik.briefs.parts import Statement
from realpolitik.briefs.prose import (
    counted,
    in_words,
    month,
    sentence_case,
    with_article,
)
from realpolitik.briefs.sections.choice import foremost, newest
from realpolitik.briefs.sections.outlook import judgements
from realpolitik.briefs.sections.tally import (
    beside,
    events,
    forced,
    helped,
    meetings,
    signed,
)
from realpolitik.core.record import Record
from realpolitik.measures.between import is_alone
from realpolitik.measures.happenings import happened
from realpolitik.measures.outlook import outlook
from realpolitik.measures.sureness import sure

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
    yield _overview(index, events(index))
    told = (evidence, index)
    yield from _last(meetings(index), ("meetings or talks", "are reported"), told)
    yield from _last(signed(index), ("agreements", "are reported signed"), told)
    yield from _last(helped(index), ("acts of help", "are reported"), told)
    force = "acts of force, coercion or sanction"
    yield from _last(forced(index), (force, "are reported"), told)


def _overview(index: Index, found: Sequence[Record]) -> Statement:
    one, two = _pair(index)
    if not found:
        known = counted(len(index.records), "record")
        return Statement(
            f"The texts hold {known} on {one} and {two}, none of them an event that is "
            f"told as a fact with enough certainty{_left_out(beside(index))}"
        )
    days = sorted(record.start for record in found if record.start)
    first_last = [month(each) for each in (days[:1] + days[-1:])]
    span = f", {' to '.join(dict.fromkeys(first_last))}" if days else ""
    charged = sum(index.charged(record) for record in found)
    word = f"; {in_words(charged)} on the word of one side only" if charged else ""
    number = f"{in_words(len(found))} {'event' if len(found) == 1 else 'events'}"
    return Statement(
        f"The texts report {number} between {one} and {two}{span}: "
        f"{_split(found)}{word}{_left_out(beside(index))}"
    )


def _left_out(found: Sequence[Record]) -> str:
    """Say how many events are in no count, and why."""
    if not found:
        return ""
    number = sentence_case(in_words(len(found), most=99))
    verb = "is an act" if len(found) == 1 else "are acts"
    return (
        f". {number} more {verb} of others on both, or of both on others, not counted"
    )


def _split(found: Sequence[Record]) -> str:
    cooperation = sum(record.quad in (1, 2) for record in found)
    conflict = len(found) - cooperation
    if not (cooperation and conflict):
        kind = "cooperation" if cooperation else "conflict"
        return f"all of {kind}" if len(found) > 1 else f"one of {kind}"
    return f"{in_words(cooperation)} of cooperation, {in_words(conflict)} of conflict"


def _last(
    records: Sequence[Record], words: tuple[str, str], told: tuple[Evidence, Index]
) -> Iterator[Statement]:
    """Count, and quote the newest where it is sure; else the newest that is."""
    evidence, index = told
    if not records:
        return
    opening = f"{sentence_case(in_words(len(records), most=99))} {' '.join(words)}"
    quotable = [record for record in records if _is_quotable(record, index)]
    which, record = _newest(quotable, [r for r in records if _is_dated(r, index)])
    if record is None:
        yield Statement(_unquoted(records, words))
        return
    opening = f"{opening}, {which}: " if len(records) > 1 else ""
    stated = _quoted(record, evidence, index)
    yield replace(stated, text=f"{opening}{stated.text}")


def _unquoted(records: Sequence[Record], words: tuple[str, str]) -> str:
    noun, verb = words
    why = "both sure and between the two alone"
    if len(records) > 1:
        number = sentence_case(in_words(len(records), most=99))
        return f"{number} {noun} {verb}, none {why}, so none is quoted here"
    one = noun.replace("meetings or talks", "meeting or talk").replace("acts", "act")
    told = f"{one.replace('agreements', 'agreement')} {verb.replace('are', 'is')}"
    return f"One {told}, not {why}, so it isn't quoted here"


def _is_quotable(record: Record, index: Index) -> bool:
    """Whether a record may be quoted: sure, and of the two alone."""
    return record.certainty >= SURE and _is_alone(record, index)


def _newest(
    quotable: Sequence[Record], with_date: Sequence[Record]
) -> tuple[str, Record | None]:
    """Choose the newest with a date of its own; if it can't be quoted, one that can."""
    dated = newest(with_date)
    found = [record for record in dated if record in quotable]
    if found and found[0] == dated[0]:
        return "the latest with a date", found[0]
    if found:
        return "the latest with a date that is sure", found[0]
    return "one that is sure", newest(quotable)[0] if quotable else None


def _is_dated(record: Record, index: Index) -> bool:
    """Whether the sentence that would be quoted says when."""
    said = record.dated_by == "text" and record.start is not None
    return said and index.face(record).when is not None


def _views(
    index: Index, evidence: Evidence, told: frozenset[Place]
) -> Iterator[Statement]:
    judged = [r for r in judgements(index) if r.certainty >= SURE]
    for record in [r for r in judged if _is_alone(r, index)][:1]:
        yield _quoted(record, evidence, index)
    for code in (index.dossier.first, index.dossier.second):
        own = [r for r in _differences(index) if r.actor == (code,)]
        own = [r for r in own if place(index.face(r)) not in told]
        for record in own[:1]:
            yield _quoted(record, evidence, index)


def _quoted(record: Record, evidence: Evidence, index: Index) -> Statement:
    stated = _when_said(evidence.state(record))
    return replace(stated, quote=excerpt(index.face(record)))


def _when_said(stated: Statement) -> Statement:
    if stated.when is None:
        return stated
    return replace(stated, text=f"{stated.text} ({stated.when})")


def _differences(index: Index) -> list[Record]:
    fit = [r for r in index.records if r.certainty >= SURE and not r.negated]
    words = [r for r in fit if r.quad == 3 and happened(r)]
    return newest([*words, *(r for r in fit if r.kind == "stance")])


def _prospects(index: Index, evidence: Evidence) -> Iterator[Statement]:
    found = outlook(sure(index.records), index.claims, as_of=index.dossier.as_of)
    for title, records in (("Planned", found.planned), ("Possible", found.possible)):
        fit = [record for record in records if record.certainty >= SURE]
        for record in foremost([r for r in fit if _is_alone(r, index)], 1, index):
            stated = _quoted(record, evidence, index)
            yield replace(stated, text=f"{title}: {stated.text}")


def _is_alone(record: Record, index: Index) -> bool:
    return is_alone(record, index.dossier.first, index.dossier.second)


def _pair(index: Index) -> tuple[str, str]:
    one, two = index.dossier.first, index.dossier.second
    return (
        with_article(short_name(one, index.names)),
        with_article(short_name(two, index.names)),
    )
