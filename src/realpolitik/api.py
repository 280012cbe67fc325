"""What Python users call: read a text, weigh a pair, resolve words, open a project."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache
from os.path import exists
from pathlib import Path

from realpolitik.attributing.attributions import attributions as attributions_of
from realpolitik.attributing.running import with_actors
from realpolitik.core.accusation import Accusation
from realpolitik.core.attribution import Attribution
from realpolitik.core.document import Document, RawDocument, Unread
from realpolitik.core.errors import UnusableInputError, UsageError
from realpolitik.core.mention import Mention
from realpolitik.core.problem import Problem
from realpolitik.core.span import Excerpt, Span
from realpolitik.documents.make import make_document
from realpolitik.knowledge.actors_file import read_actors
from realpolitik.pipeline import Pipeline, Result
from realpolitik.project import Project
from realpolitik.resolving.resolver import Resolver
from realpolitik.results import Claims
from realpolitik.sources.open import open_sources

Day = date | str | None


@dataclass(frozen=True, slots=True)
class ReadDocument:
    """One text as read: clean text, sentences, mentions, claims and problems."""

    document: Document
    mentions: tuple[Mention, ...]
    claims: Claims

    @property
    def text(self) -> str:
        """The clean text, in which all offsets count."""
        return self.document.text

    @property
    def sentences(self) -> tuple[Excerpt, ...]:
        """The sentences, in reading order."""
        text = self.document.text
        spans = self.document.sentences
        return tuple(Excerpt(text[s.start : s.end], s.start, s.end) for s in spans)

    @property
    def attributions(self) -> tuple[Attribution, ...]:
        """Who says, thinks or wants what, also where no claim is made of it."""
        return with_actors(attributions_of(self.document), self.mentions)

    @property
    def problems(self) -> tuple[Problem, ...]:
        """What is wrong with the document."""
        return self.document.problems


def read(
    source: str | Path,
    *,
    date: Day = None,
    actors: str | Path | None = None,
    min_certainty: float | None = None,
) -> ReadDocument:
    """Read one text, or the document at a path; `date` is the day it was published.

    `actors` is a file of own actors, to be known beside ours. `min_certainty` is the
    least certainty of claims, 0 to 1; below the reader's own one, which None stands
    for, it gives more claims than usual. Raises UnusableInputError where nothing can
    be read, or where the path holds several documents (open a project for those),
    ActorsFileError if the file has faults.
    """
    pipeline = _knowing(actors).asking(_share(min_certainty))
    result = pipeline.read(_one(source), given_date=_day(date))
    return ReadDocument(result.document, result.mentions, Claims(result.claims))


def attributions(
    source: str | Path, *, date: Day = None, actors: str | Path | None = None
) -> tuple[Attribution, ...]:
    """Give who says, thinks or wants what in one text, with the actors they are.

    Takes and raises what `read` does.
    """
    return read(source, date=date, actors=actors).attributions


def accusations(
    source: str | Path,
    *,
    speaker: str | None = None,
    date: Day = None,
    actors: str | Path | None = None,
) -> tuple[Accusation, ...]:
    """Give the sentences by which speakers find fault with other states, and whom.

    `speaker` is who speaks, by name or code, where the text does not say so itself
    ("Russia", "FRA"). Takes and raises else what `read` does.
    """
    pipeline = _knowing(actors)
    document = make_document(_one(source), given_date=_day(date))
    if speaker:
        document = replace(document, speaker=speaker)
    return pipeline.accusations(document)


def types(
    sentence: str, *, actor: tuple[int, int], recipient: tuple[int, int]
) -> dict[str, float]:
    """Weigh the types of what `actor` does to `recipient` in one sentence.

    The spans are character offsets; the weights sum to 1 or less, likeliest first. The
    types are PLOVER's, which has no modality: planned cooperation counts as AGREE.
    """
    for start, end in (actor, recipient):
        if not 0 <= start < end <= len(sentence):
            raise UsageError(f"span {start}:{end} is not inside the sentence")
    return _pipeline().reader.types(sentence, actor=actor, recipient=recipient)


def resolve(
    text: str,
    *,
    spans: Sequence[tuple[int, int]],
    kind: str = "actor",
    date: Day = None,
    actors: str | Path | None = None,
) -> tuple[Mention, ...]:
    """Resolve given spans of a text in their context; `kind` as of a mention.

    A mention that means nothing known comes back with empty `meanings`. `actors` is a
    file of own actors.
    """
    pipeline = _knowing(actors)
    result = pipeline.read(_text(text), given_date=_day(date))
    asked = [_mention(result, text, span, kind=kind) for span in spans]
    places = {(m.start, m.end) for m in asked}
    context = [m for m in result.mentions if (m.start, m.end) not in places]
    order = sorted({*asked, *context}, key=lambda m: (m.start, m.end, m.kind))
    plain = [replace(m, meanings=()) for m in order]
    resolved = pipeline.resolver.resolve(result.document, plain)
    known = dict(zip(order, resolved, strict=True))
    return tuple(
        replace(known[mention], start=start, end=end, text=text[start:end])
        for mention, (start, end) in zip(asked, spans, strict=True)
    )


def open(folder: str | Path) -> Project:
    """Open the project in a folder; ProjectError if there is none."""
    return Project.open(folder)


@lru_cache(maxsize=1)
def _pipeline() -> Pipeline:
    return Pipeline.load()


def _knowing(actors: str | Path | None) -> Pipeline:
    """Give the pipeline, with the own actors of a file."""
    if actors is None:
        return _pipeline()
    own = read_actors(Path(actors))
    return replace(_pipeline(), resolver=Resolver.load(own))


def _one(source: str | Path) -> RawDocument:
    if isinstance(source, str) and not _names_a_source(source):
        return _text(source)
    found = _take(open_sources([str(source)]), most=2)
    if len(found) > 1:
        raise UnusableInputError(
            str(source), "holds several documents", "add it to a project instead"
        )
    if not found:
        raise UnusableInputError(str(source), "holds nothing readable", "check it")
    if isinstance(found[0], Unread):
        unread = found[0]
        raise UnusableInputError(unread.source, unread.what, unread.remedy)
    return found[0]


def _names_a_source(source: str) -> bool:
    if source.startswith(("http://", "https://")):
        return True
    if "\n" in source or len(source) > 1024:
        return False
    looks_like_path = " " not in source.strip() and bool(Path(source).suffix)
    return exists(source) or looks_like_path  # a text may be too long for a name


def _text(text: str) -> RawDocument:
    return RawDocument(source="text", content=text.encode(), format="text")


def _take(
    found: Iterable[RawDocument | Unread], *, most: int
) -> list[RawDocument | Unread]:
    taken = []
    for item in found:
        taken.append(item)
        if len(taken) == most:
            break
    return taken


def _day(value: Day) -> date | None:
    if value is None or isinstance(value, date):
        return value
    try:
        return date.fromisoformat(value)
    except ValueError as error:
        raise UsageError(f"{value!r} is no day; write it as 2020-03-05") from error


def _share(value: float | None) -> float | None:
    if value is None or 0 <= value <= 1:
        return value
    raise UsageError(f"{value!r} is no certainty; it lies between 0 and 1")


def _mention(result: Result, text: str, span: tuple[int, int], *, kind: str) -> Mention:
    """Find the span in the clean text, and what the reader saw there."""
    if not 0 <= span[0] < span[1] <= len(text):
        raise UsageError(f"span {span[0]}:{span[1]} is not inside the text")
    document = result.document
    start, last = (_clean_place(document, text, at) for at in (span[0], span[1] - 1))
    seen = (m for m in result.mentions if (m.start, m.end) == (start, last + 1))
    same_kind = next((m for m in seen if m.kind == kind), None)
    sentence = _sentence_at(document.sentences, start)
    words = document.text[start : last + 1]
    mention = Mention(sentence, words, start, last + 1, kind)
    if same_kind:
        mention = replace(mention, form=same_kind.form, sector=same_kind.sector)
    return mention


def _clean_place(document: Document, text: str, at: int) -> int:
    """Give where a character of the given text stands in the clean text."""
    place = len(text[:at].encode())
    ahead = [o for o in document.origins if o.raw_end > place]
    if not ahead:
        return max(len(document.text) - 1, 0)
    origin = ahead[0]
    passed = text.encode()[origin.raw_start : max(place, origin.raw_start)]
    return min(origin.start + len(passed.decode(errors="ignore")), origin.end - 1)


def _sentence_at(sentences: Sequence[Span], position: int) -> int:
    inside = [i for i, s in enumerate(sentences) if s.start <= position]
    return inside[-1] if inside else 0
