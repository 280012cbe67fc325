"""The method note: who wrote this, how sure it is, and how good it has proved."""

from realpolitik.briefs.index import GRADES, SURE, Index
from realpolitik.briefs.prose import counted
from realpolitik.measures.sureness import LIMIT, sure
from realpolitik.reading.quality import Quality
from realpolitik.reading.quality import quality as quality_card

_KINDS = ("event", "stance", "figure", "judgement")

_SCORES = {
    "type": "kind and type",
    "who": "kind, type and parties",
    "strict": "kind, type and exactly the parties",
    "all": "kind, type, parties, modality, negation and speaker",
    "trigger": "the words that carry the claim",
    "mentions": "names, times, places and quantities",
}


def method(index: Index) -> tuple[str, ...]:
    """Say in a few paragraphs what a careful reader should know."""
    return tuple(text for text in (*_how(index), _held_out(index), _by_kind()) if text)


def quality(index: Index) -> str | None:
    """Say in short how far the reading can be trusted; None where nothing was read."""
    if not index.records:
        return None
    score = index.dossier.scores.get("who")
    proved = (
        f"on test texts it reaches {_hundred(score)} of 100 (F1) in kind, type and "
        "parties. "
        if score is not None
        else ""
    )
    return (
        f"Read by a program: {proved}Single records are quoted above from certainty "
        f"{SURE:.2f}: of claims at that certainty about {_hundred(SURE)} in a hundred "
        f"are right in kind, type and parties. Counts take in all from {LIMIT:.2f}. "
        "Read the sentence before you rely on it."
    )


def _how(index: Index) -> tuple[str, ...]:
    unsure = len(index.records) - len(sure(index.records))
    left = f"{counted(unsure, 'record')} here" if unsure else "none here"
    return (
        f"This brief was put together without a human hand by realpolitik "
        f"{index.dossier.reader}. Each statement puts into words what the sentence in "
        "its footnote is read to say; it is a finding aid to the sources and no "
        "judgement on whether they are right. Where the wording matters, read the "
        "sentence.",
        "Certainty says how sure the reader is that the sentence says so (kind, type "
        "and parties), not how likely it is to be true; of a hundred claims at 0.70 "
        f"some seventy are read right: {_grades()}. What lies below {LIMIT:.2f} "
        f"({left}) is kept apart under “Less sure” and enters no count.",
        "A happening reported several times counts once. Counts and chart hold only "
        "events told as facts; what is planned, possible, demanded, attempted or "
        "denied is listed as such. An event without a date of its own stands at the "
        "day of its document (“reported”).",
    )


def _grades() -> str:
    return ", ".join(f"{word} from {least:.2f}" for least, word in GRADES)


def _held_out(index: Index) -> str | None:
    scores = index.dossier.scores
    known = [key for key in _SCORES if key in scores]
    rest = sorted(key for key in scores if key not in _SCORES)
    said = [f"{_SCORES.get(key, key)} {_hundred(scores[key])}" for key in known + rest]
    if not said:
        return None
    return (
        "On held-out sentences with known claims the reader reaches, in F1 of 100: "
        f"{'; '.join(said)}. Two people who do the same work agree at about 87 on "
        "kind and type and 83 on parties as well."
    )


def _by_kind() -> str:
    """Say for each kind how many of the claims read are right, with intervals."""
    rows = {r.value: r for r in quality_card() if (r.part, r.by) == ("all", "kind")}
    said = [_shares(name, rows[name]) for name in _KINDS if name in rows]
    return (
        f"Of a hundred held-out claims read, by kind: {'; '.join(said)} (95 % "
        "intervals; `realpolitik doctor --quality` shows all)."
    )


def _shares(name: str, row: Quality) -> str:
    type_, who = row.precision, row.precision_who
    if type_ is None or who is None:
        return f"{name}s were not read"
    return (
        f"{name}s {type_.value:.0f} ({type_.low:.0f}-{type_.high:.0f}) are right in "
        f"kind and type, {who.value:.0f} ({who.low:.0f}-{who.high:.0f}) in their "
        "parties too"
    )


def _hundred(score: float) -> str:
    return f"{score * 100 if score <= 1 else score:.0f}"
