"""Numbers and dates that fell out of a text: "in the late s", "80 to kilometers"."""

import re
from collections.abc import Iterator
from functools import cache

from realpolitik.core.problem import Problem
from realpolitik.documents.condition.seen import Seen
from realpolitik.knowledge.condition_words import condition_words

_MONTH = (
    "(?:January|February|March|April|May|June|July|August|September|October|November"
    "|December)"
)
_OPENER = "(?:The|This|These|Those|It|He|She|They|We|In|On|At|However|But)"
_LOST_DATES = re.compile(
    rf"""\b(?:in|since|until|from|during|of)\ the\ (?:early\ |mid-?\ ?|late\ |1)?s\b
    |\bthe\ (?:early|mid|late)[\ -]?s\b
    |\b(?:in|on|since|until|of|by|from)\ {_MONTH}\ ,
    |\bin\ {_MONTH}\ (?={_OPENER}\b)
    |\b(?:signed|founded|established|reported|held|began|ended|born)\ in\ (?:and|,|\.)
    |\b(?:[Ii]n|[Ss]ince|[Uu]ntil)\ ,\ (?=\w)
    |\b(?:from|between)\ (?:to|and)\ (?:19|20)\d\d\b
    |\bthe\ (?:st|nd|rd|th)\ (?:century|anniversary|session|of\ {_MONTH})""",
    re.VERBOSE,
)
_LOST_AMOUNTS = r"""
    \b\d+\ (?:to|and|or)\ (?:{counted}|million|billion|per\ cent)\b
    |\b(?:[Mm]ore|[Ff]ewer|[Ll]ess)\ than\ (?:{counted})\b
        (?!\ (?:believe|do|know|think|who)\b)
    |\b(?:at\ least|nearly|almost|approximately|up\ to)\ (?:{counted})\b
    |(?:\$|€|£|USD|EUR)\ (?:million|billion|trillion)\b
    |\b(?:worth|cost|costing|totall?ing|of)\ [mb]illion\ (?:dollars|euros|rubles)\b
    |\b[Aa]n?\ -(?:year|day|hour|month|week|km|mile|point|member|page|metre|meter)\b
    |\b(?:by|of|to|than|about)\ ?\ %|\([\s,;–-]+\)"""


def lost_numbers(seen: Seen) -> Iterator[Problem]:
    """Find places where a number or a date must have stood."""
    for passage in seen.document.passages:
        if passage.kind in {"boilerplate", "keyword-line", "other-language"}:
            continue
        place = (passage.start, passage.end)
        for match in _LOST_DATES.finditer(seen.document.text, *place):
            yield _lost("date", match)
        for match in _amounts().finditer(seen.document.text, *place):
            yield _lost("number", match)


@cache
def _amounts() -> re.Pattern[str]:
    counted = "|".join(sorted(condition_words("counted"), key=len, reverse=True))
    return re.compile(_LOST_AMOUNTS.format(counted=counted), re.VERBOSE)


def _lost(what: str, match: re.Match[str]) -> Problem:
    note = f"a {what} seems to be missing here: {match.group()!r}"
    return Problem("lost-number", note, *match.span())
