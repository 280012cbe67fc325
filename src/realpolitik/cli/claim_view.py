"""A claim on the screen: all that is known about it, with its sentence in context."""

from typing import TYPE_CHECKING

from rich.console import Console
from rich.text import Text

from realpolitik.cli.listing import marked_sentence, print_heading
from realpolitik.cli.screen import print_block
from realpolitik.cli.words import (
    amount_words,
    code_words,
    interval_words,
    one_line,
    type_words,
)
from realpolitik.core.claim import Claim, Party
from realpolitik.core.document import Document
from realpolitik.core.errors import UsageError

if TYPE_CHECKING:
    from realpolitik.project import Project

_QUADS = {
    1: "verbal cooperation",
    2: "material cooperation",
    3: "verbal conflict",
    4: "material conflict",
}


def find_claim(project: "Project", identity: str) -> Claim | None:
    """Find a claim by its id or the beginning of it; None if there is none."""
    if not identity.startswith("c"):
        return None
    found = [claim for claim in project.claims() if claim.id.startswith(identity)]
    exact = [claim for claim in found if claim.id == identity]
    if len(found) > 1 and not exact:
        raise UsageError(f"{identity}: begins {len(found)} claims; give more of the id")
    best = exact or found
    return best[0] if best else None


def print_claim(console: Console, claim: Claim, document: Document) -> None:
    """Print a claim's parts, its sentence with the two around it, its document."""
    console.print(Text(f"{claim.kind}: {type_words(claim)}", style="heading"))
    for name, value in _facts(claim):
        print_block(console, Text.assemble((f"{name:<11}", "faint"), one_line(value)))
    console.print()
    for index in (claim.sentence - 1, claim.sentence, claim.sentence + 1):
        if index == claim.sentence:
            print_block(console, marked_sentence(claim), indent=4)
        elif 0 <= index < len(document.sentences):
            words = one_line(document.sentence_text(index))
            print_block(console, Text(words, style="faint"), indent=4)
    print_heading(console, document)


def _facts(claim: Claim) -> list[tuple[str, str]]:
    span = f"{claim.span.start}:{claim.span.end}"
    facts = [
        ("claim", claim.id),
        *(("actor", _party_words(party)) for party in claim.actor),
        *(("recipient", _party_words(party)) for party in claim.recipient),
        *(("speaker", _party_words(party)) for party in claim.speaker),
        ("trigger", f'"{claim.trigger.text}"'),
        ("when", _when_words(claim)),
        ("where", _where_words(claim)),
        ("amount", amount_words(claim.amount)),
        ("about", claim.about.text if claim.about else ""),
        ("issue", ", ".join(claim.issue)),
        ("modality", claim.modality + (", negated" if claim.negated else "")),
        ("certainty", f"{claim.certainty:.2f}"),
        ("quad", _QUADS.get(claim.quad or 0, "")),
        ("cameo", claim.cameo or ""),
        ("intensity", f"{claim.intensity:+g}" if claim.intensity is not None else ""),
        ("place", f"sentence {claim.sentence}, characters {span}"),
    ]
    return [(name, value) for name, value in facts if value]


def _party_words(party: Party) -> str:
    actor = party.actor
    known = [part for part in (actor.name, actor.role) if part]
    words = f' "{party.text}"' if party.text else " (from the passage)"
    return code_words(actor) + words + (f" = {', '.join(known)}" if known else "")


def _when_words(claim: Claim) -> str:
    if claim.when is None:
        return ""
    return f'{interval_words(claim.when.interval)} "{claim.when.text}"'


def _where_words(claim: Claim) -> str:
    if claim.where is None:
        return ""
    place = claim.where.place
    return f'{place.name}, {place.country or "?"} "{claim.where.text}"'
