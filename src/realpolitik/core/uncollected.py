"""Work during which the collector of reference cycles waits.

A document makes some hundred small objects a sentence, most of which are kept and none
of which is part of a cycle. The collector, started again and again by their number,
would look through them and all the tables for nothing: a tenth of the resolving.
"""

import gc
from collections.abc import Callable
from functools import wraps
from typing import ParamSpec, TypeVar

P = ParamSpec("P")
R = TypeVar("R")


def uncollected(work: Callable[P, R]) -> Callable[P, R]:
    """Let the collector wait until `work` is done; whoever has switched it off keeps
    it off.
    """

    @wraps(work)
    def waiting(*args: P.args, **kwargs: P.kwargs) -> R:
        if not gc.isenabled():
            return work(*args, **kwargs)
        gc.disable()
        try:
            return work(*args, **kwargs)
        finally:
            gc.enable()

    return waiting
