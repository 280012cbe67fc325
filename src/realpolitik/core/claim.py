"""A claim: one sentence says that somebody did, thinks, or amounts to something."""

from dataclasses import dataclass, field

from realpolitik.core.actor import Actor
from realpolitik.core.interval import Interval
from realpolitik.core.mention import Mention
from realpolitik.core.place import Place
from realpolitik.core.quantity import Quantity
from realpolitik.core.span import Excerpt, Span


@dataclass(frozen=True, slots=True)
class SaidClaim:
    """A claim as the reader saw it, its parties still words.

    `actor`, `recipient`, `speaker`, `when`, `where` and `amount` are positions in the
    `mentions` of the same Reading. `speaker` is outermost first; the position
    `FROM_CONTEXT` stands for the speaker of the passage. `scores` are what `explain`
    shows: probabilities by name.
    """

    sentence: int
    kind: str
    type: str
    trigger: Excerpt
    mode: str | None = None
    actor: tuple[int, ...] = ()
    recipient: tuple[int, ...] = ()
    speaker: tuple[int, ...] = ()
    when: int | None = None
    where: int | None = None
    amount: int | None = None
    about: Excerpt | None = None
    issue: tuple[str, ...] = ()
    modality: str = "actual"
    negated: bool = False
    certainty: float = 0.0
    scores: dict[str, float] = field(default_factory=dict, hash=False)


FROM_CONTEXT = -1


@dataclass(frozen=True, slots=True)
class Reading:
    """What the reader saw in one document, in reading order."""

    mentions: tuple[Mention, ...] = ()
    claims: tuple[SaidClaim, ...] = ()


@dataclass(frozen=True, slots=True)
class Party:
    """A mention in its part in a claim; the words are None for a speaker who is
    known from the passage and not named in the sentence.
    """

    actor: Actor
    text: str | None = None
    start: int | None = None
    end: int | None = None


@dataclass(frozen=True, slots=True)
class When:
    """The time of a claim and the words that give it."""

    interval: Interval
    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Where:
    """The place of a claim and the words that give it."""

    place: Place
    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Amount:
    """The quantity of a claim and the words that give it."""

    quantity: Quantity
    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Claim:
    """One claim, resolved; its JSON form is the contract's (`core/json_form.py`).

    `kind` is event, stance, figure or judgement; see the codebook for `type`, `mode`
    and `modality`. `quad` is 1 verbal cooperation, 2 material cooperation, 3 verbal
    conflict, 4 material conflict (events only); `intensity` is PLOVER's score for the
    type and mode, -10 to 10; `cameo` the nearest CAMEO code.
    """

    id: str
    document: str
    sentence: int
    text: str
    span: Span
    kind: str
    type: str
    trigger: Excerpt
    mode: str | None = None
    actor: tuple[Party, ...] = ()
    recipient: tuple[Party, ...] = ()
    speaker: tuple[Party, ...] = ()
    when: When | None = None
    where: Where | None = None
    issue: tuple[str, ...] = ()
    amount: Amount | None = None
    about: Excerpt | None = None
    modality: str = "actual"
    negated: bool = False
    certainty: float = 0.0
    quad: int | None = None
    cameo: str | None = None
    intensity: float | None = None
