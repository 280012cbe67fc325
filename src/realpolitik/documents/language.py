"""In which language each passage is, so that none is read that the reader cannot read.

English is seen by its words. Only what has few of the frequent ones, and many that are
not among the common ones, is put before the language identifier (py3langid), and its
answer counts where it is sure: a list of names is of no language.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING

from realpolitik.documents.blocks import Block
from realpolitik.documents.passages import OTHER_LANGUAGE, UNREAD_KINDS
from realpolitik.knowledge.condition_words import condition_words, word_ranks

if TYPE_CHECKING:
    from py3langid.langid import LanguageIdentifier

READ = "en"
"""The language that the reader was trained on."""

_WORD = re.compile(r"[^\W\d_]+")
_ENGLISH_SHARE = 0.15
_ENGLISH_WORDS = 2
_COMMON = 12_000
_COMMON_SHARE = 0.8
_FEWEST_COMMON = 3
_FEWEST_WORDS = 8
_FEWEST_LETTERS = 4
_SURE = 0.9
_MAIN_SHARE = 0.6
_SAMPLE = 2000
_BY_SCRIPT = {
    "CYRILLIC": "ru",
    "ARABIC": "ar",
    "HEBREW": "he",
    "GREEK": "el",
    "CJK": "zh",
    "HIRAGANA": "ja",
    "KATAKANA": "ja",
    "HANGUL": "ko",
    "ARMENIAN": "hy",
    "GEORGIAN": "ka",
    "THAI": "th",
    "DEVANAGARI": "hi",
}


@dataclass(frozen=True, slots=True)
class Languages:
    """The languages of a text by their share of its letters, the greatest first.

    `main` is the language of most of the text, None where no passage shows one.
    """

    shares: tuple[tuple[str, float], ...] = ()

    @property
    def main(self) -> str | None:
        """Give the language of most of the text."""
        return self.shares[0][0] if self.shares else None


def mark_languages(blocks: Sequence[Block]) -> tuple[tuple[Block, ...], Languages]:
    """Set passages apart that are in a language the reader does not read.

    A passage too short to tell is of the language of the text where that is another
    than English, and of English else.
    """
    codes = [
        None if block.kind in UNREAD_KINDS else language_of(block.text)
        for block in blocks
    ]
    languages = _languages(blocks, codes)
    main, share = languages.shares[0] if languages.shares else (READ, 1.0)
    rest = main if share >= _MAIN_SHARE else READ
    marked = [
        block if block.kind in UNREAD_KINDS else _marked(block, code or rest)
        for block, code in zip(blocks, codes, strict=True)
    ]
    return tuple(marked), languages


def language_of(text: str) -> str | None:
    """Tell the language of a passage by its ISO 639 code, None where it shows none.

    >>> language_of("The two sides agreed to meet again in the spring.")
    'en'
    >>> language_of("Стороны договорились встретиться весной.")
    'ru'
    """
    sample = text[:_SAMPLE]
    words = _WORD.findall(sample)
    if not words:
        return None
    script = _foreign_script(sample)
    if script is None:
        if _is_english(words):
            return READ
        if len(words) < _FEWEST_WORDS:
            return None
    code, chance = _identifier().classify(sample)
    if script is not None:
        return str(code) if code != READ else _BY_SCRIPT.get(script, "und")
    return str(code) if chance >= _SURE else None


def _is_english(words: Sequence[str]) -> bool:
    frequent = condition_words("english-prose")
    found = [low for word in words if (low := word.lower()) in frequent]
    enough = len(found) >= _ENGLISH_SHARE * len(words)
    if enough and len(set(found)) >= min(_ENGLISH_WORDS, len(words) // 3):
        return True
    ranks = word_ranks()
    plain = [word for word in words if len(word) > 2 and word.islower()]
    known = sum(ranks.get(word, _COMMON) < _COMMON for word in plain)
    return known >= max(_FEWEST_COMMON, _COMMON_SHARE * len(plain))


def _foreign_script(text: str) -> str | None:
    """Name the script of most letters, None where it is Latin."""
    if text.isascii():
        return None
    beyond = [c for c in text if c > "\u024f" and c.isalpha()]
    letters = sum(map(str.isalpha, text))
    if len(beyond) < _FEWEST_LETTERS or 2 * len(beyond) < letters:
        return None
    scripts = Counter(unicodedata.name(c, "?").split()[0] for c in beyond)
    script = min(scripts, key=lambda name: (-scripts[name], name))
    return None if script == "LATIN" else script


def _languages(blocks: Sequence[Block], codes: Sequence[str | None]) -> Languages:
    letters: Counter[str] = Counter()
    for block, code in zip(blocks, codes, strict=True):
        if code is not None:
            letters[code] += sum(map(str.isalpha, block.text))
    total = letters.total()
    if not total:
        return Languages()
    order = sorted(letters, key=lambda code: (-letters[code], code))
    return Languages(tuple((code, letters[code] / total) for code in order))


def _marked(block: Block, code: str) -> Block:
    if code == READ:
        return block
    return replace(block, kind=OTHER_LANGUAGE, language=code, speaker=None)


@cache
def _identifier() -> "LanguageIdentifier":
    from py3langid.langid import MODEL_FILE, LanguageIdentifier  # loads half a second

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
