"""A quoted sentence opens and closes as many quotation marks as it should."""

import pytest

from realpolitik.briefs.parts import Segment
from realpolitik.briefs.quoting import paired

CASES = [
    ("“Today we reached a milestone.", "Today we reached a milestone."),
    ("It was a mistake.”", "It was a mistake."),
    ('" I have stated my intention.', "I have stated my intention."),
    ('We are not doing it."', "We are not doing it."),
    ("“We will stay,” he said.", "“We will stay,” he said."),
    ('"We trust them", he said, "so far."', '"We trust them", he said, "so far."'),
    ("„Wir bleiben“, he said.", "„Wir bleiben“, he said."),
    ("The Allies' plans held.", "The Allies' plans held."),
    ('"', '"'),
]


@pytest.mark.parametrize(("said", "quoted"), CASES)
def test_a_mark_without_a_partner_is_left_out(said, quoted):
    assert "".join(part.text for part in paired([Segment(said)])) == quoted


def test_marks_are_looked_for_over_all_segments():
    parts = [Segment("“", None), Segment("Russia", "party"), Segment(" left.")]
    assert paired(parts) == (Segment("Russia", "party"), Segment(" left."))
