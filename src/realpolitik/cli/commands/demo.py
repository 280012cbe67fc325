"""`demo`: a project from the shipped documents, what it found, and two briefs."""

from importlib.resources import files
from itertools import islice
from pathlib import Path
from shlex import quote
from typing import TYPE_CHECKING

import click

from realpolitik.cli import arguments
from realpolitik.cli.advance import expected, telling
from realpolitik.cli.outputs import output
from realpolitik.cli.session import Session
from realpolitik.cli.shapes import Listed
from realpolitik.cli.words import count_words
from realpolitik.core.claim import Claim
from realpolitik.core.errors import UnusableInputError
from realpolitik.core.selection import Selection

if TYPE_CHECKING:
    from realpolitik.project import Project

PAIRS = (("RUS", "ISR"), ("SRB", "XKX"))
_SHOWN = 4


@click.command(
    epilog="""\b
Examples:
  realpolitik demo
  realpolitik demo /tmp/demo"""
)
@click.argument("folder", type=arguments.folder, default="realpolitik-demo")
@click.pass_obj
def command(session: Session, /, folder: Path) -> None:
    """Build a project in FOLDER from the documents that come with realpolitik.

    Prints what was found and writes a brief on each of two relationships. FOLDER is
    ./realpolitik-demo if it is not given; running it again is fine.
    """
    from realpolitik.project import Project

    documents = example_documents()
    exists = (folder / "project.toml").exists()
    project = Project.open(folder) if exists else Project.init(folder)
    total = expected([str(documents)])
    with telling(session, lines=False, total=total) as tell:
        project.add([documents], progress=tell)
    for first, second in PAIRS:
        _show_pair(session, project, (first, second))
        page = folder / f"brief-{first}-{second}.html"
        with output(page) as sink:
            sink.write(project.brief(first, second).encode("utf-8", "replace"))
        click.echo(f"\nbrief: {page}\n")
    click.echo(_next_steps(folder))


def example_documents() -> Path:
    """Find the shipped documents: in the package, else in the repository."""
    package = Path(str(files("realpolitik")))
    places = (package / "examples", package.parents[1] / "examples")
    for place in places:
        if (place / "documents").is_dir():
            return place / "documents"
    raise UnusableInputError(
        str(places[0] / "documents"),
        "the shipped documents are missing",
        "reinstall realpolitik",
    )


def _show_pair(session: Session, project: "Project", pair: tuple[str, str]) -> None:
    from realpolitik.cli.listing import print_listing
    from realpolitik.cli.screen import console
    from realpolitik.knowledge.names import name_of

    claims = project.claims(Selection(dyad=pair))
    sources = {claim.document for claim in claims}
    title = " and ".join(name_of(code) for code in pair)
    found = count_words(len(claims), "claim")
    screen = console(session)
    screen.print(
        f"{title}: {found} from {count_words(len(sources), 'document')}, such as"
    )
    surest = sorted(claims, key=_certainty, reverse=True)
    shown = [
        Listed(claim, project.document(claim.document))
        for claim in islice(surest, _SHOWN)
    ]
    print_listing(screen, sorted(shown, key=_document_id))


def _certainty(claim: Claim) -> float:
    return claim.certainty


def _document_id(listed: Listed) -> str:
    return listed.claim.document


def _next_steps(folder: Path) -> str:
    first, second = PAIRS[0]
    place = quote(str(folder))
    return "\n".join(
        (
            "next:",
            f"  realpolitik -p {place} dyad {first} {second}",
            f"  realpolitik -p {place} claims --type CONSULT --since 2015",
            f"  realpolitik -p {place} brief {first} {second} -o brief.md",
        )
    )
