"""How often an actor mention gets its code, given its span, form and context.

Held-out tenth of the corpus (per form and over all) and the mentions of the NGEC
tests. A mention counts as right if its code is among those given and no more codes
are given than are meant.
"""

import hashlib
import json
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

from evals.shared import ROOT, shared_folder
from realpolitik.core.actor import Actor
from realpolitik.core.document import Document, Passage
from realpolitik.core.mention import Mention
from realpolitik.core.span import Span
from realpolitik.knowledge import tables
from realpolitik.resolving.resolver import Resolver
from realpolitik.resolving.times import when

_SECTORS = frozenset(
    [
        "GOV",
        "LEG",
        "JUD",
        "MIL",
        "SPY",
        "COP",
        "REB",
        "PTY",
        "OPP",
        "BUS",
        "MED",
        "EDU",
        "REL",
        "NGO",
        "LAB",
        "CRM",
        "REF",
        "CVL",
    ]
)
# What the NGEC tests call our bodies; entities count there for the state they lie in.
_NGEC = {"EU": "EUR", "UN": "UNO", "WORLD_BANK": "IGO"} | {
    row["code"]: row["country"] for row in tables.rows("places/within.csv")
}
Row = dict[str, Any]


def measure() -> dict[str, float] | None:
    """Give accuracy in percent: per form, over all, and on the NGEC tests."""
    shared = shared_folder()
    rows = [row for row in stanzas() if held_out(row)]
    if shared is None or not rows:
        return None
    figures = code_accuracy(rows)
    return figures | _ngec(shared / "eval" / "actors_ngec_dev.jsonl")


def stanzas() -> list[Row]:
    """Read every annotated sentence that is here."""
    from training import stanzas as corpus

    return corpus.load() if (ROOT / "training").is_dir() else []


def held_out(row: Row) -> bool:
    """Say whether a sentence belongs to the tenth that is for figures only."""
    name = row.get("doc") or row["id"]
    return int(hashlib.md5(name.encode()).hexdigest(), 16) % 10 == 0


def code_accuracy(rows: Iterable[Row]) -> dict[str, float]:
    """Give the percentage of mentions whose code is right, per form and over all."""
    right: Counter[str] = Counter()
    total: Counter[str] = Counter()
    for form, gold, given, _ in judged(rows):
        for code in gold:
            total[form] += 1
            right[form] += code in given and len(given) <= len(gold)
    figures = {form: 100 * right[form] / total[form] for form in sorted(total)}
    return figures | {"all": 100 * right.total() / max(total.total(), 1)}


def judged(
    rows: Iterable[Row],
) -> Iterator[tuple[str, set[str], set[str], tuple[Row, Mention]]]:
    """Give form, meant codes and given codes of each actor span ("?" is unknown)."""
    resolver = Resolver.load()
    for row in rows:
        document, mentions, meant = as_document(row)
        for mention in resolver.resolve(document, mentions):
            if mention.kind != "actor":
                continue
            gold = meant[mention.start, mention.end]
            actors = [m for m in mention.meanings if isinstance(m, Actor)]
            given = {a.code or "?" for a in actors} or {"?"}
            yield str(mention.form), gold, given, (row, mention)


def as_document(
    row: Row,
) -> tuple[Document, list[Mention], dict[tuple[int, int], set[str]]]:
    """Make a document of a sentence and what stands before it."""
    before = row.get("before") or ""
    spans, text = [], ""
    for part in filter(None, re.split(r"(?<=[.?!]) (?=[A-Z\"“])", before)):
        spans.append(Span(len(text), len(text) + len(part)))
        text += part + " "
    at, number = len(text), len(spans)
    text += row["text"]
    spans.append(Span(at, len(text)))
    meant: dict[tuple[int, int], set[str]] = defaultdict(set)
    mentions = []
    for name, found in row["mentions"].items():
        start, end = at + found["start"], at + found["end"]
        if name[0] == "a":
            code, _, sector = found["code"].partition(".")
            new = (start, end) not in meant
            meant[start, end].add("?" if code in _SECTORS else code)
            if new:
                mentions.append(
                    Mention(
                        number, found["text"], start, end, "actor", found["kind"],
                        sector or None,
                    )
                )  # fmt: skip
        else:
            kind = {"t": "time", "p": "place", "q": "quantity"}[name[0]]
            mentions.append(Mention(number, found["text"], start, end, kind))
    mentions.sort(key=_start)
    document = Document(
        row["id"], "corpus", text, "", len(text), "text",
        published=_day(row["date"]), speaker=row.get("speaker"),
        passages=(Passage("paragraph", 0, len(text)),), sentences=tuple(spans),
    )  # fmt: skip
    return document, mentions, meant


def _start(mention: Mention) -> int:
    return mention.start


def _day(text: str) -> date | None:
    return date.fromisoformat(text) if len(text) == 10 else None


def _ngec(path: Any) -> dict[str, float]:
    resolver, right, total = Resolver.load(), 0, 0
    for line in path.read_text("utf-8").splitlines():
        case = json.loads(line)
        if not case.get("country"):
            continue
        text = case["mention"]
        context = case.get("context") or ""
        at = context.find(text)
        whole = context if at >= 0 else text
        start = max(at, 0)
        asked = when(case.get("query_date") or "", None)
        day = asked.start if asked else None
        document = Document(
            case["id"], "ngec", whole, "", len(whole), "text", published=day,
            sentences=(Span(0, len(whole)),),
        )  # fmt: skip
        mention = Mention(0, text, start, start + len(text), "actor")
        (found,) = resolver.resolve(document, [mention])
        codes = {m.code for m in found.meanings if isinstance(m, Actor)}
        total += 1
        right += {_NGEC.get(str(code), code) for code in codes} == {case["country"]}
    return {"ngec-country": 100 * right / max(total, 1)}
