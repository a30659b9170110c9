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
_BARE = (
    "allowfullscreen", "compact", "disabled", "download", "hidden", "inert", "ismap", "itemscope", "noshade", "nowrap",
    "reversed",
)  # fmt: skip
"""Attributes that stand without a value."""
_VALUE = r"""(?:"[^"<>\n]{0,2000}"|'[^'<>\n]{0,2000}'|[^\s"'<>]{1,2000})"""
_GIVEN = rf"[\w:-]{{1,40}}[ \t]{{0,5}}=(?:[ \t]{{0,5}}{_VALUE}|(?=[ \t]{{0,20}}/?>))"
_ATTRIBUTE = rf"{_GIVEN}|(?:{'|'.join(_BARE)})(?=[ \t/>])"
_TAG = re.compile(
    rf"<(?P<ends>/?)(?:(?P<block>{'|'.join(_BLOCKS)})|(?P<quoted>q)|{'|'.join(_INLINE)})(?=[ \t/>])"
    rf"(?:[ \t]{{1,20}}(?:{_ATTRIBUTE})){{0,20}}[ \t]{{0,20}}/?>",
    re.IGNORECASE,
)
"""Behind the name nothing but attributes: "<b.lund@tarn.example>" is an address, "<a and b>" what somebody wrote."""
_MARKS = (("“", "”"), ("‘", "’"))
_BLANKS = " \t\u00a0"
_DOUBLE = '“„«"'
_EMPTY_LINE = re.compile(r"\n[ \t\r]{0,20}\n")


def elements(text: str) -> Iterator[Edit]:
    """Nothing for a tag, marks for a quotation; an empty line where a block of the page ends within a line."""
    kept, end, opened = "\n", 0, list[str]()
    for match in _TAG.finditer(text) if "<" in text else ():
        between = text[end : match.start()]
        kept = between.rstrip(_BLANKS)[-1:] or kept
        end, words = match.end(), ""
        if match["block"] or _EMPTY_LINE.search(between):
            opened.clear()
        if match["quoted"]:
            words = _quotation(text, match, opened)
        elif match["block"] and kept not in "\r\n" and text[end : end + 1] not in ("", "\n", "\r"):
            words = "\n\n"
        kept = words[-1:] or kept
        yield Edit(*match.span(), words)


def _quotation(text: str, tag: re.Match[str], opened: list[str]) -> str:
    """The mark for a tag of a quotation, none where one stands beside it; what closes each open one is noted."""
    start, end = tag.span()
    beside = text[max(0, start - 1) : start] + text[end : end + 1]
    if tag["ends"]:
        return opened.pop() if opened else "" if _MARKS[0][1] in beside else _MARKS[0][1]
    opens, closes = _MARKS[bool(opened)]
    marked = bool({*beside} & {*_DOUBLE})
    opened.append("" if marked else closes)
    return "" if marked else opens
