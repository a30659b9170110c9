"""Elements of HTML that were left in a text, as what they do to it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from claims.view.view import Edit

_BLOCKS = (
    "article", "blockquote", "br", "div", "figcaption", "figure", "h[1-6]", "hr", "li", "ol", "p", "section", "table",
    "td", "tr", "ul",
)  # fmt: skip
"""Elements that stand in lines of their own."""
_INLINE = (
    "a", "abbr", "b", "cite", "em", "font", "i", "img", "mark", "q", "s", "small", "span", "strong", "sub", "sup", "u",
)  # fmt: skip
_TAG = re.compile(
    rf"</?(?:(?P<block>{'|'.join(_BLOCKS)})|{'|'.join(_INLINE)})\b[^<>\n]{{0,500}}>", re.IGNORECASE
)


def elements(text: str) -> Iterator[Edit]:
    """Nothing for a tag; an empty line where a block of the page ends within a line."""
    for match in _TAG.finditer(text) if "<" in text else ():
        ends = text[match.end() : match.end() + 1] not in ("", "\n", "\r")
        begins = text[: match.start()].rstrip(" ")[-1:] not in ("", "\n", "\r", ">")
        yield Edit(*match.span(), "\n\n" if match["block"] and ends and begins else "")
