"""Blocks of an article come in the order of their page."""

from hypothesis import given
from hypothesis import strategies as st

from realpolitik.documents.blocks import Block, Piece
from realpolitik.documents.page_order import in_page_order

LONG = "Both of them spoke with the press of what they had agreed on."


def at(place: int | None, text: str = LONG) -> Block:
    raw = None if place is None else (place, place + len(text))
    return Block("paragraph", text, (Piece(text, raw),))


def places(blocks: list[Block]) -> list[int | None]:
    return [piece.raw and piece.raw[0] for block in blocks for piece in block.pieces]


def test_what_was_gathered_later_comes_where_the_page_has_it() -> None:
    blocks = [at(500), at(700), at(90, "Events"), at(100)]
    assert places(in_page_order(blocks)) == [90, 100, 500, 700]


def test_short_lines_and_lines_without_a_place_stay_with_what_follows() -> None:
    blocks = [at(500), at(3, "Moscow"), at(700), at(None), at(800)]
    assert in_page_order(blocks) == blocks


@given(
    st.lists(st.tuples(st.none() | st.integers(0, 99), st.sampled_from((LONG, "A"))))
)
def test_nothing_is_lost_and_what_is_in_order_stays(
    told: list[tuple[int | None, str]],
) -> None:
    blocks = [at(place, text) for place, text in told]
    ordered = in_page_order(blocks)
    assert sorted(map(id, ordered)) == sorted(map(id, blocks))
    assert in_page_order(sorted(blocks, key=_place)) == sorted(blocks, key=_place)


def _place(block: Block) -> int:
    return next((piece.raw[0] for piece in block.pieces if piece.raw), -1)
