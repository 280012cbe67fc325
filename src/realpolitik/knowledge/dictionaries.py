"""Dictionaries of PETRARCH, PETRARCH2 and TABARI, as entries of an actors.toml.

A primary name opens an entry, names behind "+" and terms in brackets belong to it; a
line with "~" in its code is a role noun ("agent"). Formats: the README of
openeventdata/Dictionaries and chapter 5 of the TABARI manual.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from realpolitik.knowledge import directory, forms
from realpolitik.knowledge.actors_writing import Fields, entry_text
from realpolitik.knowledge.cameo_actors import cameo_actor, cameo_sector, is_readable
from realpolitik.knowledge.dictionary_lines import Line, dictionary_lines
from realpolitik.knowledge.dictionary_terms import (
    DictionaryTerm,
    TermError,
    read_term,
)
from realpolitik.knowledge.own_actors import current
from realpolitik.knowledge.roles import role_named

_NULL = frozenset(["---", "###"])
_STATE = re.compile(r"[A-Z]{3}")
_MARKER = re.compile(r"!(\w+)!")
_PERSONS = frozenset(["GOV", "CVL", "MIL", "OPP", "REB", "LEG", "JUD", "SPY"])
_RANK = 2  # of an imported person: the surname alone is not enough


@dataclass(frozen=True, slots=True)
class LineProblem:
    """What is wrong with a line: `left_out` says that nothing of it was taken."""

    line: int
    text: str
    what: str
    left_out: bool = True


@dataclass(slots=True)
class _Open:
    """An entry while its lines are being read."""

    line: int
    names: list[str]
    terms: list[DictionaryTerm] = field(default_factory=list)
    codes: int = 0


@dataclass(slots=True)
class Importing:
    """Turns dictionaries into entries; counts what it took and notes what not.

    Names that the directory knows are left to it, unless `override` says otherwise;
    `known` counts the actors and role nouns of which nothing was left then. `states`
    are codes of states that only these dictionaries know (`own_states`).
    """

    override: bool = False
    states: frozenset[str] = frozenset()
    lines: int = 0
    actors: int = 0
    roles: int = 0
    known: int = 0
    problems: list[LineProblem] = field(default_factory=list)
    _ids: set[str] = field(default_factory=lambda: {a.id for a in current().actors})
    _nouns: set[str] = field(default_factory=set)
    _taken: set[tuple[str, ...]] = field(default_factory=set)

    def entries(self, texts: Iterable[str]) -> Iterator[str]:
        """Give the entries of one dictionary as TOML."""
        entry: _Open | None = None
        markers: dict[str, list[str]] = {}
        for line in dictionary_lines(texts):
            self.lines += 1
            if line.kind == "marker":
                markers[line.name] = [w.strip() for w in line.codes[0].split(",")]
            elif line.kind == "agent":
                yield from self._agent(line, markers)
            elif line.kind == "actor":
                yield from self._closed(entry)
                entry = self._opened(line)
            elif entry is None:
                self._note(line, "belongs to no actor: none stands before it")
            else:
                self._added(entry, line)
        yield from self._closed(entry)

    def _opened(self, line: Line) -> _Open | None:
        name = readable(line.name)
        if what := _broken(line, name):
            self._note(line, what)
            return None
        entry = _Open(line.number, [name])
        self._take_terms(entry, line)
        return entry

    def _added(self, entry: _Open, line: Line) -> None:
        name = readable(line.name)
        if what := _broken(line, name if line.kind == "synonym" else "restriction"):
            self._note(line, what)
            return
        if name:
            entry.names.append(name)
        self._take_terms(entry, line)

    def _take_terms(self, entry: _Open, line: Line) -> None:
        for text in line.codes:
            entry.codes += 1
            if text in _NULL:
                continue
            try:
                term = read_term(text)
            except TermError as error:
                self._note(line, str(error))
                continue
            read = cameo_actor(term.code, self.states)
            if isinstance(read, str):
                self._note(line, read)
                continue
            if term.doubt:
                self._note(line, term.doubt, left_out=False)
            entry.terms.append(term)

    def _closed(self, entry: _Open | None) -> Iterator[str]:
        if entry is None:
            return
        if not entry.terms:
            if not entry.codes:
                what = "has no code, nor has any line below it"
                self.problems.append(LineProblem(entry.line, entry.names[0], what))
            return
        fields, terms = self._fields(entry)
        if not fields:
            self.known += 1
            return
        self.actors += 1
        yield entry_text("actor", fields, terms)

    def _fields(self, entry: _Open) -> tuple[Fields, list[Fields]]:
        names = list(dict.fromkeys(entry.names))
        terms = sorted(entry.terms, key=_is_default)
        shapes = [_term(term, names[0], self.states) for term in terms]
        fresh = [name for name in names if self.override or not _is_known(name)]
        whole = (*fresh, *map(repr, terms))
        if not fresh or whole in self._taken:
            return {}, []
        self._taken.add(whole)
        kind = _kind(names, terms, self.states)
        head: dict[str, str | int | list[str]] = {
            "id": self._free_id(fresh[0]),
            "name": fresh[0],
            "kind": kind,
            "aliases": fresh[1:],
        }
        if kind == "person":
            head["rank"] = _RANK
        if len(shapes) == 1:
            return {**head, **shapes[0]}, []
        return head, list(shapes)

    def _free_id(self, name: str) -> str:
        slug = re.sub(r"[^a-z0-9]+", "-", forms.key(name)).strip("-") or "actor"
        found, number = slug, 1
        while found in self._ids:
            number += 1
            found = f"{slug}-{number}"
        self._ids.add(found)
        return found

    def _agent(self, line: Line, markers: dict[str, list[str]]) -> Iterator[str]:
        code = next((c for c in line.codes if "~" in c), "").replace("~", "").strip()
        words = list(_filled(line.name, markers))
        sector = cameo_sector(code)
        if what := _broken(line, words[0] if words else ""):
            self._note(line, what)
            return
        if sector is None:
            self._note(line, f"{code or 'an empty code'} is no role that has a sector")
            return
        for word, number in _numbers(words, line.plural, "!" in line.name):
            key = forms.key(word)
            if not key or key in self._nouns or role_named(key):
                self.known += 1
                continue
            self._nouns.add(key)
            self.roles += 1
            fields = {"word": word.lower(), "sector": sector, "number": number}
            yield entry_text("role", fields)

    def _note(self, line: Line, what: str, *, left_out: bool = True) -> None:
        self.problems.append(LineProblem(line.number, line.text, what, left_out))


def own_states(texts: Iterable[str]) -> frozenset[str]:
    """Give the codes of three letters that CAMEO does not know but a dictionary uses.

    >>> sorted(own_states(["GONDOR [GON]", "ROHAN [ROH]", "FRANCE [FRA]"]))
    ['GON', 'ROH']
    """
    codes = (code.split() for line in dictionary_lines(texts) for code in line.codes)
    bare = {parts[0] for parts in codes if parts and _STATE.fullmatch(parts[0])}
    return frozenset(code for code in bare if not is_readable(code))


def readable(name: str) -> str:
    """Give a name as it is printed: the dictionaries write capitals and underscores.

    >>> readable("AHMAD_SHAH_AHMADZAI_"), readable("U.N._"), readable("IZZ_AD-DIN_")
    ('Ahmad Shah Ahmadzai', 'U.N.', 'Izz Ad-Din')
    """
    plain = " ".join(name.replace("_", " ").replace("|", " ").split())
    return " ".join(_cased(word) for word in plain.split(" "))


def _cased(word: str) -> str:
    if "." in word or not word.isupper():
        return word
    return "-".join(part[:1] + part[1:].lower() for part in word.split("-"))


def _broken(line: Line, name: str) -> str | None:
    """Say why nothing of a line can be taken, None if something can."""
    if any(line.text.count(a) != line.text.count(b) for a, b in ("[]", "{}")):
        return "a bracket is not closed"
    if not forms.key(name):
        return f"{name!r} is no name"
    if not name.isprintable():
        return f"{name!r} holds a sign that a name cannot have"
    return None


def _is_default(term: DictionaryTerm) -> bool:
    return not term.dated


def _term(term: DictionaryTerm, name: str, states: frozenset[str]) -> dict[str, str]:
    """Give a term as fields; who belongs to no state goes by a code of the name."""
    read = cameo_actor(term.code, states)
    if isinstance(read, str):  # such terms were left out
        raise TypeError(read)
    whose = {"country": read.country} if read.country else {"code": _own_code(name)}
    if read.kind == "state":
        whose = {"code": term.code}
    days = {"start": term.start, "end": term.end}
    return {**whose, "sector": read.sector or "", **days}


def _own_code(name: str) -> str:
    """Give the directory's code of a body, else one made of its name."""
    for naming in directory.namings(forms.key(name)):
        if naming.form in ("org", "movement"):
            return naming.code
    code = re.sub(r"[^A-Z0-9]+", "_", forms.key(name).upper()).strip("_")
    return code if code[:1].isalpha() else f"X_{code}"


