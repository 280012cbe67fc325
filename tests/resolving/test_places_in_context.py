from collections.abc import Sequence

import pytest

from realpolitik.core.document import Document, Passage
from realpolitik.core.mention import Mention
from realpolitik.core.place import Place
from realpolitik.core.span import Span
from realpolitik.resolving.atlas import Atlas, named_beside
from realpolitik.resolving.places import candidates, where
from realpolitik.resolving.surroundings import kilometres, point


def places(text: str, names: Sequence[str], **about: str) -> list[Place | None]:
    """Resolve each occurrence of names in a text of one sentence."""
    made = Document(
        "d1", "test", text, "0", len(text), "text",
        passages=(Passage("paragraph", 0, len(text)),),
        sentences=(Span(0, len(text)),), **about,
    )  # fmt: skip
    mentions = []
    at = 0
    for name in names:
        at = text.index(name, at)
        mentions.append(Mention(0, name, at, at + len(name), "place"))
        at += len(name)
    atlas = Atlas.of(made, mentions)
    return [atlas.place(mention, ()) for mention in mentions]


IN_CONTEXT = [
    ("Police in London, Ont., found him.", "London", "CAN", "city"),
    ("Ministers met in London.", "London", "GBR", "capital"),
    ("The fire in Paris, Texas, is out.", "Paris", "USA", "city"),
    ("Lebanese troops entered Tripoli.", "Tripoli", "LBN", "city"),
    ("Libya's parliament left Tripoli.", "Tripoli", "LBY", "capital"),
    ("Georgia and Russia agreed.", "Georgia", "GEO", "state"),
    ("Storms hit Alabama, Tennessee and Georgia.", "Georgia", "USA", "region"),
    ("Tbilisi, capital of Georgia, was calm, unlike Alabama.", "Georgia", "GEO", "state"),
    ("Officers in Edmonton, Ky., said so.", "Edmonton", "USA", "city"),
    ("She was born in Plymouth Co., Iowa.", "Plymouth Co.", "USA", "county"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "name", "country", "feature"), IN_CONTEXT)
def test_a_name_is_read_by_what_stands_around_it(
    text: str, name: str, country: str, feature: str
) -> None:
    place = places(text, [name])[0]
    assert place is not None
    assert (place.country, place.feature) == (country, feature)


def test_what_is_told_once_holds_for_the_whole_text() -> None:
    text = "A man of Paris, Tex., was held. Paris has 25,000 people."
    first, later = places(text, ["Paris", "Paris"])
    assert first == later
    assert first is not None
    assert first.country == "USA"


def test_places_that_lie_together_speak_for_each_other() -> None:
    names = ["Tuscaloosa", "Birmingham"]
    found = places("From Tuscaloosa the road leads to Birmingham.", names)
    assert [place and place.country for place in found] == ["USA", "USA"]


def test_where_it_was_printed_speaks_for_a_place() -> None:
    text = "A shop in Hamilton burnt down."
    there = places(text, ["Hamilton"], url="https://example.co.nz/a")[0]
    assert there is not None
    assert there.country == "NZL"


ALONE = [
    ("England", "GBR", "region"),
    ("U.S.", "USA", "state"),
    ("German", "DEU", "state"),
    ("Ky.", "USA", "region"),
    ("Kremlin", "RUS", "seat"),
    ("Leningrad", "RUS", "city"),
    ("Strait of Hormuz", None, "strait"),
    ("Scarborough Shoal", None, "reef"),
    ("Kerem Shalom crossing", None, "crossing"),
    ("Soviet Union", "SUN", "state"),
]


@pytest.mark.parametrize(("name", "country", "feature"), ALONE)
def test_a_name_alone(name: str, country: str | None, feature: str) -> None:
    place = where(name)
    assert place is not None
    assert (place.country, place.feature) == (country, feature)
    assert place.latitude is not None


