"""Elements of HTML that were left in a text, as what they do to it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from claims.view.view import Edit

_TAG = re.compile(
    r"</?(?:(?P<block>p|div|br|li|ul|ol|h[1-6]|blockquote|section|article|figure|figcaption|hr|tr|td|table)"
    r"|a|abbr|b|cite|em|font|i|img|mark|q|s|small|span|strong|sub|sup|u)\b[^<>\n]{0,500}>",
    re.IGNORECASE,
)


def elements(text: str) -> Iterator[Edit]:
    """Nothing for a tag; an empty line where a block of the page ends within a line."""
    for match in _TAG.finditer(text) if "<" in text else ():
        ends = text[match.end() : match.end() + 1] not in ("", "\n", "\r")
        begins = text[: match.start()].rstrip(" ")[-1:] not in ("", "\n", "\r", ">")
        yield Edit(*match.span(), "\n\n" if match["block"] and ends and begins else "")
