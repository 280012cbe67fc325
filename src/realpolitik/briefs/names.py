"""The parties of a claim in words: whom a statement names, and how."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from realpolitik.briefs.prose import listed, plain, with_article
from realpolitik.core.claim import Party

_SECTORS = {
    "BUS": ("companies of {}", True),
    "COP": ("the police of {}", True),
    "CRM": ("criminals of {}", True),
    "CVL": ("people of {}", True),
    "EDU": ("scholars of {}", True),
    "JUD": ("the courts of {}", True),
    "LAB": ("trade unions of {}", True),
    "LEG": ("the parliament of {}", False),
    "MED": ("media of {}", True),
    "MIL": ("the forces of {}", True),
    "NGO": ("an organisation of {}", False),
    "OPP": ("the opposition of {}", False),
    "PTY": ("a party of {}", False),
    "REB": ("fighters of {}", True),
    "REF": ("refugees of {}", True),
    "REL": ("clergy of {}", True),
    "SPY": ("the intelligence services of {}", True),
}
_PRONOUNS = frozenset(
    (
        "all", "both", "each", "he", "her", "hers", "him", "his", "i", "it", "its",
        "many", "me", "my", "other", "others", "our", "ours", "she", "some", "that",
        "their", "theirs", "them", "these", "they", "this", "those", "us", "we", "who",
        "you", "your",
    )
)  # fmt: skip
_LOOSE_FIRST = re.compile(
    r"(?:(?:of|to|in|at|for|by|on|with|from|and|or|between|against)\s+)+", re.IGNORECASE
)
_LOOSE_LAST = re.compile(
    r"(?:[\s,;:–—-]+(?:of|to|in|at|for|by|on|with|from|and|or|the|an?|that|which|who)"
    r"\b)+[\s,;:–—-]*\Z|[\s,;:–—-]+\Z",
    re.IGNORECASE,
)
_FUNCTION = re.compile(
    r"(?:of|to|in|at|for|by|on|with|from|and|or|the|an?|that|which|\W+)", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Named:
    """Parties as a subject or object; `plural` tells the verb."""

    text: str
    plural: bool


def named(
    parties: Sequence[Party],
    names: Mapping[str, str],
    *,
    besides: Sequence[Party] = (),
) -> Named | None:
    """Name the parties, each once, in the order of the sentence; None if nobody.

    A state is left out beside its own people, and whoever is among `besides` (the
    actors, say, of whom these are the recipients) where others remain.
    """
    acting = {_named(party, names).text for party in besides}
    each = {_named(p, names).text: _named(p, names) for p in _special(parties)}
    others = {text: one for text, one in each.items() if text not in acting} or each
    if not others:
        return None
    plural = len(others) > 1 or next(iter(others.values())).plural
    return Named(listed(list(others)), plural)


def named_speaker(party: Party, names: Mapping[str, str]) -> Named:
    """Name a speaker: person, else role, else a body as printed, else the actor."""
    actor = party.actor
    if actor.code is actor.name is actor.role is party.text is None:
        return Named("a speaker not named", plural=False)
    if actor.name is None and actor.role is not None:
        return Named(f"the {plain(actor.role)}", plural=False)
    printed = party.text or ""
    as_printed = " " in printed and not set(printed.lower().split()) & _PRONOUNS
    if actor.name is None and as_printed:
        printed_name = _as_printed(printed, actor.code, names)
        common = printed.rsplit(maxsplit=1)[-1].islower()
        return Named(printed_name, plural=common and _is_plural(printed))
    return _named(party, names)


def codes(parties: Iterable[Party]) -> tuple[str, ...]:
    """Give the sorted codes of the parties that have one."""
    return tuple(sorted({p.actor.code for p in parties if p.actor.code is not None}))


def short_name(code: str, names: Mapping[str, str]) -> str:
    """Give the name of a code, safe to print."""
    return plain(names.get(code, code))


def _special(parties: Sequence[Party]) -> list[Party]:
    """Leave out a bare state where the sentence also names somebody of it."""
    special = {p.actor.code for p in parties if p.actor.name or p.actor.sector}
    return [
        party
        for party in parties
        if party.actor.name or party.actor.sector or party.actor.code not in special
    ]


def _named(party: Party, names: Mapping[str, str]) -> Named:
    actor = party.actor
    if actor.code is None:
        return _unplaced(party)
    country = short_name(actor.code, names)
    if actor.name is not None and actor.name != country:
        name = plain(actor.name)
        name = name if actor.role else with_article(name)
        return Named(_with_country(name, actor.code, names), plural=False)
    if actor.sector in _SECTORS:
        phrase, plural = _SECTORS[actor.sector]
        return Named(phrase.format(with_article(country)), plural)
    return Named(with_article(country), plural=False)


def _unplaced(party: Party) -> Named:
    words = _whole(party.actor.name or party.text or "")
    if not words or words.lower() in _PRONOUNS:
        return Named("a party not named", plural=False)
    return Named(f"“{plain(words)}”", plural=_is_plural(words))


def _is_plural(words: str) -> bool:
    """Tell a plural by the end of its last word.

    >>> _is_plural("Serbian business circles"), _is_plural("the press")
    (True, False)
    """
    return words[-1:] == "s" and words[-2:] != "ss"


def _whole(words: str) -> str:
    """Leave out loose ends of a phrase that was cut: "members of the" are members."""
    whole = _LOOSE_FIRST.sub("", _LOOSE_LAST.sub("", words), count=1).strip()
    return "" if _FUNCTION.fullmatch(whole) else whole


def _as_printed(words: str, code: str | None, names: Mapping[str, str]) -> str:
    """Give a body's printed name; a common noun takes an article, a plural none."""
    common = words.rsplit(maxsplit=1)[-1].islower() and not _is_plural(words)
    text = _with_country(plain(words), code, names)
    return f"the {text}" if common and not words.lower().startswith("the ") else text


def _with_country(words: str, code: str | None, names: Mapping[str, str]) -> str:
    """Add the actor unless the words name it already ("Greek" does for Greece)."""
    if code is None:
        return words
    country = short_name(code, names)
    if words.lower() in (code.lower(), country.lower()):
        return with_article(country)
    stem = country[: max(4, len(country) - 3)].lower()
    return words if stem in words.lower() else f"{words} ({country})"
