"""What the reader saw in a sentence, for a person who asks why."""

from dataclasses import dataclass, field

from realpolitik.core.claim import FROM_CONTEXT
from realpolitik.core.mention import Mention
from realpolitik.core.span import Excerpt
from realpolitik.reading.drafts import Draft, Part
from realpolitik.reading.sight import Seen


@dataclass(frozen=True, slots=True)
class SeenTrigger:
    """A word that looked like a claim: what it would say, how likely each part is,
    and why it was dropped (None for a claim). `types` are the likeliest types, `parts`
    the mentions that may take part (the speaker of the passage has no words).
    """

    trigger: Excerpt
    kind: str
    type: str
    score: float
    actor: tuple[str, ...]
    recipient: tuple[str, ...]
    certainty: float
    dropped: str | None
    scores: dict[str, float] = field(hash=False)
    types: tuple[tuple[str, float], ...] = ()
    parts: tuple["SeenPart", ...] = ()


@dataclass(frozen=True, slots=True)
class SeenPart:
    """How likely a mention is the actor, the recipient, or the one who says so."""

    text: str | None
    actor: float
    recipient: float
    speaker: float


@dataclass(frozen=True, slots=True)
class SeenSentence:
    """A sentence with its mentions and triggers; offsets count in the sentence."""

    sentence: int
    text: str
    mentions: tuple[Mention, ...]
    triggers: tuple[SeenTrigger, ...]


def explain(number: int, text: str, seen: Seen) -> SeenSentence:
    """Lay open one sentence."""
    triggers = tuple(_trigger(draft, text, seen) for draft in seen.drafts)
    return SeenSentence(number, text, tuple(seen.mentions), triggers)


def _trigger(draft: Draft, text: str, seen: Seen) -> SeenTrigger:
    start, end = seen.spans[draft.start][0], seen.spans[draft.end - 1][1]
    return SeenTrigger(
        trigger=Excerpt(text[start:end], start, end),
        kind=draft.kind,
        type=draft.type,
        score=round(draft.score, 4),
        actor=tuple(seen.mentions[i].text for i in draft.actor),
        recipient=tuple(seen.mentions[i].text for i in draft.recipient),
        certainty=draft.certainty,
        dropped=draft.dropped,
        scores=draft.scores,
        types=draft.types,
        parts=tuple(_part(part, seen) for part in draft.parts),
    )


def _part(part: Part, seen: Seen) -> SeenPart:
    words = None if part.mention == FROM_CONTEXT else seen.mentions[part.mention].text
    return SeenPart(words, part.actor, part.recipient, part.speaker)
