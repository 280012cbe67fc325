"""Which mentions are no parties of a claim, though they stand near its trigger."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from realpolitik.core.claim import FROM_CONTEXT, Party, SaidClaim
from realpolitik.core.document import Document
from realpolitik.core.mention import Mention

_LONG = 3  # letters: "OMAN -" may head a report, "US -" does not
_LEAD = 3  # characters before a dateline: a bracket, stars
_DASH = re.compile(r"\s*(?:-{1,2}|[–—])\s")
_CREDIT = re.compile(r"(?:,[^.()\n]{1,30})?\s*\([^()\n]{1,40}\)\s*(?:-{1,2}|[–—])\s")
_AT_REQUEST = re.compile(
    r"\bat the (?:(?:\w+ )?request|invitation|behest|urging|instigation) of"
    r"(?: the| an?)?\s+$",
    re.IGNORECASE,
)
_ON_TOPIC = re.compile(r"\s*(?:on|about|over)(?: the)?\s+$", re.IGNORECASE)
_MUTUAL = ("CONSULT", "AGREE", "COOPERATE", "SUPPORT")
_TALKS = ("CONSULT", "AGREE")


def attached(
    document: Document, said: SaidClaim, mentions: Sequence[Mention]
) -> SaidClaim:
    """Leave out of a claim what is no party of it.

    A place that heads a report ("BRUSSELS, 9 May (Agency) -") does nothing; who asked
    for something ("at the request of Iran") is not whom it was done to; what is talked
    about ("talks on Syria") does not talk.
    """
    actor = tuple(n for n in said.actor if not _is_dateline(n, document, mentions))
    recipient = tuple(
        n
        for n in said.recipient
        if not _is_dateline(n, document, mentions)
        and not _is_aside(n, document, said, mentions)
    )
    if (actor, recipient) == (said.actor, said.recipient):
        return said
    return replace(said, actor=actor, recipient=recipient)


def distinct(
    said: SaidClaim, actors: Iterable[Party], recipients: Iterable[Party]
) -> tuple[tuple[Party, ...], tuple[Party, ...]]:
    """Give the parties of both sides, none of them on both.

    A judgement names each code once; else a state's army may well act on its own
    people, and only the same part of a state is the same party. What one does to
    another, the party on both sides has done to it where others are left to do it;
    all else it does.
    """
    if said.kind == "judgement":
        sides = _first_of_each(actors, {})
        return sides, _first_of_each(recipients, dict.fromkeys(map(_code, sides)))
    actors, recipients = tuple(actors), tuple(recipients)
    if said.kind == "event" and said.type not in _MUTUAL:
        others = _without(actors, recipients)
        actors = others if any(map(_code, others)) else actors
    return actors, _without(recipients, actors)


def _without(
    parties: tuple[Party, ...], others: tuple[Party, ...]
) -> tuple[Party, ...]:
    taken = {_part(party) for party in others if party.actor.code}
    return tuple(party for party in parties if _part(party) not in taken)


def _first_of_each(
    parties: Iterable[Party], seen: dict[str | None, None]
) -> tuple[Party, ...]:
    """Give the first party of each code that is not `seen` yet, and the unplaced."""
    out = []
    for party in parties:
        if party.actor.code is None or party.actor.code not in seen:
            out.append(party)
            seen[party.actor.code] = None
    return tuple(out)


def _code(party: Party) -> str | None:
    return party.actor.code


def _part(party: Party) -> tuple[str | None, str | None]:
    return party.actor.code, party.actor.sector


def _is_dateline(number: int, document: Document, mentions: Sequence[Mention]) -> bool:
    if number == FROM_CONTEXT:
        return False
    mention = mentions[number]
    start = document.sentences[mention.sentence].start
    lead = document.text[start : mention.start]
    if len(lead) > _LEAD or any(c.isalnum() for c in lead):
        return False
    if _CREDIT.match(document.text, mention.end):
        return True
    loud = mention.text.isupper() and len(mention.text) > _LONG
    named = mention.form not in ("org", "person") or " " in mention.text
    return loud and named and bool(_DASH.match(document.text, mention.end))


def _is_aside(
    number: int, document: Document, said: SaidClaim, mentions: Sequence[Mention]
) -> bool:
    if number == FROM_CONTEXT:
        return False
    mention = mentions[number]
    start = document.sentences[mention.sentence].start
    if _AT_REQUEST.search(document.text, start, mention.start):
        return True
    between = document.text[said.trigger.end : mention.start]
    return said.type in _TALKS and bool(_ON_TOPIC.fullmatch(between))
