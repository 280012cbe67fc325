"""Spans that name an actor, a time, a place or a quantity, read from the tags."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from realpolitik.core.mention import Mention
from realpolitik.reading.card import Card
from realpolitik.reading.encoder import Tagged
from realpolitik.reading.numeric import Array, ends_of_runs, softmax
from realpolitik.reading.pieces import Laid


@dataclass(frozen=True, slots=True)
class Spans:
    """The mentions of a batch side by side, in reading order within a sentence.

    `start` and `end` count words; `kind` is 0 for an actor, then 1 + the number of
    the other kind; `form` is the number among the candidates of the second pass
    (0 is the speaker, then the forms of actors, then the other kinds); `sector` is -1
    for what is no actor. `tags` are the tags of the words of both layers.
    """

    sentence: Array
    start: Array
    end: Array
    kind: Array
    form: Array
    sector: Array
    certainty: Array
    tags: tuple[Array, Array]

    def of(self, sentence: int) -> Array:
        """Give the numbers of one sentence's mentions."""
        low, high = np.searchsorted(self.sentence, (sentence, sentence + 1))
        return np.arange(low, high)


def find_mentions(tagged: Tagged, laid: Sequence[Laid], card: Card) -> Spans:
    """Read the mentions of a batch from its tags."""
    counts = np.array([len(item.spans) for item in laid])
    forms = len(card.labels.forms)
    actor = _layer(tagged, counts, card.tags["actor"], first=0)
    other = _layer(tagged, counts, card.tags["other"], first=forms)
    found = [
        np.concatenate(pair) for pair in zip(actor.found, other.found, strict=True)
    ]
    sentence, start, end, number, certainty = found
    order = np.lexsort((-end, start, sentence))
    sentence, start, end = sentence[order], start[order], end[order]
    number, certainty = number[order], certainty[order]
    kind = np.where(number < forms, 0, number - forms + 1)
    sectors = tagged.scores[:, 1:, card.tags["sector"]]
    sector = _highest(sectors, sentence, start, end)
    sector = np.where(kind == 0, sector, -1)
    tags = (actor.tags, other.tags)
    return Spans(sentence, start, end, kind, number + 1, sector, certainty, tags)


def as_mentions(
    spans: Spans, row: int, laid: Laid, *, text: str, card: Card
) -> list[Mention]:
    """Give one sentence's mentions, offsets counted in the sentence."""
    labels, out = card.labels, []
    for i in spans.of(row).tolist():
        start, end = laid.spans[spans.start[i]][0], laid.spans[spans.end[i] - 1][1]
        certainty, kind = round(float(spans.certainty[i]), 4), int(spans.kind[i])
        if kind:
            name = labels.others[kind - 1]
            found = Mention(0, text[start:end], start, end, name, certainty=certainty)
        else:
            sector = labels.sectors[spans.sector[i]]
            found = Mention(
                0,
                text[start:end],
                start,
                end,
                "actor",
                form=_form(labels.forms[spans.form[i] - 1], text[start:end], text),
                sector=None if sector == "none" else sector,
                certainty=certainty,
            )
        out.append(found)
    return out


def _form(form: str, words: str, text: str) -> str:
    """Take capitals at their word: "US" is a state, where not all is in capitals."""
    in_capitals = len(words) > 1 and words.isupper() and not text.isupper()
    return "state" if form == "pronoun" and in_capitals else form


@dataclass(frozen=True, slots=True)
class _Layer:
    found: tuple[Array, Array, Array, Array, Array]
    tags: Array


def _layer(tagged: Tagged, counts: Array, part: slice, *, first: int) -> _Layer:
    """Read one layer: tag 0 is outside, then B and I of each kind in turn.

    Kinds are numbered from `first`.
    """
    scores = tagged.scores[:, 1:, part]
    tags = scores.argmax(axis=-1)
    tags[np.arange(tags.shape[1]) >= counts[:, None]] = 0
    kinds = (tags - 1) // 2  # -1 outside
    previous = np.concatenate([np.full((len(tags), 1), -1), kinds[:, :-1]], axis=1)
    is_inner = (tags > 0) & (tags % 2 == 0)
    # an I goes on with what stands before it; of which kind, all words decide together
    begins = (tags > 0) & ~(is_inner & (previous >= 0))
    continues = (tags > 0) & ~begins
    sentence, start = np.nonzero(begins)
    end = ends_of_runs(continues)[sentence, start + 1]
    chosen = softmax(scores[sentence, start])
    certainty = 1.0 - chosen[:, 0]
    kind = _highest(_by_kind(softmax(scores)), sentence, start, end)
    found = (sentence, start, end, kind + first, certainty)
    return _Layer(found, np.concatenate([np.zeros((len(tags), 1), int), tags], axis=1))


def _by_kind(chances: Array) -> Array:
    """Add up the chances of B and I of each kind."""
    return np.asarray(chances[..., 1::2] + chances[..., 2::2])


def _highest(scores: Array, sentence: Array, start: Array, end: Array) -> Array:
    """Choose the label whose score is highest over the words of each mention."""
    first = np.zeros_like(scores[:, :1])
    sums = np.concatenate([first, scores.cumsum(axis=1)], axis=1)
    return np.asarray((sums[sentence, end] - sums[sentence, start]).argmax(axis=-1))
