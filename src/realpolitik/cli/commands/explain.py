"""`explain`: what the reader saw in a sentence, by which scores, what it dropped."""

from dataclasses import replace
from datetime import date

import click

from realpolitik.cli import arguments
from realpolitik.cli.session import Session
from realpolitik.core.document import Document, RawDocument


@click.command(
    epilog="""\b
Examples:
  realpolitik explain "Russia and Israel signed a trade agreement."
  realpolitik explain "He will visit Moscow in May." \\
      --before "Netanyahu spoke in Jerusalem." --date 2016-04-20
  realpolitik explain "We condemn the strike." --speaker "Foreign Ministry of Iran"
  realpolitik explain "Kuwait got its islands back from Iraq." --min-certainty 0.1"""
)
@click.argument("sentence")
@click.option(
    "--date",
    "day",
    type=arguments.day,
    metavar="DAY",
    help="The day on which the sentence was published.",
)
@click.option(
    "--speaker", metavar="WORDS", help="Who speaks, by code (RUS.GOV) or in words."
)
@click.option(
    "--before", metavar="SENTENCE", help="The sentence before, to know who is meant."
)
@click.option(
    "--min-certainty",
    "least",
    type=click.FloatRange(0, 1),
    metavar="NUMBER",
    help="Explain what `read` tells at this least certainty, 0 to 1.",
)
@click.pass_obj
def command(
    session: Session,
    /,
    sentence: str,
    *,
    day: date | None,
    speaker: str | None,
    before: str | None,
    least: float | None,
) -> None:
    """Explain what the reader sees in a sentence.

    Shows its words, the mentions and what they were resolved to, each word that may
    carry a claim with its scores, and why what was dropped was dropped.
    """
    from realpolitik.cli.explanation import print_explanation
    from realpolitik.cli.screen import console
    from realpolitik.documents.make import make_document
    from realpolitik.pipeline import Pipeline

    def document_of(text: str) -> Document:
        raw = RawDocument("sentence", text.encode("utf-8", "replace"), format="text")
        return make_document(replace(raw, date=day, speaker=speaker))

    text = f"{before.strip()} {sentence}" if before else sentence
    skipped = len(document_of(before).sentences) if before else 0
    pipeline = Pipeline.load().asking(least)
    print_explanation(console(session), pipeline, document_of(text), skipped)
