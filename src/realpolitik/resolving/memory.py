"""What a document has spoken of so far: the actors that later words may point to."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from realpolitik.core.actor import Actor


class Referent(NamedTuple):
    """An actor or several, as mentioned at one place of the text; `codes` are those
    that are known, a `stranger` is a person named in full whom nobody is known by;
    `joined` ones go on a list ("and Italy").
    """

    actors: tuple[Actor, ...]
    form: str
    sentence: int
    start: int
    end: int
    plural: bool = False
    gender: str | None = None
    noun: str | None = None
    kind: str | None = None
    names: frozenset[str] = frozenset()
    subject: bool = False
    passage: int = 0
    toward: bool = False
    addressed: bool = False
    codes: tuple[str, ...] = ()
    stranger: bool = False
    joined: bool = False


@dataclass(slots=True)
class Memory:
    """Referents in reading order; grows while a document is resolved."""

    referents: list[Referent] = field(default_factory=list)
    persons: dict[str, Actor] = field(default_factory=dict)
    strangers: set[str] = field(default_factory=set)
    counts: dict[str, int] = field(default_factory=dict)
    known: frozenset[str] = frozenset()

    def add(self, referent: Referent) -> None:
        """Take in one more referent."""
        self.referents.append(referent)
        for code in referent.codes:
            self.counts[code] = self.counts.get(code, 0) + 1
        if referent.form == "person" and len(referent.actors) == 1:
            for name in referent.names:
                self.persons[name] = referent.actors[0]
        if referent.stranger:
            self.strangers |= referent.names - self.persons.keys()

    def back(self, *, sentence: int, reach: int) -> Iterator[Referent]:
        """Give the referents of the last sentences, newest first."""
        for referent in reversed(self.referents):
            if referent.sentence < sentence - reach:
                return
            yield referent

    def states(self) -> frozenset[str]:
        """Give the codes that the text has spoken of."""
        if len(self.known) != len(self.counts):
            self.known = frozenset(self.counts)
        return self.known
