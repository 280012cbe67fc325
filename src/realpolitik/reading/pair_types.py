"""Which event type holds between two given parties of a sentence."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from realpolitik.knowledge.events import plover_type
from realpolitik.reading.card import Card
from realpolitik.reading.mentions import Spans, find_mentions
from realpolitik.reading.numeric import Array
from realpolitik.reading.pieces import Laid, Sentence
from realpolitik.reading.sight import Sight
from realpolitik.reading.triggers import Triggers, find_triggers
from realpolitik.reading.weighing import Weighed

_LIKELIEST = 6  # triggers that are read again
# A pair named as two actors ("A and B met") is a weaker sign than actor and recipient.
_AS_ACTORS = 0.3
_GIVEN_FORM = "state"


def types_of_pair(
    sight: Sight, text: str, *, actor: tuple[int, int], recipient: tuple[int, int]
) -> dict[str, float]:
    """Weigh the event types between two spans of characters; the weights sum to 1.

    The types are PLOVER's, which has no modality: promised help is its AGREE.
    """
    laid = [sight.pieces.lay(Sentence(text))]
    if not laid[0].spans:
        return {}
    tagged = sight.encoder.tag(laid)
    spans = find_mentions(tagged, laid, sight.card)
    given = [_words(laid[0], characters) for characters in (actor, recipient)]
    spans, columns = _with_given(spans, given, sight.card)
    found = find_triggers(tagged, laid, sight.card, least=0.0)
    triggers = _likeliest(found)
    weighed = sight.weigh(tagged, spans, triggers, laid)
    return _sum_up(weighed, columns, sight.card)


def _words(laid: Laid, characters: tuple[int, int]) -> tuple[int, int]:
    """Give the words that a span of characters touches; the last word if none."""
    start, end = characters
    touched = [i for i, (s, e) in enumerate(laid.spans) if e > start and s < end]
    last = len(laid.spans)
    return (touched[0], touched[-1] + 1) if touched else (last - 1, last)


def _with_given(
    spans: Spans, given: Sequence[tuple[int, int]], card: Card
) -> tuple[Spans, list[int]]:
    """Put the given spans in the place of the actors they touch, and say where."""
    kept = np.ones(len(spans.start), dtype=bool)
    forms = []
    for start, end in given:
        touches = (spans.start < end) & (spans.end > start) & (spans.kind == 0)
        kept &= ~touches
        seen = spans.form[touches]
        forms.append(int(seen[0]) if len(seen) else _form(card))
    added = np.array(given)
    count = len(given)

    def join(old: Array, new: Array) -> Array:
        return np.concatenate([old[kept], new])

    joined = replace(
        spans,
        sentence=join(spans.sentence, np.zeros(count, dtype=int)),
        start=join(spans.start, added[:, 0]),
        end=join(spans.end, added[:, 1]),
        kind=join(spans.kind, np.zeros(count, dtype=int)),
        form=join(spans.form, np.array(forms)),
        sector=join(spans.sector, np.zeros(count, dtype=int)),
        certainty=join(spans.certainty, np.ones(count)),
    )
    first = int(kept.sum())
    return joined, [first + i + 1 for i in range(count)]  # column 0 is the speaker


def _form(card: Card) -> int:
    return card.labels.forms.index(_GIVEN_FORM) + 1


def _likeliest(found: Triggers) -> Triggers:
    chosen = np.sort(np.argsort(-found.mass, kind="stable")[:_LIKELIEST])
    return Triggers(
        found.sentence[chosen],
        found.start[chosen],
        found.end[chosen],
        found.mass[chosen],
        found.types[chosen],
    )


def _sum_up(weighed: Weighed, columns: Sequence[int], card: Card) -> dict[str, float]:
    source, target = columns
    roles = weighed.roles
    together = _AS_ACTORS * roles.acts[:, target]
    fits = roles.acts[:, source] * np.maximum(roles.receives[:, target], together)
    weights = (weighed.score * fits)[:, None] * weighed.types
    totals: Counter[str] = Counter()
    for negated, chance in ((True, weighed.negated), (False, 1.0 - weighed.negated)):
        shares = (weighed.modalities * chance[:, None]).T @ weights
        for modality, row in zip(card.labels.modalities, shares.tolist(), strict=True):
            for number, weight in enumerate(row):
                type_ = card.labels.types[number]
                if coded := plover_type(type_, modality, negated=negated):
                    totals[coded] += weight
    whole = max(sum(totals.values()), 1e-9)
    return {type_: round(total / whole, 4) for type_, total in totals.most_common()}
