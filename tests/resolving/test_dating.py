"""When claims happened: entries in the present tense, and never after the text."""

from dataclasses import replace
from datetime import date

import pytest

from realpolitik.core.claim import Reading, SaidClaim
from realpolitik.core.document import Passage
from realpolitik.core.span import Excerpt
from realpolitik.resolving.claims import assemble
from realpolitik.resolving.resolver import Resolver
from tests.resolving.resolving_notation import document

GUESSED = [
    ("5 March", "actual", date(2019, 3, 5)),
    ("5 March", "planned", date(2020, 3, 5)),
    ("3-5 March", "actual", date(2019, 3, 3)),
    ("March", "actual", date(2019, 3, 1)),
    ("September", "actual", date(2019, 9, 1)),
    ("1 January", "actual", date(2020, 1, 1)),
    ("5 March 2020", "actual", date(2020, 3, 5)),
    ("tomorrow", "actual", None),
    ("next March", "actual", None),
    ("29 February", "actual", date(2019, 2, 1)),
]


@pytest.mark.parametrize(("words", "modality", "start"), GUESSED)
def test_nothing_happened_after_the_text(
    words: str, modality: str, start: date | None
) -> None:
    text = f"[Russia|state] attacked [Ukraine|state] on [{words}|time]."
    made, mentions = document(text, day="2020-01-02")
    said = SaidClaim(
        0, "event", "ASSAULT", Excerpt("attacked", 7, 15), actor=(0,), recipient=(1,),
        when=2, modality=modality,
    )  # fmt: skip
    resolver = Resolver.load()
    resolved = resolver.resolve(made, mentions)
    (claim,) = assemble(made, Reading(tuple(mentions), (said,)), resolved, resolver)
    assert (claim.when.interval.start if claim.when else None) == start


ENTRIES = [
    ("[22 October 2019|time] - [Russia|state] meets [Israel|state].", "actual"),
    ("[22 October 2030|time] - [Russia|state] meets [Israel|state].", "planned"),
    ("[22 October 2019|time] - [Russia|state] will meet [Israel|state].", "planned"),
    ("[22 October 2019|time] - [Russia|state] agrees to meet [Israel|state].",
     "planned"),
    ("[22 October 2019|time] [Russia|state] meets [Israel|state].", "planned"),
]  # fmt: skip


@pytest.mark.parametrize("own", [True, False])
@pytest.mark.parametrize(("text", "modality"), ENTRIES)
def test_entries_of_the_past_happened(text: str, modality: str, own: bool) -> None:
    made, mentions = document(text, day="2020-01-02")
    made = replace(made, passages=(Passage("list", 0, len(made.text)),))
    at = made.text.index("meet")
    said = SaidClaim(
        0, "event", "CONSULT", Excerpt("meet", at, at + 4), actor=(1,), recipient=(2,),
        when=0 if own else None, modality="planned",
    )  # fmt: skip
    resolver = Resolver.load()
    resolved = resolver.resolve(made, mentions)
    (claim,) = assemble(made, Reading(tuple(mentions), (said,)), resolved, resolver)
    assert claim.modality == modality
    if modality == "actual":
        assert claim.when and claim.when.interval.start == date(2019, 10, 22)
