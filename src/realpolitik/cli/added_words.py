"""What one run of adding did, in words for a summary line."""

from typing import TYPE_CHECKING

from realpolitik.cli.words import count_words

if TYPE_CHECKING:
    from realpolitik.progress import AddReport


def added_words(report: "AddReport") -> list[str]:
    """Say what was added, was known already, and could not be read."""
    parts = [f"added {count_words(report.added, 'document')}"]
    if report.added:
        parts.append(count_words(report.claims, "claim"))
    if report.known:
        parts.append(f"{report.known:,} known already")
    if report.unread:
        parts.append(f"{len(report.unread):,} could not be read")
    return parts
