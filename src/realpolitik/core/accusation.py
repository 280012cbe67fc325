"""An accusation: a sentence by which a speaker finds fault with another state."""

from dataclasses import dataclass

from realpolitik.core.actor import Actor
from realpolitik.core.claim import Claim


@dataclass(frozen=True, slots=True)
class Accusation:
    """Whom a sentence of a speech blames, and the claims that it blames by.

    `accused` is the code of a state. It is `told` where a claim of the sentence names
    it; else it is the state that the speaker blames most elsewhere ("the mayor was
    kidnapped"), and None where there is no such state.
    """

    sentence: int
    speaker: Actor
    accused: str | None
    told: bool
    claims: tuple[Claim, ...]
