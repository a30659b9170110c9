"""The closing mark that somebody forgot: a quotation that stays open to its paragraph's end, and in it
the words that say whose it is."""

from __future__ import annotations

import re
from collections.abc import Iterator

from claims.rules.lists import listed
from claims.rules.patterns import alternation
from claims.turns.tags import tag_at
from claims.view.view import Edit

_LINE = re.compile(r"[^\r\n]+")
_MARK = re.compile('[“”„"«»]')
_CLOSING = {"“": "”", "„": "“", '"': '"', "«": "»", "»": "«"}
_STOP = re.compile(r"[,?!](?= )")
_SENTENCE_END = re.compile(
    rf"(?:,? (?:{alternation(listed('turns', 'behind_tag'))}) [^.“”\"]{{1,40}})?\.(?:\s|$)"
)
_NAMED = re.compile(r"[A-ZÀ-Þ]")


def forgotten(text: str) -> Iterator[Edit]:
    """The closing mark before the tag of a quotation that is open at its paragraph's end."""
    for line in _LINE.finditer(text):
        start = _left_open(text, *line.span())
        at = _tagged(text, start, line.end()) if start is not None else None
        if start is not None and at is not None:
            yield Edit(at, at, _CLOSING[text[start]])


def _left_open(text: str, start: int, end: int) -> int | None:
    """Where the quotation opens that nothing closes in its line."""
    opened: int | None = None
    for match in _MARK.finditer(text, start, end):
        if opened is None:
            opened = match.start() if match[0] in _CLOSING else None
        elif match[0] in (_CLOSING[text[opened]], "”", text[opened]):
            opened = None
    return opened


def _tagged(text: str, start: int, end: int) -> int | None:
    """The end of the words before a tag that names somebody and ends its sentence."""
    for stop in _STOP.finditer(text, start + 1, end):
        tag = tag_at(text, stop.end(), end)
        if tag is None or not _NAMED.search(text, *tag.who):
            continue
        if _SENTENCE_END.match(text, tag.end):
            return stop.end()
    return None
