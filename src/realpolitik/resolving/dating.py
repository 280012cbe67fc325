"""When a claim happened: by its own words, by its entry, and never after its text."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from realpolitik.core.claim import SaidClaim
from realpolitik.core.document import Document
from realpolitik.core.interval import Interval
from realpolitik.core.mention import Mention
from realpolitik.resolving.time_words import Around, M
from realpolitik.resolving.times import when

_YEAR = re.compile(r"\b\d{4}\b")
_MONTH = re.compile(rf"\b{M}")
_ASIDE = re.compile(r"\b(?:next|this|last|coming)\b")
_INFINITIVE = re.compile(r"\bto\s+$")


def dated(
    document: Document,
    said: SaidClaim,
    mentions: Sequence[Mention],
    entry: int | None,
) -> SaidClaim:
    """Date what happened by the entry that tells of it, if by nothing nearer.

    Entries tell in the present tense ("22 October 2021 - Bennett meets Putin"): what
    one that lies in the past tells of was not planned.
    """
    if entry is None:
        return said
    days = _days(entry, mentions)
    own = None if said.when is None else _days(said.when, mentions)
    if said.modality == "planned" and (own or days) == days:
        if not _is_past(days, document.published) or _lies_ahead(document, said):
            return said
        said = replace(said, modality="actual")
    if said.when is not None or said.modality != "actual":
        return said
    return replace(said, when=entry)


def not_after(
    found: Interval, words: str, published: date | None, modality: str
) -> Interval | None:
    """Give the days of a claim; nothing happened after the text that tells of it.

    Where the words give no year the year was guessed: a month is then of the year
    before, and of other words ("tomorrow") no day is left.
    """
    if modality != "actual" or not published or not found.start:
        return found
    if found.start <= published or _YEAR.search(words):
        return found
    text = words.lower()
    if not _MONTH.search(text) or _ASIDE.search(text):
        return None
    earlier = when(f"{words} {found.start.year - 1}", None)
    return earlier if _is_past(earlier, published) else None


def _days(number: int, mentions: Sequence[Mention]) -> Interval | None:
    meanings = mentions[number].meanings
    return next((m for m in meanings if isinstance(m, Interval)), None)


def _is_past(days: Interval | None, published: date | None) -> bool:
    last = (days.end or days.start) if days else None
    return bool(last and published and last < published)


def _lies_ahead(document: Document, said: SaidClaim) -> bool:
    """Say whether the words before the trigger put it off ("will meet")."""
    start = document.sentences[said.sentence].start
    before = document.text[start : said.trigger.start]
    return Around(before).future or bool(_INFINITIVE.search(before))
