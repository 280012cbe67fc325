"""Sentences laid out as the model reads them: words, pieces, and what came before."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from tokenizers import Tokenizer

from realpolitik.core.errors import ModelError
from realpolitik.reading.words import WORD, shape

LONGEST = 160  # pieces of a sentence; what stands behind them is not read
CONTEXT_WORDS = 40
_PIECES_A_WORD = 12
_START, _END, _UNKNOWN = 101, 102, 100


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence to read; `before` is empty where nothing is needed of it."""

    text: str
    before: str = ""
    has_speaker: bool = False


@dataclass(frozen=True, slots=True)
class Laid:
    """A sentence in pieces: `first` says where each word begins (0 is the start),
    `context` how many pieces come before the sentence, `spans` are characters.
    """

    spans: list[tuple[int, int]]
    ids: list[int]
    shapes: list[int]
    first: list[int]
    context: int
    has_speaker: bool

    @property
    def size(self) -> int:
        """The number of pieces."""
        return len(self.ids)


class Pieces:
    """Lays sentences out, and keeps the pieces of each word that it has seen."""

    def __init__(self, cut: Callable[[str], list[int]]) -> None:
        self._cut = cut
        self._known: dict[str, tuple[list[int], list[int]]] = {}

    @classmethod
    def load(cls, path: Path) -> "Pieces":
        """Load `tokenizer.json`; ModelError where it is missing or broken."""
        if not path.is_file():
            raise ModelError(path, "missing")
        try:
            tokenizer = Tokenizer.from_file(str(path))
        except Exception as error:  # the library raises plain Exception
            raise ModelError(path, f"broken ({error})") from error
        tokenizer.no_padding()
        tokenizer.no_truncation()

        def cut(word: str) -> list[int]:
            return list(tokenizer.encode(word, add_special_tokens=False).ids)

        return cls(cut)

    def lay(self, sentence: Sentence) -> Laid:
        """Lay out `[CLS] speaker : before [SEP] sentence [SEP]`."""
        return self.lay_after(sentence, context_words(sentence))

    def lay_after(self, sentence: Sentence, context: Iterable[str]) -> Laid:
        """Lay out a sentence after the given words of context."""
        ids, shapes = [_START], [0]
        for word in context:
            pieces, forms = self._of(word)
            ids += pieces
            shapes += forms
        if edge := len(ids) if len(ids) > 1 else 0:
            ids.append(_END)
            shapes.append(0)
            edge += 1
        spans, first = [], [0]
        room = len(ids) + LONGEST
        for match in WORD.finditer(sentence.text):
            pieces, forms = self._of(match.group())
            if len(ids) + len(pieces) > room:
                break
            spans.append(match.span())
            first.append(len(ids))
            ids += pieces
            shapes += forms
        ids.append(_END)
        shapes.append(0)
        return Laid(spans, ids, shapes, first, edge, sentence.has_speaker)

    def _of(self, word: str) -> tuple[list[int], list[int]]:
        known = self._known.get(word)
        if known is None:
            pieces = self._cut(word)[:_PIECES_A_WORD] or [_UNKNOWN]
            known = pieces, [shape(word)] * len(pieces)
            if len(self._known) < 200_000:
                self._known[word] = known
        return known


def context_words(sentence: Sentence) -> list[str]:
    """Give the words that stand before the sentence: who speaks, what was said.

    >>> context_words(Sentence("They met.", "Russia and Iran spoke.", True))
    ['speaker', ':', 'Russia', 'and', 'Iran', 'spoke', '.']
    """
    before = WORD.findall(sentence.before)[-CONTEXT_WORDS:] if sentence.before else []
    if sentence.has_speaker:
        return ["speaker", ":", *before]
    return [":", *before] if before else []
