"""Through whom words came: "told the Gazette", "the daily quoted her".

Venues, channels, the publisher and the wire are no intermediaries; who speaks does not belong here.
"""

from __future__ import annotations

import re

from claims.model import Attribution, Evidence, Link, Span
from claims.resolve.article.context import ArticleContext
from claims.resolve.coreference import media_descriptions
from claims.resolve.coreference.anonymous import OFFICIAL_MEDIA
from claims.resolve.mentions import outlets
from claims.resolve.mentions.index import Mention
from claims.resolve.provenance.media_mentions import without_kind
from claims.resolve.provenance.told import common_medium
from claims.rules.lists import listed, words
from claims.rules.patterns import alternation

_BEFORE = re.compile(
    rf"(?:\b(?:{alternation(listed('relays', 'brought_by'))}|said (?:\w+ ){{0,4}}on)|\bto)"
    r"\s+(?:the |a |an )?(?:[a-z][\w’'-]{0,60} ){0,2}[“\"‘]?$"
    rf"|\b[Ii]nterview(?: [\w’,]+){{1,4}} (?:with|to|on|for) (?:the |The )?[“\"‘]?$"
    rf"|\b(?:{alternation(listed('relays', 'asked'))})\b[^.\n]{{0,40}} (?:on|by) [“\"‘]?$"
)
_ANCHOR = re.compile(
    rf"\b(?:{alternation(listed('relays', 'told_anchor'))}) "
    r"(?:[A-Z][\w.]{1,60} ){1,2}[A-Z]?[\w’']{1,60} (?:of|at|on|from) (?:the )?$|"
    rf"\b(?:{alternation(listed('relays', 'told_outlet'))}) (?:the )?$"
)
_AFTER = re.compile(
    rf"^(?:['’]s)?,?\s+(?:(?:{alternation(listed('media', 'nouns'))}|agency) )?(?:\w+ )?"
    rf"(?:{alternation(listed('relays', 'quoting'))})\b"
)
_PROGRAMME = re.compile(rf"(?:{alternation(listed('media', 'programmes'))})\b")
_OF_OUTLET = re.compile(
    rf"\b(?:{alternation(listed('relays', 'of_outlet'))}) (?:the |The )?(?:[A-Z]?[a-z-]+ ){{0,2}}$"
)
_OWNS = re.compile(r"['’]s? (?=[A-Z][a-z]+ [A-Z])")
_TO = re.compile(r"\bto\s+(?:the )?$")
_SAID = re.compile(rf"\b(?:{alternation(listed('relays', 'said'))})\b[^.]*$")
BEFORE_CHARACTERS = 70
AFTER_CHARACTERS = 40
"""How far around an outlet words tell whether it passed something on."""
_DAILY = re.compile(
    r"\b[Tt]he (?:[a-z-]+ )?(\w+) (?:also |later )?"
    rf"(?:{alternation(listed('relays', 'quotes'))})\b"
)
_TOLD_DAILY = re.compile(
    rf"\b(?:{alternation(listed('relays', 'told_daily'))}) the (?:[a-z-]+ )?(\w+)\b"
)
_CITES = re.compile(r"(?:\w+, )?(?:citing|quoting|attributing)\b")
_REPORTS = re.compile(rf"\b(?:{alternation(listed('relays', 'reporting'))})\b")


def link(
    context: ArticleContext, attribution: Attribution, clause: Span, speaker: str | None
) -> Link | None:
    """The intermediary that an attribution's own clause names."""
    index = context.index
    text, own = index.text, (*context.own_names, context.publisher)
    blocked = [*attribution.content]
    if cited := _citing(context, attribution, clause, own):
        return cited
    for mention in index.inside(clause.start, clause.end):
        medium = mention.kind == "outlet" or mention.name in context.told_media
        if not medium or any(s.start <= mention.start < s.end for s in blocked):
            continue
        if mention.name == speaker or any(outlets.same(mention.name, o) for o in own):
            continue
        if _relays(text, mention, clause) and not of_another(context, attribution, mention.start):
            return _link(text, mention)
    if writer := _writer(context, attribution, speaker, own):
        return writer
    parts = (*attribution.content, *attribution.source)
    return _nominal(context, clause, attribution, own) or common_medium(text, clause, parts)


