"""`show`: one document or one claim, with all that is known about it."""

from typing import TYPE_CHECKING

import click

from realpolitik.cli import arguments
from realpolitik.cli.session import Session, project_option
from realpolitik.core.errors import UsageError

if TYPE_CHECKING:
    from realpolitik.core.span import Span


@click.command(
    epilog="""\b
Examples:
  realpolitik -p myproject show d3f2a9c1
  realpolitik -p myproject show d3f2a9c1 --raw 120:180
  realpolitik -p myproject show c81b22e0"""
)
@click.argument("identity", metavar="ID")
@click.option(
    "--raw",
    "--span",
    "span",
    type=arguments.span,
    metavar="START:END",
    help="Characters of the clean text: their bytes and place in the original.",
)
@project_option
@click.pass_obj
def command(session: Session, /, identity: str, *, span: "Span | None") -> None:
    """Show a document (its clean text, passages, problems) or a claim.

    ID is the id of a document or claim, or its first characters.
    """
    from realpolitik.cli import claim_view, document_view
    from realpolitik.cli.screen import console

    project = session.open()
    claim = claim_view.find_claim(project, identity)
    if span is not None:
        if claim is not None:
            raise UsageError(f"--raw is for documents; {identity} is a claim")
        document = project.document(identity)
        document_view.print_span(document, project.raw_bytes(document.id), span)
    elif claim is not None:
        claim_view.print_claim(
            console(session), claim, project.document(claim.document)
        )
    else:
        document = project.document(identity)
        screen = console(session)
        document_view.print_document(screen, document)
        document_view.print_copies(screen, project.copies(document.id))
