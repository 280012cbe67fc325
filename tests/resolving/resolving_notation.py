"""Documents and mentions by hand: `[Israel|state]` marks a mention in a text."""

import re
from datetime import date

from realpolitik.core.actor import Actor
from realpolitik.core.document import Document, Passage
from realpolitik.core.mention import Mention
from realpolitik.core.span import Span
from realpolitik.resolving.resolver import Resolver

MARK = re.compile(r"\[([^|\]]+)\|(\w+)\]")
KINDS = ("time", "place", "quantity")


def document(
    text: str,
    *,
    day: str | None = "2020-03-05",
    speaker: str | None = None,
    title: str | None = None,
    publisher: str | None = None,
    url: str | None = None,
) -> tuple[Document, list[Mention]]:
    """Make a document of one paragraph, a sentence a line."""
    plain, mentions, spans = "", [], []
    for number, line in enumerate(text.split("\n")):
        start, at = len(plain), 0
        for match in MARK.finditer(line):
            plain += line[at : match.start()]
            words, form = match.groups()
            kind = form if form in KINDS else "actor"
            begin = len(plain)
            plain += words
            mentions.append(
                Mention(
                    number, words, begin, len(plain), kind,
                    form if kind == "actor" else None,
                )
            )  # fmt: skip
            at = match.end()
        plain += line[at:]
        spans.append(Span(start, len(plain)))
        plain += " "
    published = date.fromisoformat(day) if day else None
    made = Document(
        "d1", "test", plain, "0", len(plain), "text", title=title, speaker=speaker,
        publisher=publisher, url=url,
        published=published, passages=(Passage("paragraph", 0, len(plain)),),
        sentences=tuple(spans),
    )  # fmt: skip
    return made, mentions


def codes(text: str, **about: str | None) -> list[set[str | None]]:
    """Give the codes of each actor mention of a text."""
    made, mentions = document(text, **about)
    resolved = Resolver.load().resolve(made, mentions)
    return [
        {m.code for m in mention.meanings if isinstance(m, Actor)}
        for mention in resolved
        if mention.kind == "actor"
    ]
