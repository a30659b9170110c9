"""The closing mark that somebody forgot: a quotation that stays open to its paragraph's end, and in it
the words that say whose it is."""

from __future__ import annotations

import re
from collections.abc import Iterator

from claims.rules.lists import listed
from claims.rules.patterns import alternation
from claims.sentences import STOP
from claims.turns.tags import tag_at
from claims.view.view import Edit

_LINE = re.compile(r"[^\r\n]+")
_MARK = re.compile('[“”„"«»]')
_NO_WORD = ("", *" \t\r\n.,;:?!)]")
_DOUBLE = re.compile('[“”"]')
_LOOSE = re.compile(r"(?<!\S)[“”\"](?!\S)")
_CLOSING = {"“": "”", "„": "“", '"': '"', "«": "»", "»": "«"}
_STOP = re.compile(r"[,?!](?= )")
_SENTENCE_END = re.compile(
    rf"(?:,? (?:{alternation(listed('turns', 'behind_tag'))}) [^.“”\"]{{1,40}})?\.(?:\s|$)"
)
_NAMED = re.compile(r"[A-ZÀ-Þ]")


def forgotten(text: str) -> Iterator[Edit]:
    """The mark that opens before, or closes behind, words with a tag, where another stands in its place; and the
    closing mark before the tag of a quotation that is open at its paragraph's end."""
    for line in _LINE.finditer(text):
        if mended := list(_in_wrong_order(text, *line.span())):
            yield from mended
            continue
        start = _left_open(text, *line.span())
        at = _tagged(text, start, line.end()) if start is not None else None
        if start is not None and at is not None:
            yield Edit(at, at, _CLOSING[text[start]])


def _in_wrong_order(text: str, start: int, end: int) -> Iterator[Edit]:
    """Marks that two openings, or two closings, in a row lack between them; a mark opens by the blank before it and
    closes by the one behind."""
    opened: re.Match[str] | None = None
    last = start
    if _LOOSE.search(text, start, end):
        return  # nothing tells which way such a mark points
    for mark in _DOUBLE.finditer(text, start, end):
        if _opens(text, mark):
            if opened and (at := _before_tag(text, opened.end(), mark.start())):
                yield Edit(at, at, _CLOSING[opened[0]])
            opened = mark
        elif mark[0] in '”"' and not _before(text, mark).isspace():
            tagged = not opened and _closes(text, mark) and tag_at(text, mark.end(), end)
            at = _sentence_start(text, last, mark.start()) if tagged else None
            if at is not None:
                yield Edit(at, at, "“" if mark[0] == "”" else '"')
            opened, last = None, mark.end()


def _before(text: str, mark: re.Match[str]) -> str:
    return text[max(0, mark.start() - 1) : mark.start()]


def _opens(text: str, mark: re.Match[str]) -> bool:
    before, behind = _before(text, mark), text[mark.end() : mark.end() + 1]
    return mark[0] in '“"' and (not before or before in " \t\r\n([—–") and behind not in _NO_WORD


def _closes(text: str, mark: re.Match[str]) -> bool:
    return _before(text, mark) in (",", ".", "?", "!", "…")


def _before_tag(text: str, start: int, end: int) -> int | None:
    """The end of the words before the first tag that ends its sentence."""
    for stop in _STOP.finditer(text, start, end):
        tag = tag_at(text, stop.end(), end)
        if tag and (_SENTENCE_END.match(text, tag.end) or text[tag.end : tag.end + 5] == ", who"):
            return stop.end()
    return None


def _sentence_start(text: str, start: int, end: int) -> int | None:
    """Where the sentence begins that a closing mark ends, behind the last quotation and its tag."""
    stops = [m.end() for m in STOP.finditer(text, start, end) if m.end() < end]
    if stops:
        return stops[-1]
    return start if start == 0 or text[start - 1] in "\r\n" else None


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
