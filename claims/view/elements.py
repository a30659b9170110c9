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
    "a", "abbr", "b", "cite", "em", "font", "i", "img", "mark", "s", "small", "span", "strong", "sub", "sup", "u",
)  # fmt: skip
_VALUE = r"""(?:"[^"<>\n]{0,500}"|'[^'<>\n]{0,500}'|[^\s"'<>]{1,500})"""
_TAG = re.compile(
    rf"<(?P<ends>/?)(?:(?P<block>{'|'.join(_BLOCKS)})|(?P<quoted>q)|{'|'.join(_INLINE)})(?=[ \t/>])"
    rf"(?:[ \t]{{1,20}}[\w:-]{{1,40}}={_VALUE}){{0,20}}[ \t]{{0,20}}/?>",
    re.IGNORECASE,
)
"""Behind the name nothing but attributes: "<b.lund@tarn.example>" is an address, "<a and b>" what somebody wrote."""
_MARKS = (("“", "”"), ("‘", "’"))
_BLANKS = " \t\u00a0"


def elements(text: str) -> Iterator[Edit]:
    """Nothing for a tag, marks for a quotation; an empty line where a block of the page ends within a line."""
    kept, end, depth = "\n", 0, 0
    for match in _TAG.finditer(text) if "<" in text else ():
        kept = text[end : match.start()].rstrip(_BLANKS)[-1:] or kept
        end, words = match.end(), ""
        if match["quoted"]:
            depth = max(0, depth - 1) if match["ends"] else depth
            words = _MARKS[depth > 0][bool(match["ends"])]
            depth += not match["ends"]
        elif match["block"] and kept not in "\r\n" and text[end : end + 1] not in ("", "\n", "\r"):
            words = "\n\n"
        kept = words[-1:] or kept
        yield Edit(*match.span(), words)
