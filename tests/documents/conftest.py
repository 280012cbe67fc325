"""What the tests of documents share."""

import pytest
from document_maker import Maker


@pytest.fixture
def make() -> Maker:
    """Give the maker of documents."""
    return Maker()
