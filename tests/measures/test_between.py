"""What passes between two actors, and what only concerns both."""

import pytest

from realpolitik.measures.between import is_alone, is_between
from tests.measures.test_measures import record

CASES = [
    ("SANCTION", 4, ("IND",), ("PAK",), True),  # one upon the other
    ("SANCTION", 4, ("PAK", "USA"), ("IND",), True),  # with help
    ("ASSAULT", 4, ("IND", "PAK"), (), True),  # "fought a war"
    ("CONSULT", 1, ("IND", "PAK", "USA"), (), True),  # others at the table
    ("CONSULT", 1, ("USA",), ("IND", "PAK"), True),  # brought together
    ("SUPPORT", 1, ("IND", "PAK"), ("USA",), True),  # signed with a third
    ("SANCTION", 4, ("USA",), ("IND", "PAK"), False),  # punished both
    ("REQUEST", 3, ("USA",), ("IND", "PAK"), False),  # called on both
    ("REJECT", 3, ("IND", "PAK"), ("USA",), False),  # both turned a third down
]


@pytest.mark.parametrize(("type_", "quad", "actor", "recipient", "between"), CASES)
def test_what_passes_between_two(type_, quad, actor, recipient, between):
    found = record(type=type_, quad=quad, actor=actor, recipient=recipient)
    assert is_between(found, "IND", "PAK") is between
    assert is_between(found, "PAK", "IND") is between


def test_alone_is_nobody_else():
    assert is_alone(record(actor=("IND",), recipient=("PAK",)), "PAK", "IND")
    assert not is_alone(record(actor=("IND", "USA"), recipient=("PAK",)), "IND", "PAK")
