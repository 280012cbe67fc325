"""Numbers, dates, lists and names as they stand in running text."""

import re
import unicodedata
from collections.abc import Sequence
from datetime import date, timedelta

from realpolitik.core.interval import Interval
from realpolitik.core.quantity import Quantity

NBSP = "\u00a0"
LONGEST_NAME = 70
_UNITS = {
    "aircraft": "aircraft",
    "barrel/day": "barrels a day",
    "country": "countries",
    "delegation": "delegations",
    "kg": "kg",
    "km": "km",
    "km2": "km²",
    "m3": "m³",
    "person": "people",
    "times": "times",
    "time": "times",
    "vessel": "vessels",
}
_SMALL = (
    "no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine",
    "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen",
    "seventeen", "eighteen", "nineteen",
)  # fmt: skip
_TENS = (
    "", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty",
    "ninety",
)  # fmt: skip
_ARTICLE_FIRST = ("United ", "Soviet ", "European ", "African ", "Arab League")
_ARTICLE_HEADS = (
    "Agency", "Alliance", "Army", "Assembly", "Association", "Authority", "Bahamas",
    "Bank", "Board", "Centre", "Center", "Coalition", "Command", "Commission",
    "Committee", "Commonwealth", "Community", "Conference", "Congress", "Council",
    "Court", "Department", "Duma", "Emirates", "Embassy", "Force", "Forces", "Forum",
    "Front", "Fund", "Gambia", "Government", "Group", "Guard", "Houthis", "Institute",
    "Islands", "Kremlin", "League", "Maldives", "Ministry", "Navy", "Netherlands",
    "Office", "Organisation", "Organization", "Parliament", "Party", "Philippines",
    "President", "Presidency", "Quartet", "Republic", "Secretariat", "Senate",
    "Service", "Taliban", "Tribunal", "Union",
)  # fmt: skip
_ARTICLE_HEAD = re.compile(
    rf"(?:\S+ )*?(?:{'|'.join(_ARTICLE_HEADS)})"
    r"(?= (?:of|for|on|in|against|between|to)\b|[,;(]| \(|\Z)"
)
# short names that are read letter by letter, and so are no words of their own
_ARTICLE_WHOLE = frozenset(
    (
        "BBC", "CPTPP", "CSTO", "E3", "FARC", "FDLR", "FMLN", "G20", "G7", "G8", "IMF",
        "MNLA", "MRTA", "OECD", "OPCW", "OSCE", "P5+1", "UN", "UNDP", "UNODC", "URNG",
    )
)  # fmt: skip


def amount(quantity: Quantity) -> str:
    """Write a quantity; a bound stays a bound.

    >>> amount(Quantity(1.9e9, "USD")).replace(NBSP, " ")
    'USD 1.9 bn'
    >>> amount(Quantity(76000, "person", bound=">")).replace(NBSP, " ")
    'over 76,000 people'
    >>> amount(Quantity(15, "percent", high=17)).replace(NBSP, " ")
    '15–17 %'
    """
    if quantity.value is None:
        return "number lost in the source" if quantity.lost else "number not read"
    return _bound(quantity) + _with_unit(quantity)


def day(value: date) -> str:
    """Write a day in full.

    >>> day(date(2020, 3, 5)).replace(NBSP, " ")
    '5 March 2020'
    """
    return f"{value.day}{NBSP}{value:%B}{NBSP}{value.year}"


def month(value: date) -> str:
    """Write a month with its year."""
    return f"{value:%B}{NBSP}{value.year}"


def days(interval: Interval) -> str | None:
    """Write an interval to the precision in which it was stated; None if open twice.

    >>> days(Interval(date(2019, 4, 1), None, "month"))
    'since April 2019'
    >>> days(Interval(date(2016, 6, 6), date(2016, 6, 7), "day")).replace(NBSP, " ")
    '6–7 June 2016'
    >>> days(Interval(date(2021, 6, 1), date(2021, 7, 31), "month"))
    'June–July 2021'
    """
    start, end = interval.start, interval.end
    if start is None or end is None:
        return _half_open(interval)
    first, last = _day(start, interval.precision), _day(end, interval.precision)
    if first == last or start == end:
        return first
    whole = (start.month, start.day, end.month, end.day) == (1, 1, 12, 31)
    if whole:
        return f"{start.year}–{end.year}"
    if start.day == 1 and (end + timedelta(days=1)).day == 1:
        return _months(start, end)
    if (start.year, start.month) == (end.year, end.month):
        return f"{start.day}–{day(end)}"
    return f"{day(start)} – {day(end)}"


def listed(words: Sequence[str], *, limit: int = 4) -> str:
    """Join words as a list in prose, the surplus counted.

    >>> listed(["Greece", "Turkey", "Cyprus"])
    'Greece, Turkey and Cyprus'
    >>> listed(["a", "b", "c", "d", "e", "f"])
    'a, b, c, d and 2 others'
    """
    if len(words) > limit + 1:
        return f"{', '.join(words[:limit])} and {len(words) - limit} others"
    if len(words) < 2:
        return "".join(words)
    return f"{', '.join(words[:-1])} and {words[-1]}"


