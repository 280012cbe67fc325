"""The number in words or figures: "2.5 million", "two thirds", "three decades"."""

import re
from dataclasses import dataclass, replace
from functools import lru_cache

from realpolitik.knowledge import tables

# A figure that hangs on letters ("F-16", "A330") is part of a name.
_FIGURE = re.compile(
    r"(?<![a-z\d])(?<![a-z]-)"
    r"(?:\d{1,3}(?:(?:, |[,\u00a0\u202f ])\d{3}(?!\d))+(?:\.\d+)?|\d+(?:\.\d+)?)"
)
# A currency before its figure: "RM120,000", "$US113".
_GLUED = re.compile(
    r"(?<![a-z-])(?:us|hk|nt|rm|rs|ps|rp|usd|eur|gbp|cny|rmb|aud|cad|inr)(?=\d)"
)
_MONEY = (
    r"(?:(?:us|hk|nt|nz|au|ca|mx|tt|[acsrmj])? ?[$€£¥₹₽₩₪] ?(?:us|hk|au|nz)?|"
    r"[a-z]{2,3})?"
)
_TO = r"(?:-|–|up to|to|or)"
_RANGE = re.compile(
    r"(?P<between>\bbetween )?[^\d]*?(?P<first>\d[\d,.]*)"
    r"(?P<unit>(?: ?[-a-z%°]+\.?){0,3}?)"
    rf" ?(?:{_TO}|(?P<and>and)) ?{_MONEY} ?(?P<last>\d[\d,.]*)"
)
_TWO_FIGURES = re.compile(r"\d\D+\d")  # without them a range need not be looked for
_MINUS = re.compile(r"^[-−](?=\d)|\bminus[ -](?=\d)")
_DIGIT = re.compile(r"\d")
_LETTERS = re.compile(r"[a-z]+")
_PART_OF = re.compile(
    r"\b(?:(?P<times>an?|half|one|two|three|four|five|six|seven|eight|nine)[ -])?"
    r"(?P<part>half|halves|thirds?|quarters?|fourths?|fifths?|sixths?|sevenths?|"
    r"eighths?|ninths?|tenths?)\b(?: of)?(?: an?)? ?"
    r"(?P<whole>million|billion|trillion|dozen|century|decade|hour|year|percent|"
    r"per cent)?"
)
_PARTS = {
    "hal": 2, "thi": 3, "qua": 4, "fou": 4, "fif": 5, "six": 6, "sev": 7, "eig": 8,
    "nin": 9, "ten": 10,
}  # fmt: skip
_WHOLES = {
    "century": (100.0, "year"), "decade": (10.0, "year"), "hour": (60.0, "minute"),
    "year": (12.0, "month"), "percent": (1.0, "percent"), "per cent": (1.0, "percent"),
}  # fmt: skip
_IN = re.compile(
    r"\b(?P<few>[a-z]+)(?: [a-z]+)* (?:in|out of) (?:every )?(?P<many>[a-z]+)$"
)
_BETWEEN = re.compile(
    r"\b(?:(?:from|between) )?(?P<first>[a-z][a-z -]*?) (?:to|and|or) "
    r"(?P<last>[a-z]+)\b"
)
_FOLD = re.compile(r"\b([a-z]+?)-?fold\b")
_AND_A_HALF = re.compile(r"\band[ -]a[ -](?:half|quarter)\b")
_ALONE = re.compile(r"^(?:about |nearly |almost |over |within )?an? (?:single )?[a-z]")
_NONE = re.compile(r"^(?:nobody|no one|none|zero|no)\b")
_YEARS = re.compile(r"\b(?P<unit>decade|century|centurie|fortnight)s?\b")
_LONG = {"decade": 10.0, "century": 100.0, "centurie": 100.0, "fortnight": 2.0}
_THOUSAND = 1000


@dataclass(frozen=True, slots=True)
class Number:
    """A number with its upper end, and the unit where the words for it say it."""

    value: float
    high: float | None = None
    unit: str | None = None


