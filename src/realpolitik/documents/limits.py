"""How long a source may be: each word keeps its place, and that takes memory."""

from realpolitik.core.errors import UnreadableError

_LONGEST_PAGE = 20_000_000
_MOST_PAGE_SIGNS = 1_000_000  # words and tags: about 8 MB of a page
_MOST_TEXT_SIGNS = 2_000_000  # lines and gaps inside of them


def check_page(source: str) -> None:
    """Refuse markup that is longer than any article; UnreadableError says so."""
    signs = sum(source.count(sign) for sign in " \n<&")
    if len(source) > _LONGEST_PAGE or signs > _MOST_PAGE_SIGNS:
        raise UnreadableError(
            "the page is longer than any article", "split it, or give its text as .txt"
        )


def check_text(source: str) -> None:
    """Refuse a text with more lines and gaps than any; UnreadableError says so."""
    signs = sum(source.count(sign) for sign in ("\n", "\t", "  "))
    if signs > _MOST_TEXT_SIGNS:
        raise UnreadableError("it has more lines than any text", "split it")
