"""Processes that read side by side, and end with the one that they work for."""

import atexit
import os
import signal
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from dataclasses import dataclass, field
from itertools import islice
from multiprocessing import active_children, get_context, parent_process
from threading import Thread
from typing import Generic, TypeVar

T = TypeVar("T")
R = TypeVar("R")

# taken ahead of the answers, so that the others go on while one is at a long item ...
_AHEAD = 2048  # ... so many items
_VOLUME = 16 << 20  # ... of so much size, the first few aside
_QUEUED = 8  # handed out for each worker: they go on while the answers are being stored


def spread(
    work: Callable[[T], R],
    items: Iterable[T],
    *,
    workers: int,
    size: Callable[[T], int] = lambda item: 0,
) -> Iterator[R]:
    """Apply `work` to each item in one of several processes; answers come in order.

    A process without work gets the next item as soon as `items` gives it, and an answer
    that is there does not wait for more of them. Only a few are taken ahead of the
    answers. Of these the next to be answered starts first, then the longest by `size`,
    lest a long one is left alone at the end. An error that `work` raises is raised
    here. Ctrl-C, or giving up the iterator, ends the workers at once.
    """
    # "spawn": a forked copy of a process that runs threads may hang
    pool = ProcessPoolExecutor(workers, get_context("spawn"), _begin)
    line = _Line(pool, work, iter(items), size, workers)
    try:
        while line.move():
            yield line.answer()
    except BaseException:
        for child in active_children():
            child.terminate()
        raise
    finally:
        pool.shutdown(wait=True, cancel_futures=True)


@dataclass(slots=True)
class _Line(Generic[T, R]):
    """The items between their source and their answers, by their place in line."""

    pool: ProcessPoolExecutor
    work: Callable[[T], R]
    source: Iterator[T]
    size: Callable[[T], int]
    workers: int
    head: int = 0  # the next to be answered
    taken: int = 0
    volume: int = 0  # the size of what is taken and not answered
    waiting: dict[int, T] = field(default_factory=dict)
    started: dict[int, Future[R]] = field(default_factory=dict)
    sizes: dict[int, int] = field(default_factory=dict)

    def move(self) -> bool:
        """Take items and hand them out until the next answer is there.

        False where all has been answered.
        """
        while self._wants_more() and (more := list(islice(self.source, 1))):
            self._take(more[0])
            if len(self._running()) < self.workers:
                self._start_next()
        free = self.workers * _QUEUED - len(self._running())
        for _ in range(min(free, len(self.waiting))):
            self._start_next()
        return self.head < self.taken

    def answer(self) -> R:
        """Wait for the answer at the head of the line; hand out more meanwhile."""
        if self.head in self.waiting:  # it is waited for, be the queue full or not
            self._start(self.head)
        while not self.started[self.head].done():
            wait(self._running(), return_when=FIRST_COMPLETED)
            self.move()
        answer = self.started.pop(self.head).result()
        self.volume -= self.sizes.pop(self.head)
        self.head += 1
        return answer

    def _wants_more(self) -> bool:
        """Say whether to ask a source that may be slow, rather than to answer."""
        head = self.started.get(self.head)
        if head is None or not head.done():
            return self._has_room()
        return not self.waiting and len(self._running()) < self.workers

    def _has_room(self) -> bool:
        ahead = self.taken - self.head
        if ahead < self.workers * _QUEUED:
            return True
        return ahead < _AHEAD and self.volume < _VOLUME

    def _take(self, item: T) -> None:
        self.waiting[self.taken] = item
        self.sizes[self.taken] = self.size(item)
        self.volume += self.sizes[self.taken]
        self.taken += 1

    def _running(self) -> list[Future[R]]:
        return [future for future in self.started.values() if not future.done()]

    def _start_next(self) -> None:
        """Hand out the head of the line, else the longest of those that wait."""
        if self.head in self.waiting:
            self._start(self.head)
        else:
            self._start(max(self.waiting, key=self.sizes.__getitem__))

    def _start(self, index: int) -> None:
        item = self.waiting.pop(index)
        self.started[index] = self.pool.submit(self.work, item)


def _begin() -> None:
    """Leave Ctrl-C to the process that is worked for, and end when that one ends."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    # all is answered then, and to free model and tables takes half a second
    atexit.register(os._exit, 0)
    Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    parent = parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)
