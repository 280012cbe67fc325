"""Footnotes: numbered as they are first cited, each a marked sentence and its place."""

from collections.abc import Iterable, Iterator, Sequence

from realpolitik.briefs.index import Index, grade
from realpolitik.briefs.parts import Footnote, Line, Listing, Segment, Statement
from realpolitik.briefs.prose import (
    day,
    listed,
    plain,
    sentence_case,
    with_article,
)
from realpolitik.briefs.quoting import paired
from realpolitik.briefs.sentences import statement
from realpolitik.core.claim import Claim
from realpolitik.core.record import Record

SHOWN = 3
LONGEST_QUOTE = 190
LONGEST_SENTENCE = 700
LONGEST_TITLE = 120
LONGEST_PEEK = 140

Place = tuple[str, int]


class Evidence:
    """The footnotes of one brief as it is written, in reading order."""

    def __init__(self, index: Index) -> None:
        self._index = index
        self._numbers: dict[str, int] = {}

    def cite(self, claims: Sequence[Claim]) -> tuple[int, ...]:
        """Give the numbers of the claims, new ones where they are cited first."""
        for claim in claims:
            self._numbers.setdefault(claim.id, len(self._numbers) + 1)
        return tuple(sorted(self._numbers[claim.id] for claim in claims))

    def state(self, record: Record, *, quoted: bool = False) -> Statement:
        """Put a record into words with footnotes to its best reports."""
        reports = self._index.reports(record)
        shown = varied(reports)
        face = reports[0]
        return Statement(
            text=self._told(record),
            notes=self.cite(shown),
            more=len(reports) - len(shown),
            when=self._index.dated(record),
            grade=grade(record.certainty),
            quote=excerpt(face) if quoted else (),
        )

    def listing(
        self,
        shown: Iterable[Record],
        rest: Iterable[Record] = (),
        *,
        quoted: bool = False,
    ) -> Listing:
        """State some records in full and the others in a line each."""
        return Listing(
            tuple(self.state(record, quoted=quoted) for record in shown),
            tuple(self.line(record) for record in rest),
        )

    def line(self, record: Record) -> Line:
        """Put a record into one line without footnotes."""
        face = self._index.face(record)
        document = self._index.document(face)
        title = (document and document.title) or face.document
        return Line(
            text=self._told(record),
            when=self._index.dated(record),
            document=face.document,
            sentence=face.sentence,
            place=f"{_title(title)}: {plain(face.text, longest=LONGEST_PEEK)}",
        )

    def places(self, notes: Iterable[int]) -> frozenset[Place]:
        """Give the sentences that footnotes lead to."""
        by_number = {number: id_ for id_, number in self._numbers.items()}
        return frozenset(place(self._index.claims[by_number[n]]) for n in notes)

    def footnotes(self) -> tuple[Footnote, ...]:
        """Write out every footnote that was cited."""
        return tuple(
            self._footnote(self._index.claims[claim], number)
            for claim, number in self._numbers.items()
        )

    def _told(self, record: Record) -> str:
        """Put a record into words, a writer's judgement with its holder."""
        face, dossier = self._index.face(record), self._index.dossier
        text = statement(face, dossier.names, as_of=dossier.as_of)
        document = self._index.document(face)
        title = _title(document.title) if document and document.title else None
        return _viewed(text, record, face, title)

    def _footnote(self, claim: Claim, number: int) -> Footnote:
        document = self._index.document(claim)
        title, publisher, published = (
            (document.title, document.publisher, document.published)
            if document
            else (None, None, None)
        )
        return Footnote(
            number=number,
            claim=claim.id,
            segments=paired(shortened(marked(claim), claim, LONGEST_SENTENCE)),
            publisher=plain(publisher) if publisher else None,
            title=_title(title) if title else None,
            published=day(published) if published else None,
            certainty=claim.certainty,
            grade=grade(claim.certainty),
            document=claim.document,
            sentence=claim.sentence,
        )


