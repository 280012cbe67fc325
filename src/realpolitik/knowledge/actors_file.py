"""actors.toml: the user's own actors, read and checked; all of it is taken or nothing.

    [[actor]]
    id = "wagner-group"
    name = "Wagner Group"
    kind = "movement"
    code = "WAGNER"
    sector = "MIL"
    aliases = ["PMC Wagner", "Wagner"]
    start = "2014"

    [[role]]
    word = "commissar"
    sector = "GOV"

Persons and others whose standing changed have `[[actor.terms]]`, each with `country`,
`sector`, `role`, `start` and `end`.
"""

import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from realpolitik.core.errors import ActorsFileError
from realpolitik.knowledge import actor_fields as fields
from realpolitik.knowledge.actor_fields import EXAMPLES, FieldError, Taker
from realpolitik.knowledge.meanings import Role
from realpolitik.knowledge.own_actors import (
    LEADER,
    OwnActor,
    OwnActors,
    OwnRole,
    Term,
    index,
    using,
)
from realpolitik.knowledge.toml_lines import Path as Place
from realpolitik.knowledge.toml_lines import line_of, lines_of

ACTORS_FILE = "actors.toml"

_AT = re.compile(r"\(at line (\d+), column \d+\)|\(at end of document\)")
_LATEST = "9999"


def read_actors(path: Path) -> OwnActors:
    """Read a file of own actors; ActorsFileError names every fault in it."""
    try:
        text = path.read_text("utf-8")
    except OSError as error:
        what = f"cannot be read ({error.strerror}); check its name and permissions"
        raise ActorsFileError(path, [what]) from error
    except UnicodeDecodeError as error:
        line = error.object[: error.start].count(b"\n") + 1
        raise ActorsFileError(path, [f"line {line}: is not UTF-8; save it so"]) from (
            error
        )
    return actors_in(text, path)


def actors_in(text: str, path: Path) -> OwnActors:
    """Take the own actors of a text; `path` is the file that faults are told of."""
    try:
        told = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise ActorsFileError(path, [_not_toml(str(error), text)]) from error
    with using(OwnActors(names=_own_codes(told))):
        return _checked(told, text, path)


def _checked(told: Mapping[str, Any], text: str, path: Path) -> OwnActors:
    checking = _Checking(text)
    actors = [checking.actor(row, at) for row, at in checking.rows(told, "actor")]
    roles = [checking.role(row, at) for row, at in checking.rows(told, "role")]
    checking.unknown(told, ("actor", "role"), ())
    checking.ids_once(told)
    if checking.faults:
        raise ActorsFileError(path, checking.in_order())
    return index([actor for actor in actors if actor], [role for role in roles if role])


def _own_codes(told: Mapping[str, Any]) -> dict[str, str]:
    """Give the codes that the file itself brings, by which its actors may go."""
    rows = told.get("actor", [])
    tables = [r for r in rows if isinstance(r, dict)] if isinstance(rows, list) else []
    own = [row for row in tables if row.get("kind") in fields.OWN_CODES]
    return {str(row["code"]): str(row.get("name")) for row in own if "code" in row}


def _not_toml(words: str, text: str) -> str:
    found = _AT.search(words)
    line = int(found[1]) if found and found[1] else text.count("\n") + 1
    what = _AT.sub("", words).strip()
    content = (text.splitlines() or [""])[min(line, len(text.splitlines())) - 1]
    name = content.partition("=")[0].strip(" []\"'")
    about = f", field {name}" if name in EXAMPLES else ""
    example = EXAMPLES.get(name, EXAMPLES["name"])
    return f"line {line}{about}: is not TOML ({what}); write it as: {example}"


