"""How well the suites bred to break dictionary coders are coded (PETRARCH, TABARI).

    python -m evals.dictionary_suites             the figures
    python -m evals.dictionary_suites --errors 40   and what was read where it is wrong

Their invented states (Gondor, Arnor) come in as a user's own actors, by the project's
import of the validation dictionary. A gold event counts as found where a claim has its
source, its target and its root: codes of WEIS (McClelland) and CAMEO become PLOVER
types by `data/code_roots.csv`, and codes of actors are compared by their first three
letters. Left out are rows that ask for no coding (a change of the coder's options, an
expected refusal), events with a party that is nobody, codes that the suites invented to
test a feature of a dictionary, mere comments (no PLOVER type), and the mirrored half of
a visit ("receives a visit"). Stances count as PLOVER codes them: backing in words is
SUPPORT, disapproval ACCUSE. `quiet` is the share of the sentences that must give
nothing between two of the actors in which nothing of the kind is read.
"""

import argparse
import csv
import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from itertools import product
from pathlib import Path
from typing import Any

from evals.plover import root
from evals.shared import print_figures, shared_folder
from realpolitik.core.claim import Claim
from realpolitik.core.document import RawDocument
from realpolitik.core.plain import plain_words
from realpolitik.knowledge.actors_file import actors_in
from realpolitik.knowledge.cameo_actors import cameo_actor
from realpolitik.knowledge.dictionaries import Importing, own_states
from realpolitik.knowledge.events import plover_type
from realpolitik.knowledge.own_actors import OwnActors
from realpolitik.pipeline import Pipeline

Row = dict[str, Any]
Triple = tuple[str, str, frozenset[str]]

_ROOTS = Path(__file__).parent / "data" / "code_roots.csv"
_SUITES = {
    "petrarch": ("events_petrarch_unit.jsonl", "cameo"),
    "tabari": ("events_tabari_validation.jsonl", "weis"),
}
_DICTIONARIES = ("PETR.Validate.actors.txt", "PETR.Validate.agents.txt")
_OPTIONS = ("DEF", "XYZ")  # parties that an option of the coder puts in
_PLANNED = frozenset(["CONSULT", "SUPPORT", "COOPERATE", "AID"])


@dataclass(frozen=True, slots=True)
class Read:
    """A row of a suite, what it asks for, and the claims that were read."""

    row: Row
    gold: tuple[Triple, ...]
    claims: tuple[Claim, ...]


def measure() -> dict[str, float] | None:
    """Score both suites; None where they are not here."""
    folder = shared_folder()
    if folder is None or not (folder / "eval" / _SUITES["tabari"][0]).is_file():
        return None
    pipeline = Pipeline.load(own=own_actors(folder))
    out: dict[str, float] = {}
    for name in _SUITES:
        out |= _figures(name, list(read(name, folder, pipeline)))
    return out


def own_actors(folder: Path) -> OwnActors:
    """Import the validation dictionaries as a user does, with codes of their own."""
    home = folder / "knowledge" / "petrarch_dictionaries"
    texts = [(home / name).read_text("utf-8").splitlines() for name in _DICTIONARIES]
    every = [line for lines in texts for line in lines]
    importing = Importing(states=own_states(every))
    entries = [entry for lines in texts for entry in importing.entries(lines)]
    return actors_in("\n".join(entries), home / _DICTIONARIES[0])


def read(name: str, folder: Path, pipeline: Pipeline) -> Iterator[Read]:
    """Read the rows of a suite that ask for coding."""
    file, system = _SUITES[name]
    for line in (folder / "eval" / file).read_text("utf-8").splitlines():
        row = json.loads(line)
        gold = tuple(wanted(row, system))
        if not gold and not (row["noevents"] and not row["events"]):
            continue
        day = day_of(row)
        raw = RawDocument(
            row["id"], plain_words(row["text"]).encode(), "text", date=day
        )
        yield Read(row, gold, pipeline.read(raw).claims)


def day_of(row: Row) -> date | None:
    """Give the day of a row; one of them has none that exists."""
    try:
        return date.fromisoformat(row["date"])
    except ValueError:
        return None


def wanted(row: Row, system: str) -> Iterator[Triple]:
    """Give the events that a row asks for: source, target and possible roots."""
    codes = [event["code"] for event in row["events"]]
    universal = row.get("events_up_cameo", [])
    if system == "cameo" and len(universal) == len(codes):
        codes = [event["code"] for event in universal]
    for event, code in zip(row["events"], codes, strict=True):
        parties = (event["source"], event["target"])
        types = types_of(system, code)
        mirrored = event["code"] == "033"
        if all(map(_is_actor, parties)) and types and not mirrored:
            source, target = (whose(str(party)) for party in parties)
            yield source, target, types


