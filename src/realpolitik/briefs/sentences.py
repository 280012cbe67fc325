"""A claim in one careful clause: what it says, no more, and who says so.

Only what is presented as happened or holding is told as a fact of the report; what
is planned, possible, demanded, attempted or denied keeps that in its verb, and a view
keeps its holder. Statements carry no full stop.
"""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from itertools import groupby

from realpolitik.briefs.names import Named, codes, named, named_speaker, short_name
from realpolitik.briefs.prose import (
    amount,
    listed,
    plain,
    sentence_case,
    with_article,
)
from realpolitik.briefs.wording import Wording, wording
from realpolitik.core.claim import Claim, Party
from realpolitik.measures.figures import is_misnamed

LONGEST_ABOUT = 140
NOBODY = Named("a party not named", plural=False)
_SPOKEN = frozenset(("AGREE", "REQUEST", "ACCUSE", "REJECT", "THREATEN", "SUPPORT"))
_LINKS = {
    "aid": "to",
    "debt": "to",
    "exports": "to",
    "imports": "from",
    "investment": "in",
    "migrants": "to",
    "refugees": "to",
    "students": "in",
    "troops": "in",
    "visitors": "to",
    "visits": "to",
}
_OF_PEOPLE = (
    "casualties",
    "migrants",
    "population",
    "refugees",
    "students",
    "visitors",
)
_PEOPLE = ("CVL", "EDU", "REF")
_WHOLES = ("aid", "debt", "exports", "imports", "investment", "reserves", "trade")
_OFFERS = ("invit", "promis", "pledg", "offer")
_CERTAIN = 0.7
_POSITION = {"favour": "for", "against": "against", "unsure": "undecided about"}


def statement(
    claim: Claim, names: Mapping[str, str], *, as_of: date | None = None
) -> str:
    """Put a claim into words; `as_of` tells plans to come from plans gone by."""
    clause = _CLAUSES[claim.kind](claim, names, as_of)
    return sentence_case(_said(claim, clause, names))


def speakers(claim: Claim, names: Mapping[str, str]) -> str | None:
    """Name who says so, outermost first; None where the text itself does."""
    levels = _levels(claim, names)
    return ", citing ".join(level.text for level in levels) or None


def figure_name(claim: Claim, names: Mapping[str, str]) -> str:
    """Name the quantity of a figure: what, of whom, with whom.

    Where its words name another quantity than its type, they are the name.
    """
    subject = named(_without_people(claim), names)
    partner = named(claim.recipient, names, besides=claim.actor)
    if subject and partner and partner.text == subject.text:
        partner = None
    both = named(_by_code((*claim.actor, *claim.recipient)), names)
    if claim.type == "other" or is_misnamed(claim):
        indicator = f"“{plain(claim.trigger.text)}”"
        return sentence_case(f"{indicator} ({both.text})" if both else indicator)
    indicator = claim.type.replace("-", " ")
    if claim.type == "trade" and both and both.plural:
        return f"Trade between {both.text}"
    of = "from" if claim.type == "exports" else "of"
    name = indicator + (f" {of} {subject.text}" if subject else "")
    if partner:
        name += f" {_LINKS.get(claim.type, 'with regard to')} {partner.text}"
    return sentence_case(name)


def part_of_whole(claim: Claim) -> str:
    """Say of a per cent of what is counted in money that it is no sum of it.

    "99 per cent of exports" may be a share or a change; the claim does not tell.
    """
    unit = claim.amount.quantity.unit if claim.amount else None
    share = unit == "percent" and claim.type in _WHOLES
    return " (a share or a change)" if share else ""


def _without_people(claim: Claim) -> list[Party]:
    """Name the state alone where the figure itself counts its people."""
    if claim.type not in _OF_PEOPLE:
        return list(claim.actor)
    return [
        replace(party, actor=replace(party.actor, sector=None))
        if party.actor.code and party.actor.sector in _PEOPLE
        else party
        for party in claim.actor
    ]


