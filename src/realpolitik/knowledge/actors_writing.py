"""Entries written into an actors.toml, after what stands there; whole or not at all."""

import json
import os
import re
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

from realpolitik.core.errors import UsageError
from realpolitik.knowledge.actors_file import actors_in
from realpolitik.knowledge.forms import key
from realpolitik.knowledge.own_actors import OwnActors

Value = str | int | list[str]
Fields = Mapping[str, Value]

_HEAD = """\
# Actors of this project, beside those that realpolitik knows; made to be read and
# edited. After editing: realpolitik -p FOLDER actors resolve
"""
_SLUG = re.compile(r"[^a-z0-9]+")


def entry_text(table: str, fields: Fields, terms: Iterable[Fields] = ()) -> str:
    """Write one table of an actors.toml, with a sub-table a term.

    >>> print(entry_text("actor", {"id": "a", "aliases": ["B", "C"]}), end="")
    [[actor]]
    id = "a"
    aliases = ["B", "C"]
    """
    lines = [f"[[{table}]]", *_lines(fields)]
    for term in terms:
        lines += [f"[[{table}.terms]]", *_lines(term)]
    return "\n".join(lines) + "\n"


def free_id(name: str, taken: Iterable[str]) -> str:
    """Make an id of a name that no other actor has.

    >>> free_id("Night Guard", ["night-guard"])
    'night-guard-2'
    """
    slug = _SLUG.sub("-", key(name)).strip("-") or "actor"
    known, number, found = set(taken), 1, slug
    while found in known:
        number += 1
        found = f"{slug}-{number}"
    return found


def same_as_before(own: OwnActors) -> str | None:
    """Say that the last actor stands in the file already, None if it does not.

    It does where an earlier one has its name, its aliases and its terms.
    """
    *before, last = own.actors
    for actor in before:
        known = {key(name) for name in (actor.name, *actor.aliases)}
        said = {key(name) for name in (last.name, *last.aliases)}
        if said <= known and actor.terms == last.terms:
            return (
                f"{last.name} is in the file already, as {actor.id}; "
                "to change it, edit the file and run: realpolitik actors resolve"
            )
    return None


def append(
    path: Path,
    entries: str,
    *,
    refuse: Callable[[OwnActors], str | None] | None = None,
) -> OwnActors:
    """Write entries below what a file holds, and give all that is in it then.

    The file is checked first: ActorsFileError if it would have faults, UsageError if
    `refuse` gives a reason against it; it stays as it was. UsageError also if it
    cannot be written.
    """
    text = path.read_text("utf-8") if path.exists() else _HEAD
    whole = f"{text.rstrip()}\n\n{entries}"
    own = actors_in(whole, path)
    if refuse is not None and (reason := refuse(own)):
        raise UsageError(f"{path}: {reason}")
    partial = path.with_name(f"{path.name}.{os.getpid()}")
    try:
        partial.write_text(whole, "utf-8")
        partial.replace(path)
    except OSError as error:
        partial.unlink(missing_ok=True)
        raise UsageError(
            f"{path}: cannot be written ({error.strerror}); check its permissions"
        ) from error
    return own


def _lines(fields: Fields) -> list[str]:
    return [f"{name} = {_written(value)}" for name, value in fields.items() if value]


def _written(value: Value) -> str:
    if isinstance(value, list):
        return f"[{', '.join(map(_written, value))}]"
    return str(value) if isinstance(value, int) else _text(value)


def _text(words: str) -> str:
    """Write words as TOML does: JSON knows the same escapes, but for DEL."""
    return json.dumps(words, ensure_ascii=False).replace("\x7f", "\\u007f")