def test_a_village_of_a_state_never_named_stays_unknown() -> None:
    text = "Iranian rescuers reached Haris."
    assert places(text, ["Haris"]) == [None]


def test_an_unknown_town_has_the_state_of_what_stands_behind_it() -> None:
    place = places("He lives in Qwertyville, Ky., alone.", ["Qwertyville"])[0]
    assert place == Place("Qwertyville", "USA", feature="place")


def test_candidates_come_with_the_likeliest_first() -> None:
    near = candidates("Tripoli", around=named_beside(["Lebanon"]))
    assert near[0][0].country == "LBN"
    assert candidates("Congo")[0][0].country == "COD"
    assert candidates("Georgia")[0][0].country == "GEO"
    beside_alabama = candidates("Georgia", around=named_beside(["Alabama"]))
    assert [place.country for place, _ in beside_alabama] == ["USA", "GEO"]
    assert candidates("Congo", around=named_beside(["Brazzaville"]))[0][0].country == (
        "COG"
    )


def test_every_state_lies_somewhere() -> None:
    moscow, russia = where("Moscow"), where("Russia")
    assert moscow is not None
    assert russia is not None
    here, there = point(moscow), point(russia)
    assert here is not None
    assert there is not None
    assert kilometres(here, there) > 1000


HELD = [
    ("Shells fell on the villages of Foua and Kfraya in Idlib.", "Kfraya", "SYR"),
    ("Shells fell on the villages of Foua and Kfraya in Idlib.", "Foua", "SYR"),
    ("Homes were buried in Maoxian county in Sichuan.", "Maoxian", "CHN"),
    ("A bomb hit Cairo's Abbasiya district.", "Abbasiya", "EGY"),
    ("She was born in Churchill, Man.", "Churchill", "CAN"),
    ("He comes from Qwertyville, Idaho. Mr. Smith left.", "Qwertyville", "USA"),
    ("They met in Qwertyville on Monday.", "Qwertyville", None),
]


@pytest.mark.parametrize(("text", "name", "country"), HELD)
def test_an_unknown_place_lies_where_the_text_says(
    text: str, name: str, country: str | None
) -> None:
    place = places(text, [name])[0]
    assert (place.country if place else None) == country
    assert place is None or place.latitude is None


NEAR = [
    ("Tripoli", "Lebanon", "LBN", "city"),
    ("Georgia", "Atlanta", "USA", "region"),
    ("Georgia", "Tbilisi", "GEO", "state"),
    ("Jordan", "Israel", "JOR", "state"),
    ("Jordan", "Minnesota", "USA", "city"),
    ("Paris", "Texas", "USA", "city"),
    ("Birmingham", "Alabama", "USA", "city"),
    ("Cordoba", "Spain", "ESP", "city"),
    ("Cordoba", "Argentina", "ARG", "city"),
    ("Valencia", "Spain", "ESP", "city"),
    ("Valencia", "Venezuela", "VEN", "city"),
    ("Hyderabad", "Pakistan", "PAK", "city"),
    ("San Jose", "Costa Rica", "CRI", "capital"),
    ("San Jose", "California", "USA", "city"),
    ("Alexandria", "Egypt", "EGY", "city"),
    ("Alexandria", "Virginia", "USA", "city"),
    ("Moscow", "Idaho", "USA", "city"),
]


@pytest.mark.parametrize(("name", "near", "country", "feature"), NEAR)
def test_a_name_is_looked_up_near_another(
    name: str, near: str, country: str, feature: str
) -> None:
    place, _ = candidates(name, around=named_beside([near]))[0]
    assert (place.country, place.feature) == (country, feature)


@pytest.mark.parametrize(
    ("name", "country"), [("Siberia", "RUS"), ("Anatolia", "TUR"), ("Bengal", None)]
)
def test_regions_of_everyday_names(name: str, country: str | None) -> None:
    place = where(name)
    assert place is not None
    assert place.country == country