def number_said(low: str, after: str = "") -> Number | None:
    """Give the number that a text in small letters states; `after` is what follows.

    >>> number_said("two thirds").unit, number_said("three and a half").value
    ('percent', 3.5)
    """
    following = after.split(maxsplit=1)
    of = following[0].lower() == "of" if following else None
    return _number(low, of)


@lru_cache(maxsize=20_000)
def _number(low: str, of: bool | None) -> Number | None:
    """Give the number of a text; `of` is whether "of" follows, None if nothing does."""
    low = _GLUED.sub(" ", low)
    if below := _MINUS.search(low):
        found = _number(low[below.end() :], of)
        return replace(found, value=-found.value) if found and not found.high else found
    found = _told_as_such(low) or _range(low)
    if not found and (part := _PART_OF.search(low)) and _is_part(part, low, of):
        found = _share(part)
    return found or _counted(low)


def _told_as_such(low: str) -> Number | None:
    if _DIGIT.search(low) or " hundred and " in low:
        return None
    return _in_so_many(low) or _range_in_words(low) or _fold(low)


def _counted(low: str) -> Number | None:
    value = _first_value(low)
    if value is None:
        none, alone = _NONE.match(low), _ALONE.match(low)
        value = 0.0 if none else 1.0 if alone else None
    if value is None:
        return None
    if long := _YEARS.search(low):
        unit = "week" if long.group("unit") == "fortnight" else "year"
        return Number(value * _LONG[long.group("unit")], unit=unit)
    return Number(value)


def _range(low: str) -> Number | None:
    match = _RANGE.search(low) if _TWO_FIGURES.search(low) else None
    if not match or (match.group("and") and not match.group("between")):
        return None
    first, last = _float(match.group("first")), _float(match.group("last"))
    if first is None or last is None:
        return None
    scale = _scale(low, match.end("last"))
    own = _scale(low[: match.end("unit")], match.end("first"))
    if own == 1 and first < last:
        own = scale  # "15 to 17 million"
    if first * own >= last * scale:
        return None
    return Number(first * own, last * scale)


def _float(text: str) -> float | None:
    try:
        return float(text.replace(",", "").rstrip("."))
    except ValueError:
        return None


def _is_part(match: re.Match[str], low: str, of: bool | None) -> bool:
    """Tell a share from an ordinal: "a third of it" is one, "third week" is not."""
    if _FIGURE.search(low[: match.start()]) or _AND_A_HALF.search(low):
        return False
    if match.group("times") or match.group("part").startswith("hal"):
        return True
    if match.group("part").endswith("s"):
        return True
    rest = low[match.end() :].split(maxsplit=1)
    if rest:
        of = rest[0] == "of"
    return match.group().endswith(" of") or of is not False


def _share(match: re.Match[str]) -> Number:
    times, whole = match.group("times"), match.group("whole")
    count = 0.5 if times == "half" else numbers().get(times or "", ("", 1.0))[1]
    share = (count or 1.0) / _PARTS[match.group("part")[:3]]
    if not whole:
        return Number(float(round(100 * share)), unit="percent")
    scale, unit = _WHOLES.get(whole) or (numbers()[whole][1], None)
    return Number(scale * share, unit=unit)


def _in_so_many(low: str) -> Number | None:
    """Read "one in four" as 25 percent."""
    match = _IN.search(low)
    few = _units_in(match.group("few")) if match else None
    many = _units_in(match.group("many")) if match else None
    if not few or not many or few >= many:
        return None
    return Number(float(round(100 * few / many)), unit="percent")


def _range_in_words(low: str) -> Number | None:
    """Read "eight to fifteen", "between three and five" as a range."""
    match = _BETWEEN.search(low)
    first = _units_in(match.group("first").split()[-1]) if match else None
    last = _units_in(match.group("last")) if match else None
    if not match or not first or not last or first >= last:
        return None
    scale = _scale(low, match.end())
    return Number(first * scale, last * scale)


