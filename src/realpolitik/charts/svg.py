"""The few SVG words that charts need, escaped, with short stable numbers."""

from collections.abc import Iterable, Mapping
from html import escape

COLOURS = {
    "verbal cooperation": "var(--coop-soft, #6a9f91)",
    "material cooperation": "var(--coop, #1f5f52)",
    "verbal conflict": "var(--conf-soft, #cb826c)",
    "material conflict": "var(--conf, #933620)",
}
INK = "var(--ink, #1c1b19)"
SOFT = "var(--soft, #625e56)"
LINE = "var(--line, #d9d3c7)"


def element(name: str, attributes: Mapping[str, object], *children: str) -> str:
    """Give one element; attribute values are escaped, children are SVG already.

    >>> element("rect", {"x": 1.50, "class": "a&b"})
    '<rect x="1.5" class="a&amp;b"/>'
    """
    written = "".join(
        f' {key}="{escape(_short(value), quote=True)}"'
        for key, value in attributes.items()
        if value is not None
    )
    if not children:
        return f"<{name}{written}/>"
    return f"<{name}{written}>{''.join(children)}</{name}>"


def words(text: str, attributes: Mapping[str, object], name: str = "text") -> str:
    """Give an element that holds escaped text."""
    return element(name, attributes, escape(text, quote=False))


def drawing(
    width: float, height: float, attributes: Mapping[str, object], parts: Iterable[str]
) -> str:
    """Give a whole SVG drawing that scales to the width it is given."""
    frame = {"viewBox": f"0 0 {_short(width)} {_short(height)}"}
    return element("svg", frame | dict(attributes), *parts)


def _short(value: object) -> str:
    if isinstance(value, float):
        return f"{value:.2f}".rstrip("0").rstrip(".")
    return str(value)
