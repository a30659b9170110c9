"""Names that the tagger cuts, grown to what the text writes: particles, initials, first parts. Nothing
about whose name it is."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from claims.folding import fold_mention
from claims.resolve.mentions.spot import Spot
from claims.rules.lists import listed, words
from claims.rules.patterns import MAX_WORDS, alternation
from claims.tokens import text_of

if TYPE_CHECKING:
    from spacy.tokens import Doc

_CAP = r"[A-ZÀ-Þ][\w’'-]{0,60}"
_PARTICLE = alternation(
    sorted(
        {
            *listed("names", "surname_particles", "particles", "source_parts"),
            *listed("people", "son_of"),
        },
        key=len,
        reverse=True,
    )
)
_SERVANT = alternation(word.capitalize() for word in listed("names", "first_parts"))
_ARTICLES = alternation(listed("people", "servant_articles"))
_FIRST_PART = re.compile(rf"(?<![\w’'-])(?:{_SERVANT})(?: (?:{_ARTICLES})-| )$")
"""Abd al-|Rahman"""
_PARTICLES_BEFORE = re.compile(
    rf"(?<![\w’'-]){_CAP} (?:(?:{_CAP}|{_PARTICLE}) ){{0,{MAX_WORDS}}}(?:(?:{_PARTICLE})[ -]|['’]t )$"
)
"""Khalifa bin |Rashid, Hamad ibn Salim al-|Kindari, Bram 't |Hart"""
_INITIALS = re.compile(r"(?<![\w.])(?:[A-ZÀ-Þ]\.[ ]?){1,4}$")
_BEHIND = re.compile(rf"(?: (?:{_PARTICLE})){{1,5}}(?:(?: {_CAP}){{1,{MAX_WORDS}}}|-{_CAP})")
"""Khalifa| bin Rashid, Abu Talib| el-Sharqi"""
_ARTICLE_AT_END = re.compile(rf"(?<![\w’'])(?:{_ARTICLES})-?$")
_GAELIC_AT_END = re.compile(rf"(?<![\w’'])(?:{alternation(listed('names', 'gaelic_parts'))})$")
_GAELIC_BEHIND = re.compile(
    rf"(?: (?:{alternation(listed('names', 'gaelic_parts', 'gaelic_articles'))})){{1,3}} {_CAP}"
)
"""Peadar Mac| an Airchinn"""
_JOINED = re.compile(rf"-?{_CAP}")
"""Khalifa bin Rashid al-|Marwani"""
_CUT_IN_TWO = re.compile(r"-[a-zß-ÿ]{1,20}(?![\w-])")
"""Noh Mi|-ran: a given name of two syllables"""
_OF_LAND = re.compile(
    rf"(?i:\b(?:{alternation(listed('organisations', 'lands', 'common_heads'))}) of (?:the )?)$"
)
"""the Emirate of |Ras Nahwa"""
BEFORE_CHARACTERS = 60
"""How far before a name its first part may begin."""


def whole(doc: Doc, spots: Iterable[Spot]) -> Iterator[Spot]:
    """The spots, those of people with every part of the name."""
    text = text_of(doc)
    for spot in spots:
        yield _grown(text, spot) if spot.kind == "person" else spot


def _grown(text: str, spot: Spot) -> Spot:
    start, end = spot.start, spot.end
    for pattern in (_FIRST_PART, _PARTICLES_BEFORE, _INITIALS):
        before = pattern.search(text, max(0, start - BEFORE_CHARACTERS), start)
        if before and fold_mention(before[0].split()[0]) not in words("names", "not_names"):
            start = before.start()
    open_end = _ARTICLE_AT_END.search(text, start, end)
    gaelic = _GAELIC_AT_END.search(text, start, end)
    behind = (_JOINED if open_end else _GAELIC_BEHIND if gaelic else _BEHIND).match(text, end)
    behind = _CUT_IN_TWO.match(text, end - 1) or behind
    kind = "state" if _OF_LAND.search(text, max(0, start - BEFORE_CHARACTERS), start) else spot.kind
    return Spot(start, behind.end() if behind else end, kind)
