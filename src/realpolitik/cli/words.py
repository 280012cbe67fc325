"""Small pieces of an answer in words: days, parties, amounts, titles."""

from collections.abc import Iterable
from datetime import date

from realpolitik.core.actor import Actor
from realpolitik.core.claim import Amount, Claim, Party
from realpolitik.core.interval import Interval
from realpolitik.core.quantity import Quantity

_DIGITS = {"year": 4, "month": 7}
_UNPRINTABLE = dict.fromkeys([*range(32), *range(127, 160)], " ")


def interval_words(interval: Interval | None) -> str:
    """Say an interval to its precision, as the codebook does.

    >>> interval_words(Interval(date(2019, 4, 1), None, "month"))
    '2019-04/..'
    >>> interval_words(Interval(date(2018, 1, 1), date(2018, 12, 31), "year"))
    '2018'
    """
    if interval is None or (interval.start is None and interval.end is None):
        return ""
    digits = _DIGITS.get(interval.precision, 10)
    start = interval.start.isoformat()[:digits] if interval.start else ".."
    end = interval.end.isoformat()[:digits] if interval.end else ".."
    return start if start == end else f"{start}/{end}"


def claim_date(claim: Claim, published: date | None) -> str:
    """Say when a claim holds: its own time, else the day of its document."""
    stated = interval_words(claim.when.interval) if claim.when else ""
    return stated or (published.isoformat() if published else "")


REPORTED = "*"
"""Behind a day that is only that of the document."""

REPORTED_MEANS = f"{REPORTED} reported on that day; the text gives no other"


def is_dated(claim: Claim) -> bool:
    """Tell whether a claim's own words say when it holds."""
    return claim.when is not None and bool(interval_words(claim.when.interval))


def code_words(actor: Actor | None) -> str:
    """Say who an actor is, by code and sector; "?" for one that is not known.

    >>> code_words(Actor("RUS", "GOV")), code_words(Actor(None, "MIL"))
    ('RUS.GOV', '?.MIL')
    """
    code, sector = (actor.code, actor.sector) if actor else (None, None)
    return f"{code or '?'}.{sector}" if sector else code or "?"


def party_codes(parties: Iterable[Party]) -> str:
    """Join the codes of parties: `ISR.GOV;RUS`."""
    return ";".join(code_words(party.actor) for party in parties)


def who_codes(parties: Iterable[Party]) -> str:
    """Say for a person who the parties are, each code once: `ISR.GOV, RUS`."""
    return ", ".join(dict.fromkeys(code_words(party.actor) for party in parties))


def party_names(parties: Iterable[Party]) -> str:
    """Join the words, or else the names, of parties."""
    names = (party.text or party.actor.name or "" for party in parties)
    return ";".join(one_line(name) for name in names)


def type_words(claim: Claim) -> str:
    """Say what a claim reports: `CONSULT/visit`, `not AGREE`."""
    named = f"{claim.type}/{claim.mode}" if claim.mode else claim.type
    return f"not {named}" if claim.negated else named


def quantity_words(quantity: Quantity) -> str:
    """Say an amount: `>500 person`, `15..17 percent`."""
    if quantity.value is None:
        return "(number lost)" if quantity.lost else ""
    sign = quantity.bound or ("~" if quantity.approximate else "")
    high = f"..{quantity.high:,.15g}" if quantity.high is not None else ""
    unit = f" {quantity.unit}" if quantity.unit else ""
    return f"{sign}{quantity.value:,.15g}{high}{unit}"


def amount_words(amount: Amount | None) -> str:
    """Say the amount of a claim, nothing if it has none."""
    return quantity_words(amount.quantity) if amount else ""


def one_line(text: str) -> str:
    """Put a text on one line, without control characters."""
    return " ".join(text.translate(_UNPRINTABLE).split())


def printable(text: str) -> str:
    """Replace each control character by a blank; offsets stay true."""
    return text.translate(_UNPRINTABLE)


def fit(text: str, width: int) -> str:
    """Fill or cut a text to a width.

    >>> fit("Israel", 8), fit("Israel and Russia", 8)
    ('Israel  ', 'Israel ~')
    """
    return f"{text:<{width}}" if len(text) <= width else f"{text[: width - 1]}~"


def count_words(number: int, noun: str) -> str:
    """Say a number with its noun: `1 claim`, `1,204 claims`."""
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"


def size_words(number: int) -> str:
    """Say a number of bytes: `830 bytes`, `1.2 MB`."""
    if number < 1000:
        return count_words(number, "byte")
    if number < 1_000_000:
        return f"{number / 1000:.1f} kB"
    if number < 1_000_000_000:
        return f"{number / 1_000_000:.1f} MB"
    return f"{number / 1_000_000_000:.1f} GB"
