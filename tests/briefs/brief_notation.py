"""Reads the little notation of hand-made dossiers in this folder.

`# id | date | publisher | title | problem=count,...` begins a document, `S` a
sentence, `C` a claim of the sentence above it: kind and type, trigger, then fields.
A party is `CODE.SECTOR:words@name;role`; its words may be missing.
"""

from datetime import date
from hashlib import sha256
from itertools import groupby
from pathlib import Path

from realpolitik.core.actor import Actor
from realpolitik.core.claim import Amount, Claim, Party, When, Where
from realpolitik.core.document import Document, Passage
from realpolitik.core.dossier import Dossier
from realpolitik.core.interval import Interval
from realpolitik.core.place import Place
from realpolitik.core.problem import Problem
from realpolitik.core.quantity import Quantity
from realpolitik.core.record import Record
from realpolitik.core.span import Excerpt, Span

HERE = Path(__file__).parent
NAMES = {
    "EU": "European Union",
    "GRC": "Greece",
    "HAMAS": "Hamas",
    "NATO": "NATO",
    "TUR": "Turkey",
    "UN": "United Nations",
    "USA": "United States",
}
SCORES = {"type": 61.2, "who": 43.0, "all": 34.1}
QUADS = {
    "AGREE": (1, 2.5), "CONSULT": (1, 2.5), "SUPPORT": (1, 5.0), "CONCEDE": (1, 4.5),
    "COOPERATE": (2, 9.5), "AID": (2, 10.0), "RETREAT": (2, 6.5), "REQUEST": (3, 0.0),
    "ACCUSE": (3, -3.0), "REJECT": (3, -2.0), "THREATEN": (3, -3.5),
    "PROTEST": (4, -5.0), "SANCTION": (4, -6.0), "MOBILIZE": (4, -5.5),
    "COERCE": (4, -7.0), "ASSAULT": (4, -9.0),
}  # fmt: skip


def greece_and_turkey() -> Dossier:
    """Twelve documents, some sixty claims."""
    return dossier((HERE / "greece_turkey.txt").read_text("utf-8"), ("GRC", "TUR"))


def dossier(
    text: str, pair: tuple[str, str], *, names: dict[str, str] | None = None
) -> Dossier:
    documents, claims = {}, []
    for block in text.split("# ")[1:]:
        document, found = _document(block.strip().splitlines())
        documents[document.id] = document
        claims += found
    dates = [d.published for d in documents.values() if d.published]
    return Dossier(
        first=pair[0],
        second=pair[1],
        names=names or NAMES,
        claims=tuple(claims),
        records=records(claims, documents),
        documents=documents,
        as_of=max(dates, default=None),
        reader="0.1.0",
        scores=SCORES,
    )


def records(claims: list[Claim], documents: dict[str, Document]) -> tuple[Record, ...]:
    """Claims of one kind, type, parties and day are one record."""

    def key(claim: Claim):
        start, end, by = _days(claim, documents[claim.document])
        figure = claim.amount.text if claim.kind == "figure" and claim.amount else ""
        about = claim.about.text if claim.about else ""
        who = (_codes(claim.actor), _codes(claim.recipient))
        said = (claim.kind, claim.type, claim.mode or "", claim.modality, claim.negated)
        return said + who + (str(start), str(end), str(by), figure, about)

    made = []
    for _, group in groupby(sorted(claims, key=key), key):
        same = list(group)
        best = max(same, key=lambda claim: claim.certainty)
        start, end, by = _days(best, documents[best.document])
        made.append(
            Record(
                id="r" + sha256(best.id.encode()).hexdigest()[:12],
                kind=best.kind,
                type=best.type,
                mode=best.mode,
                actor=_codes(best.actor),
                recipient=_codes(best.recipient),
                modality=best.modality,
                negated=best.negated,
                start=start,
                end=end,
                dated_by=by,
                issue=best.issue,
                quad=best.quad,
                intensity=best.intensity,
                certainty=best.certainty,
                claims=tuple(sorted(claim.id for claim in same)),
                publishers=tuple(
                    sorted({p for c in same if (p := documents[c.document].publisher)})
                ),
            )
        )
    return tuple(sorted(made, key=lambda record: record.id))


def _codes(parties) -> tuple[str, ...]:
    return tuple(sorted({party.actor.code for party in parties if party.actor.code}))


def _days(claim: Claim, document: Document):
    if claim.when:
        return claim.when.interval.start, claim.when.interval.end, "text"
    day = document.published
    return day, day, "document" if day else None


