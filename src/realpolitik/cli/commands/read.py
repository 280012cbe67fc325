"""`read`: the claims of texts, on a terminal or in a pipe; no project needed."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO

import click

from realpolitik.cli import arguments
from realpolitik.cli.endings import DONE, UNUSABLE, WITH_PROBLEMS
from realpolitik.cli.formats import check_sink, format_for, format_option, write
from realpolitik.cli.outputs import check_writable, output, output_option
from realpolitik.cli.problems import warn_document, warn_unread
from realpolitik.cli.reading_options import day_option, workers_option
from realpolitik.cli.session import Session, at_terminal
from realpolitik.cli.shapes import (
    ATTRIBUTIONS,
    CLAIMS,
    DOCUMENTS,
    MENTIONS,
    Listed,
    Shape,
)
from realpolitik.cli.words import count_words
from realpolitik.core.attribution import Attribution
from realpolitik.core.document import RawDocument, Unread
from realpolitik.core.mention import Mention

if TYPE_CHECKING:
    from realpolitik.pipeline import Result


@dataclass(slots=True)
class _Tally:
    read: int = 0
    unread: int = 0
    flawed: int = 0
    claims: int = 0


@dataclass(frozen=True, slots=True)
class _Way:
    """How sources are read."""

    day: date | None
    workers: int
    actors: Path | None
    least: float | None


_THINGS = ("mentions", "documents", "attributions")


@dataclass(frozen=True, slots=True)
class _Order:
    """What to write of each document, in which form, above which certainty."""

    thing: str
    form: str
    least: float | None
    tally: _Tally = field(default_factory=_Tally)


@click.command(
    epilog="""\b
Examples:
  realpolitik read article.html
  realpolitik read folder notes.txt --format jsonl -o claims.jsonl
  cat speech.txt | realpolitik read - --date 2015-09-21
  realpolitik read news.jsonl --min-certainty 0.5 --format csv
  realpolitik read news.jsonl --min-certainty 0.1  # more than usual
  realpolitik read page.html --mentions --format tsv"""
)
@click.argument(
    "sources", nargs=-1, required=True, type=arguments.place, metavar="SOURCE..."
)
@format_option
@output_option
@day_option
@click.option("--mentions", is_flag=True, help="Write mentions instead of claims.")
@click.option("--documents", is_flag=True, help="Write documents instead of claims.")
@click.option(
    "--attributions", is_flag=True, help="Write who says what instead of claims."
)
@click.option(
    "--min-certainty",
    "least",
    type=click.FloatRange(0, 1),
    metavar="NUMBER",
    help="Least certainty of the reader, 0 to 1 [default: its own, by kind of claim].",
)
@click.option(
    "--actors",
    "actors",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="Own actors to know beside ours [default: those of the project named by -p].",
)
@workers_option
@click.pass_obj
def command(
    session: Session, /, sources: tuple[str, ...], path: Path | None, **options: Any
) -> int:
    """Read the claims of texts: files, folders, URLs, or - for stdin.

    No project is needed. Archives, feeds, tables and mailboxes are opened.

    On a terminal the claims stand under their document, each with its sentence. In
    a pipe they are lines of tab-separated columns; --format gives other forms.
    """
    from realpolitik.sources.open import open_sources

    order = _Order(
        _thing([name for name in _THINGS if options[name]]),
        format_for(options["format_name"], path),
        options["least"],
    )
    check_sink(order.form, path)
    check_writable(path, sources=sources)
    actors = options["actors"] or session.named_actors_file()
    way = _Way(options["day"], options["workers"], actors, options["least"])
    raws = open_sources(sources, web=session.web())
    results = _results(raws, way, order.tally)
    first = next(results, None)
    if first is None:
        return UNUSABLE
    _put(session, chain([first], results), order, path)
    _sum_up(session, order)
    return WITH_PROBLEMS if order.tally.unread or order.tally.flawed else DONE


def _thing(asked: list[str]) -> str:
    if len(asked) > 1:
        options = " or ".join(f"--{name}" for name in asked)
        raise click.UsageError(f"{options}, not both")
    return asked[0] if asked else "claims"


def _put(
    session: Session, results: Iterator["Result"], order: _Order, path: Path | None
) -> None:
    if path is None and order.form == "table" and at_terminal():
        _show(session, results, order)
        return
    with output(path) as sink:
        _write(results, order, sink)


def _results(
    raws: Iterable[RawDocument | Unread], way: _Way, tally: _Tally
) -> Iterator["Result"]:
    from realpolitik.pipeline import read_all

    read = read_all(
        raws,
        workers=way.workers,
        given_date=way.day,
        actors=way.actors,
        min_certainty=way.least,
    )
    for result in read:
        if isinstance(result, Unread):
            tally.unread += 1
            warn_unread(result)
            continue
        tally.read += 1
        tally.flawed += warn_document(result.document)
        yield result


def _listed(results: Iterable["Result"], order: _Order) -> Iterator[Listed]:
    for result in results:
        for claim in result.claims:
            order.tally.claims += 1
            yield Listed(claim, result.document)


def _mentions(
    results: Iterable["Result"], order: _Order
) -> Iterator[tuple[str, Mention]]:
    least = order.least or 0.0
    for result in results:
        for mention in result.mentions:
            if mention.certainty >= least:
                yield result.document.id, mention


def _attributions(results: Iterable["Result"]) -> Iterator[tuple[str, Attribution]]:
    from realpolitik.attributing.attributions import attributions
    from realpolitik.attributing.running import with_actors

    for result in results:
        for told in with_actors(attributions(result.document), result.mentions):
            yield result.document.id, told


def _flat(
    results: Iterator["Result"], order: _Order
) -> tuple[Iterator[Any], Shape[Any]]:
    """Give what was asked for, in its shape, where it is not claims."""
    if order.thing == "documents":
        return (result.document for result in results), DOCUMENTS
    if order.thing == "mentions":
        return _mentions(results, order), MENTIONS
    return _attributions(results), ATTRIBUTIONS


def _write(results: Iterator["Result"], order: _Order, sink: BinaryIO) -> None:
    if order.thing == "claims":
        write(_listed(results, order), CLAIMS, order.form, sink)
        return
    things, shape = _flat(results, order)
    write(things, shape, order.form, sink)


def _show(session: Session, results: Iterator["Result"], order: _Order) -> None:
    from realpolitik.cli.listing import print_listing
    from realpolitik.cli.screen import console
    from realpolitik.cli.tables import print_table

    screen = console(session)
    if order.thing == "claims":
        print_listing(screen, _listed(results, order))
        return
    things, shape = _flat(results, order)
    print_table(screen, things, shape)


def _sum_up(session: Session, order: _Order) -> None:
    tally = order.tally
    if order.thing != "claims" or not tally.read:
        return
    found = count_words(tally.claims, "claim")
    documents = count_words(tally.read, "document")
    if not tally.claims and order.least:
        session.say(f"no claims of certainty {order.least} or more in {documents}")
    elif not tally.claims:
        session.say(f"no claims in {documents}: nothing says who did what to whom")
    elif at_terminal():
        session.say(f"{found} in {documents}")
