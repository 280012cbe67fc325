"""Score what was read against the stanzas, as the corpus' official scorer does.

Levels: type = kind and type; who = type, and actors and recipients overlap (or both
are empty); strict = type, and both sets of codes equal; all = who, modality, negation
and first speaker. Codes are compared without their sector.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Protocol

from realpolitik.core.claim import FROM_CONTEXT, Claim, Party
from realpolitik.core.document import Document, Passage
from realpolitik.core.mention import Mention
from realpolitik.core.span import Span

LEVELS = ("type", "who", "strict", "all")
KINDS = ("event", "stance", "figure", "judgement")
_SIDES = {
    "event": ("actor", "recipient"),
    "stance": ("holder", "toward"),
    "figure": ("subject", "counterpart"),
    "judgement": ("dyad", "-"),
}


@dataclass
class Said:
    """One claim as the scorer compares it."""

    kind: str
    type: str
    actor: set[str] = field(default_factory=set)
    recipient: set[str] = field(default_factory=set)
    modality: str | None = None
    negated: bool = False
    by: str | None = None
    trigger: tuple[int, int] = (0, 0)


class Read(Protocol):
    """What a draft and a claim as said have in common."""

    kind: str
    type: str
    actor: tuple[int, ...]
    recipient: tuple[int, ...]
    speaker: tuple[int, ...]
    modality: str
    negated: bool


def gold_claims(row: dict[str, Any]) -> list[Said]:
    """Give a stanza's claims."""
    out = []
    for c in row["claims"]:
        actor, recipient = (
            {base(row["mentions"][m]["code"]) for m in c.get(side, [])} - {"?"}
            for side in _SIDES[c["kind"]]
        )
        said = Said(c["kind"], c["code"].split("/")[0], actor, recipient)
        said.modality, said.negated = c.get("mod"), c["neg"]
        said.trigger = (c["trigger"]["start"], c["trigger"]["end"])
        if by := (c.get("by") or [None])[0]:
            own = row.get("speaker", "?")
            said.by = base(own if by == "speaker" else row["mentions"][by]["code"])
        out.append(said)
    return out


def with_gold_codes(
    claim: Read, mentions: Sequence[Mention], row: dict[str, Any], *, offset: int = 0
) -> Said:
    """Give a claim that was read, its mentions resolved by the gold mention that each
    overlaps best; one that overlaps none is wrong. No resolver comes in.
    """

    def codes(numbers: Iterable[int]) -> set[str]:
        found = [_codes(mentions[n], row, offset) for n in numbers]
        return set().union(*found)

    said = Said(claim.kind, claim.type, codes(claim.actor), codes(claim.recipient))
    said.modality, said.negated = claim.modality, claim.negated
    if claim.speaker:
        first = claim.speaker[0]
        if first == FROM_CONTEXT:
            said.by = base(row.get("speaker", "?"))
        else:
            said.by = min(codes([first]), default="?")
    return said


def document_of(row: dict[str, Any]) -> Document:
    """Put a stanza as a document: what came before it, then the sentence."""
    before = row.get("before", "")
    text = f"{before}\n{row['text']}" if before else row["text"]
    first = len(text) - len(row["text"])
    spans = [Span(first, len(text))]
    if before:
        spans.insert(0, Span(0, len(before)))
    passage = Passage("paragraph", 0, len(text), row.get("speaker"))
    return Document(
        id=row["id"],
        source="corpus",
        text=text,
        sha256="",
        bytes=0,
        format="text",
        published=_day(row["date"]),
        passages=(passage,),
        sentences=tuple(spans),
    )


def resolved(claim: Claim) -> Said:
    """Put a resolved claim as the scorer compares it."""
    out = Said(
        claim.kind, claim.type, _party_codes(claim.actor), _party_codes(claim.recipient)
    )
    out.modality, out.negated = claim.modality, claim.negated
    if claim.speaker:
        out.by = claim.speaker[0].actor.code or "?"
    return out


def base(code: str) -> str:
    """Give a code without its sector."""
    return code.split(".", maxsplit=1)[0]


def _codes(mention: Mention, row: dict[str, Any], offset: int) -> set[str]:
    start, end = mention.start - offset, mention.end - offset
    best, codes = 0.0, {"wrong"}
    for name, gold in row["mentions"].items():
        shared = min(end, gold["end"]) - max(start, gold["start"])
        if name[0] != "a" or shared <= 0:
            continue
        score = shared / (max(end, gold["end"]) - min(start, gold["start"]))
        if score > best:
            best, codes = score, set()
        if score == best:
            codes.add(base(gold["code"]))
    return codes - {"?"}


def _party_codes(parties: Iterable[Party]) -> set[str]:
    return {party.actor.code for party in parties if party.actor.code}


def _day(text: str) -> date:
    year, month, day = [*map(int, text.split("-")), 1, 1][:3]
    return date(year, month, day)


def levels(gold: Said, said: Said) -> tuple[float, set[str]]:
    """Say at which levels two claims agree, and how good a pair they make."""
    if (gold.kind, gold.type) != (said.kind, said.type):
        return 0.0, set()
    got, both = {"type"}, said.actor | said.recipient
    # a reciprocal event counts in either layout
    reciprocal = gold.kind == "event" and not gold.recipient and gold.actor <= both
    if reciprocal and gold.actor and said.actor:
        who = True
    else:
        who = _side(gold.actor, said.actor) and _side(gold.recipient, said.recipient)
    same = gold.modality is None or gold.modality == said.modality
    same_negation = gold.negated == said.negated
    if who:
        got.add("who")
    if gold.actor == said.actor and gold.recipient == said.recipient:
        got.add("strict")
    if who and same and same_negation and gold.by == said.by:
        got.add("all")
    return len(got) + 0.1 * (same and same_negation), got


def _side(gold: set[str], said: set[str]) -> bool:
    return bool(gold & said) or (not gold and not said)


def pair_up(
    golds: Sequence[Said], saids: Sequence[Said]
) -> list[tuple[int, int, set[str]]]:
    """Pair the claims of one sentence, the best pairs first."""
    every = [
        (levels(g, s), i, j) for i, g in enumerate(golds) for j, s in enumerate(saids)
    ]
    used_golds, used_saids, out = set(), set(), []
    for (value, got), i, j in sorted(every, key=lambda pair: -pair[0][0]):
        if value > 0 and i not in used_golds and j not in used_saids:
            used_golds.add(i)
            used_saids.add(j)
            out.append((i, j, got))
    return out


def count(
    golds: Iterable[Sequence[Said]], saids: Iterable[Sequence[Said]]
) -> Counter[str]:
    """Count claims and matches over sentences; also by kind and by type."""
    out: Counter[str] = Counter()
    for gs, ss in zip(golds, saids, strict=True):
        for name, claims in (("gold", gs), ("read", ss)):
            for c in claims:
                out.update((name, f"{name} {c.kind}", f"{name} {c.kind} {c.type}"))
        for i, _, got in pair_up(gs, ss):
            kind, type_ = gs[i].kind, gs[i].type
            for level in got:
                out.update((level, f"{level} {kind}", f"{level} {kind} {type_}"))
    return out


def f1(counts: Counter[str], level: str, of: str = "") -> float:
    """Give the F1 of a level in percent, of all claims or of a kind (and type)."""
    tail = f" {of}" if of else ""
    both = counts["gold" + tail] + counts["read" + tail]
    return 200 * counts[level + tail] / max(1, both)
