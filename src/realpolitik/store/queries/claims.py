"""The claims for which a condition holds."""

from collections import defaultdict
from typing import Any

import duckdb

from realpolitik.core.actor import Actor
from realpolitik.core.claim import Amount, Claim, Party, When
from realpolitik.core.claim import Where as Located
from realpolitik.core.interval import Interval
from realpolitik.core.place import Place
from realpolitik.core.quantity import Quantity
from realpolitik.core.span import Excerpt, Span
from realpolitik.store.queries.where import Where

Row = tuple[Any, ...]
Parties = dict[tuple[int, str], dict[str, list[Party]]]

_HEAD = "reading, claim, document, sentence, text, span_start, span_end, kind, type"
_TRIGGER = "trigger, trigger_start, trigger_end, mode"
_WHEN = "date_from, date_to, date_precision, date_text, date_start, date_end"
_PLACE = "place, country, latitude, longitude, feature"
_WHERE = f"{_PLACE}, place_text, place_start, place_end"
_QUANTITY = "value, unit, high, approximate, bound, lost"
_AMOUNT = f"{_QUANTITY}, amount_text, amount_start, amount_end"
_ABOUT = "about, about_start, about_end"
_REST = "issue, modality, negated, certainty, quad, cameo, intensity"
_COLUMNS = ", ".join((_HEAD, _TRIGGER, _WHEN, _WHERE, _AMOUNT, _ABOUT, _REST))
_ORDER = "published NULLS LAST, document, sentence, trigger_start, trigger_end, claim"


def select_claims(
    connection: duckdb.DuckDBPyConnection, where: Where
) -> tuple[Claim, ...]:
    """Give the claims for which a condition holds, by date of document, as they read.

    The condition is on a row `c` of `claims_now`.
    """
    rows = connection.execute(
        f"SELECT {_COLUMNS} FROM claims_now c "
        f"WHERE {where.condition} ORDER BY {_ORDER}",
        list(where.values),
    ).fetchall()
    parties = _parties(connection, where)
    return tuple(_claim(row, parties[row[0], row[1]]) for row in rows)


def _parties(connection: duckdb.DuckDBPyConnection, where: Where) -> Parties:
    rows = connection.execute(
        "SELECT p.reading, p.claim, p.role, p.text, p.span_start, p.span_end, "
        "p.code, p.sector, p.actor, p.name, p.office, p.certainty FROM claim_actors p "
        "SEMI JOIN (SELECT c.reading, c.claim FROM claims_now c "
        f"WHERE {where.condition}) USING (reading, claim) "
        "ORDER BY p.reading, p.claim, p.role, p.position",
        list(where.values),
    ).fetchall()
    parties: Parties = defaultdict(lambda: defaultdict(list))
    for reading, claim, role, text, start, end, *who in rows:
        party = Party(Actor(*who), text, start, end)
        parties[reading, claim][role].append(party)
    return parties


def _claim(row: Row, parties: dict[str, list[Party]]) -> Claim:
    values = iter(row[1:])
    head = [next(values) for _ in range(8)]
    identity, document, sentence, text, start, end, kind, type_ = head
    trigger = Excerpt(next(values), next(values), next(values))
    mode = next(values)
    when = _when(*(next(values) for _ in range(6)))
    where = _where(*(next(values) for _ in range(8)))
    amount = _amount(*(next(values) for _ in range(9)))
    about = _about(*(next(values) for _ in range(3)))
    issue, modality, negated, certainty, quad, cameo, intensity = values
    return Claim(
        id=identity,
        document=document,
        sentence=sentence,
        text=text,
        span=Span(start, end),
        kind=kind,
        type=type_,
        trigger=trigger,
        mode=mode,
        actor=tuple(parties["actor"]),
        recipient=tuple(parties["recipient"]),
        speaker=tuple(parties["speaker"]),
        when=when,
        where=where,
        issue=tuple(issue),
        amount=amount,
        about=about,
        modality=modality,
        negated=negated,
        certainty=certainty,
        quad=quad,
        cameo=cameo,
        intensity=intensity,
    )


def _when(*values: Any) -> When | None:
    *interval, text, start, end = values
    return None if text is None else When(Interval(*interval), text, start, end)


def _where(*values: Any) -> Located | None:
    *place, text, start, end = values
    return None if text is None else Located(Place(*place), text, start, end)


def _amount(*values: Any) -> Amount | None:
    *quantity, text, start, end = values
    return None if text is None else Amount(Quantity(*quantity), text, start, end)


def _about(text: str | None, start: int, end: int) -> Excerpt | None:
    return None if text is None else Excerpt(text, start, end)
