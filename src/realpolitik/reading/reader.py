"""The reader: from a document to claims whose parties are still words."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from realpolitik.core.claim import FROM_CONTEXT, Reading, SaidClaim
from realpolitik.core.document import Document
from realpolitik.core.mention import Mention
from realpolitik.core.span import Excerpt
from realpolitik.reading.card import Card
from realpolitik.reading.drafts import Draft
from realpolitik.reading.encoder import Encoder
from realpolitik.reading.explain import SeenSentence, explain
from realpolitik.reading.pair_types import types_of_pair
from realpolitik.reading.pieces import Pieces
from realpolitik.reading.sentences import sentences_to_read
from realpolitik.reading.sight import Seen, Sight

MODEL = Path(__file__).parent / "model"


@dataclass(frozen=True, slots=True)
class Reader:
    """The shipped model, loaded."""

    sight: Sight

    @classmethod
    def load(cls, *, threads: int = 1, folder: Path = MODEL) -> "Reader":
        """Load the model; ModelError names a file that is missing or broken."""
        card = Card.load(folder / "card.json")
        pieces = Pieces.load(folder / "tokenizer.json")
        return cls(Sight(card, Encoder.load(folder, threads=threads), pieces))

    @property
    def min_certainty(self) -> float | None:
        """The least certainty that was asked for, None for the card's own by kind."""
        return self.sight.min_certainty

    def asking(self, min_certainty: float | None) -> "Reader":
        """Give a reader that tells what is at least so certain, 0 to 1.

        Below the card's least certainty of a kind it tells more than usual, above it
        less; what it tells at one certainty holds all that it tells at a higher one.
        """
        return Reader(replace(self.sight, min_certainty=min_certainty))

    def read(self, document: Document) -> Reading:
        """Read what a document says.

        The answer depends on the document alone: neither on other documents read
        with it nor on the number of threads or workers.
        """
        numbered = list(sentences_to_read(document))
        seen = self.sight.see([sentence for _, sentence in numbered])
        mentions: list[Mention] = []
        claims: list[SaidClaim] = []
        for (number, _), sight in zip(numbered, seen, strict=True):
            place = _Place(document, number, len(mentions))
            mentions += (place.mention(m) for m in sight.mentions)
            claims += (place.claim(d, sight) for d in sight.drafts if not d.dropped)
        return Reading(tuple(mentions), tuple(claims))

    def explain(self, document: Document) -> list[SeenSentence]:
        """Tell what was seen in each sentence, and what fell by which threshold."""
        numbered = list(sentences_to_read(document))
        seen = self.sight.see([sentence for _, sentence in numbered])
        return [
            explain(number, sentence.text, sight)
            for (number, sentence), sight in zip(numbered, seen, strict=True)
        ]

    def types(
        self, sentence: str, *, actor: tuple[int, int], recipient: tuple[int, int]
    ) -> dict[str, float]:
        """Weigh PLOVER's types of what `actor` does to `recipient`, likeliest first.

        Both are characters [start, end) of the sentence.
        """
        return types_of_pair(self.sight, sentence, actor=actor, recipient=recipient)


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a sentence stands: in its document, and its mentions among all."""

    document: Document
    number: int
    first: int

    def mention(self, mention: Mention) -> Mention:
        offset = self.document.sentences[self.number].start
        start, end = mention.start + offset, mention.end + offset
        return replace(mention, sentence=self.number, start=start, end=end)

    def claim(self, draft: Draft, seen: Seen) -> SaidClaim:
        return SaidClaim(
            sentence=self.number,
            kind=draft.kind,
            type=draft.type,
            trigger=self._excerpt(seen, draft.start, draft.end),
            mode=draft.mode,
            actor=self._all(draft.actor),
            recipient=self._all(draft.recipient),
            speaker=self._all(draft.speaker),
            when=self._one(draft.when),
            where=self._one(draft.where),
            amount=self._one(draft.amount),
            about=self._excerpt(seen, *draft.about) if draft.about else None,
            issue=draft.issue,
            modality=draft.modality,
            negated=draft.negated,
            certainty=draft.certainty,
            scores=draft.scores,
        )

    def _excerpt(self, seen: Seen, first: int, last: int) -> Excerpt:
        offset = self.document.sentences[self.number].start
        start = seen.spans[first][0] + offset
        end = seen.spans[last - 1][1] + offset
        return Excerpt(self.document.text[start:end], start, end)

    def _all(self, numbers: Sequence[int]) -> tuple[int, ...]:
        return tuple(n if n == FROM_CONTEXT else n + self.first for n in numbers)

    def _one(self, number: int | None) -> int | None:
        return None if number is None else number + self.first
