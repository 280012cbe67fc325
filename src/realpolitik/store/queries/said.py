"""What the reader saw in documents, before anybody was resolved."""

from typing import Any

import duckdb

from realpolitik.core.claim import SaidClaim
from realpolitik.core.span import Excerpt
from realpolitik.core.unknown import Unplaced

_SAID = (
    "sentence, kind, type, trigger, trigger_start, trigger_end, mode, actor, "
    "recipient, speaker, time, place, amount, about, about_start, about_end, issue, "
    "modality, negated, certainty"
)


def select_said(
    connection: duckdb.DuckDBPyConnection, document: str
) -> tuple[SaidClaim, ...]:
    """Give the claims of a document as the reader saw them, in its order."""
    rows = connection.execute(
        f"SELECT {_SAID} FROM said_now WHERE document = ? ORDER BY said", [document]
    ).fetchall()
    return tuple(_said(row) for row in rows)


def kept_documents(connection: duckdb.DuckDBPyConnection) -> frozenset[str]:
    """Give the documents of which can be told what the reader saw.

    Those without any claim are among them only if their claims were kept so.
    """
    rows = connection.execute(
        "SELECT document FROM said_now UNION "
        "SELECT document FROM documents_now ANTI JOIN claims USING (reading)"
    ).fetchall()
    return frozenset(row[0] for row in rows)


def actor_words(connection: duckdb.DuckDBPyConnection) -> dict[str, list[str]]:
    """Give the words by which each document may name actors: mentions of actors,
    speakers and the title.
    """
    rows = connection.execute(
        "SELECT document, list(DISTINCT words ORDER BY words) FROM ("
        "SELECT document, text AS words FROM mentions_now WHERE kind = 'actor' UNION "
        "SELECT document, title FROM documents_now UNION "
        "SELECT document, speaker FROM documents_now UNION "
        "SELECT p.document, p.speaker FROM passages p "
        "SEMI JOIN documents_now d USING (reading)"
        ") WHERE words IS NOT NULL GROUP BY document ORDER BY document"
    ).fetchall()
    return dict(rows)


def select_unplaced(connection: duckdb.DuckDBPyConnection) -> list[Unplaced]:
    """Give the actor mentions, pronouns aside, that no actor was found for."""
    rows = connection.execute(
        "WITH parts AS (SELECT reading, unnest(list_distinct(list_concat("
        "list_concat(actor, recipient), speaker))) AS mention FROM said_now), "
        "counted AS (SELECT reading, mention, count(*) AS claims FROM parts "
        "GROUP BY ALL) "
        "SELECT m.document, d.published, substring(d.text, s.span_start + 1, "
        "s.span_end - s.span_start), m.text, m.form, coalesce(c.claims, 0) "
        "FROM mentions_now m JOIN documents_now d USING (reading) "
        "JOIN sentences s ON s.reading = m.reading AND s.sentence = m.sentence "
        "LEFT JOIN counted c ON c.reading = m.reading AND c.mention = m.mention "
        "WHERE m.kind = 'actor' AND m.code IS NULL AND m.form <> 'pronoun' "
        "ORDER BY d.published NULLS LAST, m.document, m.mention"
    ).fetchall()
    return [Unplaced(*row) for row in rows]


def _said(row: tuple[Any, ...]) -> SaidClaim:
    values = iter(row)
    sentence, kind, type_ = (next(values) for _ in range(3))
    trigger = Excerpt(next(values), next(values), next(values))
    mode = next(values)
    actor, recipient, speaker = (tuple(next(values)) for _ in range(3))
    when, where, amount = (next(values) for _ in range(3))
    text, start, end = (next(values) for _ in range(3))
    about = None if text is None else Excerpt(text, start, end)
    issue, modality, negated, certainty = values
    return SaidClaim(
        *(sentence, kind, type_, trigger, mode, actor, recipient, speaker),
        *(when, where, amount, about, tuple(issue), modality, negated, certainty),
    )
