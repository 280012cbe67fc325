"""A brief as one self-contained HTML page: no script, no request to anywhere."""

import re
from calendar import month_name
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from realpolitik.briefs.outline import Outline, outline
from realpolitik.briefs.parts import Footnote, Segment
from realpolitik.briefs.prose import counted
from realpolitik.briefs.render.sections import sections
from realpolitik.charts.course import course
from realpolitik.charts.small import small_multiples
from realpolitik.core.dossier import Dossier

LONGEST_PEEK = 260
_MONTH = re.compile("|".join(month_name[1:]))


def render(dossier: Dossier) -> str:
    """Write the brief of a dossier; the same dossier gives the same bytes."""
    return page(outline(dossier))


def page(laid_out: Outline) -> str:
    """Write an outline as a page."""
    rows = {issue.name: issue.periods for issue in laid_out.issues}
    title = f"Course of {laid_out.title}: events by {laid_out.course.unit}"
    citing = _Citing({note.number: note for note in laid_out.footnotes})
    text = (
        _environment()
        .get_template("brief.html.j2")
        .render(
            o=laid_out,
            sections=sections(laid_out),
            chart=Markup(course(laid_out.course.periods, title=title)),
            multiples={k: Markup(v) for k, v in small_multiples(rows).items()},
            css=Markup(_css()),
            counted=counted,
            listed={row.document: n for n, row in enumerate(laid_out.sources, 1)},
            footnote=citing.footnote,
            first_use=citing.first_use,
            short=short,
            brief_date=brief_date,
            quote_signs="\"“„«‘'",
        )
    )
    return "\n".join(line.rstrip() for line in text.splitlines() if line.strip()) + "\n"


def short(note: Footnote) -> tuple[Segment, ...]:
    """Cut the sentence of a footnote to what a hovering card holds."""
    kept, room = [], LONGEST_PEEK
    for segment in note.segments:
        if len(segment.text) > room:
            kept.append(Segment(segment.text[:room].rstrip() + " …", segment.role))
            break
        kept.append(segment)
        room -= len(segment.text)
    return tuple(kept)


def brief_date(when: str | None) -> str:
    """Shorten the months of a date for a narrow column.

    >>> brief_date("reported 12 February 2023"), brief_date(None)
    ('reported 12 Feb 2023', 'undated')
    """
    if when is None:
        return "undated"
    return _MONTH.sub(_shortened, when)


def _shortened(found: re.Match[str]) -> str:
    return found.group()[:3]


class _Citing:
    """Knows which footnote has been cited, so that it can lead back there."""

    def __init__(self, notes: Mapping[int, Footnote]) -> None:
        self._notes = notes
        self._cited: set[int] = set()

    def footnote(self, number: int) -> Footnote:
        return self._notes[number]

    def first_use(self, number: int) -> Markup:
        if number in self._cited:
            return Markup("")
        self._cited.add(number)
        return Markup('id="r{}"').format(number)


@cache
def _environment() -> Environment:
    return Environment(
        loader=PackageLoader("realpolitik.briefs.render"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


@cache
def _css() -> str:
    folder = files("realpolitik.briefs.render").joinpath("templates")
    return folder.joinpath("brief.css").read_text("utf-8")
