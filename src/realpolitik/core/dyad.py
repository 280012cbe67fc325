"""A dyad: an ordered pair of actors."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Dyad:
    """Actor and recipient by code, in that order."""

    actor: str
    recipient: str

    def reversed(self) -> "Dyad":
        """Give the same pair seen from the other side."""
        return Dyad(self.recipient, self.actor)