def place(claim: Claim) -> Place:
    """Say where a claim stands: document and sentence."""
    return claim.document, claim.sentence


def varied(reports: Sequence[Claim]) -> list[Claim]:
    """Choose the reports to show: the best of each document first, a few in all."""
    first: dict[str, Claim] = {}
    for claim in reports:
        first.setdefault(claim.document, claim)
    return list(first.values())[:SHOWN]


def excerpt(claim: Claim) -> tuple[Segment, ...]:
    """Quote the piece of the sentence around the trigger."""
    return paired(shortened(marked(claim), claim, LONGEST_QUOTE))


def marked(claim: Claim) -> tuple[Segment, ...]:
    """Cut the sentence into plain runs, parties and trigger."""
    return tuple(_segments(claim))


def shortened(
    segments: Sequence[Segment], claim: Claim, longest: int
) -> tuple[Segment, ...]:
    """Keep at most `longest` characters around the trigger, cut at spaces."""
    length = len(claim.text)
    if length <= longest:
        return tuple(segments)
    middle = claim.trigger.start - claim.span.start
    first = max(0, min(middle - longest // 2, length - longest))
    last = first + longest
    first = claim.text.find(" ", first) + 1 if first else 0
    last = claim.text.rfind(" ", 0, last) if last < length else length
    if last <= first:
        first, last = 0, longest
    kept = list(_within(segments, first, last))
    before = [Segment("… ")] if first else []
    after = [Segment(" …")] if last < length else []
    return (*before, *kept, *after)


def _title(title: str) -> str:
    """Write a title without quotation marks of its own around it."""
    return plain(title, longest=LONGEST_TITLE).strip('"“”') or title


def _viewed(text: str, record: Record, face: Claim, title: str | None) -> str:
    """Say where a judgement stands that is nobody's but the writer's.

    Who printed a text need not share its views: a speech is printed by the assembly.
    """
    if record.kind != "judgement" or face.speaker:
        return text
    # of "Cabinet Office; Smith, Ann" the first is the printer, the rest are persons
    names = [with_article(plain(p.split(";")[0])) for p in record.publishers]
    holder = f"a text of {listed(names)}" if names else "a text without a title"
    if len(names) > 1:
        holder = f"texts of {listed(names)}"
    elif title and not names:
        holder = f"the text “{title}”"
    has = "have" if len(names) > 1 else "has"
    return f"{sentence_case(holder)} {has} it that {text[:1].lower()}{text[1:]}"


def _segments(claim: Claim) -> Iterator[Segment]:
    at = 0
    for start, end, role in _marks(claim):
        if start < at:
            continue
        if start > at:
            yield Segment(claim.text[at:start])
        yield Segment(claim.text[start:end], role)
        at = end
    if at < len(claim.text):
        yield Segment(claim.text[at:])


def _marks(claim: Claim) -> list[tuple[int, int, str]]:
    """Give the spans to mark, counted in the sentence; the trigger goes first."""
    spans = [
        (party.start, party.end, "party")
        for party in (*claim.actor, *claim.recipient)
        if party.start is not None and party.end is not None
    ]
    base, length = claim.span.start, len(claim.text)
    trigger = (claim.trigger.start - base, claim.trigger.end - base, "trigger")
    inside = [(start - base, end - base, role) for start, end, role in spans]
    apart = [s for s in inside if s[1] <= trigger[0] or s[0] >= trigger[1]]
    kept = [s for s in (trigger, *sorted(set(apart))) if 0 <= s[0] < s[1] <= length]
    return sorted(kept)


def _within(segments: Sequence[Segment], first: int, last: int) -> Iterator[Segment]:
    at = 0
    for segment in segments:
        start, end = max(first - at, 0), last - at
        text = segment.text[start : max(end, 0)]
        if text:
            yield Segment(text, segment.role)
        at += len(segment.text)
