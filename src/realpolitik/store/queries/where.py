"""A selection as conditions of a query."""

from dataclasses import dataclass

from realpolitik.core.selection import Selection


@dataclass(frozen=True, slots=True)
class Where:
    """A condition in SQL with the values of its question marks, in order."""

    condition: str = "true"
    values: tuple[object, ...] = ()

    def __and__(self, other: "Where") -> "Where":
        return Where(
            f"{self.condition} AND {other.condition}", (*self.values, *other.values)
        )


def claims_where(selection: Selection) -> Where:
    """Give the condition on a row `c` of `claims_now`."""
    s = selection
    return _all(
        _party(s.actor, "a.role = 'actor'"),
        _party(s.recipient, "a.role = 'recipient'"),
        _party(s.speaker, "a.role = 'speaker'"),
        *(_party(code, "a.role <> 'speaker'") for code in s.dyad or ()),
        _plain("c.kind = ?", s.kind),
        _plain("c.type = ?", s.type),
        _plain("list_contains(c.issue, ?)", s.issue),
        _plain("c.until >= ?", s.since),
        _plain("c.since <= ?", s.until),
        _plain("c.modality = ?", s.modality),
        _plain("c.document = ?", s.document),
        _plain("c.certainty >= ?", s.min_certainty or None),
    )


def records_where(selection: Selection) -> Where:
    """Give the condition on a row `r` of `records`."""
    s = selection
    parties = "list_contains(list_concat(r.actor, r.recipient), ?)"
    return _all(
        _plain("list_contains(r.actor, ?)", s.actor),
        _plain("list_contains(r.recipient, ?)", s.recipient),
        *(_plain(parties, code) for code in s.dyad or ()),
        _plain("r.kind = ?", s.kind),
        _plain("r.type = ?", s.type),
        _plain("list_contains(r.issue, ?)", s.issue),
        _plain(f"{_LAST} >= ?", s.since),
        _plain(f"{_FIRST} <= ?", s.until),
        _plain("r.modality = ?", s.modality),
        _plain("r.certainty >= ?", s.min_certainty or None),
        _of_claims(Selection(speaker=s.speaker, document=s.document)),
    )


_PRINTED = (
    "(SELECT {} FROM record_claims rc JOIN claims_now c USING (claim) "
    "WHERE rc.record = r.record)"
)
# what a record leaves open is known up to the days of its documents, not for ever
_FIRST = (
    "coalesce(r.date_from, CASE WHEN r.date_to IS NOT NULL THEN "
    f"least(r.date_to, {_PRINTED.format('min(c.published)')}) END)"
)
_LAST = (
    "coalesce(r.date_to, CASE WHEN r.date_from IS NOT NULL THEN "
    f"greatest(r.date_from, {_PRINTED.format('max(c.published)')}) END)"
)


def _all(*conditions: Where | None) -> Where:
    whole = Where()
    for condition in conditions:
        whole = whole & condition if condition else whole
    return whole


def _plain(condition: str, value: object) -> Where | None:
    return None if value is None else Where(condition, (value,))


def _party(code: str | None, role: str) -> Where | None:
    return _plain(
        "EXISTS (SELECT 1 FROM claim_actors a WHERE a.reading = c.reading "
        f"AND a.claim = c.claim AND {role} AND a.code = ?)",
        code,
    )


def _of_claims(selection: Selection) -> Where | None:
    if selection == Selection():
        return None
    where = claims_where(selection)
    return Where(
        "r.record IN (SELECT rc.record FROM record_claims rc "
        f"JOIN claims_now c USING (claim) WHERE {where.condition})",
        where.values,
    )