def _writer(
    context: ArticleContext,
    attribution: Attribution,
    speaker: str | None,
    own: tuple[str | None, ...],
) -> Link | None:
    """The outlet that a source names as the speaker's own: "Ada Holm of the Tarn Post", "a columnist
    for the Tarn Post"."""
    text = context.text
    cue = " ".join(text[s.start : s.end] for s in attribution.cue).casefold().split()
    if speaker is None or not words("relays", "wrote") & {*cue}:
        return None
    for start, end in attribution.source:
        for mention in context.index.inside(start, end):
            if mention.kind != "outlet" or mention.name == speaker:
                continue
            if any(outlets.same(mention.name, o) for o in own):
                continue
            before = text[start : mention.start]
            if _OF_OUTLET.search(before) or _OWNS.match(text, mention.end, end):
                return _link(text, mention)
    return None


def _citing(
    context: ArticleContext, attribution: Attribution, clause: Span, own: tuple[str | None, ...]
) -> Link | None:
    """Who reported by the word of another: "state television reported, citing the interior
    ministry"."""
    text = context.text
    if not attribution.cue or not _CITES.match(text, *attribution.cue[-1]):
        return None
    head = Span(clause.start, attribution.cue[-1].start)
    inside = [s for s in attribution.content if s.start < head.end]
    for mention in reversed(context.index.inside(*head)):
        if mention.kind != "outlet" or any(s.start <= mention.start < s.end for s in inside):
            continue
        if any(outlets.same(mention.name, o) for o in own):
            return None
        if _REPORTS.search(text, mention.end, head.end):
            return _link(text, mention)
    return _official(text, head, inside)


def _official(text: str, head: Span, inside: list[Span]) -> Link | None:
    """The official media that report, none by name."""
    common = [
        m
        for m in OFFICIAL_MEDIA.finditer(text, *head)
        if not any(s.start <= m.start() < s.end for s in inside)
    ]
    if not common or not _REPORTS.search(text, common[-1].end(), head.end):
        return None
    return Link(common[-1].group(), Evidence(Span(*common[-1].span()), common[-1].group()))


def _link(text: str, mention: Mention) -> Link:
    programme = _PROGRAMME.match(text, mention.start)
    span = Span(mention.start, programme.end() if programme else mention.end)
    words_there = text[span.start : span.end]
    name = words_there if programme else without_kind(mention.name)
    return Link(name, Evidence(span, words_there))


def of_another(context: ArticleContext, attribution: Attribution, at: int) -> bool:
    """Whether a relay at a position stands in the clause of another attribution of the same
    sentence."""
    parts = sorted((*attribution.cue, *attribution.source, *attribution.content))
    if not parts:
        return False
    low, high = parts[0].start, parts[-1].end
    if low <= at < high:
        return False
    own = sum(s.start <= at < s.end for s in (*attribution.content, *attribution.source))
    return context.enclosing_spans(at) > own and not any(
        s.start <= at < s.end for s in attribution.source
    )


def _relays(text: str, mention: Mention, clause: Span) -> bool:
    head = text[max(clause.start, mention.start - BEFORE_CHARACTERS) : mention.start]
    if _ANCHOR.search(head):
        return True
    if _TO.search(head):
        return bool(_SAID.search(head))
    return bool(
        _BEFORE.search(head) or _AFTER.match(text[mention.end : mention.end + AFTER_CHARACTERS])
    )


def _nominal(
    context: ArticleContext, clause: Span, attribution: Attribution, own: tuple[str | None, ...]
) -> Link | None:
    index = context.index
    for pattern in (_DAILY, _TOLD_DAILY):
        match = pattern.search(index.text, *clause)
        if not match or match[1].casefold() not in words("nominals", "outlets"):
            continue
        if any(
            s.start <= match.start() < s.end for s in (*attribution.content, *attribution.source)
        ):
            continue
        guess = media_descriptions.outlet(
            index, match.start(), own, context.quoted, context.told_media
        )
        span = Span(match.start(), match.end(1))
        return (
            Link(guess.name, Evidence(span, index.text[span.start : span.end])) if guess else None
        )
    return None