def _kind(names: list[str], terms: list[DictionaryTerm], states: frozenset[str]) -> str:
    """Tell persons by their terms in office: the dictionaries do not say it."""
    read = [cameo_actor(term.code, states) for term in terms]
    told = [actor for actor in read if not isinstance(actor, str)]
    if all(actor.kind == "state" for actor in told):
        return "state"
    if all(actor.country is None for actor in told):
        return told[0].kind
    office = all(actor.sector in _PERSONS for actor in told)
    dated = any(term.dated for term in terms)
    return (
        "person"
        if dated and office and " " in names[0]
        else ("body" if all(actor.country for actor in told) else "organisation")
    )


def _is_known(name: str) -> bool:
    """Say whether the directory has a name, or a person of just this full name."""
    if directory.namings(forms.key(name)):
        return True
    sounds = {forms.sound(word.form) for word in forms.words(name)}
    return len(sounds) > 1 and any(
        sounds <= set(directory.person_sounds(tenure))
        for tenure in directory.tenures(forms.words(name)[-1].form)
    )


def _filled(name: str, markers: dict[str, list[str]]) -> Iterator[str]:
    """Put each word of a list in the place of its marker ("CONGRESS!PERSON!")."""
    found = _MARKER.search(name)
    if not found:
        yield readable(name)
        return
    for word in markers.get(found[1], ()):
        rest = name[: found.start()] + word + name[found.end() :]
        yield from _filled(rest, markers)


def _numbers(
    words: list[str], plural: str | None, marked: bool
) -> Iterator[tuple[str, str]]:
    """Give words with their number: "s" one, "p" several, "b" either."""
    if marked:
        several = ("s", "men")
        yield from ((w, "p" if w.lower().endswith(several) else "s") for w in words)
        return
    (word,) = words
    if plural == "":
        yield word, "b"
        return
    yield word, "s"
    yield readable(plural) if plural else _plural(word), "p"


def _plural(word: str) -> str:
    if word.endswith(("y", "Y")):
        return f"{word[:-1]}ies"
    return f"{word}es" if word.lower().endswith("ss") else f"{word}s"
