"""Where a mention stands: the sentence, its day, its speaker, and what went before."""

from dataclasses import dataclass, field
from datetime import date

from realpolitik.core.actor import Actor
from realpolitik.core.mention import Mention
from realpolitik.resolving.memory import Memory, Referent

_ARTICLES = frozenset(["the", "this", "that", "these", "those", "both"])


@dataclass(slots=True)
class Scene:
    """A sentence while its mentions are being resolved; `here` are the referents of
    the sentence itself that are known already. In a `talk` "we" is whoever speaks.
    `home` is the state whose government prints the document, `iso` the day as an ISO
    text.
    """

    text: str
    start: int
    sentence: int
    passage: int
    day: date | None
    speaker: Actor | None
    addressee: Actor | None
    memory: Memory
    published: date | None = None
    places: tuple[tuple[int, str], ...] = ()
    talk: bool = False
    home: Actor | None = None
    here: list[Referent] = field(default_factory=list)
    iso: str | None = field(init=False)
    _spoken: tuple[int, int, frozenset[str]] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        self.iso = self.day.isoformat() if self.day else None
        self._spoken = (-1, -1, frozenset())

    def spoken_of(self) -> frozenset[str]:
        """Give the codes that the text has spoken of, its speaker's and printer's
        included.
        """
        here, before, codes = self._spoken
        if here != len(self.here) or before != len(self.memory.counts):
            codes = self._codes()
            self._spoken = (len(self.here), len(self.memory.counts), codes)
        return codes

    def _codes(self) -> frozenset[str]:
        known = self.memory.states()
        here = {code for referent in self.here for code in referent.codes}
        for own in (self.speaker, self.home):
            if own and own.code:
                here.add(own.code)
        return known if here <= known else known | here

    def before(self, mention: Mention) -> str:
        """Give the text of the sentence before a mention."""
        return self.text[: mention.start - self.start]

    def after(self, mention: Mention) -> str:
        """Give the text of the sentence after a mention."""
        return self.text[mention.end - self.start :]

    def definite(self, mention: Mention) -> bool:
        """Say whether an article or demonstrative stands before a mention."""
        words = self.before(mention).split()
        return bool(words) and words[-1].strip("\"'(“‘").lower() in _ARTICLES

    def earlier(self, mention: Mention) -> list[Referent]:
        """Give the referents of this sentence that stand before a mention."""
        return [r for r in self.here if r.start < mention.start]

    def later(self, mention: Mention) -> list[Referent]:
        """Give the referents of this sentence that stand after a mention."""
        return [r for r in self.here if r.start > mention.end]
