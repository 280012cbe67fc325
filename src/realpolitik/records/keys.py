"""When two claims report the same thing: the key of a claim.

| kind | same when these agree, besides kind, type, parties, modality and negation |
|---|---|
| event | the days said in the text, else the day of the document |
| figure | number, unit and the days said in the text |
| stance | what it is about |
| judgement | who says so |

What leaves the question open (a party that could not be placed, no day, no words for
what a stance is about) agrees only where the whole sentence does.
"""

import json
import re
import unicodedata
from collections.abc import Iterable
from datetime import date
from hashlib import sha256
from typing import Protocol

from realpolitik.core.claim import Claim, Party

Key = tuple[object, ...]

EITHER_WAY = frozenset({("CONSULT", None), ("SUPPORT", "sign")})
"""Types (with a mode, or None for all modes) whose direction does not tell two apart:
a visit reported from the host's side, a signing with one party named first."""


class Printed(Protocol):
    """What a key needs to know of a document."""

    @property
    def id(self) -> str:
        """The document's id."""

    @property
    def published(self) -> date | None:
        """The day of publication."""

    @property
    def publisher(self) -> str | None:
        """Who printed it."""


def record_key(claim: Claim, document: Printed) -> str:
    """Hash what a claim reports: equal for claims that report the same."""
    return digest(*_head(claim), *_rest(claim, document))


def reprint_key(claim: Claim) -> str:
    """Hash what a claim reports and the words of its sentence, whatever the day."""
    return digest(*_head(claim), plain(claim.text))


def digest(*parts: object) -> str:
    """Give 16 hex digits that depend on nothing but the parts."""
    return sha256(json.dumps(parts, default=str).encode()).hexdigest()[:16]


def plain(text: str) -> str:
    """Keep only what reprints have in common: letters and digits, case ignored.

    >>> plain("“Russia’s” troops -  left.")
    'russias troops left'
    """
    folded = unicodedata.normalize("NFKC", text).casefold()
    bare = re.sub(r"[^\w\s]|_", "", folded)
    return " ".join(bare.split())


def is_either_way(claim: Claim) -> bool:
    """Tell whether actor and recipient are one set of parties for this claim."""
    if claim.kind == "judgement":
        return True
    return not {(claim.type, None), (claim.type, claim.mode)}.isdisjoint(EITHER_WAY)


def _head(claim: Claim) -> Key:
    return (
        claim.kind,
        claim.type,
        *_parties(claim),
        claim.modality,
        claim.negated,
    )


def _parties(claim: Claim) -> tuple[list[str], list[str]]:
    if is_either_way(claim):
        return _names((*claim.actor, *claim.recipient)), []
    return _names(claim.actor), _names(claim.recipient)


def _names(parties: Iterable[Party]) -> list[str]:
    return sorted({_name(party) for party in parties})


def _name(party: Party) -> str:
    return party.actor.code or f"? {plain(party.text or '')}"


def _rest(claim: Claim, document: Printed) -> Key:
    if _is_open(claim):
        return ("sentence", plain(claim.text))
    if claim.kind == "figure":
        return (*_amount(claim), *_said(claim))
    if claim.kind == "stance":
        return ("about", plain(claim.about.text if claim.about else ""))
    if claim.kind == "judgement":
        speakers = _names(claim.speaker)
        return ("by", speakers) if speakers else ("in", document.id)
    return _days(claim, document)


def _is_open(claim: Claim) -> bool:
    parties = (*claim.actor, *claim.recipient)
    if not parties or any(party.actor.code is None for party in parties):
        return True
    if claim.kind == "figure":
        return claim.amount is None or claim.amount.quantity.value is None
    return claim.kind == "stance" and claim.about is None


def _amount(claim: Claim) -> Key:
    if claim.amount is None:
        return ()
    quantity = claim.amount.quantity
    return (quantity.value, quantity.high, quantity.unit)


def _days(claim: Claim, document: Printed) -> Key:
    if said := _said(claim):
        return said
    if document.published:
        return ("days", document.published, document.published)
    return ("in", document.id)


def _said(claim: Claim) -> Key:
    if claim.when is None:
        return ()
    interval = claim.when.interval
    if interval.start is None and interval.end is None:
        return ()
    return ("days", interval.start, interval.end)
