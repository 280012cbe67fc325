"""A mention: a span that names an actor, place, time or quantity."""

from dataclasses import dataclass

from realpolitik.core.actor import Actor
from realpolitik.core.interval import Interval
from realpolitik.core.place import Place
from realpolitik.core.quantity import Quantity

Meaning = Actor | Interval | Place | Quantity


@dataclass(frozen=True, slots=True)
class Mention:
    """A span as the reader saw it, and what it was resolved to.

    `kind` is actor, place, time or quantity. `form` is how an actor is named: person,
    state, org, group, demonym, capital or pronoun (None for other kinds). `sector` is
    the reader's own view of the sector, before the directory was asked. `start` and
    `end` count in the document's clean text. `meanings` is empty before resolving and
    for what could not be resolved; a plural ("both leaders") means several actors.
    """

    sentence: int
    text: str
    start: int
    end: int
    kind: str
    form: str | None = None
    sector: str | None = None
    certainty: float = 1.0
    meanings: tuple[Meaning, ...] = ()

    def meaning(self, *meanings: Meaning, sector: str | None = None) -> "Mention":
        """Give the mention with what it means; `sector` where the reader saw none."""
        return Mention(
            self.sentence,
            self.text,
            self.start,
            self.end,
            self.kind,
            self.form,
            self.sector or sector,
            self.certainty,
            meanings,
        )
