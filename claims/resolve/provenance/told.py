"""Media that nothing but what was done with them shows to be media: "told Tarn Weekly", "told state
television". How a claim came through one stands in chain.py."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claims.folding import fold_mention
from claims.model import Evidence, Link, Span
from claims.resolve.mentions import outlets
from claims.resolve.mentions.index import Index
from claims.resolve.mentions.names import clean
from claims.rules.lists import listed, words
from claims.rules.patterns import alternation

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claims.model import Attribution

_NOUNS = alternation((*listed("media", "nouns"), *listed("media", "kinds"), "agency"))
_NAME = r"[A-Z][\w&’.!-]{0,40}(?: [A-Z][\w&’!-]{0,40}){0,3}"
_TOLD = re.compile(
    rf"\b(?:{alternation(listed('relays', 'told'))}|{alternation(listed('relays', 'spoken_to'))}) "
    rf"(?P<the>[Tt]he )?(?:[A-Z][a-z]{{2,20}} (?=(?:{_NOUNS}) ))?(?:[a-z-]+ ){{0,2}}?"
    rf"(?P<before>(?:{_NOUNS}) )?(?P<name>{_NAME})"
    rf"(?P<behind> (?:{_NOUNS})\b)?"
)
_MEDIA = (
    rf"(?:{alternation(listed('media', 'collective'))}|{alternation(listed('media', 'kinds'))})"
)
_COMMON = re.compile(
    rf"\b(?:(?:{alternation(listed('relays', 'told'))}) (?:the )?"
    rf"((?:(?:{alternation(listed('media', 'official'))})(?:-run)?|[A-Z][a-z]+n) {_MEDIA})\b"
    rf"|((?:{alternation(listed('media', 'official'))})(?:-run)? {_MEDIA}|[Aa]nother news agency) "
    rf"(?:{alternation(listed('relays', 'quotes'))})\b)",
    re.IGNORECASE,
)
_BEHIND = re.compile(rf" ({_NAME})(?=[.,;:”\"]| (?:that|in|on)\b)")
"""told the state news agency |Lusangop"""
_FORM = re.compile(r"[A-Z0-9!]{2,}\d*|\w+\.com|\w! \w+")


def told_media(index: Index, attributions: Sequence[Attribution]) -> frozenset[str]:
    """The names of an article's media that no list knows, told or spoken to."""
    speak = {m.name for a in attributions for s, e in a.source for m in index.inside(s, e)}
    found = set()
    for match in _TOLD.finditer(index.text):
        name = _name(match, index)
        if name and (match["behind"] or match["before"] or name not in speak):
            found.add(name)
    return frozenset(found)


def _name(match: re.Match[str], index: Index) -> str | None:
    mention = index.covering(match.start("name"))
    if fold_mention(clean(match["name"])) in index.peoples | words("descriptions", "demonyms"):
        return None
    written = clean(match["name"])
    told = bool(match["behind"] or match["before"])
    if mention is None:
        return written if not match["the"] and _FORM.fullmatch(written) else None
    if mention.kind not in ("organisation", "outlet") or outlets.is_outlet(mention.name):
        return None
    last = fold_mention(mention.name).split()[-1]
    bodies = words("nominals", "bodies", "body_words", "formal_bodies") | words(
        "organisations", "political"
    )
    if not told and (match["the"] or last in bodies):
        return None
    return mention.name


def common_medium(text: str, clause: Span, own: Sequence[Span]) -> Link | None:
    """A medium without a name that was told or quotes: "told state television"."""
    for match in _COMMON.finditer(text, *clause):
        start, end = match.span(1 if match[1] else 2)
        named = _BEHIND.match(text, end) if match[1] else None
        start, end = named.span(1) if named else (start, end)
        if not any(s <= start < e for s, e in own):
            return Link(text[start:end], Evidence(Span(start, end), text[start:end]))
    return None