def position(claim: Claim) -> str:
    """Give the word for a stance, its negation kept."""
    word = _POSITION.get(claim.type, claim.type)
    return f"not {word}" if claim.negated else word


def _by_code(parties: tuple[Party, ...]) -> list[Party]:
    return sorted(parties, key=lambda party: party.actor.code or "")


def _event(claim: Claim, names: Mapping[str, str], as_of: date | None) -> str:
    if _is_at_home(claim):
        claim = _met(claim)
    subject = named(claim.actor, names) or NOBODY
    words = _words(claim, names)
    if _denied(claim):
        return f"having {words.participle}"
    if claim.modality == "demanded" and claim.speaker:
        return f"for {subject.text} {'not ' if claim.negated else ''}to {words.base}"
    if claim.modality == "ongoing" and not claim.negated:
        return f"{subject.text} {words.base if subject.plural else words.third}"
    form = _NEGATED if claim.negated else _ASSERTED
    return form.get(claim.modality, form["actual"]).format(
        a=subject.text,
        past=words.past,
        base=words.base,
        be=_be(subject, past=_gone(claim, as_of)),
        does="do" if subject.plural else "does",
    )


def _is_at_home(claim: Claim) -> bool:
    """Whether a visitor would visit a guest: he acts where he is at home himself."""
    if (claim.type, claim.mode) != ("CONSULT", "visit") or claim.where is None:
        return False
    country, guests = claim.where.place.country, codes(claim.recipient)
    return country in codes(claim.actor) and bool(guests) and country not in guests


def _met(claim: Claim) -> Claim:
    """Put both sides of a meeting together, as they stand in the sentence."""
    sides = sorted((*claim.actor, *claim.recipient), key=_standing)
    return replace(claim, actor=tuple(sides), recipient=())


def _standing(party: Party) -> int:
    return party.start or 0


_ASSERTED = {
    "actual": "{a} {past}",
    "planned": "{a} {be} to {base}",
    "possible": "{a} may {base}",
    "demanded": "{a} {be} called on to {base}",
    "attempted": "{a} tried to {base}",
}
_NEGATED = {
    "actual": "{a} did not {base}",
    "ongoing": "{a} {does} not {base}",
    "planned": "{a} {be} not to {base}",
    "possible": "it is possible that {a} {does} not {base}",
    "demanded": "{a} {be} called on not to {base}",
    "attempted": "{a} did not try to {base}",
}


def _stance(claim: Claim, names: Mapping[str, str], _as_of: date | None) -> str:
    holder = named(claim.actor, names) or NOBODY
    about = f"“{plain(claim.about.text, longest=LONGEST_ABOUT)}”" if claim.about else ""
    toward = named(claim.recipient, names)
    if not about:
        about = toward.text if toward else "something that the sentence names"
    return f"{holder.text} {_be(holder, past=False)} {position(claim)} {about}"


def _figure(claim: Claim, names: Mapping[str, str], _as_of: date | None) -> str:
    value = amount(claim.amount.quantity) if claim.amount else "number not read"
    denied = "not " if claim.negated else ""
    said = {"planned": " (planned)", "possible": " (possible)", "demanded": " (wanted)"}
    mark = part_of_whole(claim) + said.get(claim.modality, "")
    return f"{figure_name(claim, names)}: {denied}{value}{mark}"


def _judgement(claim: Claim, names: Mapping[str, str], _as_of: date | None) -> str:
    pair = [with_article(short_name(code, names)) for code in codes(claim.actor)]
    verb = {"possible": "may be", "planned": "is to be", "demanded": "should be"}
    said = verb.get(claim.modality, "was" if claim.modality == "actual" else "is")
    if claim.negated:
        said = "may not be" if said == "may be" else f"{said} not"
    return f"the relationship of {listed(pair)} {said} {claim.type}"


