"""Headline figures: a few numbers large, each leading to its section."""

from collections import Counter
from collections.abc import Iterator, Sequence

from realpolitik.briefs.index import SURE, Index
from realpolitik.briefs.parts import HeadlineFigure
from realpolitik.briefs.prose import amount
from realpolitik.briefs.sections.agreements import found_agreements
from realpolitik.briefs.sections.choice import newest
from realpolitik.briefs.sections.outlook import judgements
from realpolitik.briefs.sections.tally import events, meetings, signed
from realpolitik.briefs.sentences import figure_name, part_of_whole
from realpolitik.core.record import Record
from realpolitik.measures.between import is_alone
from realpolitik.measures.figures import is_misnamed
from realpolitik.measures.sureness import sure

FEWEST_VIEWS = 3
_TOLD = ("actual", "ongoing")
_MONEY = ("trade", "exports", "imports", "investment", "aid", "debt")


def headline(index: Index) -> tuple[HeadlineFigure, ...]:
    """Give up to five figures; those about which nothing is said are left out."""
    records = sure(index.records)
    cells = (
        *_balance(events(index)),
        *_meetings(meetings(index)),
        *_agreements(index),
        *_money(index, records),
        *_judged(index),
    )
    return cells


def _balance(found: Sequence[Record]) -> Iterator[HeadlineFigure]:
    quads = Counter(record.quad for record in found)
    if found:
        counts = f"{quads[1] + quads[2]} : {quads[3] + quads[4]}"
        words = "events of cooperation to events of conflict"
        yield HeadlineFigure(counts, words, "course")


def _meetings(found: Sequence[Record]) -> Iterator[HeadlineFigure]:
    if found:
        first = min((r.start for r in found if r.start), default=None)
        since = f" since {first.year}" if first else ""
        words = "meeting" if len(found) == 1 else "meetings"
        yield HeadlineFigure(f"{len(found)}", f"{words} or talks{since}", "course")


def _agreements(index: Index) -> Iterator[HeadlineFigure]:
    known, done = len(found_agreements(index)), len(signed(index))
    if not known:
        return
    if not done:
        noun = "agreement" if known == 1 else "agreements"
        words = f"{noun} in words, in talks, proposed or given up; none signed"
        yield HeadlineFigure(f"{known}", words, "agreements")
        return
    words = "agreement signed" if done == 1 else "agreements signed"
    if others := known - done:
        words += f"; {others} more in words, in talks, proposed or given up"
    yield HeadlineFigure(f"{done}", words, "agreements")


def _money(index: Index, records: Sequence[Record]) -> Iterator[HeadlineFigure]:
    fit = [r for r in records if r.kind == "figure" and r.modality in _TOLD]
    fit = [r for r in fit if r.type in _MONEY and not r.negated]
    fit = [r for r in fit if r.certainty >= SURE and not {*r.actor} & {*r.recipient}]
    for record in sorted(newest(fit), key=lambda r: _MONEY.index(r.type)):
        face = index.face(record)
        if is_misnamed(face) or part_of_whole(face) or face.amount is None:
            continue
        if face.amount.quantity.value is not None:
            value = amount(face.amount.quantity)
            when = f", {index.dated(record)}" if record.start else ""
            words = figure_name(face, index.names) + when
            yield HeadlineFigure(value, words, "figures")
            return


def _judged(index: Index) -> Iterator[HeadlineFigure]:
    pair = index.dossier.first, index.dossier.second
    views = [r for r in judgements(index) if r.modality in _TOLD and not r.negated]
    views = [record for record in views if is_alone(record, *pair)]
    if len(views) < FEWEST_VIEWS:
        return
    word, count = Counter(view.type for view in views).most_common(1)[0]
    if count <= len(views) / 2:
        word = "divided"
        words = f"views on the relationship, {len(views)} in all"
    else:
        words = f"is how {count} of {len(views)} stated views put the relationship"
    yield HeadlineFigure(word, words, "outlook")
