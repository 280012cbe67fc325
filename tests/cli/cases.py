"""One document with one claim, made by hand."""

from datetime import date

from realpolitik.core.actor import Actor
from realpolitik.core.claim import Claim, Party, When
from realpolitik.core.document import Document, Passage
from realpolitik.core.interval import Interval
from realpolitik.core.problem import Problem
from realpolitik.core.span import Excerpt, Span

TEXT = "Israel's prime minister,\tMr Netanyahu, visited Moscow on 30 January."
DOCUMENT = Document(
    id="d1",
    source="a.txt",
    text=TEXT,
    sha256="0" * 64,
    bytes=len(TEXT),
    format="text",
    title="A visit",
    publisher="The Gazette",
    published=date(2020, 1, 31),
    passages=(Passage("paragraph", 0, len(TEXT)),),
    sentences=(Span(0, len(TEXT)),),
    problems=(Problem("no-date", "none was found; give one with --date"),),
)
CLAIM = Claim(
    id="c1",
    document="d1",
    sentence=0,
    text=TEXT,
    span=Span(0, len(TEXT)),
    kind="event",
    type="CONSULT",
    mode="visit",
    trigger=Excerpt("visited", 39, 46),
    actor=(Party(Actor("ISR", "GOV", name="Benjamin Netanyahu"), TEXT[:37], 0, 37),),
    recipient=(Party(Actor("RUS"), "Moscow", 47, 53),),
    when=When(
        Interval(date(2020, 1, 30), date(2020, 1, 30), "day"), "30 January", 57, 67
    ),
    certainty=0.934,
    quad=1,
    intensity=1.9,
)
