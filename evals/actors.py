"""How often an actor mention gets its code, given its span, form and context.

    python -m evals.actors

Held-out tenth of the corpus (per form, over all, and of those that take part in
claims) and the mentions of the NGEC tests. A mention counts as right if its code is
among those given and no more codes are given than are meant. `sector` is that of the
mentions whose code is known, asked without the reader's view of it; `unknown` is how
many of those that nobody can place stay so.
"""

import hashlib
import json
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from typing import Any

from evals.shared import ROOT, print_figures, shared_folder
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
# What the NGEC tests call our bodies; entities and movements count there for the state
# in which they lie.
_STATES = {row["code"] for row in tables.rows("actors/states.csv")}
_GROUPS = {
    row["code"]: row["base"][:3]
    for row in tables.rows("actors/groups.csv")
    if row["code"] not in _STATES
}
_ENTITIES = {row["code"]: row["country"] for row in tables.rows("places/within.csv")}
_NGEC = (
    _GROUPS | _ENTITIES | {"EU": "EUR", "UN": "UNO", "ICJ": "UNO", "WORLD_BANK": "IGO"}
)
# What they say by a sector, we say by the code alone: armed movements, entities that
# few recognise, courts of states.
_BY_CODE = (
    dict.fromkeys(_GROUPS, "REB") | dict.fromkeys(_ENTITIES, "PRE") | {"ICJ": "JUD"}
)
# Kinds that have a sector of their own there and are filed under another one here.
_OURS = {"AGR": "LAB", "PRM": "REB", "SOC": "NGO"}
Row = dict[str, Any]


def measure() -> dict[str, float] | None:
    """Give accuracy in percent: per form, over all, and on the NGEC tests."""
    shared = shared_folder()
    rows = [row for row in stanzas() if held_out(row)]
    if shared is None or not rows:
        return None
    figures = code_accuracy(rows) | in_claims(rows)
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


def in_claims(rows: Iterable[Row]) -> dict[str, float]:
    """Give code, sector and silence on the mentions that take part in claims."""
    resolver = Resolver.load()
    right: Counter[str] = Counter()
    total: Counter[str] = Counter()
    for row in rows:
        document, mentions, _ = as_document(row)
        bare = [replace(m, sector=None) for m in mentions]
        found = resolver.resolve(document, bare)
        given = {m.start: _actors(m) for m in found if m.kind == "actor"}
        at = document.sentences[-1].start
        for party in _parties(row):
            code, _, sector = party["code"].partition(".")
            actors = given[at + party["start"]]
            known = code != "?" and code not in _SECTORS
            figure = "in-claims" if known else "unknown"
            total[figure] += 1
            right[figure] += code in actors if known else not any(actors)
            if known:
                total["sector"] += 1
                right["sector"] += actors.get(code, sector) == sector
    return {figure: 100 * right[figure] / total[figure] for figure in sorted(total)}


def _actors(mention: Mention) -> dict[str | None, str]:
    actors = (m for m in mention.meanings if isinstance(m, Actor))
    return {a.code: a.sector or "" for a in actors}


def _parties(row: Row) -> list[Row]:
    roles = ("actor", "recipient", "speaker")
    names = [
        name
        for claim in row.get("claims") or ()
        for role in roles
        for name in claim.get(role) or ()
    ]
    found = (row["mentions"].get(name) for name in dict.fromkeys(names))
    return [mention for mention in found if mention]


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
    resolver = Resolver.load()
    right: Counter[str] = Counter()
    total: Counter[str] = Counter()
    for line in path.read_text("utf-8").splitlines():
        case = json.loads(line)
        found = resolver.resolve(*_ngec_case(case))[0]
        actors = _actors(found)
        country, sector = case.get("country"), case.get("code_1")
        sectors = _ngec_sectors(found, actors)
        for figure, meant, right_one in (
            ("country", country, [_NGEC.get(str(c), c) for c in actors] == [country]),
            ("sector", sector, sectors in ([sector], [_OURS.get(str(sector))])),
            ("sector-as-written", sector, sectors == [sector]),
        ):
            total[figure] += bool(meant)
            right[figure] += bool(meant) and right_one
    return {f"ngec-{figure}": 100 * right[figure] / total[figure] for figure in total}


def _ngec_case(case: Row) -> tuple[Document, list[Mention]]:
    """Make a document of a mention: in its context, or behind it where the context is
    a word on what the text is about ("Saudi").
    """
    text, context = case["mention"], case.get("context") or ""
    if text in context:
        whole, start, spans = context, context.find(text), (Span(0, len(context)),)
    else:
        lead = f"{context}. " if context else ""
        whole, start = lead + text, len(lead)
        ends = (Span(0, len(lead) - 1),) if lead else ()
        spans = (*ends, Span(start, len(whole)))
    asked = when(case.get("query_date") or "", None)
    document = Document(
        case["id"], "ngec", whole, "", len(whole), "text",
        published=asked.start if asked else None, sentences=spans,
    )  # fmt: skip
    number = len(spans) - 1
    return document, [Mention(number, text, start, start + len(text), "actor")]


def _ngec_sectors(found: Mention, actors: dict[str | None, str]) -> list[str]:
    """Give sectors as the NGEC tests call them: a state by itself is its government
    there, somebody of no sector is UNK; a noun of no state has a sector all the same.
    """
    if not actors:
        return [found.sector or "UNK"]
    return [sector or _BY_CODE.get(c or "", "GOV") for c, sector in actors.items()]


if __name__ == "__main__":
    print_figures("actors", measure())
