"""The relationship of two actors on one screen."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TypeVar

from rich.console import Console
from rich.text import Text

from realpolitik.cli.screen import arrow, print_line, quad_style, speaks_unicode
from realpolitik.cli.words import (
    REPORTED,
    REPORTED_MEANS,
    count_words,
    fit,
    interval_words,
    one_line,
    quantity_words,
)
from realpolitik.core.interval import Interval
from realpolitik.core.record import Record
from realpolitik.measures.agreements import Agreement
from realpolitik.measures.dyad import DyadView
from realpolitik.measures.figures import Figure
from realpolitik.measures.outlook import Judgement
from realpolitik.measures.speakers import Speaker
from realpolitik.measures.stances import Stance

T = TypeVar("T")

_QUADS = ("verbal coop.", "material coop.", "verbal conf.", "material conf.")
_EACH = 5
_PERIODS = 12
_BAR = 24


def print_dyad(console: Console, view: DyadView) -> None:
    """Print what a project holds on two actors, a few lines of each sort."""
    console.print(_title(view))
    for line in _quads(view):
        print_line(console, line)
    _course(console, view)
    said, ahead = _Section(console, view), view.outlook
    said.show("latest", view.latest, _record_line)
    said.show("planned", sorted(ahead.planned, key=_day, reverse=True), _record_line)
    said.show("agreements", view.agreements, _agreement_line)
    said.show("figures", view.figures, _figure_line)
    said.show("stances", view.stances, _stance_line)
    said.show("judgements", ahead.judgements, _judgement_line)
    said.show("who says so", view.speakers, _speaker_line)
    if any(record.dated_by == "document" for record in view.dossier.records):
        console.print()
        print_line(console, Text(REPORTED_MEANS, style="faint"))


@dataclass(frozen=True, slots=True)
class _Section:
    console: Console
    view: DyadView

    def show(
        self, title: str, items: Sequence[T], line: Callable[[DyadView, T], Text]
    ) -> None:
        """Print a heading and the first items; nothing where there are none."""
        if not items:
            return
        rest = len(items) - _EACH
        more = f" ({rest:,} more)" if rest > 0 else ""
        self.console.print()
        heading = Text.assemble((title, "heading"), (more, "faint"))
        self.console.print(heading)
        for item in items[:_EACH]:
            print_line(self.console, line(self.view, item))


def _title(view: DyadView) -> Text:
    dossier = view.dossier
    names = [dossier.names.get(code, code) for code in (dossier.first, dossier.second)]
    held = (
        count_words(len(dossier.claims), "claim"),
        count_words(len(dossier.records), "record"),
        count_words(len(dossier.documents), "document"),
    )
    newest = f", newest of {dossier.as_of}" if dossier.as_of else ""
    unsure = f", {len(view.less_sure):,} less sure" if view.less_sure else ""
    facts = f"  {', '.join(held)}{unsure}{newest}"
    return Text.assemble((" and ".join(names), "heading"), (facts, "faint"))


def _quads(view: DyadView) -> Iterator[Text]:
    first, second = view.dossier.first, view.dossier.second
    yield Text()
    head = "".join(f"{quad:>15}" for quad in _QUADS)
    yield Text(f"{'happened':<16}{head}", style="faint")
    for label, records in (
        (f"{first} {arrow()} {second}", _towards(view.latest, first, second)),
        (f"{second} {arrow()} {first}", _towards(view.latest, second, first)),
        ("all, with joint", view.latest),
        ("others, not in", view.beside),
    ):
        if records is view.beside and not records:
            continue
        line = Text(f"{label:<16}")
        quads = Counter(record.quad for record in records)
        for quad in range(1, 5):
            line.append(f"{quads[quad]:>15,}", style=quad_style(quad))
        yield line


def _towards(records: Sequence[Record], first: str, second: str) -> list[Record]:
    """Give what one does to the other; what both do together is joint."""
    return [
        record
        for record in records
        if first in record.actor
        and second in record.recipient
        and second not in record.actor
    ]


def _course(console: Console, view: DyadView) -> None:
    periods: dict[date, list[int]] = defaultdict(lambda: [0, 0])
    for count in view.course.counts:
        periods[count.period][count.quad > 2] += count.count
    if not periods:
        return
    every = sorted(periods)
    shown = every[-_PERIODS:]
    most = max(sum(periods[period]) for period in shown)
    console.print()
    console.print(Text(f"course by {view.course.unit}", style="heading"))
    digits = 7 if view.course.unit == "month" else 4
    for period in shown:
        cooperation, conflict = periods[period]
        line = Text.assemble((f"{period.isoformat()[:digits]}  ", "date"))
        line.append_text(_bar(cooperation, conflict, most))
        line.append(f"  {cooperation} cooperation, {conflict} conflict", style="faint")
        print_line(console, line)
    if earlier := sum(sum(periods[period]) for period in every[:-_PERIODS]):
        before = f"{earlier:,} before {shown[0].isoformat()[:digits]}, not drawn"
        print_line(console, Text(before, style="faint"))
    if apart := len(view.course.apart):
        told = f"{apart:,} without a date, or over a longer time, not drawn"
        print_line(console, Text(told, style="faint"))


def _bar(cooperation: int, conflict: int, most: int) -> Text:
    full, half = ("█", "▒") if speaks_unicode() else ("=", "x")
    scale = _BAR / max(most, _BAR)
    left, right = round(cooperation * scale), round(conflict * scale)
    rest = " " * (_BAR - left - right)
    return Text.assemble((full * left, "quad1"), (half * right, "quad4"), rest)


def _record_line(view: DyadView, record: Record) -> Text:
    named = f"{record.type}/{record.mode}" if record.mode else record.type
    who = _pair(record.actor, record.recipient)
    when = _days(record.start, record.end) + _mark(view, record.id)
    line = Text.assemble((f"{when:<11} ", "date"))
    line.append(f"{fit(who, 14)} ").append(
        f"{named:<20} ", style=quad_style(record.quad)
    )
    return line.append(_evidence(view, record.claims))


def _agreement_line(view: DyadView, agreement: Agreement) -> Text:
    when = _days(agreement.latest, agreement.end)
    when += _mark(view, agreement.steps[-1].record)
    line = Text.assemble((f"{when:<11} ", "date"))
    line.append(f"{fit(', '.join(agreement.parties), 14)} {agreement.state:<20} ")
    return line.append(one_line(agreement.what))


def _figure_line(view: DyadView, figure: Figure) -> Text:
    amount = quantity_words(figure.quantity) if figure.quantity else "(no number)"
    who = _pair(figure.subject, figure.counterpart)
    line = Text.assemble((f"{_days(figure.start, figure.end):<11} ", "date"))
    line.append(f"{fit(who, 14)} {figure.indicator:<20} ").append(amount, style="view")
    disputed = ", disputed" if figure.against else ""
    return line.append(f"{disputed}  {_evidence(view, figure.claims)}", style="faint")


def _stance_line(view: DyadView, stance: Stance) -> Text:
    named = f"not {stance.stance}" if stance.negated else stance.stance
    when = _days(stance.start, stance.end) + _mark(view, stance.record)
    line = Text.assemble((f"{when:<11} ", "date"))
    line.append(f"{fit(_pair(stance.holder, stance.toward), 14)} ")
    line.append(f"{named:<20} ", style="view")
    return line.append(one_line(stance.about or "") or _evidence(view, stance.claims))


def _judgement_line(view: DyadView, judgement: Judgement) -> Text:
    named = f"not {judgement.view}" if judgement.negated else judgement.view
    who = ", ".join(judgement.speakers or judgement.publishers)
    when = _days(judgement.start, judgement.start) + _mark(view, judgement.record)
    line = Text.assemble((f"{when:<11} ", "date"))
    line.append(f"{named:<14} ", style="view").append(f"{who[:20]:<20} ")
    return line.append(_evidence(view, judgement.claims))


def _speaker_line(_view: DyadView, speaker: Speaker) -> Text:
    line = Text.assemble((f"{count_words(len(speaker.claims), 'claim'):<12}", "date"))
    name = speaker.name or "the writer"
    code = f" ({speaker.code})" if speaker.code else ""
    line.append(one_line(name) + code, style="speaker")
    where = f"in {speaker.publisher}" if speaker.publisher else "publisher not stated"
    return line.append(f", {where}")


def _evidence(view: DyadView, claims: Sequence[str]) -> str:
    texts = [claim.text for claim in view.dossier.claims if claim.id in claims[:1]]
    return one_line(texts[0]) if texts else ""


def _pair(first: Sequence[str], second: Sequence[str]) -> str:
    left, right = ", ".join(first), ", ".join(second)
    return f"{left} {arrow()} {right}" if right else left


def _days(start: date | None, end: date | None) -> str:
    """Write days as short as they are meant: "2009", "1997-07", "2018-09-17"."""
    precision = "day"
    if start and end and start.day == 1 and (end + timedelta(days=1)).day == 1:
        years = start.month == 1 and end.month == 12
        precision = "year" if years else "month"
    return interval_words(Interval(start, end, precision)) or "undated"


def _mark(view: DyadView, record: str) -> str:
    """Mark what is dated by its document, and not by its own words."""
    reported = (r.id for r in view.dossier.records if r.dated_by == "document")
    return REPORTED if record in reported else ""


def _day(record: Record) -> date:
    return record.start or date.min
