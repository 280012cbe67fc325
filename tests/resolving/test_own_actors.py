"""What the user says of a name outweighs the directory, on the user's days."""

from datetime import date
from pathlib import Path

import pytest

from realpolitik.core.actor import Actor
from realpolitik.core.document import Document
from realpolitik.core.mention import Mention
from realpolitik.core.span import Span
from realpolitik.knowledge.actors_file import actors_in
from realpolitik.knowledge.own_actors import NONE, OwnActors
from realpolitik.resolving.lookup import look_up
from realpolitik.resolving.resolver import Resolver

OWN = actors_in(
    """
[[actor]]
id = "night-guard"
name = "Night Guard"
kind = "movement"
code = "NIGHT_GUARD"
sector = "REB"
start = "2014"

[[actor]]
id = "petrovsky"
name = "Pavel Petrovsky"
country = "NIGHT_GUARD"
sector = "REB"
role = "commander"
start = "2019-03"
end = "2021"

[[actor]]
id = "kremlin-theatre"
name = "Kremlin"
country = "FRA"
sector = "EDU"
start = "2020"

[[actor]]
id = "merkel"
qid = "Q567"
name = "Angela Merkel"
country = "AUT"
role = "Chancellor"
""",
    Path("actors.toml"),
)


def resolve(words: str, form: str, day: str, own: OwnActors = OWN) -> Actor | None:
    whole = f"{words} agreed."
    document = Document(
        "d", "d", whole, "", len(whole), "text",
        published=date.fromisoformat(day), sentences=(Span(0, len(whole)),),
    )  # fmt: skip
    mention = Mention(0, words, 0, len(words), "actor", form)
    (found,) = Resolver.load(own).resolve(document, [mention])
    actors = [m for m in found.meanings if isinstance(m, Actor)]
    return actors[0] if actors else None


CASES = [
    ("Night Guard", "org", "2015-05-05", ("NIGHT_GUARD", "REB", "night-guard")),
    ("Night Guard fighters", "group", "2015-05-05", ("NIGHT_GUARD", "REB", None)),
    ("Pavel Petrovsky", "person", "2020-05-05", ("NIGHT_GUARD", "REB", "petrovsky")),
    ("Petrovsky", "person", "2020-05-05", ("NIGHT_GUARD", "REB", "petrovsky")),
    ("Kremlin", "capital", "2020-05-05", ("FRA", "EDU", "kremlin-theatre")),
    ("Kremlin", "capital", "2019-05-05", ("RUS", "GOV", None)),
    ("Angela Merkel", "person", "2010-05-05", ("AUT", None, "Q567")),
]


@pytest.mark.parametrize(("words", "form", "day", "expected"), CASES)
def test_own_actors_come_first(words, form, day, expected) -> None:
    actor = resolve(words, form, day)
    code, sector, identity = expected
    assert actor is not None
    assert (actor.code, actor.sector) == (code, sector or actor.sector)
    assert identity in (None, actor.id)


@pytest.mark.parametrize(
    ("words", "form", "day"),
    [
        ("Night Guard", "org", "2013-05-05"),
        ("Petrovsky", "person", "2012-05-05"),
        ("Petrovsky", "person", "2023-05-05"),
    ],
)
def test_outside_of_its_days_a_name_stays_unknown(words, form, day) -> None:
    assert resolve(words, form, day) in (None, Actor())


def test_two_resolvers_share_nothing() -> None:
    assert resolve("Night Guard", "org", "2015-05-05", NONE) is None
    assert resolve("Night Guard", "org", "2015-05-05") is not None
    assert resolve("Night Guard", "org", "2015-05-05", NONE) is None


LOOKUPS = [
    ("the Kremlin", "1987-06-01", "SUN", "Kremlin", ""),
    ("the Kremlin", "2007-06-01", "RUS", "Kremlin", ""),
    ("the Russian president", "2009-05-01", "RUS", "Dmitry Medvedev", "President"),
    ("the French president", "1987-06-01", "FRA", "François Mitterrand", "President"),
    ("Bush", "1991-01-17", "USA", "George H. W. Bush", "President"),
    ("putin", "2001-01-17", "RUS", "Vladimir Putin", "President"),
]


@pytest.mark.parametrize(("words", "day", "code", "name", "role"), LOOKUPS)
def test_a_lookup_says_whom_words_mean(words, day, code, name, role) -> None:
    first = look_up(words, date.fromisoformat(day), NONE)[0]
    assert first.chosen
    assert first.held
    assert (first.entry.code, first.entry.name) == (code, name)
    assert first.entry.role == role


def test_a_lookup_names_the_rivals_and_nobody_for_nothing() -> None:
    found = look_up("Bush", date(2003, 3, 20), NONE)
    assert found[0].entry.name == "George W. Bush"
    assert "George H. W. Bush" in {f.entry.name for f in found if not f.chosen}
    assert look_up("Zzyzx", None, NONE) == []
    own = look_up("Night Guard", date(2015, 1, 1), OWN)
    assert (own[0].entry.source, own[0].entry.id) == ("actors.toml", "night-guard")