def _document(lines: list[str]) -> tuple[Document, list[Claim]]:
    name, day, publisher, title, problems = (
        part.strip() for part in lines[0].split("|")
    )
    sentences = [line[2:] for line in lines[1:] if line.startswith("S ")]
    text = " ".join(sentences)
    spans, at = [], 0
    for sentence in sentences:
        spans.append(Span(at, at + len(sentence)))
        at += len(sentence) + 1
    claims, index = [], -1
    for line in lines[1:]:
        if line.startswith("S "):
            index += 1
        elif line.startswith("C "):
            claims.append(
                _claim(
                    line[2:], (name, index, sentences[index], spans[index]), len(claims)
                )
            )
    return (
        Document(
            id=name, source=f"{name}.txt", text=text, sha256=sha256(text.encode()).hexdigest(),
            bytes=len(text.encode()), format="txt", title=None if title in ("", "-") else title,
            publisher=None if publisher == "-" else publisher,
            published=None if day == "-" else date.fromisoformat(day),
            passages=(Passage("paragraph", 0, len(text)),), sentences=tuple(spans),
            problems=tuple(
                Problem(kind, f"{kind} seen")
                for pair in problems.split(",") if pair
                for kind, count in [pair.split("=")] for _ in range(int(count))
            ),
        ),
        claims,
    )  # fmt: skip


def _claim(line: str, place: tuple[str, int, str, Span], number: int) -> Claim:
    document, index, sentence, span = place
    head, trigger, *rest = (part.strip() for part in line.split(" | "))
    fields = dict(part.split("=", 1) if "=" in part else (part, "") for part in rest)
    kind, type_, mode = (head.replace("/", " ") + " ").split(" ")[:3]

    def find(words: str) -> tuple[str | None, int | None, int | None]:
        words, _, nth = words.partition("#")
        if not words:
            return None, None, None
        at = -1
        for _ in range(int(nth or 1)):
            at = sentence.find(words, at + 1)
            assert at >= 0, (words, sentence)
        return words, span.start + at, span.start + at + len(words)

    def parties(value: str) -> tuple[Party, ...]:
        return tuple(party(one) for one in value.split(",") if one)

    def party(value: str) -> Party:
        who, _, name = value.partition("@")
        codes, _, words = who.partition(":")
        code, _, sector = codes.partition(".")
        person, _, role = name.partition(";")
        actor = Actor(
            None if code == "?" else code, sector or None,
            person.lower().replace(" ", "-") or None, person or None, role or None,
        )  # fmt: skip
        return Party(actor, *find(words))

    quad, intensity = (
        QUADS.get(type_, (None, None)) if kind == "event" else (None, None)
    )
    return Claim(
        id=f"c{document}-{number}", document=document, sentence=index, text=sentence, span=span,
        kind=kind, type=type_, mode=mode or None, trigger=Excerpt(*find(trigger)),
        actor=parties(fields.get("a", "")), recipient=parties(fields.get("r", "")),
        speaker=parties(fields.get("by", "")), when=_when(fields.get("when"), find),
        where=_where(fields.get("where")), amount=_amount(fields.get("amount"), find),
        issue=tuple(i for i in fields.get("issue", "").split(",") if i),
        about=Excerpt(*find(fields["about"])) if "about" in fields else None,
        modality=fields.get("mod", "actual"), negated="neg" in fields,
        certainty=float(fields["c"]), quad=quad, intensity=intensity,
    )  # fmt: skip


def _when(value: str | None, find) -> When | None:
    if value is None:
        return None
    days, _, words = value.partition(":")
    text, start, end = find(words)
    first, last, precision = _interval(days)
    return When(Interval(first, last, precision), text or "", start or 0, end or 0)


def _interval(days: str) -> tuple[date, date, str]:
    if len(days) == 4:
        return date(int(days), 1, 1), date(int(days), 12, 31), "year"
    if len(days) == 7:
        year, month = map(int, days.split("-"))
        return date(year, month, 1), date(year, month, 28), "month"
    return date.fromisoformat(days), date.fromisoformat(days), "day"


def _where(value: str | None) -> Where | None:
    if value is None:
        return None
    name, _, country = value.partition(";")
    return Where(Place(name, country), name, 0, 0)


def _amount(value: str | None, find) -> Amount | None:
    if value is None:
        return None
    number, unit, words, *bound = value.split(":")
    mark = bound[0] if bound else None
    quantity = Quantity(
        None if number == "-" else float(number), unit, approximate=mark is not None,
        bound=mark if mark in ("<", ">") else None, lost=number == "-",
    )  # fmt: skip
    return Amount(quantity, *find(words))
