"""What is written about relations between states, as data that can be checked.

>>> import realpolitik as rp
>>> doc = rp.read("Russia and Israel signed a trade agreement.", date="2020-03-05")
>>> [claim.type for claim in doc.claims]
['SUPPORT']
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from realpolitik import codes
    from realpolitik.api import accusations, attributions, open, read, resolve, types
    from realpolitik.core.accusation import Accusation
    from realpolitik.core.attribution import Attribution
    from realpolitik.core.selection import Selection
    from realpolitik.project import Project

__version__ = "0.1.0"

__all__ = [
    "Accusation",
    "Attribution",
    "Project",
    "Selection",
    "__version__",
    "accusations",
    "attributions",
    "codes",
    "open",
    "read",
    "resolve",
    "types",
]

_HOMES = {
    "Project": "realpolitik.project",
    "Selection": "realpolitik.core.selection",
    "Accusation": "realpolitik.core.accusation",
    "Attribution": "realpolitik.core.attribution",
    "accusations": "realpolitik.api",
    "attributions": "realpolitik.api",
    "open": "realpolitik.api",
    "read": "realpolitik.api",
    "resolve": "realpolitik.api",
    "types": "realpolitik.api",
}


def __getattr__(name: str) -> object:
    """Import a public name when it is first asked for, to keep the import quick."""
    if name == "codes":
        return import_module("realpolitik.codes")
    if name not in _HOMES:
        raise AttributeError(f"module 'realpolitik' has no attribute {name!r}")
    return getattr(import_module(_HOMES[name]), name)


def __dir__() -> list[str]:
    return sorted(__all__)