def whose(code: str) -> str:
    """Give the state of an actor's code, as the import reads it."""
    actor = cameo_actor(code)
    return code[:3] if isinstance(actor, str) else (actor.country or code)[:3]


def types_of(system: str, code: str) -> frozenset[str]:
    """Give the PLOVER types that a code of WEIS or CAMEO may be; none if unknown."""
    known = _code_roots()
    for length in (len(code), 3, 2):
        if (system, code[:length]) in known:
            return known[system, code[:length]]
    return frozenset()


@lru_cache(maxsize=1)
def _code_roots() -> dict[tuple[str, str], frozenset[str]]:
    with _ROOTS.open(encoding="utf-8") as lines:
        rows = csv.DictReader(line for line in lines if not line.startswith("#"))
        return {
            (row["system"], row["code"]): frozenset(row["types"].split())
            for row in rows
        }


def _is_actor(code: str | None) -> bool:
    """Say whether a code is somebody's: neither a blank nor an option's default."""
    return bool(code) and str(code)[:3].isalpha() and str(code)[:3] not in _OPTIONS


def found(gold: Triple, claims: Iterable[Claim]) -> bool:
    """Say whether a claim has the source, target and root of a gold event."""
    source, target, types = gold
    return any(
        (source, target) in pairs_of(claim) and not types.isdisjoint(_types(claim))
        for claim in claims
    )


def pairs_of(claim: Claim) -> set[tuple[str, str]]:
    """Give who does it to whom; those who do it together do it to each other, and a
    meeting is of all who take part.
    """
    actors, recipients = ({p.actor.code for p in side} for side in _sides(claim))
    if claim.type == "CONSULT":
        actors = recipients = actors | recipients
    pairs = product(actors, recipients or actors)
    return {(str(a)[:3], str(b)[:3]) for a, b in pairs if a != b}


def _sides(claim: Claim) -> tuple[Any, Any]:
    return claim.actor, claim.recipient


def _types(claim: Claim) -> frozenset[str]:
    """Give what PLOVER codes a claim as, and the act's own type where it is planned."""
    coded = plover_type(claim.type, claim.modality, negated=claim.negated)
    own = {coded} | ({claim.type} if claim.kind == "event" else set())
    if claim.modality == "planned" and claim.type in _PLANNED:
        own.add("AGREE")
    return frozenset(root(type_) for type_ in own if type_)


def _figures(name: str, reads: list[Read]) -> dict[str, float]:
    golds = [(gold, r.claims) for r in reads for gold in r.gold]
    right = sum(found(gold, claims) for gold, claims in golds)
    pairs = sum(_pair_found(gold, claims) for gold, claims in golds)
    roots = sum(_root_found(gold, claims) for gold, claims in golds)
    none = [r for r in reads if not r.gold]
    quiet = sum(not any(map(_is_coded, r.claims)) for r in none)
    return {
        f"{name}_events": len(golds),
        f"{name}_exact": 100 * right / len(golds),
        f"{name}_pair": 100 * pairs / len(golds),
        f"{name}_root": 100 * roots / len(golds),
        f"{name}_quiet": 100 * quiet / max(1, len(none)),
    }


def _is_coded(claim: Claim) -> bool:
    return bool(_types(claim)) and bool(pairs_of(claim))


def _pair_found(gold: Triple, claims: Iterable[Claim]) -> bool:
    return any(gold[:2] in pairs_of(claim) for claim in claims)


def _root_found(gold: Triple, claims: Iterable[Claim]) -> bool:
    return any(not gold[2].isdisjoint(_types(claim)) for claim in claims)


def main() -> None:
    """Print the figures, and what was read where it is wrong if asked."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--errors", type=int, default=0)
    left = parser.parse_args().errors
    print_figures("dictionary_suites", measure())
    folder = shared_folder()
    if not left or folder is None:
        return
    pipeline = Pipeline.load(own=own_actors(folder))
    for name in _SUITES:
        wrong = [
            (r, gold)
            for r in read(name, folder, pipeline)
            for gold in r.gold
            if not found(gold, r.claims)
        ]
        for r, gold in wrong[:: max(1, len(wrong) // left)]:
            print(_shown(r, gold))


def _shown(one: Read, gold: Triple) -> str:
    source, target, types = gold
    lines = [f"{one.row['id']}: {one.row['text']}"]
    lines += [f"  asked {source} > {target} {'/'.join(sorted(types))}"]
    for claim in one.claims:
        what = f"{claim.type} {claim.trigger.text!r}"
        sides = ["+".join(str(p.actor.code) for p in s) for s in _sides(claim)]
        words = ["+".join(str(p.text) for p in s) for s in _sides(claim)]
        lines.append(f"  read  {sides[0]} > {sides[1]} {what} {words}")
    return "\n".join(lines)


if __name__ == "__main__":
    main()
