"""Makes the notation of this folder importable, and its large dossier once."""

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))

from brief_notation import greece_and_turkey


@pytest.fixture(scope="session")
def aegean():
    return greece_and_turkey()
