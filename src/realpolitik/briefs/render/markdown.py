"""A brief as Markdown with footnotes, for documents that go on being written."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from realpolitik.briefs.outline import Outline, outline
from realpolitik.briefs.parts import Course, Footnote, Listing, Statement, Value, Voice
from realpolitik.briefs.prose import counted
from realpolitik.briefs.render.marks import quoted, refs, table, text
from realpolitik.briefs.render.sections import sections
from realpolitik.charts.series import QUADS
from realpolitik.core.dossier import Dossier


def render(dossier: Dossier) -> str:
    """Write the brief of a dossier; the same dossier gives the same bytes."""
    return page(outline(dossier))


def page(laid_out: Outline) -> str:
    """Write an outline as Markdown."""
    blocks = [f"# {text(laid_out.title)}", text(" · ".join(laid_out.standfirst))]
    blocks += [_headline(laid_out)] if laid_out.headline else []
    blocks += (_paragraph(paragraph) for paragraph in laid_out.lead)
    blocks += [f"*{text(laid_out.quality)}*"] if laid_out.quality else []
    for section in sections(laid_out):
        blocks.append(f"## {section.title}")
        blocks += _SECTIONS[section.anchor](laid_out)
    return "\n\n".join(block for block in blocks if block) + "\n"


def _headline(laid_out: Outline) -> str:
    return "\n".join(
        f"- **{text(cell.value)}** {text(cell.words)}" for cell in laid_out.headline
    )


def _paragraph(paragraph: Sequence[Statement]) -> str:
    said = []
    for one in paragraph:
        quote = f": {quoted(one.quote)}" if one.quote else "."
        said.append(f"{text(one.text)}{quote}{refs(one.notes, one.more)}")
    return " ".join(said)


def _course(laid_out: Outline) -> Iterator[str]:
    periods, directions = laid_out.course.periods, laid_out.course.directions
    heads = [quad.capitalize() for quad in QUADS]
    if periods:
        filled = [period for period in periods if any(period.counts)]
        rows = [[p.label, *(str(n or "–") for n in p.counts)] for p in filled]
        yield table(["Period", *heads], rows)
        yield " ".join(_beside_the_table(laid_out.course))
    if directions:
        rows = [[d.name, *(str(n or "–") for n in d.counts)] for d in directions]
        yield table(["Who towards whom", *heads], rows)


def _beside_the_table(course: Course) -> Iterator[str]:
    """Say what the rows leave out, so that they can be added up."""
    unit, apart = course.unit, course.apart
    yield (
        f"Events by {unit}, each happening counted once; "
        f"a {unit} without any has no row."
    )
    if course.periods[-1].open_ended:
        yield f"The documents end within the last {unit}."
    if apart:
        are = "is" if apart == 1 else "are"
        yield (
            f"{counted(apart, 'event')} without a date, or over a longer time, "
            f"{are} in no row."
        )


def _issues(laid_out: Outline) -> Iterator[str]:
    for issue in laid_out.issues:
        name = text(issue.name[:1].upper() + issue.name[1:])
        above = f", {issue.elsewhere} told above" if issue.elsewhere else ""
        yield f"### {name} ({counted(issue.records, 'record')}{above})"
        yield _listing(issue.listing, laid_out.pair)
    if laid_out.other_issues:
        yield f"Other issues: {text(', '.join(laid_out.other_issues))}."


def _agreements(laid_out: Outline) -> Iterator[str]:
    lines = []
    for row in laid_out.agreements:
        who = f" ({text(row.between)})" if row.between else ""
        state = f"{row.state}, {row.when or 'undated'}"
        lines.append(
            f"- **{text(row.what)}**{who}: {text(state)}. "
            f"{quoted(row.quote)}{refs(row.notes, row.more)}"
        )
    yield "\n".join(lines)
    yield _left(laid_out.more_agreements, "agreement")


def _figures(laid_out: Outline) -> Iterator[str]:
    rows = []
    for row in laid_out.figures:
        values = "; ".join(_value(value) for value in row.values)
        differ = " *the values differ*" if row.conflicting else ""
        rows.append([text(row.name), text(row.period), values + differ])
    yield table(["Figure", "Period", "Value (according to)"], rows, escaped=True)
    yield _left(laid_out.more_figures, "figure")


def _value(value: Value) -> str:
    said_by = text(value.said_by)
    return f"{text(value.text)} ({said_by}){refs(value.notes, value.more)}"


def _stances(laid_out: Outline) -> Iterator[str]:
    for holder, rows in groupby(laid_out.stances, key=lambda row: row.holder):
        lines = [f"### {text(holder)}", ""]
        for row in rows:
            toward = f" (toward {text(row.toward)})" if row.toward else ""
            said = f", according to {text(row.said_by)}" if row.said_by else ""
            lines.append(
                f"- {row.position} “{text(row.about)}”{toward}{said}; "
                f"{text(row.when or 'undated')}{refs(row.notes, row.more)} "
                f"{quoted(row.quote)}"
            )
        yield "\n".join(lines)
    yield _left(laid_out.more_stances, "stance")


def _outlook(laid_out: Outline) -> Iterator[str]:
    ahead = laid_out.outlook
    for title, found in (
        ("Planned", ahead.planned),
        ("Thought possible", ahead.possible),
        ("How the relationship is judged", ahead.judgements),
    ):
        if found.statements:
            yield f"### {title}"
            yield _listing(found, laid_out.pair)


def _disputes(laid_out: Outline) -> Iterator[str]:
    for dispute in laid_out.disputes:
        yield f"### {text(dispute.title)}"
        yield _listing(Listing(dispute.sides), laid_out.pair)


def _voices(laid_out: Outline) -> Iterator[str]:
    for title, rows in (
        ("Speakers", laid_out.speakers),
        ("Publishers", laid_out.publishers),
    ):
        if rows:
            yield table([title, "Claims", ""], [_voice(row) for row in rows])


def _voice(row: Voice) -> list[str]:
    return [row.name, str(row.claims), row.detail]


def _chronology(laid_out: Outline) -> Iterator[str]:
    for chapter in laid_out.course.chapters:
        yield f"### {text(chapter.label)}"
        yield _listing(chapter.listing, laid_out.pair)


def _unsure(laid_out: Outline) -> Iterator[str]:
    yield "Read with a certainty below 0.50: in no count or lead above."
    yield _listing(laid_out.less_sure, laid_out.pair)


def _evidence(laid_out: Outline) -> Iterator[str]:
    for note in laid_out.footnotes:
        yield f"[^{note.number}]: {_footnote(note)}"


def _documents(laid_out: Outline) -> Iterator[str]:
    rows = [
        [
            row.title,
            row.publisher or "not stated",
            row.published or "undated",
            str(row.claims),
            ", ".join(row.condition) or "nothing found wrong",
        ]
        for row in laid_out.sources
    ]
    yield table(["Document", "Publisher", "Date", "Claims", "Condition"], rows)
    yield _left(laid_out.more_sources, "document")


def _method(laid_out: Outline) -> Iterator[str]:
    yield from (text(words) for words in laid_out.method)


_SECTIONS = {
    "course": _course,
    "issues": _issues,
    "agreements": _agreements,
    "figures": _figures,
    "stances": _stances,
    "outlook": _outlook,
    "disputes": _disputes,
    "voices": _voices,
    "chronology": _chronology,
    "unsure": _unsure,
    "evidence": _evidence,
    "documents": _documents,
    "method": _method,
}


def _listing(found: Listing, pair: tuple[str, str]) -> str:
    lines = [_item(statement) for statement in found.statements]
    if found.more:
        where = f"`realpolitik claims --dyad {' '.join(pair)}`"
        lines.append(f"- {counted(found.more, 'record')} more, see: {where}")
    return "\n".join(lines)


def _item(said: Statement) -> str:
    when = text(said.when or "undated")
    quote = f" {quoted(said.quote)}" if said.quote else ""
    grade = f" ({said.grade} certainty)" if said.grade else ""
    marks = refs(said.notes, said.more)
    return f"- {when}: {text(said.text)}.{marks}{quote}{grade}"


def _footnote(note: Footnote) -> str:
    title = f", “{text(note.title)}”" if note.title else ""
    return (
        f"{quoted(note.segments)} {text(note.publisher or 'publisher not stated')}"
        f"{title}, {text(note.published or 'undated')}; certainty {note.certainty:.2f} "
        f"({note.grade}); document {text(note.document)}, sentence {note.sentence}, "
        f"claim {text(note.claim)}"
    )


def _left(count: int, what: str) -> str:
    return f"{counted(count, what)} more." if count else ""
