"""Claims as drafted: one for each trigger, kept or dropped, and why."""

from dataclasses import dataclass, field, replace

import numpy as np

from realpolitik.core.claim import FROM_CONTEXT
from realpolitik.reading.card import Card
from realpolitik.reading.certainty import certainty
from realpolitik.reading.mentions import Spans
from realpolitik.reading.numeric import Array
from realpolitik.reading.weighing import Weighed

_TIME, _PLACE, _QUANTITY = 1, 2, 3  # kinds of mentions, in the order of the card
_MOST_ISSUES = 2  # codebook, Issues
_SHOWN = 4  # decimals of a probability
_RIVALS = 4  # types that are kept beside the chosen one
_LEAST_PART = 0.05  # a part that is less likely is not told


@dataclass(frozen=True, slots=True)
class Part:
    """How likely a mention (or FROM_CONTEXT) acts, receives, or says so."""

    mention: int
    actor: float
    recipient: float
    speaker: float


@dataclass(frozen=True, slots=True)
class Draft:
    """One trigger and what was made of it.

    `start`, `end` and `about` count words of the sentence; mentions are numbered in
    the sentence, FROM_CONTEXT is the speaker of the passage. Of the `scores`, "party"
    is the least likely of the chosen parties and "left" the likeliest left out.
    `dropped` says why this is no claim, and is None for one. `types` are the likeliest
    types, `parts` those of all mentions that were weighed.
    """

    start: int
    end: int
    kind: str
    type: str
    score: float
    scores: dict[str, float] = field(hash=False)
    mode: str | None = None
    actor: tuple[int, ...] = ()
    recipient: tuple[int, ...] = ()
    speaker: tuple[int, ...] = ()
    when: int | None = None
    where: int | None = None
    amount: int | None = None
    about: tuple[int, int] | None = None
    issue: tuple[str, ...] = ()
    modality: str = "actual"
    negated: bool = False
    certainty: float = 0.0
    dropped: str | None = None
    types: tuple[tuple[str, float], ...] = ()
    parts: tuple[Part, ...] = ()


def draft(weighed: Weighed, spans: Spans, card: Card) -> list[Draft]:
    """Decide on each trigger of a batch."""
    kinds = _kinds(weighed, spans)
    return [_Maker(weighed, card, row, kinds[row]).make() for row in range(len(kinds))]


def _kinds(weighed: Weighed, spans: Spans) -> list[Array]:
    """Give for each trigger the kinds of its sentence's mentions."""
    sentence = weighed.triggers.sentence
    low, high = np.searchsorted(spans.sentence, (sentence, sentence + 1))
    return [spans.kind[a:b] for a, b in zip(low.tolist(), high.tolist(), strict=True)]


