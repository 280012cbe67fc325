"""Claims as a person reads them: under their document, each with its sentence."""

from collections.abc import Iterable, Iterator

from rich.console import Console
from rich.text import Text

from realpolitik.cli.screen import arrow, print_block, quad_style
from realpolitik.cli.shapes import Listed
from realpolitik.cli.words import (
    amount_words,
    claim_date,
    one_line,
    printable,
    type_words,
    who_codes,
)
from realpolitik.core.claim import Claim, Party
from realpolitik.core.document import Document


def print_listing(console: Console, listed: Iterable[Listed]) -> int:
    """Print claims, a heading above those of each document; give their number."""
    number, heading = 0, None
    for item in listed:
        number += 1
        if item.document is not None and item.document.id != heading:
            heading = item.document.id
            print_heading(console, item.document)
        print_block(console, claim_line(item))
        print_block(console, marked_sentence(item.claim), indent=4)
    return number


def print_heading(console: Console, document: Document) -> None:
    """Title a document with who printed it and when."""
    facts = (document.id, document.publisher, document.published)
    console.print()
    title = one_line(document.title or document.source)
    print_block(console, Text(title, style="heading"))
    line = " · ".join(str(fact) for fact in facts if fact)
    print_block(console, Text(line, style="faint"))


def claim_line(listed: Listed) -> Text:
    """Say a claim: when, who to whom, what, how sure, who says so."""
    claim = listed.claim
    line = Text(no_wrap=False)
    day = claim_date(claim, listed.published) or "undated"
    line.append(f"{day:<10}  ", style="date")
    line.append_text(parties_words(claim))
    line.append(f"  {type_words(claim)}", style=quad_style(claim.quad))
    line.append(f" {claim.modality}")
    if amount := amount_words(claim.amount):
        line.append(f", {amount}")
    if claim.speaker:
        line.append(", says ")
        line.append(who_codes(claim.speaker), style="speaker")
    line.append(f", {claim.certainty:.2f}", style="faint")
    return line


def marked_sentence(claim: Claim) -> Text:
    """Give the sentence with its parties and trigger in their colours."""
    text = Text(printable(claim.text))
    for style, start, end in _marks(claim):
        text.stylize(style, start - claim.span.start, end - claim.span.start)
    return text


def parties_words(claim: Claim) -> Text:
    """Say who does it to whom, in codes."""
    who = Text(who_codes(claim.actor) or "-", style="actor")
    if claim.recipient:
        who.append(f" {arrow()} ", style="faint")
        who.append(who_codes(claim.recipient), style="recipient")
    return who


def _marks(claim: Claim) -> Iterator[tuple[str, int, int]]:
    yield from _party_marks("speaker", claim.speaker)
    yield from _party_marks("recipient", claim.recipient)
    yield from _party_marks("actor", claim.actor)
    yield "trigger", claim.trigger.start, claim.trigger.end
    yield quad_style(claim.quad), claim.trigger.start, claim.trigger.end


def _party_marks(
    style: str, parties: Iterable[Party]
) -> Iterator[tuple[str, int, int]]:
    for party in parties:
        if party.start is not None and party.end is not None:
            yield style, party.start, party.end
