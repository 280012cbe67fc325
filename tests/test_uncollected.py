"""The collector of cycles waits while a document is read, and goes on after it."""

import gc

import pytest

from realpolitik.core.uncollected import uncollected


@uncollected
def _look(*, fail: bool = False) -> bool:
    if fail:
        raise ValueError
    return gc.isenabled()


def test_it_waits_and_goes_on() -> None:
    assert gc.isenabled()
    assert not _look()
    assert gc.isenabled()


def test_it_goes_on_after_an_error() -> None:
    with pytest.raises(ValueError):
        _look(fail=True)
    assert gc.isenabled()


def test_whoever_switched_it_off_keeps_it_off() -> None:
    gc.disable()
    try:
        assert not _look()
        assert not gc.isenabled()
    finally:
        gc.enable()
