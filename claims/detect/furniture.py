"""Lines of the page that are no part of the article: share buttons, captions, editor's notes,
links. No credits."""

from __future__ import annotations

import re

from claims.model import Span, Spans
from claims.rules.lists import listed
from claims.rules.patterns import alternation

_LINE = re.compile(r"[^\r\n]+")
MAX_LINE_CHARACTERS = 400
"""Up to which a line can be furniture."""
MAX_END_CHARACTERS = 140
"""Within which a credit at the end of a line stands."""
_PERSON = r"(?-i:[A-ZÀ-Þ][\w.’'-]{1,60}(?: [A-ZÀ-Þ][\w.’'-]{1,60}){1,3})"


def _any(group: str) -> str:
    return f"(?:{alternation(listed('furniture', group))})"


_STARTS = (
    rf"{_any('openings')}\b",
    _any("stems"),
    r"more (?:on|from)\b.{0,60}$",
    rf"follow (?:@\w+|\w+ on {_any('networks')})\b",
    rf"{_any('labels')}\s*:",
    rf"{_any('media')}(?: (?:captions?|credits?))?\s*:",
    r"advertisements?$|©|\(c\) ?\d{4}",
    rf"editor[’']?s?[’']? note\b|{_any('corrections')}\s*[:(]",
    rf"this {_any('texts')} (?:has been|was) {_any('revisions')}",
    rf"(?:last )?{_any('publishing')}\s*(?::|(?:at|on|by)\b).{{0,60}}$",
    rf"{_any('buttons')}(?:\s*+\(?\d*+\)?)?\s*+$",
    rf"by {_PERSON}(?:(?:,| and| &) {_PERSON})*"
    rf"(?:,? [\w’' ]{{0,60}}{_any('posts')}[\w’' ]{{0,30}})?\s*$",
)
STARTS = re.compile(rf"\s*+[\[(*•>|–—-]*\s*+(?:{'|'.join(_STARTS)})", re.IGNORECASE)
_ENDS = (
    rf"[(\[|/][^()\[\]|]{{0,60}}{_any('pictures')}\b[^()\[\]|]{{0,60}}[)\]]?",
    rf"\b{_any('picture_agencies')}(?: {_any('prints')}\b|/)[\w./ ]{{0,40}}",
    r"Getty Images\)?",
)
ENDS = re.compile(rf"(?:{'|'.join(_ENDS)})\s*\.?\s*$", re.IGNORECASE)


def furniture(text: str) -> Spans:
    """The lines that belong to the page and not to the article, in order."""
    return tuple(Span(m.start(), m.end()) for m in _LINE.finditer(text) if _is_furniture(m.group()))


def _is_furniture(line: str) -> bool:
    return len(line) <= MAX_LINE_CHARACTERS and bool(
        STARTS.match(line) or ENDS.search(line[-MAX_END_CHARACTERS:])
    )