@dataclass(slots=True)
class _Checking:
    """The rows of one file while they are looked at, and what was wrong in them."""

    text: str
    faults: list[tuple[int, str]] = field(default_factory=list)
    _lines: dict[Place, int] | None = None

    def in_order(self) -> list[str]:
        """Give the faults from the first line to the last."""
        return [f"line {line}{what}" for line, what in sorted(self.faults)]

    def rows(
        self, told: Mapping[str, Any], name: str, within: Place = ()
    ) -> list[tuple[Mapping[str, Any], Place]]:
        """Give the tables of an array with their places."""
        rows = told.get(name, [])
        at: Place = (*within, name)
        if not isinstance(rows, list) or not all(isinstance(r, dict) for r in rows):
            head = ".".join(str(part) for part in at if isinstance(part, str))
            self.fault(at, f"is no list of tables; head each with: [[{head}]]")
            return []
        return [(row, (*at, number)) for number, row in enumerate(rows)]

    def actor(self, row: Mapping[str, Any], at: Place) -> OwnActor | None:
        """Take one actor, None if anything is wrong with it."""
        before = len(self.faults)
        nested = self.rows(row, "terms", at)
        plain = {name: value for name, value in row.items() if name != "terms"}
        taken = self.take(plain, fields.ACTOR, at)
        in_office = any("role" in told for told in (row, *(told for told, _ in nested)))
        kind = taken.get("kind") or ("person" if in_office else "body")
        for name in ("id", "name"):
            if name not in row:
                self.fault((*at, name), "is missing", EXAMPLES[name])
        terms = [self.term(taken, plain, at, kind)] if self._has_term(row) else []
        for told, place in nested:
            own = self.take(told, fields.TERM, place)
            terms.append(self.term(taken | own, told, place, kind))
        if len(self.faults) > before:
            return None
        return OwnActor(
            taken["id"], taken["name"], kind, tuple(terms),
            taken.get("aliases", ()), taken.get("qid"), taken.get("rank", LEADER),
        )  # fmt: skip

    def role(self, row: Mapping[str, Any], at: Place) -> OwnRole | None:
        """Take one role noun, None if anything is wrong with it."""
        before = len(self.faults)
        taken = self.take(row, fields.ROLE, at)
        if "word" not in row:
            self.fault((*at, "word"), "is missing", EXAMPLES["word"])
        if len(self.faults) > before:
            return None
        number, kind = taken.get("number", "s"), taken.get("kind", "person")
        return OwnRole(taken["word"], Role(taken.get("sector"), number, kind))

    def term(
        self, taken: dict[str, Any], told: Mapping[str, Any], at: Place, kind: str
    ) -> Term:
        """Take the time in which an actor was somebody's."""
        code = self._code(taken, told, at, kind)
        start, end = taken.get("start", ""), taken.get("end", "")
        if start and end and f"{end}{_LATEST}" < start:
            name = "end" if "end" in told else "start"
            what = f"the term ends ({end}) before it starts ({start})"
            self.fault((*at, name), what, f'start = "{end}", end = "{start}"')
        role = taken.get("role", "")
        return Term(code, taken.get("sector"), role, start, end)

    def take(
        self, row: Mapping[str, Any], known: Mapping[str, Taker], at: Place
    ) -> dict[str, Any]:
        """Take each field of a table, and note what is wrong with it."""
        taken: dict[str, Any] = {}
        for name, take in known.items():
            if name not in row:
                continue
            try:
                taken[name] = take(row[name])
            except FieldError as error:
                self.fault((*at, name), str(error), EXAMPLES[name])
        self.unknown(row, known, at)
        return taken

    def unknown(self, row: Mapping[str, Any], known: Iterable[str], at: Place) -> None:
        """Note fields that there are not."""
        names = tuple(known)
        for name in row:
            if name in names:
                continue
            near = get_close_matches(name, names, n=1)
            hint = f"did you mean {near[0]}?" if near else f"known: {', '.join(names)}"
            self.fault((*at, name), f"is not known; {hint}")

    def ids_once(self, told: Mapping[str, Any]) -> None:
        """Note ids that stand twice."""
        first: dict[str, int] = {}
        rows = told.get("actor", [])
        for number, row in enumerate(rows if isinstance(rows, list) else ()):
            value = row.get("id") if isinstance(row, dict) else None
            if not isinstance(value, str):
                continue
            place: Place = ("actor", number, "id")
            if value in first:
                earlier = line_of(("actor", first[value], "id"), self.lines)
                what = f"{value!r} is the id of another actor (line {earlier})"
                self.fault(place, what, f'id = "{value}-2"')
            first.setdefault(value, number)

    def fault(self, at: Place, what: str, example: str | None = None) -> None:
        """Note one fault at a field."""
        name = str(at[-1])
        tail = f"; write it as: {example}" if example else ""
        where = f", field {name}" if isinstance(at[-1], str) else ""
        self.faults.append((line_of(at, self.lines), f"{where}: {what}{tail}"))

    @property
    def lines(self) -> dict[Place, int]:
        """The lines of the file's keys, found only where something is wrong."""
        if self._lines is None:
            self._lines = lines_of(self.text)
        return self._lines

    def _has_term(self, row: Mapping[str, Any]) -> bool:
        return "terms" not in row or any(
            name in row for name in ("start", "end", "role")
        )

    def _code(
        self, taken: dict[str, Any], told: Mapping[str, Any], at: Place, kind: str
    ) -> str:
        own, country = taken.get("code"), taken.get("country")
        if own and kind not in fields.OWN_CODES and not self._is_known(own):
            kinds = ", ".join(fields.OWN_CODES)
            what = f"{own!r} is no known code, and only a {kinds} may have its own"
            self.fault((*at, "code"), what, EXAMPLES["country"])
        if not own and not country and not {"code", "country"} & set(told):
            name, example = "country", EXAMPLES["country"]
            self.fault((*at, name), "is missing", example)
        return str(own or country or "")

    def _is_known(self, code: str) -> bool:
        try:
            fields.country(code)
        except FieldError:
            return False
        return True
