"""An attribution: words of a text that say who says, thinks or wants something."""

from dataclasses import dataclass

from realpolitik.core.actor import Actor
from realpolitik.core.span import Excerpt


@dataclass(frozen=True, slots=True)
class Attribution:
    """Who says what, as told by one sentence.

    `kind` is said, asked, wanted, thought, showed or judged, by the word of the `cue`;
    it is said for a quotation and for the turn of a talk. `source` is None where the
    sentence names nobody, `cue` None where a quotation goes on without one. `content`
    is one span, or several where the cue stands inside of it. `actors` are whom the
    source means, where that is known.
    """

    sentence: int
    kind: str
    source: Excerpt | None
    cue: Excerpt | None
    content: tuple[Excerpt, ...]
    actors: tuple[Actor, ...] = ()
