"""What names an entry of a feed for as long as it stands there, whatever changes in it.

The guid does, else the address that the entry leads to. Where several entries of one
feed share it, it names none of them: the title is taken with it, and where even that
is shared, the text too, so that no entry is ever taken for another.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import sha256
from urllib.parse import urlsplit

_LONGEST = 200


@dataclass(frozen=True, slots=True)
class Named:
    """What an entry gives to be known by: `guid` and `link` are None where missing."""

    guid: str | None
    link: str | None
    title: str | None
    text: str


def names_of(entries: Sequence[Named]) -> list[str | None]:
    """Name the entries of one feed, in order; None for one that has no lasting name.

    >>> names_of([Named("a1", None, "Talks", "x"), Named(None, None, "Talks", "y")])
    ['a1', None]
    """
    plain = [_name_of(entry) for entry in entries]
    pairs = zip(plain, entries, strict=True)
    titled = [f"{name} {entry.title or ''}".strip() for name, entry in pairs]
    often, often_titled = Counter(plain), Counter(titled)
    names: list[str | None] = []
    for entry, name, longer in zip(entries, plain, titled, strict=True):
        if name is None:
            names.append(None)
        elif often[name] == 1:
            names.append(_short(name))
        elif often_titled[longer] == 1:
            names.append(_short(longer))
        else:
            names.append(_short(f"{longer} {_digest(f'{entry.text} {entry.link}')}"))
    return names


def _name_of(entry: Named) -> str | None:
    guid = " ".join((entry.guid or "").split())
    if guid and not _is_home(guid):
        return guid
    link = entry.link
    return link if link and not _is_home(link) else None


def _is_home(address: str) -> bool:
    """A link to the first page of a site stands under entries of any day."""
    try:
        parts = urlsplit(address)
    except ValueError:
        return False
    rest = parts.path.strip("/") + parts.query + parts.fragment
    return parts.scheme in {"http", "https"} and not rest


def _short(name: str) -> str:
    if len(name) <= _LONGEST:
        return name
    return f"{name[:_LONGEST]}~{_digest(name)}"


def _digest(words: str) -> str:
    return sha256(words.encode("utf-8", "replace")).hexdigest()[:12]
