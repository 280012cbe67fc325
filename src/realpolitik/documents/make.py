"""The way of one document: bytes, blocks, passages, sentences, date, condition."""

from dataclasses import replace
from datetime import date
from hashlib import sha256
from itertools import takewhile

from realpolitik.core.document import Document, Passage, RawDocument
from realpolitik.core.errors import UnreadableError, UnusableInputError
from realpolitik.documents.blocks import Block, Extract, Metadata
from realpolitik.documents.condition import condition_of
from realpolitik.documents.condition.seen import Seen
from realpolitik.documents.dating import Dating, date_of
from realpolitik.documents.formats import Format, detect, format_named
from realpolitik.documents.frame import is_prose
from realpolitik.documents.language import Languages, mark_languages
from realpolitik.documents.masthead import masthead_of
from realpolitik.documents.parts import parts_of
from realpolitik.documents.passages import UNREAD_KINDS, arrange
from realpolitik.documents.publisher import publisher_in
from realpolitik.documents.questions import mark_questions
from realpolitik.documents.sentences import sentences_of
from realpolitik.documents.tracing import origins_of
from realpolitik.documents.turns import label_turns
from realpolitik.documents.unsupported import reason_against


def make_document(
    raw: RawDocument, *, given_date: date | None = None, today: date | None = None
) -> Document:
    """Read one source; its date comes from the caller, the row, the page or the text.

    Raises UnusableInputError for an unknown format and for bytes that are no text. A
    date later than `today` (by default the real one) is never believed.
    """
    known = _format_of(raw)
    extract = _extract(known, raw)
    blocks = mark_questions(label_turns(arrange(extract)))
    metadata = _with_publisher(_merged(raw, extract.metadata), blocks)
    dating = date_of(
        raw,
        metadata=metadata,
        blocks=blocks,
        given=given_date,
        today=_taken(raw, today or date.today()),
    )
    blocks, languages = mark_languages(blocks)
    document = _document(raw, known.name, blocks=blocks, metadata=metadata)
    document = _dated(document, dating)
    document = replace(document, language=_language(raw, metadata, languages))
    origins = origins_of(blocks, extract.decoded) if extract.decoded else ()
    parts = parts_of(blocks, extract.parts)
    seen = Seen(document, raw, extract, blocks, dating, languages)
    problems = condition_of(seen)
    return replace(document, origins=origins, parts=parts, problems=problems)


def _extract(known: Format, raw: RawDocument) -> Extract:
    try:
        return known.read(raw.content, encoding=raw.encoding)
    except UnreadableError as error:
        raise UnusableInputError(raw.source, error.what, error.remedy) from error


def _taken(raw: RawDocument, today: date) -> date:
    """No text is published after the day on which it was taken."""
    return min(raw.taken, today) if raw.taken else today


def _format_of(raw: RawDocument) -> Format:
    known = format_named(raw.format) if raw.format else detect(raw.source, raw.content)
    if reason := reason_against(raw, known=known):
        raise UnusableInputError(raw.source, reason.what, reason.remedy)
    assert known is not None, "an unknown format has a reason against it"
    return known


def _merged(raw: RawDocument, found: Metadata) -> Metadata:
    """What the carrier knows wins over what the page says."""
    return replace(
        found,
        title=raw.title or found.title,
        publisher=raw.publisher or found.publisher,
        author=raw.author or found.author,
        url=raw.url or found.url,
        language=raw.language or found.language,
        speaker=raw.speaker or found.speaker,
    )


def _with_publisher(metadata: Metadata, blocks: tuple[Block, ...]) -> Metadata:
    """Read in the text who printed it, where neither carrier nor page says so."""
    printed = None if metadata.publisher else publisher_in(blocks)
    if printed is not None:
        name, words = printed.publisher, printed.words
        return replace(metadata, publisher=name, publisher_words=words)
    head = None if metadata.publisher else masthead_of(blocks)
    if head is None or head.publisher is None:
        return metadata
    return replace(metadata, publisher=head.publisher, publisher_words=head.line.text)


def _document(
    raw: RawDocument, name: str, *, blocks: tuple[Block, ...], metadata: Metadata
) -> Document:
    digest = sha256(raw.content).hexdigest()
    text = "\n".join(block.text for block in blocks)
    return Document(
        id=raw.id or _id_of(raw, digest),
        source=raw.source,
        text=text,
        sha256=digest,
        bytes=len(raw.content),
        format=name,
        title=metadata.title or _title_of(blocks),
        publisher=metadata.publisher,
        publisher_words=metadata.publisher_words,
        author=metadata.author,
        url=metadata.url,
        language=metadata.language,
        speaker=metadata.speaker,
        passages=_passages(blocks),
        sentences=tuple(sentences_of(blocks)),
    )


def _id_of(raw: RawDocument, digest: str) -> str:
    """Name a document by its bytes, and by who printed it where the carrier says so.

    Two publishers may print the same copy: that is two documents.
    """
    told = [raw.publisher, raw.url]
    if any(told):
        digest = sha256(
            "\n".join([digest, *(t or "" for t in told)]).encode()
        ).hexdigest()
    return f"d{digest[:16]}"


def _title_of(blocks: tuple[Block, ...]) -> str | None:
    """Take the heading that stands before all prose for the title, below a masthead."""
    if head := masthead_of(blocks):
        return head.headline.text
    before = takewhile(_is_no_prose, blocks)
    return next((block.text for block in before if block.kind == "heading"), None)


def _is_no_prose(block: Block) -> bool:
    return block.kind in UNREAD_KINDS or not is_prose(block.text)


def _language(raw: RawDocument, metadata: Metadata, languages: Languages) -> str | None:
    """Believe the text rather than the page, and the page where the text is silent.

    A carrier's "en-GB" stays where the text is in English.
    """
    told = raw.language or metadata.language
    if languages.main is None or (told or "").lower().split("-")[0] == languages.main:
        return told
    return languages.main


def _dated(document: Document, dating: Dating) -> Document:
    return replace(
        document,
        published=dating.published,
        modified=dating.modified,
        dated_by=dating.dated_by,
        dated_words=dating.words,
    )


def _passages(blocks: tuple[Block, ...]) -> tuple[Passage, ...]:
    passages, position = [], 0
    for block in blocks:
        end = position + len(block.text)
        passages.append(Passage(block.kind, position, end, block.speaker))
        position = end + 1
    return tuple(passages)