@dataclass(frozen=True, slots=True)
class _Maker:
    """One row of the weighed triggers."""

    w: Weighed
    card: Card
    row: int
    kinds: Array

    def make(self) -> Draft:
        w, row = self.w, self.row
        number = int(w.types[row].argmax())
        kind = self.card.kinds_of_types[number]
        acts = _numbers(w.roles.is_actor[row])
        receives = _numbers(w.roles.is_recipient[row])
        if kind == "judgement":
            acts, receives = tuple(sorted({*acts, *receives})), ()
        made = Draft(
            start=int(w.triggers.start[row]),
            end=int(w.triggers.end[row]),
            kind=kind,
            type=self._type(number, kind),
            score=float(w.score[row]),
            scores=self._scores(number),
            actor=acts,
            recipient=receives,
            amount=self._linked(_QUANTITY),
            types=self._rivals(),
            parts=self._parts(),
        )
        if dropped := self._reason(made):
            return replace(made, dropped=dropped)
        made = self._fill(made)
        least = self.card.thresholds.certainty[kind]
        if made.certainty < least:
            reason = f"certainty {made.certainty:.2f} is below {least:.2f}"
            return replace(made, dropped=reason)
        return made

    def _type(self, number: int, kind: str) -> str:
        if kind == "figure":
            best = int(self.w.indicators[self.row].argmax())
            return self.card.labels.indicators[best]
        return self.card.labels.types[number]

    def _scores(self, number: int) -> dict[str, float]:
        w, row = self.w, self.row
        chosen = w.roles.is_actor[row] | w.roles.is_recipient[row]
        best = w.roles.acts[row] + w.roles.receives[row]
        found = {
            "trigger": w.triggers.mass[row],
            "claim": w.sure[row],
            "type": w.types[row, number],
            "party": best[chosen].min(initial=1.0),
            "left": best[~chosen].max(initial=0.0),
            "modality": w.modalities[row].max(),
            "negated": w.negated[row],
        }
        return {name: round(float(chance), _SHOWN) for name, chance in found.items()}

    def _rivals(self) -> tuple[tuple[str, float], ...]:
        chances = self.w.types[self.row]
        order = np.argsort(-chances, kind="stable")[:_RIVALS].tolist()
        names = self.card.labels.types
        return tuple((names[i], round(float(chances[i]), _SHOWN)) for i in order)

    def _parts(self) -> tuple[Part, ...]:
        roles, row = self.w.roles, self.row
        table = np.stack([roles.acts[row], roles.receives[row], roles.outer[row]], 1)
        told = np.flatnonzero(table.max(axis=1) >= _LEAST_PART).tolist()
        shown = table.round(_SHOWN).tolist()
        return tuple(Part(i - 1 if i else FROM_CONTEXT, *shown[i]) for i in told)

    def _reason(self, made: Draft) -> str | None:
        least = self.card.thresholds.trigger[made.kind]
        if made.score < least:
            kind = "an event" if made.kind == "event" else f"a {made.kind}"
            return f"score {made.score:.2f} is below {least:.2f} for {kind}"
        if not made.actor and not (made.recipient and made.kind == "event"):
            limits = self.card.thresholds
            return f"no party reaches {limits.role:.2f} (alone {limits.role_alone:.2f})"
        if made.kind == "figure" and made.amount is None:
            return "a figure without an amount"
        return None

    def _fill(self, made: Draft) -> Draft:
        w, row, labels = self.w, self.row, self.card.labels
        mode = labels.modes[int(w.modes[row].argmax())].partition("/")[2]
        stance = made.kind == "stance"
        modality = "ongoing" if stance else labels.modalities[_best(w.modalities[row])]
        return replace(
            made,
            mode=mode or None,
            speaker=self._speakers(),
            when=self._linked(_TIME),
            where=self._linked(_PLACE) if made.kind == "event" else None,
            about=self._about() if stance else None,
            issue=self._issues(),
            modality=modality,
            negated=bool(w.negated[row] >= self.card.thresholds.negated),
            certainty=self._certainty(made),
        )

    def _certainty(self, made: Draft) -> float:
        parties = len(made.actor) + len(made.recipient)
        weights = self.card.certainty
        return certainty(made.scores, weights, kind=made.kind, parties=parties)

    def _linked(self, kind: int) -> int | None:
        """Give the likeliest mention of a kind, if it is likely at all."""
        if not len(self.kinds):
            return None
        link = self.w.roles.link[self.row, 1 : len(self.kinds) + 1]
        link = np.where(self.kinds == kind, link, 0.0)
        best = _best(link)
        return best if link[best] >= self.card.thresholds.link else None

    def _speakers(self) -> tuple[int, ...]:
        roles, least = self.w.roles, self.card.thresholds.speaker
        outer = _best(roles.outer[self.row])
        if roles.outer[self.row, outer] < least:
            return ()
        inner = _best(roles.inner[self.row])
        first = FROM_CONTEXT if outer == 0 else outer - 1
        if inner == outer or roles.inner[self.row, inner] < least:
            return (first,)
        return (first, FROM_CONTEXT if inner == 0 else inner - 1)

    def _issues(self) -> tuple[str, ...]:
        chances = self.w.issues[self.row]
        order = np.argsort(-chances, kind="stable")[:_MOST_ISSUES].tolist()
        least = self.card.thresholds.issue
        return tuple(self.card.labels.issues[i] for i in order if chances[i] >= least)

    def _about(self) -> tuple[int, int] | None:
        """Give the likeliest words that the stance is about; place 0 means none."""
        begin, end = self.w.about[self.row, :, 0], self.w.about[self.row, :, 1]
        first = _best(begin)
        last = first + _best(end[first:])
        return (first - 1, last) if first else None


def _numbers(chosen: Array) -> tuple[int, ...]:
    """Number the chosen mentions of the sentence; column 0 is the speaker."""
    return tuple((np.flatnonzero(chosen[1:])).tolist())


def _best(values: Array) -> int:
    return int(values.argmax())
