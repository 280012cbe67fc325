"""A quoted sentence without the quotation mark whose partner stands elsewhere.

A sentence out of a longer quotation carries its first or last mark alone. Quoted as it
is, it would open and never close.
"""

from collections.abc import Sequence
from dataclasses import replace

from realpolitik.briefs.parts import Segment

_OPENING = {"“": "”", "„": "“”", "«": "»", '"': '"'}
_CLOSING = {"”": "“„", "»": "«", '"': '"'}


def paired(segments: Sequence[Segment]) -> tuple[Segment, ...]:
    """Leave out a first or last quotation mark that has no partner in the sentence.

    >>> [part.text for part in paired([Segment("“We met "), Segment("them.")])]
    ['We met ', 'them.']
    >>> [part.text for part in paired([Segment("He said “no.”")])]
    ['He said “no.”']
    """
    kept = list(segments)
    text = "".join(segment.text for segment in kept)
    if text[:1] in _OPENING and _is_alone(text[0], _OPENING[text[0]], text):
        kept[0] = replace(kept[0], text=kept[0].text[1:].lstrip())
    elif text[-1:] in _CLOSING and _is_alone(text[-1], _CLOSING[text[-1]], text):
        kept[-1] = replace(kept[-1], text=kept[-1].text[:-1].rstrip())
    return tuple(segment for segment in kept if segment.text) or tuple(segments)


def _is_alone(mark: str, partners: str, text: str) -> bool:
    """Whether the text has more of this mark than of those that pair with it."""
    if partners == mark:
        return text.count(mark) % 2 == 1
    return text.count(mark) > sum(text.count(partner) for partner in partners)
