"""Claims as rows, in the order of the schema's columns."""

from collections.abc import Iterable, Iterator

from realpolitik.core.claim import Amount, Claim, Party, SaidClaim, When, Where
from realpolitik.core.span import Excerpt
from realpolitik.store.rows import Row, quantity_columns


def claim_row(claim: Claim, *, reading: int, keys: tuple[str, str]) -> Row:
    """Give the row of table `claims`."""
    c = claim
    return (
        *(reading, c.document, c.id, c.sentence, c.text, c.span.start, c.span.end),
        *(c.kind, c.type, c.mode, *_excerpt(c.trigger)),
        *(*_when(c.when), *_where(c.where), list(c.issue)),
        *(*_amount(c.amount), *_excerpt(c.about)),
        *(c.modality, c.negated, c.certainty, c.quad, c.cameo, c.intensity),
        *keys,
    )


def actor_rows(claim: Claim, *, reading: int) -> Iterator[Row]:
    """Give the rows of table `claim_actors`."""
    roles = (
        ("actor", claim.actor),
        ("recipient", claim.recipient),
        ("speaker", claim.speaker),
    )
    for role, parties in roles:
        for position, party in enumerate(parties):
            yield reading, claim.id, role, position, *_party(party)


def said_rows(
    document: str, said: Iterable[SaidClaim], *, reading: int
) -> Iterator[Row]:
    """Give the rows of table `said`."""
    for number, s in enumerate(said):
        yield (
            *(reading, document, number, s.sentence, s.kind, s.type, s.mode),
            *_excerpt(s.trigger),
            *(list(s.actor), list(s.recipient), list(s.speaker)),
            *(s.when, s.where, s.amount, *_excerpt(s.about), list(s.issue)),
            *(s.modality, s.negated, s.certainty),
        )


def _party(party: Party) -> Row:
    a = party.actor
    who = (a.code, a.sector, a.id, a.name, a.role, a.certainty)
    return *who, party.text, party.start, party.end


def _excerpt(excerpt: Excerpt | None) -> Row:
    if excerpt is None:
        return None, None, None
    return excerpt.text, excerpt.start, excerpt.end


def _when(when: When | None) -> Row:
    if when is None:
        return (None,) * 6
    i = when.interval
    return i.start, i.end, i.precision, when.text, when.start, when.end


def _where(where: Where | None) -> Row:
    if where is None:
        return (None,) * 8
    p = where.place
    place = (p.name, p.country, p.latitude, p.longitude, p.feature)
    return *place, where.text, where.start, where.end


def _amount(amount: Amount | None) -> Row:
    if amount is None:
        return (None,) * 9
    return *quantity_columns(amount.quantity), amount.text, amount.start, amount.end
