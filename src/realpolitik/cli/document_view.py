"""A document on the screen: its facts, its condition, its text by passages."""

import sys
from collections.abc import Sequence

import click
from rich.console import Console
from rich.text import Text

from realpolitik.cli.problems import problem_lines
from realpolitik.cli.screen import print_block
from realpolitik.cli.words import one_line, printable
from realpolitik.core.document import Document, Passage
from realpolitik.core.errors import UsageError
from realpolitik.core.span import Span
from realpolitik.documents.places import raw_place
from realpolitik.records.copies import Differences

_MOST_DIFFERENCES = 5


def print_document(console: Console, document: Document) -> None:
    """Print the facts, the problems and the clean text with its passages."""
    title = one_line(document.title or document.source)
    print_block(console, Text(title, style="heading"))
    for name, value in _facts(document):
        print_block(console, Text.assemble((f"{name:<11}", "faint"), one_line(value)))
    for line in problem_lines(document.id, document.problems):
        print_block(console, Text(one_line(line), style="bad"))
    for passage in document.passages:
        console.print()
        console.print(_label(passage, document))
        words = document.text[passage.start : passage.end]
        print_block(console, Text(printable(words), style=_style(passage)))


def print_copies(
    console: Console, copies: Sequence[tuple[Document, Differences]]
) -> None:
    """Print the other documents of the same text, and what each prints alone."""
    if not copies:
        return
    console.print()
    print_block(console, Text("The same text", style="heading"))
    for other, found in copies:
        facts = (other.publisher, str(other.published or "undated"), other.title)
        told = ", ".join(one_line(fact) for fact in facts if fact)
        print_block(console, Text(f"{other.id}  {told}: {found.shared:.0%} in common"))
        for only, sentences in (
            ("only here", found.only_first),
            ("only there", found.only_second),
        ):
            for sentence in sentences[:_MOST_DIFFERENCES]:
                print_block(console, Text(f"  {only}: {one_line(sentence)}", "faint"))
            if (more := len(sentences) - _MOST_DIFFERENCES) > 0:
                print_block(console, Text(f"  {only}: {more} more sentences", "faint"))


def print_span(document: Document, raw: bytes, span: Span) -> None:
    """Print where a span stands in the original, its words and its very bytes."""
    if span.end > len(document.text):
        length = len(document.text)
        raise UsageError(
            f"{document.id}: its clean text ends at {length}; "
            f"give a span inside 0:{length}"
        )
    place = raw_place(document, span)
    words = document.text[span.start : span.end]
    click.echo(f"document    {document.id}  {document.source}")
    click.echo(f"characters  {span.start}:{span.end}  {one_line(words)}")
    parts = document.parts_of(span.start, span.end)
    if parts:
        click.echo(f"part        {', '.join(parts)}")
    if place is None:
        why = "its bytes are packed" if parts else "these characters do not stand in it"
        click.echo(f"bytes       none of the original: {why}")
        return
    start, end = place
    click.echo(f"bytes       {start}:{end}")
    click.echo()
    sys.stdout.flush()
    sys.stdout.buffer.write(_visible(raw[start:end]) + b"\n")


def _visible(raw: bytes) -> bytes:
    """Give the bytes as they are in a pipe, without control codes on a screen."""
    if not sys.stdout.isatty():
        return raw
    return printable(raw.decode("utf-8", "backslashreplace")).encode("utf-8")


def _facts(document: Document) -> list[tuple[str, str]]:
    published = document.published
    words = f": {document.dated_words}" if document.dated_words else ""
    dated = f"{published} ({document.dated_by}{words})" if published else "unknown"
    named = f" (text: {document.publisher_words})" if document.publisher_words else ""
    facts = [
        ("document", document.id),
        ("source", document.source),
        ("publisher", f"{document.publisher}{named}" if document.publisher else None),
        ("author", document.author),
        ("address", document.url),
        ("published", dated),
        ("modified", str(document.modified) if document.modified else None),
        ("language", document.language),
        ("speaker", document.speaker),
        ("original", f"{document.format}, {document.bytes:,} bytes"),
        ("sha256", document.sha256),
        ("sentences", f"{len(document.sentences):,}"),
    ]
    return [(name, value) for name, value in facts if value]


def _label(passage: Passage, document: Document) -> Text:
    speaker = f", {one_line(passage.speaker)} speaks" if passage.speaker else ""
    parts = ", ".join(document.parts_of(passage.start, passage.end))
    where = f", {one_line(parts)}" if parts else ""
    words = f"[{passage.start}:{passage.end} {passage.kind}{speaker}{where}]"
    return Text(words, "faint")


def _style(passage: Passage) -> str:
    if passage.kind == "heading":
        return "heading"
    unread = ("boilerplate", "keyword-line", "other-language")
    return "faint" if passage.kind in unread else ""
