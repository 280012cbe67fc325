"""Processes that read side by side, and end with the one that they work for."""

import os
import signal
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from itertools import islice
from multiprocessing import active_children, get_context, parent_process
from threading import Thread
from typing import TypeVar

T = TypeVar("T")
R = TypeVar("R")

_AHEAD = 64  # items for each worker: the others go on while one is at a long one


def spread(work: Callable[[T], R], items: Iterable[T], *, workers: int) -> Iterator[R]:
    """Apply `work` to each item in one of several processes; answers come in order.

    Only a few items are taken ahead of the answers. An error that `work` raises is
    raised here. Ctrl-C, or giving up the iterator, ends the workers at once.
    """
    waiting: deque[Future[R]] = deque()
    source = iter(items)
    # "spawn": a forked copy of a process that runs threads may hang
    pool = ProcessPoolExecutor(workers, get_context("spawn"), _begin)
    try:
        for item in islice(source, workers * _AHEAD):
            waiting.append(pool.submit(work, item))
        while waiting:
            yield waiting.popleft().result()
            for item in islice(source, 1):
                waiting.append(pool.submit(work, item))
    except BaseException:
        for child in active_children():
            child.terminate()
        raise
    finally:
        pool.shutdown(wait=True, cancel_futures=True)


def _begin() -> None:
    """Leave Ctrl-C to the process that is worked for, and end when that one ends."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    parent = parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)
