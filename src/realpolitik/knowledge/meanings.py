"""What a name, an office and a role noun mean: the entries of the directory."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Naming:
    """One meaning of a name. `form` is state, people, capital, org or movement; `case`
    says how it is written: "u" in capitals, "c" with a capital, "" freely; `start`
    and `end` are ISO days, cut short where less is known, "" where open.
    """

    code: str
    sector: str | None
    form: str
    start: str
    end: str
    case: str
    name: str | None
    id: str | None = None

    def holds(self, day: str | None) -> bool:
        """Say whether the name had this meaning on an ISO day."""
        return holds_on(day, self.start, self.end)


@dataclass(frozen=True, slots=True)
class Tenure:
    """A person in an office or role; `rank` 5 is a leader, 1 a lesser official.
    `spelled` is the name in another spelling, by which this entry is found.
    """

    name: str
    code: str
    sector: str | None
    role: str
    start: str
    end: str
    rank: int
    id: str | None
    own: bool = False
    spelled: str = ""

    def holds(self, day: str | None) -> bool:
        """Say whether the person was in office on an ISO day."""
        return holds_on(day, self.start, self.end)


@dataclass(frozen=True, slots=True)
class Role:
    """A role noun: its PLOVER sector, whether it is one or several, and what it is:
    person, body, thing, state or organisation.
    """

    sector: str | None
    number: str
    kind: str


def holds_on(day: str | None, start: str, end: str) -> bool:
    """Say whether a day lies between two, which may be cut short ("2013-07").

    >>> holds_on("2013-07-31", "2010", "2013-07"), holds_on("2014-01-01", "", "2013")
    (True, False)
    """
    if day is None:
        return True
    after = not start or day[: len(start)] >= start
    return after and (not end or day[: len(end)] <= end)


def case_of(alias: str) -> str:
    """Say how a name must be written: "u" in capitals, "c" with one, "" freely."""
    bare = alias.replace(".", "")
    if " " in bare or "-" in bare:
        return ""
    if sum(map(str.isupper, bare)) > 1 and len(bare) <= _SHORT:
        return "u"
    return "c" if bare[:1].isupper() else ""


_SHORT = 5
