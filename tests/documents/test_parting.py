"""Texts of different elements of a page are never grown into one word."""

from document_maker import Maker

LONG = (
    "Spain has settled its last quarrels over the land border and the two sides agreed "
    "to hold regular consultations on all that concerns the strait in the coming years"
)


def test_divisions_within_an_item_are_parted(make: Maker) -> None:
    items = "".join(
        f"<li><div>{LONG} with {state}</div><div><span>Geographic</span> coordinates of "
        f"{state} are told here, and so is the area of the land and of the sea.</div></li>"
        for state in ("France", "Portugal", "Morocco", "Andorra")
    )
    page = (
        f"<html><body><article><p>{LONG}.</p><ul>{items}</ul></article></body></html>"
    )
    document = make(page, "a.html")
    assert "FranceGeographic" not in document.text
    assert "fused-words" not in make.problems(document)
    texts = [text for _, text in make.kinds(document)]
    assert f"{LONG} with France" in texts
    assert texts[2].startswith("Geographic coordinates of France are told")


def test_words_within_a_line_stay_together(make: Maker) -> None:
    page = (
        f"<html><body><article><p>{LONG} <b>Ge</b>ographic<i>al</i>.</p><p>{LONG}.</p>"
    )
    assert "Geographical." in make(f"{page}</article></body></html>", "a.html").text
