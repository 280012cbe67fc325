"""How often words for a time get their days, given their span and the document's day.

Held-out tenth of the corpus, and MEANTIME (values of TIMEX3 dates of whole days, months
and years; and how many times of any kind the program finds by itself).
"""

import json
import re
from calendar import monthrange
from datetime import date
from pathlib import Path
from typing import Any

from evals.actors import as_document, held_out, stanzas
from evals.shared import print_figures, shared_folder
from realpolitik.core.document import RawDocument
from realpolitik.core.interval import Interval
from realpolitik.pipeline import Pipeline
from realpolitik.resolving.resolver import Resolver
from realpolitik.resolving.time_words import Around
from realpolitik.resolving.times import when

Days = tuple[date | None, date | None]


def measure() -> dict[str, float] | None:
    """Give accuracy in percent on the held-out tenth and on MEANTIME."""
    shared = shared_folder()
    if shared is None:
        return None
    figures = {"held-out": _corpus()}
    suite = shared / "eval" / "dates_events_meantime_dev.jsonl"
    if suite.exists():
        figures |= {"meantime": _meantime(suite), "meantime-span-f1": _spans(suite)}
    return figures


def _corpus() -> float:
    resolver, right, total = Resolver.load(), 0, 0
    for row in filter(held_out, stanzas()):
        document, mentions, _ = as_document(row)
        at = document.sentences[-1].start
        meant = {
            at + found["start"]: days_of(found["value"])
            for name, found in row["mentions"].items()
            if name[0] == "t"
        }
        for mention in resolver.resolve(document, mentions):
            if mention.kind == "time" and mention.start in meant:
                total += 1
                right += _given(mention.meanings) == meant[mention.start]
    return 100 * right / max(total, 1)


def _given(meanings: tuple[object, ...]) -> Days | None:
    for meaning in meanings:
        if isinstance(meaning, Interval):
            return meaning.start, meaning.end
    return None


def days_of(value: str) -> Days | None:
    """Give the days of an ISO date cut short, or of an interval of two.

    >>> days_of("2019-04/..")
    (datetime.date(2019, 4, 1), None)
    """
    first, slash, last = value.partition("/")
    if re.fullmatch(r"\d{3}", value):  # a decade, as TIMEX3 writes it
        first, slash, last = f"{value}0", "/", f"{value}9"
    try:
        start = _edge(first, last=False)
        return start, _edge(last if slash else first, last=True)
    except ValueError:
        return None


def _edge(text: str, *, last: bool) -> date | None:
    if text == "..":
        return None
    parts = [int(part) for part in text.split("-")]
    year, month = parts[0], (parts[1] if len(parts) > 1 else 12 if last else 1)
    day = monthrange(year, month)[1] if last else 1
    return date(year, month, parts[2] if len(parts) > 2 else day)


def _meantime(path: Path) -> float:
    right = total = 0
    for line in path.read_text("utf-8").splitlines():
        document = json.loads(line)
        written = when(document["dct"].replace("-", "/"), None)
        written = when(document["dct"], None) or written
        day = written.start if written else None
        for time in document["timex"]:
            value = time.get("value") or ""
            meant = days_of(value) if value[:4].isdigit() else None
            if time.get("type") != "DATE" or meant is None or time["start"] is None:
                continue
            start = time["start"]
            around = Around(document["text"][max(0, start - 90) : start])
            found = when(time["text"], day, around)
            total += 1
            right += found is not None and _same(found, meant, around)
    return 100 * right / max(total, 1)


def _same(found: Interval, meant: Days, around: Around) -> bool:
    """Compare days; behind "since", which TIMEX3 leaves outside, only the first."""
    if around.since and found.end is None:
        return found.start == meant[0]
    return (found.start, found.end) == meant


def _spans(path: Path) -> float:
    """Give the F1 of times found by the program, where any overlap counts."""
    pipeline = Pipeline.load()
    right = found = meant = 0
    for line in path.read_text("utf-8").splitlines():
        row = json.loads(line)
        # the layers cover the first six sentences, a line each
        text = "\n".join(row["text"].split("\n")[:6])
        raw = RawDocument("suite", text.encode(), "text")
        given = [m for m in pipeline.read(raw).mentions if m.kind == "time"]
        times = [t["text"].lower() for t in row["timex"] if _starts_in(t, text)]
        found, meant = found + len(given), meant + len(times)
        for words in times:
            same = (m for m in given if _overlap(m.text.lower(), words))
            if match := next(same, None):
                given.remove(match)
                right += 1
    return 200 * right / (found + meant)


def _starts_in(time: dict[str, Any], text: str) -> bool:
    return time["start"] is not None and time["start"] < len(text)


def _overlap(first: str, second: str) -> bool:
    return first in second or second in first


if __name__ == "__main__":
    print_figures("dates", measure())
