"""What names an entry of a feed: never its place, never what another entry shares."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from realpolitik.sources.entry_names import Named, names_of

CASES = [
    (Named("tag:x.org,2020:1", "http://x.org/1", "Talks", "a"), "tag:x.org,2020:1"),
    (Named(None, "http://x.org/1", "Talks", "a"), "http://x.org/1"),
    (Named("  a\n b ", None, None, "a"), "a b"),
    (
        Named(None, "http://x.org/", "Talks", "a"),
        None,
    ),  # stands under entries of any day
    (Named("http://x.org", "http://x.org/1", "Talks", "a"), "http://x.org/1"),
    (Named(None, "http://x.org/?p=1", "Talks", "a"), "http://x.org/?p=1"),
    (Named(None, "http://[", "Talks", "a"), "http://["),
    (Named(None, None, "Talks", "a"), None),
    (Named("", "", "Talks", ""), None),
]

_WORDS = st.sampled_from(["", "a", "b", "http://x.org/1", "http://x.org/2"])


@pytest.mark.parametrize(("entry", "name"), CASES)
def test_the_name_of_an_entry(entry: Named, name: str | None) -> None:
    assert names_of([entry]) == [name]


def test_what_is_shared_names_nobody() -> None:
    one = Named("same", None, "Talks", "a")
    two = Named("same", None, "Strikes", "b")
    assert names_of([one, two]) == ["same Talks", "same Strikes"]
    three = Named("same", None, "Talks", "c")
    names = names_of([one, two, three])
    assert len(set(names)) == 3
    assert names[1] == "same Strikes"


def test_a_long_name_is_cut_and_still_its_own() -> None:
    names = names_of([Named("x" * 900 + end, None, None, "") for end in "ab"])
    assert len(set(names)) == 2
    assert all(len(name or "") < 250 for name in names)


@given(st.lists(st.builds(Named, _WORDS, _WORDS, _WORDS, _WORDS), unique=True))
def test_place_means_nothing_and_no_two_share_a_name(entries: list[Named]) -> None:
    names = names_of(entries)
    told = [
        (name, e.text, e.link)
        for name, e in zip(names, entries, strict=True)
        if name is not None
    ]
    assert len({name for name, *_ in told}) == len(set(told))
    assert names_of(entries[::-1]) == names[::-1]
