"""The words of times: months, weekdays, numbers, and what stands around a time."""

import re
from dataclasses import dataclass
from datetime import date

MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan", "february feb", "march mar", "april apr", "may", "june jun",
            "july jul", "august aug", "september sep sept", "october oct",
            "november nov", "december dec",
        ),
        1,
    )
    for name in names.split()
}  # fmt: skip
WEEKDAYS = {
    name: number
    for number, names in enumerate(
        (
            "monday mon", "tuesday tue tues", "wednesday wed", "thursday thu thurs",
            "friday fri", "saturday sat", "sunday sun",
        )
    )
    for name in names.split()
}  # fmt: skip
NUMBERS = {
    "a": 1, "an": 1, "one": 1, "two": 2, "couple": 2, "three": 3, "few": 3, "four": 4,
    "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10, "eleven": 11,
    "twelve": 12, "dozen": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15,
    "sixteen": 16, "seventeen": 17, "eighteen": 18, "nineteen": 19, "twenty": 20,
    "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60,
}  # fmt: skip
VAGUE_NUMBERS = frozenset(["couple", "few"])
_FAR = 550
_PAST = 2.2
ORDINALS = {"first": 1, "second": 2, "third": 3, "fourth": 4}
# Pieces of patterns: month, day, year, weekday, number, unit.
M = "(?P<month>" + "|".join(sorted(MONTHS, key=len, reverse=True)) + r")\b\.?"
M2 = M.replace("month", "month2")
D = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?\b"
Y = r"(?P<year>1[0-9]\d\d|20\d\d)"
WD = "(?P<weekday>" + "|".join(sorted(WEEKDAYS, key=len, reverse=True)) + r")\b\.?"
_WORDS = "|".join(sorted(NUMBERS, key=len, reverse=True))
N = rf"(?P<number>\d+|(?:twenty|thirty|forty|fifty|sixty)-(?:{_WORDS})|{_WORDS})\b"
UNIT = r"(?P<unit>day|week|fortnight|month|quarter|year|decade|centur)(?:s|y|ies)?\b"
SEASONS = {"spring": 3, "summer": 6, "autumn": 9, "fall": 9, "winter": 12}
HOLIDAYS = {
    "new year's day": (1, 1), "new year": (1, 1), "christmas day": (12, 25),
    "christmas eve": (12, 24), "christmas": (12, 25), "new year's eve": (12, 31),
}  # fmt: skip

_AHEAD = re.compile(
    r"\b(?:will|won't|shall|should|is to|are to|due|expected|scheduled|plans?|planned|"
    r"set to|hopes? to|upcoming|ahead of|threatens?|unless)\b"
    r"(?:(?!\b(?:announced|said|told|reported|signed|held|took|began|met|made)\b)[^.;])*$"
    r"|\b(?:by|until|from|effective|as of)\s+$"
)
_SINCE = re.compile(r"\bsince(?: the| late| early)?\s*$")
_UNIQUE = re.compile(
    r"\b(?:first|last|largest|biggest|worst|highest|lowest|most|\w+est)\b"
)


@dataclass(frozen=True, slots=True)
class Around:
    """What stands around a time: the text of the sentence before it, and the day the
    text spoke of last.
    """

    before: str = ""
    spoken: date | None = None

    @property
    def future(self) -> bool:
        """Whether what is told of lies ahead ("will meet on Monday")."""
        return bool(_AHEAD.search(self.before[-80:].lower()))

    @property
    def between(self) -> bool:
        """Whether "between" stands before, of which the words give both ends."""
        return self.before.lower().rstrip().endswith("between")

    @property
    def since(self) -> bool:
        """Whether "since" stands before, and not of a single thing ("first since")."""
        before = self.before.lower()
        if "since" not in before:
            return False
        return bool(_SINCE.search(before)) and not _UNIQUE.search(before[-60:])


def number_of(word: str) -> int:
    """Give the number that a word or figures stand for."""
    if word.isdigit():
        return int(word)
    return sum(NUMBERS[part] for part in word.split("-"))


def year_near(month: int, number: int, day: date | None, around: Around) -> int | None:
    """Give the year of a day without one: that of the times just told of, where
    those lie far back, else the nearest to the document, past rather than future.
    """
    if not day:
        return around.spoken.year if around.spoken else None
    if around.spoken and abs((day - around.spoken).days) > _FAR:
        return around.spoken.year
    ahead = 1.0 if around.future else _PAST
    costs = {}
    for year in (day.year - 1, day.year, day.year + 1):
        distance = (year - day.year) * 365 + (month - day.month) * 30.4
        distance += number - day.day
        costs[year] = distance * ahead if distance > 0 else -distance
        if around.future and distance < -2:
            costs[year] *= _PAST
    return min(costs, key=lambda year: costs[year])
