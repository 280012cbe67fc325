"""Who says what stands between quotation marks."""

import re
from functools import lru_cache

from realpolitik.core.mention import Mention
from realpolitik.resolving.memory import Referent
from realpolitik.resolving.scene import Scene

_VERBS = (
    "said says told added warned wrote declared insisted argued stated announced "
    "tweeted asked explained noted stressed vowed promised called recalled complained "
    "replied claimed admitted observed remarked"
)
_SAYING = re.compile(rf"^\W*(?:\w+ ){{0,2}}?({'|'.join(_VERBS.split())})\b")
_SAID = re.compile(rf"({'|'.join(_VERBS.split())}|according to)\W+(?:\w+ )?$")


def quoted_speaker(mention: Mention, scene: Scene) -> Referent | None:
    """Give who says the quotation that a mention stands in, None outside of one."""
    if not in_quotes(mention.start, scene):
        return None
    outside = [r for r in scene.here if r.actors and not in_quotes(r.start, scene)]
    said = [r for r in outside if _says(r, scene)]
    persons = [r for r in outside if r.form == "person"]
    for referent in (*said, *persons, *outside):
        return referent
    for referent in scene.memory.back(sentence=scene.sentence, reach=2):
        if referent.form == "person" and referent.actors:
            return referent
    return None


def in_quotes(position: int, scene: Scene) -> bool:
    """Say whether a place of the document stands between quotation marks."""
    if not _marked(scene.text):
        return False
    text = scene.text[: position - scene.start]
    opened = text.count("“") + text.count("«")
    closed = text.count("”") + text.count("»")
    return text.count('"') % 2 == 1 or opened > closed


@lru_cache(maxsize=256)
def _marked(text: str) -> bool:
    return any([mark in text for mark in '“«"'])


def _says(referent: Referent, scene: Scene) -> bool:
    after = scene.text[referent.end - scene.start :]
    before = scene.text[: referent.start - scene.start]
    return bool(_SAYING.match(after) or _SAID.search(before))
