"""What resolving anew did, in words."""

from realpolitik.cli.session import warn
from realpolitik.cli.words import count_words
from realpolitik.resolving_again import Resolved


def told(resolved: Resolved) -> str:
    """Sum it up in a line."""
    looked = count_words(resolved.documents, "document")
    if not resolved.changed:
        return f"resolved anew: {looked}, nothing changed"
    mentions = count_words(resolved.mentions, "mention")
    claims = count_words(resolved.claims, "claim")
    return (
        f"resolved anew: {looked}, {resolved.changed:,} changed "
        f"({mentions} and {claims})"
    )


def warn_skipped(resolved: Resolved) -> bool:
    """Say which documents cannot be resolved anew; False if there are none."""
    if resolved.skipped:
        warn(
            f"{count_words(resolved.skipped, 'document')} left as they are: an earlier "
            "version read them and did not keep what it saw; add them to a new project"
        )
    return bool(resolved.skipped)