def with_article(name: str) -> str:
    """Put the article before the names that want one in a sentence.

    >>> with_article("United States"), with_article("Greece"), with_article("NATO")
    ('the United States', 'Greece', 'NATO')
    >>> with_article("Office of the Historian"), with_article("G7")
    ('the Office of the Historian', 'the G7')
    """
    wants = (
        name.startswith(_ARTICLE_FIRST)
        or name in _ARTICLE_WHOLE
        or _ARTICLE_HEAD.match(name)
    )
    return f"the {name}" if wants and not name.lower().startswith("the ") else name


def plain(text: str, *, longest: int = LONGEST_NAME) -> str:
    """Make words safe to stand in a line: one line, not too long, own direction.

    Right-to-left words are wrapped in directional isolates, so that the punctuation
    around them stays where it belongs.
    """
    line = " ".join(text.split())
    if len(line) > longest:
        line = _cut(line, longest - 1) + "…"
    rightward = any(unicodedata.bidirectional(sign) in ("R", "AL") for sign in line)
    return f"\u2068{line}\u2069" if rightward else line


def _cut(line: str, length: int) -> str:
    """Cut at the last space; in the middle of a word only where it is very long.

    >>> _cut("Secretary of State Antony Blinken", 24), _cut("a" * 9, 4)
    ('Secretary of State', 'aaaa')
    """
    whole = line[: length + 1].rpartition(" ")[0].rstrip(" ,;:–—-(")
    return whole if len(whole) > length // 2 else line[:length].rstrip()


def counted(count: int, noun: str, plural: str | None = None) -> str:
    """Write a count with its noun.

    >>> counted(1, "record"), counted(1200, "record")
    ('1 record', '1,200 records')
    """
    word = noun if count == 1 else plural or f"{noun}s"
    return f"{count:,} {word}"


def in_words(count: int, *, most: int = 9) -> str:
    """Write numbers up to `most`, itself at most 99, as words.

    >>> in_words(4), in_words(44), in_words(44, most=99)
    ('four', '44', 'forty-four')
    """
    if not 0 <= count <= most:
        return f"{count:,}"
    if count < len(_SMALL):
        return _SMALL[count]
    tens, unit = divmod(count, 10)
    return _TENS[tens] + (f"-{_SMALL[unit]}" if unit else "")


def sentence_case(text: str) -> str:
    """Raise the first letter, as a sentence begins."""
    return text[:1].upper() + text[1:]


def _bound(quantity: Quantity) -> str:
    if quantity.bound is not None:
        return {"<": "up to ", ">": "over "}.get(quantity.bound, "")
    return "about " if quantity.approximate else ""


def _with_unit(quantity: Quantity) -> str:
    unit = quantity.unit or ""
    money, _, each = unit.partition("/")
    currency = len(money) == 3 and money.isupper()
    numbers = [quantity.value] + ([quantity.high] if quantity.high else [])
    size = _size(max(abs(number or 0) for number in numbers), currency=currency)
    text = "–".join(f"{_number((number or 0) / size[0])}" for number in numbers)
    text += f"{NBSP}{size[1]}" if size[1] else ""
    if currency:
        return f"{money}{NBSP}{text}" + (f" a {each}" if each else "")
    if unit == "percent":
        return f"{text}{NBSP}%"
    return f"{text}{NBSP}{_unit(unit, quantity.value or 0)}".rstrip()


def _size(number: float, *, currency: bool) -> tuple[float, str]:
    if number >= 1e12:
        return 1e12, "trn" if currency else "trillion"
    if number >= 1e9:
        return 1e9, "bn" if currency else "billion"
    if number >= 1e6:
        return 1e6, "m" if currency else "million"
    return 1, ""


def _number(value: float) -> str:
    text = f"{value:,.3f}".rstrip("0").rstrip(".")
    return text.replace("-", "−")


def _unit(unit: str, value: float) -> str:
    if value == 1:
        return unit
    return _UNITS.get(unit) or (unit + "s" if unit and not unit.endswith("s") else unit)


def _months(start: date, end: date) -> str:
    """Write whole months, the first and last day of which nobody has said."""
    if (start.year, start.month) == (end.year, end.month):
        return f"{start:%B} {start.year}"
    if start.year == end.year:
        return f"{start:%B}–{end:%B} {end.year}"
    return f"{start:%B} {start.year} – {end:%B} {end.year}"


def _half_open(interval: Interval) -> str | None:
    if interval.start is not None:
        return f"since {_day(interval.start, interval.precision)}"
    if interval.end is not None:
        return f"until {_day(interval.end, interval.precision)}"
    return None


def _day(value: date, precision: str) -> str:
    if precision == "month":
        return f"{value:%B} {value.year}"
    if precision == "quarter":
        return f"quarter {(value.month + 2) // 3} of {value.year}"
    if precision == "year":
        return str(value.year)
    if precision == "decade":
        return f"{value.year // 10 * 10}s"
    return day(value)
