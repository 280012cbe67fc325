"""Turn stanzas into what the model learns from: pieces in, labels out."""

from dataclasses import dataclass, field
from typing import Any

from realpolitik.reading.pieces import Laid, Pieces, Sentence, context_words
from realpolitik.reading.words import WORD
from training import labels

TYPE = {name: i for i, name in enumerate(labels.TYPES)}
CANDIDATE = {name: i for i, name in enumerate(labels.CANDIDATES)}
ROLES_ACTOR = ("actor", "holder", "subject", "dyad")
ROLES_RECIPIENT = ("recipient", "toward", "counterpart")


@dataclass
class Mention:
    """A candidate of the second pass: words [start, end) and what it is."""

    start: int
    end: int
    kind: str
    sector: int = -1
    codes: tuple[str, ...] = ()


@dataclass
class Claim:
    """One claim's labels; roles by the number of the mention (0 is the speaker)."""

    start: int
    end: int
    type: int
    modality: int = -1
    negated: int = 0
    mode: int = -1
    indicator: int = -1
    issue: list[int] = field(default_factory=list)
    about: tuple[int, int] | None = None
    party: dict[int, int] = field(default_factory=dict)
    by_outer: set[int] = field(default_factory=set)
    by_inner: set[int] = field(default_factory=set)
    link: set[int] = field(default_factory=set)


@dataclass
class Example:
    """One sentence as laid out, with its tags, mentions and claims."""

    row: dict[str, Any]
    laid: Laid
    mentions: list[Mention]
    claims: list[Claim]
    actor_tags: list[int]
    other_tags: list[int]
    trigger_tags: list[int]
    learn_mentions: bool


def context(row: dict[str, Any], *, code: bool) -> list[str]:
    """Give the context of a stanza; the speaker's code is shown or hidden."""
    sentence = Sentence(row["text"], row.get("before", ""), "speaker" in row)
    words = context_words(sentence)
    if code and "speaker" in row:
        return [words[0], *WORD.findall(row["speaker"]), *words[1:]]
    return words


def example(row: dict[str, Any], pieces: Pieces, *, code: bool) -> Example:
    """Label one stanza."""
    sentence = Sentence(row["text"], has_speaker="speaker" in row)
    laid = pieces.lay_after(sentence, context(row, code=code))
    spans = laid.spans
    mentions, numbers = _mentions(row, spans)
    claims = _claims(row, spans, numbers)
    count = len(spans)
    actor_tags, other_tags = [0] * count, [0] * count
    for kinds, tags, names in (
        (labels.FORMS, actor_tags, labels.ACTOR_TAGS),
        (labels.OTHERS, other_tags, labels.OTHER_TAGS),
    ):
        found = [m for m in mentions[1:] if m.kind in kinds]
        for mention in sorted(found, key=_longest_first):
            if not any(tags[mention.start : mention.end]):
                begin, inside = (names.index(f"{b}-{mention.kind}") for b in "BI")
                length = mention.end - mention.start
                tags[mention.start : mention.end] = [begin] + [inside] * (length - 1)
    trigger_tags = [0] * count
    for claim in claims:
        trigger_tags[claim.start : claim.end] = [1] * (claim.end - claim.start)
    for claim in claims:
        trigger_tags[claim.start] = 2 + claim.type
    return Example(
        row,
        laid,
        mentions,
        claims,
        actor_tags,
        other_tags,
        trigger_tags,
        bool(row["claims"]),
    )


def _longest_first(mention: Mention) -> int:
    return mention.start - mention.end


def _word_span(
    spans: list[tuple[int, int]], found: dict[str, Any]
) -> tuple[int, int] | None:
    inside = [
        i for i, (s, e) in enumerate(spans) if e > found["start"] and s < found["end"]
    ]
    return (inside[0], inside[-1] + 1) if inside else None


def _mentions(
    row: dict[str, Any], spans: list[tuple[int, int]]
) -> tuple[list[Mention], dict[str, int]]:
    mentions = [Mention(-1, 0, "speaker")]
    numbers = {"speaker": 0}
    places: dict[tuple[int, int, str], int] = {}
    for name, found in row["mentions"].items():
        at = _word_span(spans, found)
        if at is None:
            continue
        kind = found["kind"] if name[0] == "a" else labels.LETTERS[name[0]]
        sector, code = -1, ()
        if name[0] == "a":
            base, _, after = found["code"].partition(".")
            sector, code = labels.SECTORS.index(after or "none"), (base,)
        key = (*at, "actor" if name[0] == "a" else kind)
        if key in places:
            mentions[places[key]].codes += code
        else:
            places[key] = len(mentions)
            mentions.append(Mention(*at, kind, sector, code))
        numbers[name] = places[key]
    return mentions, numbers


def _claims(
    row: dict[str, Any], spans: list[tuple[int, int]], numbers: dict[str, int]
) -> list[Claim]:
    claims: dict[int, Claim] = {}
    for got in row["claims"]:
        at = _word_span(spans, got["trigger"])
        if at is None:
            continue
        type_, _, mode = got["code"].partition("/")
        if got["kind"] == "figure":
            type_ = "figure"
        claim = claims.setdefault(at[0], Claim(*at, TYPE[type_]))
        _fill(claim, got, numbers, mode)
        if "about" in got and (about := _word_span(spans, got["about"])):
            claim.about = about
    return list(claims.values())


def _fill(
    claim: Claim, got: dict[str, Any], numbers: dict[str, int], mode: str
) -> None:
    if "mod" in got:
        claim.modality = labels.MODALITIES.index(got["mod"])
    claim.negated = int(got["neg"])
    type_ = labels.TYPES[claim.type]
    if got["kind"] == "event":
        name = f"{type_}/{mode}" if mode else "none"
        claim.mode = labels.MODES.index(name) if name in labels.MODES else 0
    if got["kind"] == "figure":
        claim.indicator = labels.INDICATORS.index(got["code"])
    claim.issue += [labels.ISSUES.index(i) for i in got.get("issue", [])]
    for names, value in ((ROLES_ACTOR, 1), (ROLES_RECIPIENT, 2)):
        for ref in _refs(got, names, numbers):
            claim.party[ref] = claim.party.get(ref, 0) | value
    claim.link |= set(_refs(got, ("when", "where", "amount"), numbers))
    by = [numbers[r] for r in got.get("by", []) if r in numbers]
    claim.by_outer |= set(by[:1])
    claim.by_inner |= set(by[1:2])


def _refs(
    got: dict[str, Any], names: tuple[str, ...], numbers: dict[str, int]
) -> list[int]:
    refs = [ref for name in names for ref in got.get(name, [])]
    return [numbers[ref] for ref in refs if ref in numbers]