def _fold(low: str) -> Number | None:
    match = _FOLD.search(low)
    times = _units_in(match.group(1)) if match else None
    return Number(times, unit="times") if times else None


def _units_in(word: str) -> float | None:
    kind, value = numbers().get(word, ("", 0.0))
    return value if kind == "unit" else None


def _first_value(low: str) -> float | None:
    """Give the number that stands first: "six of the 128 seats" are six."""
    figure = _FIGURE.search(low)
    said = _in_words(low[: figure.start()] if figure else low)
    more = _AND_A_HALF.search(low)
    half = 0.0 if not more else 0.5 if more.group().endswith("half") else 0.25
    if figure is None or (said is not None and _is_first(low[: figure.start()], said)):
        return _with_half(said, half, low) if said is not None else None
    digits = re.sub(r"[^\d.]", "", figure.group())
    scale = _scale(low, figure.end())
    value = float(digits) + half
    return round(value * scale, 4) if scale > 1 else value  # 8.3 billion, no more


def _is_first(before: str, said: float) -> bool:
    """Say whether words are the number, or only stand before it ("some 500")."""
    if vague_phrase := _vague_in(before):
        return vague_phrase.endswith("s")
    return said != 1 or " of " in before


def _with_half(value: float, half: float, low: str) -> float:
    """Add the half in "two and a half million" where it belongs."""
    match = _AND_A_HALF.search(low)
    if not match or not half:
        return value
    before = _in_words(low[: match.start()]) or 0.0
    return (before + half) * _scale(low, match.end())


def _scale(low: str, at: int) -> float:
    scale = 1.0
    for word in _LETTERS.findall(low[at:])[:4]:
        kind, value = numbers().get(word, ("", 0.0))
        if len(word) == 1 and low[at : at + 1] != word:
            break  # "5 m" are metres, "5m" millions
        if kind == "scale" or word in ("dozens", "hundreds", "thousands"):
            scale *= value
        elif scale > 1 or word in ("per", "of", "for", "a", "an"):
            break
    return scale


def _in_words(low: str) -> float | None:
    if phrase := _vague_in(low):
        return vague()[phrase]
    found = [numbers().get(word) for word in _LETTERS.findall(low)]
    if any(entry and entry[0] in ("unit", "scale") for entry in found):
        return _sum(_run(found))
    for entry in filter(None, found):
        return entry[1]
    return None


def _vague_in(low: str) -> str | None:
    for phrase in _longest_vague():
        if phrase in low and re.search(rf"\b{phrase}\b", low):
            return phrase
    return None


Entry = tuple[str, float] | None


def _run(found: list[Entry]) -> list[Entry]:
    """Give the first run of number words, with at most one word between two."""
    start = next(i for i, e in enumerate(found) if e and e[0] in ("unit", "scale"))
    end = start + 1
    for i in range(start + 1, len(found)):
        if found[i] and i - end <= 1:
            end = i + 1
    return found[start:end]


def _sum(found: list[Entry]) -> float:
    """Add up number words: units add, scales multiply, thousands begin anew."""
    total = current = 0.0
    for entry in found:
        kind, value = entry or ("", 0.0)
        if kind == "unit":
            current += value
        elif kind == "scale":
            current = max(current, 1.0) * value
            if value >= _THOUSAND:
                total, current = total + current, 0.0
    return total + current


@lru_cache(maxsize=1)
def numbers() -> dict[str, tuple[str, float]]:
    """Give each number word with its kind and value."""
    rows = tables.rows("words/numbers.csv")
    return {row["word"]: (row["kind"], float(row["value"])) for row in rows}


@lru_cache(maxsize=1)
def vague() -> dict[str, float]:
    """Give the words for no certain number ("dozens") with what they are taken for."""
    return {word: v for word, (kind, v) in numbers().items() if kind == "vague"}


@lru_cache(maxsize=1)
def _longest_vague() -> list[str]:
    return sorted(vague(), key=len, reverse=True)