_CLAUSES = {
    "event": _event,
    "stance": _stance,
    "figure": _figure,
    "judgement": _judgement,
}


def _said(claim: Claim, clause: str, names: Mapping[str, str]) -> str:
    """Put who says so in front, unless saying so is the deed or view itself."""
    levels = _levels(claim, names)
    if not levels or _own_words(claim):
        return clause
    if claim.kind == "figure":
        return f"{clause} (according to {levels[0].text})"
    *outer, inner = levels
    text = f"{inner.text} {_verb(claim, inner)} {clause}"
    for level in reversed(outer):
        text = f"{level.text} {'say' if level.plural else 'says'} that {text}"
    return text


def _verb(claim: Claim, speaker: Named) -> str:
    third = "" if speaker.plural else "s"
    if claim.kind == "event" and _denied(claim):
        return "deny" if speaker.plural else "denies"
    if claim.kind == "event" and claim.modality == "demanded":
        return f"call{third}"
    asked = " in a question" if claim.text.rstrip("”\"' ").endswith("?") else ""
    return f"say{third}{asked} that"


def _levels(claim: Claim, names: Mapping[str, str]) -> list[Named]:
    """Name the speakers, outermost first; those on one span speak together."""
    levels: list[Named] = []
    for _, group in groupby(claim.speaker, key=_span_of):
        each = [named_speaker(party, names) for party in group]
        texts = list(dict.fromkeys(one.text for one in each))
        level = Named(listed(texts), len(texts) > 1 or each[0].plural)
        if not levels or levels[-1] != level:
            levels.append(level)
    return levels


def _span_of(party: Party) -> tuple[int | None, int | None, str | None]:
    return party.start, party.end, party.actor.code if party.start is None else None


def _own_words(claim: Claim) -> bool:
    """Whether the speaker is the holder, or makes the threat or charge in saying it."""
    if codes(claim.speaker) != codes(claim.actor):
        return False
    spoken = claim.type in _SPOKEN and claim.modality in ("actual", "ongoing")
    return claim.kind == "stance" or (spoken and not claim.negated)


def _denied(claim: Claim) -> bool:
    """Whether somebody denies having done it themselves."""
    own = codes(claim.speaker) == codes(claim.actor) != ()
    return own and claim.negated and claim.modality == "actual"


def _words(claim: Claim, names: Mapping[str, str]) -> Wording:
    recipient = named(claim.recipient, names, besides=claim.actor)
    if claim.type == "CONSULT" and _among_themselves(claim):
        recipient = None
    words = wording(claim.type, _manner(claim), toward=recipient is not None)
    if recipient is None:
        return words
    forms = (words.base, words.past, words.third, words.participle)
    return Wording(*(form.replace("{}", recipient.text) for form in forms))


def _manner(claim: Claim) -> str | None:
    """Give the row to word a claim by: several who visit nobody else have met."""
    if (claim.type, claim.mode) == ("CONSULT", "visit") and _among_themselves(claim):
        return "together"
    offer = claim.type == "AGREE" and claim.certainty >= _CERTAIN
    if offer and claim.trigger.text.lower().startswith(_OFFERS):
        return "offer"
    return claim.mode


def _among_themselves(claim: Claim) -> bool:
    """Whether several act, and toward nobody who is not of theirs."""
    toward = all(p.actor.code for p in claim.recipient)
    own = set(codes(claim.recipient)) <= set(codes(claim.actor))
    return len(claim.actor) > 1 and toward and own


def _gone(claim: Claim, as_of: date | None) -> bool:
    """Whether the time that the claim speaks of lies before the newest document."""
    end = claim.when.interval.end if claim.when else None
    return as_of is not None and end is not None and end < as_of


def _be(subject: Named, *, past: bool) -> str:
    if past:
        return "were" if subject.plural else "was"
    return "are" if subject.plural else "is"
