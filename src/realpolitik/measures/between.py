"""Which events pass between two actors, and which only concern both of them.

A third party that punishes both, or both that turn down a third, are events on which
the two take part, and none that one of them does to the other.
"""

from realpolitik.core.record import Record


def is_between(record: Record, first: str, second: str) -> bool:
    """Whether one acts on the other, or both act together and upon nobody else.

    Talks count also where others sit at the table, or bring the two together.
    """
    pair, actors, recipients = {first, second}, set(record.actor), set(record.recipient)
    talks = record.type == "CONSULT"
    if pair <= actors:
        return talks or record.quad == 1 or not recipients - pair
    if pair <= recipients:
        return talks or bool(pair & actors)
    return bool(pair & actors) and bool(pair & recipients)


def is_alone(record: Record, first: str, second: str) -> bool:
    """Whether nobody else takes part."""
    return {*record.actor, *record.recipient} == {first, second}
