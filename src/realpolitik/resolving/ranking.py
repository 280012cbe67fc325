"""Which of several earlier actors is meant: weights learned from the corpus.

Each option says what speaks for it in words ("same-sentence", "subject"); the weights
stand in `knowledge/words/ranking.csv`, one row a kind of mention and word. How they are
learned is told in `training/ranking.py`.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from functools import lru_cache
from itertools import compress, repeat
from typing import NamedTuple

from realpolitik.core.actor import Actor
from realpolitik.core.mention import Mention
from realpolitik.knowledge import tables
from realpolitik.resolving.memory import Referent
from realpolitik.resolving.quotes import in_quotes
from realpolitik.resolving.scene import Scene

_HEARD: ContextVar[Callable[["Choice"], None] | None] = ContextVar(
    "heard", default=None
)
_NEAR = ((8, "touching"), (30, "close"), (80, "near"), (160, "far"))
_MOST = 8  # farther ones are never the best in the corpus
_BACK = ("back-0", "back-1", "back-2", "back-3")
_ORDER = ("first", "second", "third")
_SAYS = {
    place: (
        *("subject", f"subject {place}", "plural", "toward", "addressed", "many"),
        *("other-passage", "often", "speaker"),
    )
    for place in ("title", *_BACK)
}
_SAID = re.compile(r"\b(?:said|says|that|told|whether)\b")
_MUST = re.compile(r"\s+(?:must|should|shall|ought|has to|have to|needs? to|better)\b")
_IN = re.compile(r"\s+(?:in|of|from|near|at|inside|across|around|on)\s+(?:\w+\s+){0,2}")
_CUT = re.compile(r"[;:]|, (?:and|but|while|as|after|when) ")


class Option(NamedTuple):
    """Actors that may be meant, and what there is to say of them."""

    actors: tuple[Actor, ...]
    told: Sequence[str]


@dataclass(frozen=True, slots=True)
class Choice:
    """A mention with its options; `silence` is what speaks for nobody, if it may be
    nobody. `kind` names the weights that count, `form` more of them within the kind.
    """

    kind: str
    form: str
    mention: Mention
    options: Sequence[Option]
    silence: Sequence[str] = ()


def choose(choice: Choice) -> tuple[Actor, ...]:
    """Give the actors of the best option; none where silence weighs more."""
    if heard := _HEARD.get():
        heard(choice)
    weights = _weights(choice.kind, choice.form)
    top = _sum(weights, choice.silence) if choice.silence else float("-inf")
    best: tuple[Actor, ...] = ()
    for option in choice.options:
        score = _sum(weights, option.told)
        if score > top:
            best, top = option.actors, score
    return best


@contextmanager
def listening(heard: Callable[[Choice], None]) -> Iterator[None]:
    """Tell each choice before it is made, for whoever learns the weights."""
    token = _HEARD.set(heard)
    try:
        yield
    finally:
        _HEARD.reset(token)


def forget() -> None:
    """Read the weights anew when they are next asked for."""
    _table.cache_clear()
    _weights.cache_clear()


def options_of(
    referents: Sequence[Referent], mention: Mention, scene: Scene
) -> list[Option]:
    """Describe the nearest referents, nearest first."""
    quoted = in_quotes(mention.start, scene)
    out = []
    for order, referent in enumerate(referents[:_MOST]):
        told = [*_told(referent, scene), _word(_ORDER, order)]
        if referent.sentence == scene.sentence:
            told += _of_sentence(referent, mention, scene, quoted)
        elif quoted:
            told.append("into-quotes")
        out.append(Option(referent.actors, told))
    return out


def _told(referent: Referent, scene: Scene) -> list[str]:
    back = min(scene.sentence - referent.sentence, 3)
    place = "title" if referent.sentence < 0 else _BACK[back]
    codes, counts = referent.codes, scene.memory.counts
    says = (
        *(referent.subject, referent.subject, referent.plural, referent.toward),
        referent.addressed,
        len(referent.actors) > 1,
        referent.passage != scene.passage,
        any([counts.get(code, 0) > 1 for code in codes]),
        scene.speaker is not None and scene.speaker.code in codes,
    )
    return [referent.form, place, *compress(_SAYS[place], says)]


def _of_sentence(
    referent: Referent, mention: Mention, scene: Scene, quoted: bool
) -> Iterator[str]:
    ahead = referent.start > mention.start
    start, end = (
        (mention.end, referent.start) if ahead else (referent.end, mention.start)
    )
    between = scene.text[start - scene.start : end - scene.start]
    near = next((word for most, word in _NEAR if len(between) <= most), "remote")
    yield f"{near} ahead" if ahead else near
    if in_quotes(referent.start, scene) != quoted:
        yield "other-quotes"
    yield from _of_doing(referent, mention, scene)
    if ahead:
        if leads_to(between):
            yield "in ahead"
        return
    if _SAID.search(between):
        yield "said-between"
    if _CUT.search(between):
        yield "cut-between"
    if between == " and ":
        yield "and-between"


def _of_doing(referent: Referent, mention: Mention, scene: Scene) -> Iterator[str]:
    """Tell "warned China that it must": it is China that must."""
    if not (referent.addressed or referent.subject):
        return
    part = "addressed" if referent.addressed else "subject"
    yield f"{part} here"
    if _MUST.match(scene.text, mention.end - scene.start):
        yield f"{part} must"


def leads_to(between: str) -> bool:
    """Say whether words say that the first is in or of the second: " in the "."""
    return bool(_IN.fullmatch(between))


def _word(words: Sequence[str], number: int) -> str:
    return words[number] if number < len(words) else "later"


def _sum(weights: dict[str, float], told: Iterable[str]) -> float:
    return sum(map(weights.get, told, repeat(0.0)))


@lru_cache(maxsize=256)
def _weights(kind: str, form: str) -> dict[str, float]:
    """Give the weights of a kind, with those added that hold for the form alone."""
    table = _table().get(kind, {})
    own = {word: table.get(f"{form} {word}", 0.0) for word in table}
    return {word: weight + own[word] for word, weight in table.items()}


@lru_cache(maxsize=1)
def _table() -> dict[str, dict[str, float]]:
    found: dict[str, dict[str, float]] = {}
    for row in tables.rows("words/ranking.csv"):
        found.setdefault(row["kind"], {})[row["word"]] = float(row["weight"])
    return found
