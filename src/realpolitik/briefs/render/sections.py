"""The sections of a written brief, in order, and which have anything to show."""

from dataclasses import dataclass

from realpolitik.briefs.parts import Outline


@dataclass(frozen=True, slots=True)
class Section:
    """A heading and the anchor that links lead to."""

    anchor: str
    title: str


def sections(outline: Outline) -> tuple[Section, ...]:
    """Give the sections that have something in them."""
    ahead = outline.outlook
    filled = (
        ("course", "Course of the relationship", outline.course.chapters),
        ("issues", "By issue", outline.issues),
        ("agreements", "Agreements", outline.agreements),
        ("figures", "Figures", outline.figures),
        ("stances", "Stances", outline.stances),
        (
            "outlook",
            "Outlook",
            (
                *ahead.planned.statements,
                *ahead.possible.statements,
                *ahead.judgements.statements,
            ),
        ),
        ("disputes", "In dispute", outline.disputes),
        ("voices", "Who says so", outline.speakers or outline.publishers),
        ("chronology", "Chronology", outline.course.chapters),
        ("unsure", "Less sure", outline.less_sure.statements),
        ("evidence", "Evidence", outline.footnotes),
        ("documents", "Documents and their condition", outline.sources),
        ("method", "Method", outline.method),
    )
    return tuple(Section(anchor, title) for anchor, title, found in filled if found)
