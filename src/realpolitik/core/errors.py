"""Exceptions: a bad call or a broken machine; each names the way out."""

import errno
from collections.abc import Sequence
from pathlib import Path

DISK_ERRORS = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EIO})
"""What the system says where a disk is full or fails."""

_SHOWN = 20  # faults of a file


class RealpolitikError(Exception):
    """Base of all errors that realpolitik raises; the message is for a person."""


class UsageError(RealpolitikError):
    """A command or call was given something it cannot mean (exit code 2)."""


class UnusableInputError(RealpolitikError):
    """The input could not be used at all (exit code 1)."""

    def __init__(self, source: str, what: str, remedy: str) -> None:
        self.source, self.what, self.remedy = source, what, remedy
        super().__init__(f"{source}: {what}; {remedy}")


class UnreadableError(RealpolitikError):
    """Some bytes can't be read; who raises it does not know where they come from."""

    def __init__(self, what: str, remedy: str) -> None:
        self.what, self.remedy = what, remedy
        super().__init__(f"{what}; {remedy}")


class ModelError(RealpolitikError):
    """A file of the shipped reader is missing or broken."""

    def __init__(self, path: Path, what: str) -> None:
        self.path, self.what = path, what
        super().__init__(
            f"{path}: the reader's model file is {what}; "
            "reinstall realpolitik (pip install --force-reinstall realpolitik)"
        )

    def __reduce__(self) -> tuple[object, ...]:
        """Come whole from a worker to the process that it works for."""
        return type(self), (self.path, self.what)


class KnowledgeError(RealpolitikError):
    """A file of the shipped knowledge is missing or broken."""

    def __init__(self, path: str, what: str) -> None:
        self.path, self.what = path, what
        super().__init__(f"{path}: {what}; reinstall realpolitik")

    def __reduce__(self) -> tuple[object, ...]:
        """Come whole from a worker to the process that it works for."""
        return type(self), (self.path, self.what)


class ActorsFileError(RealpolitikError):
    """A file of the user's own actors has faults; nothing of it was taken.

    `faults` say line, field, what is wrong and what would be right, one each.
    """

    def __init__(self, path: Path, faults: Sequence[str]) -> None:
        self.path, self.faults = path, tuple(faults)
        super().__init__("\n".join(self.lines))

    @property
    def lines(self) -> list[str]:
        """One line a fault, the first ones where there are many."""
        shown = [f"{self.path}: {fault}" for fault in self.faults[:_SHOWN]]
        more = len(self.faults) - len(shown)
        return [*shown, f"{self.path}: and {more} more faults"] if more else shown

    def __reduce__(self) -> tuple[object, ...]:
        """Come whole from a worker to the process that it works for."""
        return type(self), (self.path, self.faults)


class ProjectError(RealpolitikError):
    """A project folder cannot be opened, read or written."""

    def __init__(self, folder: Path, what: str, remedy: str) -> None:
        super().__init__(f"{folder}: {what}; {remedy}")


class DiskError(ProjectError):
    """The disk on which a project lies is full or fails (exit code 1)."""


def not_written(folder: Path, what: str, error: OSError) -> ProjectError:
    """Explain why something of a project could not be written."""
    said = f"{what} cannot be written ({error.strerror})"
    if error.errno in DISK_ERRORS:
        return DiskError(folder, said, "free some space on its disk and try again")
    return ProjectError(folder, said, "check its permissions or choose another folder")
