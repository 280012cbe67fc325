"""What the model sees in sentences: both passes, batch by batch."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from realpolitik.core.mention import Mention
from realpolitik.reading.asking import opened, sure_enough
from realpolitik.reading.card import Card, Thresholds
from realpolitik.reading.drafts import Draft, draft
from realpolitik.reading.encoder import Encoder, Tagged, batches
from realpolitik.reading.mentions import Spans, as_mentions, find_mentions
from realpolitik.reading.merging import drop_repeats
from realpolitik.reading.pairs import second_pass
from realpolitik.reading.pieces import Laid, Pieces, Sentence
from realpolitik.reading.plain_words import settle
from realpolitik.reading.roles import decide_roles
from realpolitik.reading.triggers import Triggers, find_triggers
from realpolitik.reading.weighing import Weighed, weigh


@dataclass(frozen=True, slots=True)
class Seen:
    """One sentence: its words as characters, its mentions, a draft for each trigger.

    Offsets of mentions count in the sentence.
    """

    spans: list[tuple[int, int]]
    mentions: list[Mention]
    drafts: list[Draft]


@dataclass(frozen=True, slots=True)
class Sight:
    """The model with its card and tokenizer; `min_certainty` is the least certainty
    that was asked for, None for the card's own by kind.
    """

    card: Card
    encoder: Encoder
    pieces: Pieces
    min_certainty: float | None = None

    @property
    def thresholds(self) -> Thresholds:
        """Those in force, with what was asked for."""
        return opened(self.card.thresholds, self.min_certainty)

    def see(self, sentences: Sequence[Sentence]) -> list[Seen]:
        """Read the sentences of one document; those that are alike are read once."""
        different = list(dict.fromkeys(sentences))
        laid = [self.pieces.lay(sentence) for sentence in different]
        known: dict[Sentence, Seen] = {}
        for batch in batches(laid):
            chosen = [different[i] for i in batch]
            seen = self._see(chosen, [laid[i] for i in batch])
            known.update(zip(chosen, seen, strict=True))
        return [known[sentence] for sentence in sentences]

    def weigh(
        self, tagged: Tagged, spans: Spans, triggers: Triggers, laid: Sequence[Laid]
    ) -> Weighed:
        """Read the sentences of a batch again, once for each trigger."""
        counts = np.array([len(item.spans) for item in laid])
        inputs = second_pass(tagged, spans, triggers, counts)
        reread = self.encoder.reread(inputs)
        row = inputs["sentence"]
        speaks = np.array([item.has_speaker for item in laid])[triggers.sentence]
        roles = decide_roles(reread.roles, inputs["forms"][row], speaks, self.card)
        is_word = inputs["mask"][row] > 0
        return weigh(triggers, reread, roles, is_word=is_word, card=self.card)

    def _see(self, sentences: Sequence[Sentence], laid: Sequence[Laid]) -> list[Seen]:
        tagged = self.encoder.tag(laid)
        spans = find_mentions(tagged, laid, self.card)
        card = replace(self.card, thresholds=self.thresholds)
        least = card.thresholds.look
        triggers = find_triggers(tagged, laid, self.card, least=least)
        drafts: list[list[Draft]] = [[] for _ in laid]
        if len(triggers):
            weighed = self.weigh(tagged, spans, triggers, laid)
            made = draft(weighed, spans, card)
            for row, one in zip(triggers.sentence.tolist(), made, strict=True):
                drafts[row].append(one)
        return [
            Seen(
                item.spans,
                as_mentions(spans, row, item, text=sentence.text, card=self.card),
                self._told([settle(d, _words(sentence, item)) for d in drafts[row]]),
            )
            for row, (sentence, item) in enumerate(zip(sentences, laid, strict=True))
        ]

    def _told(self, drafts: Sequence[Draft]) -> list[Draft]:
        single = drop_repeats(drafts, self.card.thresholds)
        return sure_enough(single, self.min_certainty)


def _words(sentence: Sentence, laid: Laid) -> list[str]:
    return [sentence.text[start:end] for start, end in laid.spans]
