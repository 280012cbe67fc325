"""The shipped model, loaded once."""

import pytest

from realpolitik.reading.reader import Reader


@pytest.fixture(scope="session")
def reader() -> Reader:
    return Reader.load()
