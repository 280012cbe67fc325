"""The parts of a brief, frozen: what every renderer shows, in reading order."""

from dataclasses import dataclass

from realpolitik.charts.series import Period


@dataclass(frozen=True, slots=True)
class Segment:
    """A run of a quoted sentence; `role` is party, trigger or None."""

    text: str
    role: str | None = None


@dataclass(frozen=True, slots=True)
class Footnote:
    """The evidence: one claim's sentence and where it stands.

    `publisher`, `title` and `published` are None where the document doesn't say;
    `sentence` counts from 0, as in every table.
    """

    number: int
    claim: str
    segments: tuple[Segment, ...]
    publisher: str | None
    title: str | None
    published: str | None
    certainty: float
    grade: str
    document: str
    sentence: int


@dataclass(frozen=True, slots=True)
class Statement:
    """What records say, in our words, with the footnotes that bear it.

    `more` counts the reports beyond those that `notes` show. `quote` is a piece of
    the best report's sentence, where a statement is listed with its wording.
    """

    text: str
    notes: tuple[int, ...] = ()
    more: int = 0
    when: str | None = None
    grade: str | None = None
    quote: tuple[Segment, ...] = ()


@dataclass(frozen=True, slots=True)
class Line:
    """A record in one line: what it says, and where its best report stands."""

    text: str
    when: str | None
    document: str
    sentence: int
    place: str


@dataclass(frozen=True, slots=True)
class Listing:
    """Statements of which the best or newest are shown, and a line for each other."""

    statements: tuple[Statement, ...] = ()
    rest: tuple[Line, ...] = ()

    @property
    def more(self) -> int:
        """How many records are told in a line only."""
        return len(self.rest)


@dataclass(frozen=True, slots=True)
class HeadlineFigure:
    """A number large, words small, and the section that it leads to."""

    value: str
    words: str
    section: str


@dataclass(frozen=True, slots=True)
class Direction:
    """Who acts towards whom, and how often in each quad."""

    name: str
    counts: tuple[int, int, int, int]


@dataclass(frozen=True, slots=True)
class Chapter:
    """One period of the chronology: where a bar of the chart leads."""

    anchor: str
    label: str
    listing: Listing


@dataclass(frozen=True, slots=True)
class Course:
    """Counts by period and by direction, and the chronology behind them.

    `apart` counts the events that no single period holds.
    """

    unit: str
    periods: tuple[Period, ...]
    directions: tuple[Direction, ...]
    chapters: tuple[Chapter, ...]
    apart: int


@dataclass(frozen=True, slots=True)
class Issue:
    """One issue, its own small course and its foremost statements.

    `elsewhere` counts the records that are told under a larger issue.
    """

    name: str
    records: int
    elsewhere: int
    periods: tuple[Period, ...]
    listing: Listing


@dataclass(frozen=True, slots=True)
class Agreement:
    """An agreement and how far it came: `step` of four, 0 if withdrawn from.

    `between` is None where the two alone are its parties; `quote` is the sentence
    that tells its state.
    """

    what: str
    between: str | None
    state: str
    step: int
    when: str | None
    notes: tuple[int, ...]
    more: int
    quote: tuple[Segment, ...]


@dataclass(frozen=True, slots=True)
class Value:
    """One stated value of a figure; `lost` where the source lost the number."""

    text: str
    said_by: str
    notes: tuple[int, ...]
    more: int
    lost: bool = False


@dataclass(frozen=True, slots=True)
class Figure:
    """One quantity in one period with every value that is stated for it."""

    name: str
    period: str
    values: tuple[Value, ...]
    conflicting: bool


@dataclass(frozen=True, slots=True)
class Stance:
    """Who is for or against what, in the text's own words, with the sentence."""

    holder: str
    position: str
    about: str
    toward: str | None
    said_by: str | None
    when: str | None
    notes: tuple[int, ...]
    more: int
    quote: tuple[Segment, ...]


@dataclass(frozen=True, slots=True)
class Outlook:
    """What is planned, what is thought possible, how the relationship is judged."""

    planned: Listing
    possible: Listing
    judgements: Listing
    earlier: int


@dataclass(frozen=True, slots=True)
class Voice:
    """Somebody who says so: how many claims rest on them, and on what."""

    name: str
    claims: int
    detail: str


@dataclass(frozen=True, slots=True)
class Dispute:
    """Reports that cannot all be true, side by side."""

    title: str
    sides: tuple[Statement, ...]


@dataclass(frozen=True, slots=True)
class Source:
    """A document: how much of the brief rests on it, and its condition."""

    document: str
    title: str
    publisher: str | None
    published: str | None
    claims: int
    condition: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Outline:
    """A whole brief. Empty sections are left out by the renderers.

    `quality` says in a sentence or two how good the reading is.
    """

    title: str
    pair: tuple[str, str]
    standfirst: tuple[str, ...]
    headline: tuple[HeadlineFigure, ...]
    lead: tuple[tuple[Statement, ...], ...]
    quality: str | None
    course: Course
    issues: tuple[Issue, ...]
    other_issues: tuple[str, ...]
    agreements: tuple[Agreement, ...]
    more_agreements: int
    figures: tuple[Figure, ...]
    more_figures: int
    stances: tuple[Stance, ...]
    more_stances: int
    outlook: Outlook
    disputes: tuple[Dispute, ...]
    speakers: tuple[Voice, ...]
    publishers: tuple[Voice, ...]
    less_sure: Listing
    sources: tuple[Source, ...]
    more_sources: int
    method: tuple[str, ...]
    footnotes: tuple[Footnote, ...]
